import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Where everything goes, and what a small screen does without.
@Suite struct LayoutTests {
  @Test(arguments: Preset.all.map(\.name), [true, false])
  func `nothing of a real layer is cut at 80×24`(name: String, unicode: Bool) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let lines = render(try .on(80, 24, preset.subject, unicode: unicode)).lines
    // All but the map, whose legend may leave levels out and says so.
    let rule = try Self.rule(lines)
    let words = lines.enumerated().map { row, line in
      (2...rule).contains(row) ? line.prefix(29) : line[...]
    }
    for line in words { #expect(!line.contains("…") && !line.contains("..."), "\(line)") }
    #expect(!words[2...rule].joined().contains("≈"))
    let pass = try preset.subject.forward()
    #expect(lines[rule + 4].contains(pass[.parameters].grouped))
  }

  /// The row of the line under the hyperparameters and the map, at 80×24.
  private static func rule(_ lines: [String]) throws -> Int {
    try #require(lines.firstIndex { $0.hasPrefix("──") || $0.hasPrefix("--") })
  }

  @Test(arguments: [true, false])
  func `formulas, counts and status are whole for every preset`(unicode: Bool) throws {
    for preset in Preset.all {
      let pass = try preset.subject.forward()
      let lines = render(try .on(80, 24, preset.subject, unicode: unicode)).lines
      let isSame = pass.axes.allSatisfy { $0 == pass.axes[0] }
      let first = try Self.rule(lines) + 3
      for (place, axis) in pass.axes.enumerated() {
        let formula = Spelling.ascii.text(axis.sizeFormula.numbers)
        let line = Spelling.ascii.text(lines[first + (isSame ? 0 : place)])
        #expect(line.contains("\(formula) = \(pass.output.size[place].grouped)"))
      }
      #expect(lines[1].contains(" accepted"))
      #expect(lines[1].contains(pass.output.text))
    }
  }

  @Test(arguments: [
    (Spelling.unicode, "conv1", 5, "conv1"), (.unicode, "layer1.0.conv1", 9, "layer1.0…"),
    (.ascii, "layer1.0.conv1", 9, "layer1…"), (.unicode, "卷积卷积", 6, "卷积…"),
  ])
  func `a text that is too wide for its columns ends in an ellipsis`(
    spelling: Spelling, text: String, columns: Int, shown: String
  ) {
    let short = LineWriter(width: 80, spelling: spelling).shortened(text, to: columns)
    #expect(short == shown && spelling.width(short) <= columns)
  }

  @Test func `what does not fit is named in the footer`() throws {
    let sizes = [(80, 24), (80, 22), (80, 20), (80, 18), (80, 16), (80, 12)]
    let footers = try sizes.map { render(try .on($0.0, $0.1)).lines[$0.1 - 1] }
    let named = footers.map { footer in
      ["operations", "sizes", "some rows", "map"].filter { footer.contains($0) }
    }
    #expect(
      named == [
        [], [], [], ["operations"], ["operations", "sizes"],
        ["operations", "sizes", "some rows"],
      ])
    #expect(render(try .on(40, 12)).lines[11].hasPrefix(" not shown: map, some rows, …"))
  }

  @Test func `a part that is not on the screen is named, and only then`() throws {
    for rows in 5...30 {
      for columns in [60, 80, 120] {
        let text = try ExplorerState.on(columns, rows).text
        let footer = render(try .on(columns, rows)).lines[rows - 1]
        let marks = [
          ("operations", "5,801,984"), ("sizes", "(8 − 1)·2"),
        ]
        for (name, mark) in marks {
          #expect(footer.contains(name) != text.contains(mark), "\(name) at \(columns)×\(rows)")
        }
      }
    }
  }

  @Test(
    arguments: [(200, 60), (500, 200)],
    ["checkerboard, k3 s2 p1 op1", "FSRCNN ×4", "ResNet-50 stem", "LeNet-5 C1"])
  func `a large screen has all formulas at once, and a map with large cells`(
    size: (Int, Int), name: String
  ) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let (pass, state) = (
      try preset.subject.forward(),
      try ExplorerState.on(size.0, size.1, keys: "Cmm", preset.subject)
    )
    #expect(!state.text.contains("PgDn"))
    for fact in FactSheet(pass).sections.flatMap(\.facts) {
      #expect(state.text.contains(fact.formula) && state.text.contains(fact.substituted))
    }
    #expect(try !ExplorerState.on(size.0, size.1, keys: "?").text.contains("▼"))
    // Twice the size fits after the hyperparameters and above 13 lines of formulas and sizes.
    let map = pass.overlap.size
    guard 2 * map.height + 20 < size.1, 4 * map.width + 44 < size.0 else { return }
    let places = render(try .on(size.0, size.1, keys: "Om<Enter>", preset.subject)).places(
      of: .cursor)
    #expect(places.count >= 8)
    #expect(Set(places.map(\.column)).count == 2 * Set(places.map(\.row)).count)
  }

  @Test(arguments: ["O", "Cm<Enter><End>", "?"], [true, false])
  func `the marks of a long text write over nothing`(keys: String, unicode: Bool) throws {
    for columns in [40, 48, 49, 56, 60, 77, 79, 80, 81, 100] {
      let whole = try Self.texts(.on(columns, 150, keys: keys, unicode: unicode))
      for page in 0..<4 {
        let more = String(repeating: "<PgDn>", count: page)
        for line in try Self.texts(.on(columns, 20, keys: keys + more, unicode: unicode)) {
          let marks = ["▲", "▼", "^", "v"].flatMap { ["PgUp \($0)", "PgDn \($0)"] }
          guard let mark = marks.first(where: line.hasSuffix) else { continue }
          let text = line.dropLast(mark.count).trimmed
          #expect(text.isEmpty || whole.contains(String(text)), "\(line)")
        }
      }
    }
  }

  /// The lines after the hyperparameters.
  private static func texts(_ state: ExplorerState) -> Set<String> {
    let lines = render(state).lines.dropFirst().dropLast()
    return Set(lines.map { String(($0.split { "│|".contains($0) }.last ?? "").trimmed) })
  }

  @Test func `a narrow list of tools says what it does without`() throws {
    for columns in 39...60 {
      let frame = render(try .on(columns, 40, keys: "Cm"))
      #expect(ToolList.endsInRatios(frame), "\(columns) columns")
      let isNarrow = columns < 49
      #expect(frame.lines[39].contains("not shown: units") == isNarrow)
      let counts = render(try .on(columns, 40, keys: "C"))
      #expect(counts.lines[39].contains("not shown: shares") == isNarrow)
      #expect(counts.text.contains("81%") != isNarrow)
    }
  }

  @Test func `a larger screen shows no less`() throws {
    let words = try Self.words(80, 24)
    for (columns, rows) in [(100, 30), (120, 40), (200, 60), (300, 100)] {
      let missing = words.subtracting(try Self.words(columns, rows))
      #expect(missing.isEmpty, "\(columns)×\(rows)")
    }
  }

  /// The numbers on a screen.
  private static func words(_ columns: Int, _ rows: Int) throws -> Set<Substring> {
    let text = try ExplorerState.on(columns, rows).text
    return Set(text.split { !$0.isNumber && $0 != "," }.filter { $0.contains(",") })
  }

  @Test func `a frame has its size, whatever that is`() throws {
    for columns in [0, 1, 2, 19, 20, 28, 29, 55, 56, 77, 78, 99, 100, 300] {
      for rows in [0, 1, 2, 3, 14, 15, 24, 100] {
        for keys in [
          "", "C", "Om<Enter>", "W<Enter>", "W<Enter>m",
          "Cm", "Cmm", "Cmmmm",
          "Wm<Enter>", "Wm<Enter>omj", "Wm<Enter>vmj",
          "Wm<Enter>vomm.-4", "?", "p",
          ":k", "5", "<Enter>", ":groups=5<Enter>",
        ] {
          let frame = render(try .on(columns, rows, keys: keys))
          #expect(frame.size == ScreenSize(columns: columns, rows: rows))
          #expect(frame.cells.count == columns * rows)
        }
      }
    }
  }

  @Test(
    arguments: [
      "", "C", "Om<Enter>", "W<Enter>", "Wm<Enter>",
      "Cm", "Cmm", "Cmmmm",
    ],
    [true, false])
  func `the words of a refusal are whole in every view`(keys: String, unicode: Bool) throws {
    for columns in 56...120 {
      let state = try ExplorerState.on(
        columns, 50, keys: ":groups=5 padding=20<Enter>" + keys, unicode: unicode)
      let lines = render(state).lines
      // After the hyperparameters or the last valid map, or alone.
      let start = lines.compactMap { line in
        line.firstRange(of: "no output:").map { line[..<$0.lowerBound].count }
      }
      let pane = lines.map { String($0.dropFirst(start.first ?? 0)) }
      let words = pane.joined(separator: " ").split { $0 == " " }.joined(separator: " ")
      // 16 − 2·20 + 2·1 = −22 cells are left of the 16; 8 of padding leave 2.
      let minus = unicode ? "−" : "-"
      for said in [
        "in_channels 64 is not divisible by groups 5", "nearest: groups 4",
        "out_channels 32 is not divisible by groups 5",
        "crops the output to \(minus)22 along H, W; at least 1 must be left",
        "nearest: padding 8 along H, W",
      ] { #expect(words.contains(said), "\(columns) columns") }
    }
  }

  @Test(arguments: [(120, 40), (200, 60), (80, 45)])
  func `nothing moves when a value changes its length`(columns: Int, rows: Int) throws {
    let places = try ["", "7", "12", "1"].map { size in
      let keys = size.isEmpty ? "" : "\(size)<Enter>:input=11<Enter>"
      let lines = render(try .on(columns, rows, keys: keys)).lines
      return ["why this cell", "along H, W", "exact", "documents", "weight "].map { heading in
        lines.firstIndex { $0.contains(heading) }
      }
    }
    #expect(Set(places).count == 1 && places[0].allSatisfy { $0 != nil })
  }

  @Test(arguments: [(80, 24), (100, 30), (120, 40), (200, 60)], ["", "Om"])
  func `the last valid map stays in its place while a layer is refused`(
    size: (Int, Int), keys: String
  ) throws {
    let layer = LayerCase.square(4) {
      $0.direction = .transposed
      $0.stride = Spatial(square: 2)
    }
    let before = render(try .on(size.0, size.1, keys: keys, layer)).lines
    let after = render(try .on(size.0, size.1, keys: keys + ":padding=5<Enter>", layer)).lines
    // A row of the map that has a 4, as far as its first one.
    let row = try #require(before.firstIndex { $0.contains("=@") })
    let end = try #require(before[row].firstIndex(of: "@"))
    let isSame = zip(before[row][...end], after[row]).enumerated().allSatisfy { column, pair in
      // The hyperparameters stand at the left of the Layer room.
      keys.isEmpty && column < 30 || pair.0 == pair.1
    }
    #expect(isSame)
    #expect(after.contains { $0.contains("the last valid map") })
    #expect(after.joined().ranges(of: "crops the").count == 1)
  }
}

extension Spelling {
  fileprivate func text(_ text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(spell(String(text))))
  }
}

extension Substring {
  /// Without the spaces at its end.
  fileprivate var trimmed: Substring {
    guard let last = lastIndex(where: { $0 != " " }) else { return "" }
    return self[...last]
  }
}
