extension ExplorerState {
  /// Keeps the present layer to compare others with.
  mutating func keepLayer() {
    comparison.kept = subject
    say("this layer is A now; change it, and compare", .good)
  }

  /// Makes A the present layer and the present one A.
  mutating func swapLayers() {
    guard let kept = comparison.kept else {
      return say("no layer is kept; \(Command.baseline.keyNames) keeps this one")
    }
    comparison.kept = subject
    change(to: kept)
    say("A and B are exchanged")
  }

  /// A and B, row by row; without a kept layer both are the present one.
  var comparisonSheet: ComparisonSheet {
    ComparisonSheet(comparison.kept ?? subject, subject, format: budget.format)
  }
}

/// Two layers side by side: A, B, their difference, and their ratio.
package struct ComparisonTable {
  private let sheet: ComparisonSheet
  private let showsSame: Bool
  private let writer: LineWriter

  /// The table of a comparison; `showsSame` asks for the rows that are the same, too.
  package init(_ sheet: ComparisonSheet, width: Int, _ spelling: Spelling, showsSame: Bool) {
    (self.sheet, self.showsSame) = (sheet, showsSame)
    writer = LineWriter(width: width, spelling: spelling)
  }

  package func text(_ a: LayerCase, _ b: LayerCase) -> String {
    writer.text(head(a, b) + rows(all: showsSame || differenceCount == 0))
  }

  private var nameWidth: Int { writer.width < 60 ? 17 : 19 }
  // A shape needs thirteen columns without its spaces.
  private var hasRatio: Bool { writer.width >= 70 }
  private var hasDifference: Bool { writer.width >= 60 }
  private var ratioWidth: Int { hasRatio ? 10 : 0 }
  private var numberWidth: Int {
    let room = writer.width - nameWidth - ratioWidth - 1
    return min(24, max(8, room / (hasDifference ? 3 : 2)))
  }

  var dropped: [String] { (hasDifference ? [] : ["differences"]) + (hasRatio ? [] : ["ratios"]) }

  /// The columns' names, which stay in sight.
  func head(_ a: LayerCase, _ b: LayerCase) -> [[Span]] {
    let layers = [("A", a), ("B", b)].map { letter, subject in
      let line = subject.layer.pytorchLine
      // The input is among the rows, too.
      let texts = ["\(line) on \(subject.input.text)", line, subject.layer.shorthand]
      let text = texts.first { writer.spelling.width($0) + 4 <= writer.width } ?? texts[2]
      return [Span(" \(letter) ", .heading), Span(text)]
    }
    return layers + [
      [writer.starting(said, nameWidth + 1, .faint)]
        + cells(["A", "B", "B − A", "B / A"], Array(repeating: .heading, count: 4))
    ]
  }

  private var differenceCount: Int { sheet.differences.reduce(0) { $0 + $1.rows.count } }

  /// How many rows differ.
  private var said: String {
    let count = differenceCount
    return count == 0 ? " all the same" : " * differs: \(count)"
  }

  private func rows(all: Bool) -> [[Span]] {
    let sections = all ? sheet.sections : sheet.differences
    return refusal("A", sheet.reasonsOfA) + refusal("B", sheet.reasonsOfB)
      + sections.filter { !$0.rows.isEmpty }.flatMap { section in
        [[Span(" \(section.title)", .heading)]] + section.rows.map(line)
      }
  }

  var lines: [[Span]] { rows(all: showsSame) + (showsSame ? [] : hidden) }

  /// How many rows are left out, and how to see them.
  private var hidden: [[Span]] {
    let count = sheet.sections.reduce(0) { $0 + $1.rows.count } - differenceCount
    let (same, key) = (Span(" \(count) rows are the same; ", .faint), Command.sameRows.keyNames)
    let advice =
      "B is the present layer, A the one kept with the key \(Command.baseline.keyNames). Change a"
      + " hyperparameter, and what differs between them appears here."
    return (differenceCount > 0 ? [] : [[]] + writer.paragraph(advice) + [[]])
      + [[same, Span(key, .key), Span(" shows them", .faint)]]
  }

  private func refusal(_ letter: String, _ reasons: [String]) -> [[Span]] {
    guard !reasons.isEmpty else { return [] }
    return [[Span(" \(letter) has no output: PyTorch refuses it", .bad)]]
      + reasons.flatMap { writer.paragraph($0, indent: 3) }
  }

  private func line(_ row: ComparisonSheet.Row) -> [Span] {
    let texts = row.texts(within: numberWidth - 1)
    let isSame = row.isSame == true
    let style: Style = isSame ? .faint : .plain
    return [
      Span(isSame ? "   " : row.isSame == nil ? " ? " : " * ", .notice),
      Span(writer.spelling.padded(row.name, to: nameWidth - 2), style),
    ]
      + cells(
        [texts.a, texts.b, texts.difference, texts.ratio],
        [style, isSame ? .faint : .value, style, style])
  }

  /// The texts of the columns that fit.
  private func cells(_ texts: [String], _ styles: [Style]) -> [Span] {
    let widths = [numberWidth, numberWidth, hasDifference ? numberWidth : 0, ratioWidth]
    return zip(zip(texts, styles), widths).filter { $1 > 0 }.map { cell, width in
      // A tuple without its spaces may still fit.
      let fits = writer.spelling.width(cell.0) < width
      return writer.ending(fits ? cell.0 : cell.0.filter { $0 != " " }, width, cell.1)
    }
  }
}

extension PageView {
  static func comparison(_ state: ExplorerState) -> PageView {
    PageView(always: state) { writer, _ in
      let table = ComparisonTable(
        state.comparisonSheet, width: writer.width, writer.spelling,
        showsSame: state.comparison.showsSame)
      return Page(
        head: table.head(state.comparison.kept ?? state.subject, state.subject),
        lines: table.lines, dropped: table.dropped)
    }
  }
}
