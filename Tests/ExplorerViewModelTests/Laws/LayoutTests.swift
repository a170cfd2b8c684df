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
    let words = lines.enumerated().map { row, line in
      (1..<18).contains(row) ? line.prefix(29) : line[...]
    }
    for line in words { #expect(!line.contains("…") && !line.contains("..."), "\(line)") }
    #expect(!words[2..<18].joined().contains("≈"))
    let pass = try preset.subject.forward()
    #expect(lines[17].contains(try pass.parameters.grouped))
  }

  @Test(arguments: [true, false])
  func `formulas, counts and status are whole for every preset`(unicode: Bool) throws {
    for preset in Preset.all {
      let pass = try preset.subject.forward()
      let lines = render(try .on(80, 24, preset.subject, unicode: unicode)).lines
      for (row, axis) in [(19, Axis.height), (20, .width)] {
        let formula = Spelling.ascii.text(pass.axes[axis].substitutedSize)
        #expect(Spelling.ascii.text(lines[row]).contains("\(formula) = \(pass.output.size[axis])"))
      }
      #expect(lines[0].hasSuffix("valid"))
      #expect(lines[0].contains(pass.output.text))
    }
  }

  @Test func `what does not fit is named in the footer`() throws {
    let sizes = [(80, 24), (80, 22), (80, 20), (80, 18), (80, 16), (80, 12)]
    let footers = try sizes.map { render(try .on($0.0, $0.1)).lines[$0.1 - 1] }
    let named = footers.map { footer in
      ["notes", "weight", "operations", "sizes", "some rows", "map"].filter { footer.contains($0) }
    }
    #expect(
      named == [
        [], ["notes"], ["notes", "weight"], ["notes", "weight", "operations"],
        // Two rows that no other part can use.
        ["weight", "operations", "sizes"],
        ["notes", "weight", "operations", "sizes", "some rows"],
      ])
    #expect(render(try .on(40, 12)).lines[11].hasPrefix(" not shown: map, some rows, …"))
  }

  @Test func `a part that is not on the screen is named, and only then`() throws {
    for rows in 5...30 {
      for columns in [60, 80, 120] {
        let text = try ExplorerState.on(columns, rows).text
        let footer = render(try .on(columns, rows)).lines[rows - 1]
        let marks = [
          ("weight", "(64, 32, 3, 3)"), ("notes", "crops the output"), ("sizes", "(8 − 1)·2"),
        ]
        for (name, mark) in marks {
          #expect(footer.contains(name) != text.contains(mark), "\(name) at \(columns)×\(rows)")
        }
      }
    }
  }

  @Test func `a larger screen shows no less`() throws {
    let words = try Self.words(80, 24)
    for (columns, rows) in [(100, 30), (120, 40), (200, 60), (300, 100)] {
      #expect(words.isSubset(of: try Self.words(columns, rows)))
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
        for keys in ["", "<Tab>", "<Tab><Tab>", "?", "p", ":k", "5", "m", ":groups=5<Enter>"] {
          let frame = render(try .on(columns, rows, keys: keys))
          #expect(frame.size == ScreenSize(columns: columns, rows: rows))
          #expect(frame.cells.count == columns * rows)
        }
      }
    }
  }

  @Test(arguments: ["", "<Tab>", "<Tab><Tab>"], [true, false])
  func `the words of a refusal are whole in every view`(keys: String, unicode: Bool) throws {
    for columns in 56...120 {
      let state = try ExplorerState.on(
        columns, 50, keys: ":groups=5 padding=20<Enter>" + keys, unicode: unicode)
      guard case .failure(let refusal) = state.outcome else { continue }
      // Beside the hyperparameters, behind a line, or alone.
      let pane = render(state).lines.map { $0.split { "│|".contains($0) }.last ?? "" }
      let words = pane.joined(separator: " ").split { $0 == " " }.joined(separator: " ")
      for reason in refusal.reasons {
        #expect(words.contains(reason.message), "\(columns) columns")
        #expect(words.contains("nearest: \(reason.remedy?.text ?? "")"))
      }
    }
  }
}

extension Spelling {
  fileprivate func text(_ text: some StringProtocol) -> String {
    String(String.UnicodeScalarView(spell(text)))
  }
}
