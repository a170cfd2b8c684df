import ConvArithmetic
import LayerNotation

/// The layer in a library: the code, the sizes there, and what the library has no words for.
struct CodeText {
  private let writer: LineWriter

  /// Longer lines are hard to read, and no wider than other people's.
  private static let mostWidth = 91

  init(_ writer: LineWriter) {
    self.writer = LineWriter(
      width: min(Self.mostWidth, writer.width), spelling: writer.spelling)
  }

  func lines(_ fact: DialectFact) -> [[Span]] {
    let code = fact.code.lines(width: writer.width - 2).map { line in
      [Span("  \(line)", line.hasPrefix("#") ? .faint : .plain)]
    }
    return code + sizes(fact.sizes) + fact.limits.flatMap(remark)
  }

  private func sizes(_ sizes: [DialectFact.Size]) -> [[Span]] {
    let sizeWidth = sizes.map { writer.spelling.width($0.marked) }.max() ?? 0
    let nameWidth = sizes.map { writer.spelling.width($0.name) }.max() ?? 0
    return sizes.flatMap { size in
      [
        [
          Span("  "), writer.starting(size.marked, sizeWidth + 2, size.agrees ? .good : .notice),
          writer.starting(size.name, nameWidth + 2), Span(size.formula, .faint),
        ]
      ] + remark(size.remark)
    }
  }

  private func remark(_ text: String) -> [[Span]] {
    text.isEmpty ? [] : writer.paragraph(text, .faint, indent: 4)
  }
}

extension PageView {
  /// The same layer in each library.
  static func code(_ state: ExplorerState) -> PageView {
    PageView(state) { pass, writer, rows in
      let text = CodeText(writer)
      let sections = DialectFact.all(pass).map { fact in
        ChosenText.Section(
          name: fact.title, mark: fact.sizes.first.map { ($0.marked, $0.agrees) },
          lines: text.lines(fact))
      }
      let key = Span(" \(Command.copyLine.keyNames)", .key)
      let words = [
        [key, Span(" copies the chosen code")],
        [Span(" e = d(k − 1) + 1, the dilated kernel", .faint)],
      ]
      let foot = writer.flow(words, gap: 1)
      var page = ChosenText(sections: sections, state: state, writer: writer)
        .page(rows - foot.count)
      page.foot = foot
      return page
    }
  }
}

extension ExplorerState {
  /// The chosen library's text, and what it is called; `nil` where there is no such layer.
  var chosenCode: (title: String, text: String, lines: [String])? {
    guard case .success(let pass) = outcome else { return nil }
    let facts = DialectFact.all(pass)
    guard facts.indices.contains(choice) else { return nil }
    let code = facts[choice].code
    return (facts[choice].title, code.text, code.lines)
  }
}

extension DialectFact {
  /// The layer as a piece of source text, everything but the code in comments.
  ///
  /// - Parameters:
  ///   - spelling: How the comments are written; the code is ASCII.
  ///   - width: Of a line.
  /// - Returns: Lines.
  package func lines(_ spelling: Spelling, width: Int) -> [String] {
    let comments = comments.flatMap { wrap($0, width: width - 2, spelling) }
    return comments.map { "# \(spelling.text($0))" }
      + code.lines(width: width)
  }
}
