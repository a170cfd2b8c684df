import ConvArithmetic
import LayerNotation

/// The layer in each library: the code, the sizes there, and what the library has no words for.
struct CodeText {
  private(set) var lines: [[Span]] = []
  /// The lines of the library that is chosen.
  private(set) var chosenLines = 0..<0
  private let spelling: Spelling
  private let width: Int

  private static let indentation = "  "
  /// Longer lines are hard to read, and no wider than other people's.
  private static let mostWidth = 91

  init(_ state: ExplorerState, _ pass: ForwardPass, width: Int) {
    spelling = state.capabilities.spelling
    self.width = min(Self.mostWidth, width - 1)
    for (index, fact) in DialectFact.all(pass).enumerated() {
      let start = lines.count
      let isChosen = index == state.choice
      lines.append(heading(fact, isChosen: isChosen, hasFocus: state.isListFocused))
      append(fact)
      if isChosen { chosenLines = start..<lines.count }
      lines.append([])
    }
    lines.append([Span(" e = d(k − 1) + 1, the dilated kernel", .faint)])
  }

  private func heading(_ fact: DialectFact, isChosen: Bool, hasFocus: Bool) -> [Span] {
    let name = isChosen && hasFocus ? Style.focus : .heading
    let copies = "  \(Command.copyLine.keyNames) copies it"
    return [Span(isChosen ? "▸" : " ", .key), Span(fact.dialect.title, name)]
      + (isChosen ? [Span(copies, .faint)] : [])
  }

  private mutating func append(_ fact: DialectFact) {
    // All that there is: where a screen of 80 columns has it beside the hyperparameters.
    for line in fact.code.lines(width: width + 1 - Self.indentation.count) {
      lines.append([Span(Self.indentation + line, line.hasPrefix("#") ? .faint : .plain)])
    }
    let sizeWidth = fact.sizes.map { spelling.width($0.marked) }.max() ?? 0
    let nameWidth = fact.sizes.map { spelling.width($0.name) }.max() ?? 0
    for size in fact.sizes {
      lines.append([
        Span(
          Self.indentation + spelling.padded(size.marked, to: sizeWidth) + "  ",
          size.agrees ? .good : .notice),
        Span(spelling.padded(size.name, to: nameWidth) + "  "), Span(size.formula, .faint),
      ])
      append(words: size.remark)
    }
    for limit in fact.limits { append(words: limit) }
  }

  private mutating func append(words: String) {
    guard !words.isEmpty else { return }
    lines += wrap(words, width: width - 4, spelling).map { [Span("    \($0)", .faint)] }
  }
}

extension PageView {
  /// The same layer elsewhere.
  static func code(_ state: ExplorerState) -> PageView {
    PageView(state) { pass, width in
      let text = CodeText(state, pass, width: width)
      return Page(lines: text.lines, chosenLines: text.chosenLines)
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
