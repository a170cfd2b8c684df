import ConvArithmetic
@testable import ExplorerViewModel
import LayerNotation
import Testing

/// The one table of commands, and what follows from it.
@Suite struct CommandTableTests {
  /// Keys that lead to every page, with the keys for the hyperparameters and for the picture.
  static let pages =
    Room.allCases.flatMap { room in
      room.pages.indices.flatMap { index in
        let keys = (room.key?.name ?? "") + String(repeating: "m", count: index)
        return [keys, keys + "<Enter>"]
      }
    } + ["Wmv<Enter>m"]

  /// Keys that lead to what lies over a page, and to a layer that is refused.
  static let others = [
    "?", "g", "g1<Enter>", "G", ":groups=5<Enter>", ":groups=5<Enter>D<Enter>", "g?",
  ]

  @Test(arguments: pages + others)
  func `no key has two meanings within one focus`(keys: String) throws {
    let state = try ExplorerState.after(keys)
    for key in Set(Command.all.flatMap(\.keys)) {
      let meanings = Command.all.filter { $0.keys.contains(key) && $0.applies(to: state) }
      #expect(meanings.count <= 1, "\(key.name): \(meanings.map(\.help))")
      #expect(Command.meant(by: key, in: state) == meanings.first)
    }
  }

  @Test func `each row of the table has its deed, and each deed its row`() {
    for command in Command.all {
      #expect(command.deed.act != nil || command.deed.answer != nil, "\(command.id)")
    }
    #expect(Set(Deed.all.keys).subtracting(Command.all.map(\.id)).isEmpty)
  }

  @Test func `no word means two commands`() {
    let words = Command.all.flatMap { [$0.name] + $0.words }.filter { !$0.isEmpty }
    #expect(Set(words).count == words.count)
    #expect(Command.all.allSatisfy { !$0.name.isEmpty || !$0.keys.isEmpty })
  }

  @Test func `no word means an assignment that sets a value`() throws {
    for command in Command.all where command.argument != nil {
      #expect(Hyperparameter(rawValue: command.name) == nil, "\(command.name)")
    }
    #expect(try ExplorerState.after(":bias no<Enter>").layer.bias == false)
  }

  @Test(arguments: Command.Group.allCases)
  func `every group has keys`(group: Command.Group) {
    #expect(Command.all.contains { $0.group == group && !$0.keys.isEmpty })
  }

  @Test(arguments: pages)
  func `every key of the table does something to the state, or for the terminal`(
    keys: String
  ) throws {
    for key in Command.all.flatMap(\.keys) {
      var state = try ExplorerState.after(keys)
      // A list over the page takes keys of its own.
      guard state.chooser == nil else { continue }
      let effect = state.press(key)
      #expect(state.message?.text.contains("does nothing") != true, "\(key.name)")
      if case .control = key { #expect(effect != nil || key == .control("r"), "\(key.name)") }
    }
  }

  @Test func `every word of the table is offered by the palette, or by the help in plain mode`()
    throws
  {
    let palettes = try Self.pages.map { try ExplorerState.after($0 + ":") }
    let rows = palettes.flatMap { $0.chooser?.items.map(\.name) ?? [] }
    let offered = Set(rows.compactMap { $0.split(separator: " ").last.map(String.init) })
    var session = PlainSession(try .on(80, 24))
    let help = session.answer("help")
    for command in Command.all where !command.name.isEmpty {
      let isHeard = help.contains { $0.hasPrefix("  \(command.name): ") }
      #expect(offered.contains(command.name) || isHeard, "\(command.name)")
    }
  }

  @Test func `every key of the design is in the table`() {
    let keys: [KeyPress] = [
      .up, .down, .left, .right, "h", "j", "k", "l", "<", ">", .enter, .escape, "a", "t", "b",
      .tab, .backTab, "u", .control("r"), "r", "p", ":", "y", "?", "q", .control("c"),
      .control("z"), .control("l"),
    ]
    let digits = (0...9).map { KeyPress.character(Character("\($0)")) }
    for key in keys + digits { #expect(Command.isBound(key), "\(key.name)") }
  }

  @Test func `every row of the table is on the help screen`() throws {
    let shown = try allOfHelp(ExplorerState.on(80, 24, keys: "?"))
    for command in Command.all where !command.keys.isEmpty {
      // Longer words would push the column beside them.
      #expect((1...27).contains(command.help.count), "\(command.help)")
      #expect(shown.contains { $0.contains(command.keyNames) && $0.contains(command.help) })
    }
    for group in Command.Group.allCases {
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
    let state = try ExplorerState.on(220, 24)
    let footer = render(state).lines[23]
    for word in ["change", "select", "play", "picture", "Conv2d", "predict", "quit"] {
      #expect(footer.contains(" \(word)"))
    }
    for hint in Command.hints(in: state) {
      #expect(footer.contains("\(hint.keys) \(hint.word)"), "\(hint.word)")
    }
  }
}
