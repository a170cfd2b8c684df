import ConvArithmetic
import ExplorerViewModel
import Testing

/// The one table of keys, and what follows from it.
@Suite struct KeyTableTests {
  @Test func `no key has two meanings`() {
    var meanings: [KeyPress: [KeyBinding]] = [:]
    for binding in KeyBinding.all {
      for key in binding.keys { meanings[key, default: []].append(binding) }
    }
    for (key, bindings) in meanings {
      #expect(bindings.count == 1, "\(key.name): \(bindings.map(\.help))")
      #expect(KeyBinding.binding(for: key)?.action == bindings[0].action)
    }
  }

  @Test func `no action has two rows`() {
    let actions = KeyBinding.all.map(\.action)
    #expect(Set(actions).count == actions.count)
  }

  @Test(arguments: KeyBinding.Group.allCases)
  func `every group has keys`(group: KeyBinding.Group) {
    #expect(KeyBinding.all.contains { $0.group == group })
  }

  @Test(arguments: [
    "", "<Enter>", "W", "W<Enter>", "Wm", "Wm<Enter>", "Wmv<Enter>m", "O", "O<Enter>", "Om",
    "Om<Enter>", "D", "D<Enter>", "Dm", "Dm<Enter>", "Dmm", "Dmm<Enter>", "C", "C<Enter>", "Cm",
    "Cm<Enter>", "Cmm", "K", "K<Enter>", "M", "M<Enter>",
  ])
  func `every key of the table does something to the state, or for the terminal`(
    keys: String
  ) throws {
    for key in KeyBinding.all.flatMap(\.keys) {
      var state = try ExplorerState.after(keys)
      let effect = state.press(key)
      #expect(state.message?.text.contains("does nothing") != true, "\(key.name)")
      if case .control = key { #expect(effect != nil || key == .control("r"), "\(key.name)") }
    }
  }

  @Test func `every key of the design is in the table`() {
    let keys: [KeyPress] = [
      .up, .down, .left, .right, "h", "j", "k", "l", "<", ">", .enter, .escape, "a", "t", "b",
      .tab, .backTab, "u", .control("r"), "r", "p", ":", "y", "?", "q", .control("c"),
      .control("z"), .control("l"),
    ]
    let digits = (0...9).map { KeyPress.character(Character("\($0)")) }
    for key in keys + digits { #expect(KeyBinding.binding(for: key) != nil, "\(key.name)") }
  }

  @Test func `every row of the table is on the help screen`() throws {
    let shown = try allOfHelp(ExplorerState.on(80, 24, keys: "?"))
    for binding in KeyBinding.all {
      // Longer words would push the column beside them.
      #expect((1...27).contains(binding.help.count), "\(binding.help)")
      #expect(shown.contains { $0.contains(binding.keyNames) && $0.contains(binding.help) })
    }
    for group in KeyBinding.Group.allCases {
      #expect(shown.contains { $0.contains(group.rawValue) })
    }
  }

  @Test(arguments: [80, 60, 40, 30])
  func `nothing of the help is cut, and scrolling shows all of it`(columns: Int) throws {
    let shown = try allOfHelp(.on(columns, 10, keys: "?"))
    #expect(!shown.contains { $0.contains("…") })
    #expect(shown.contains { $0.hasSuffix("addition.") })
  }

  /// The lines of the help, from all places of its scrolling.
  private func allOfHelp(_ start: ExplorerState) throws -> Set<String> {
    var state = start
    var lines: Set<String> = []
    for _ in 0..<300 {
      lines.formUnion(render(state).lines.dropFirst(state.size.rows < 8 ? 1 : 2).dropLast())
      try state.press("<Down>")
    }
    return lines
  }

  @Test func `the footer has the keys that are needed most, help and quit at its end`() throws {
    for unicode in [true, false] {
      let footer = render(try .on(80, 24, unicode: unicode)).lines[23]
      #expect(footer.hasSuffix("? help  q quit"))
      #expect(footer.contains("Enter picture") && footer.contains("Space play"))
      #expect(footer.unicodeScalars.count <= 80)
    }
  }

  @Test func `a wide footer has every hint`() throws {
    let footer = render(try .on(220, 24)).lines[23]
    for hint in KeyBinding.hints { #expect(footer.contains("\(hint.keys) \(hint.word)")) }
  }
}
