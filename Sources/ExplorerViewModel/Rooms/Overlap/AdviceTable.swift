/// What makes an overlap even, one way per row, below the present numbers.
struct AdviceTable {
  /// The hyperparameters that may change, and their letters.
  private static let columns: [(name: Hyperparameter, letter: String)] = [
    (.kernelSize, "k"), (.dilation, "d"), (.padding, "p"), (.outputPadding, "op"),
  ]
  private static let numberWidth = 4
  private static let leastWidth = 17
  /// What a short name of a column means.
  static let note = "\(useful.column.capitalizedFirst): \(useful.name). "
  private static let useful = Figure.usefulMultiplications

  private let pass: ForwardPass
  private let present: LayerCase
  private let writer: LineWriter
  private let widths: [Int]
  private let costWidths: [Int]

  init(_ pass: ForwardPass, _ advice: [Advice], _ writer: LineWriter) {
    (self.pass, self.writer) = (pass, writer)
    present = LayerCase(layer: pass.layer, input: pass.input)
    let layers = [present] + advice.map(\.subject)
    let contents = Self.columns.map { row, letter in
      (layers.map { $0.text(row) } + [letter]).map(\.count).max() ?? 0
    }
    let used = 20 + Self.numberWidth + contents.reduce(0, +)
    let gap = used + 2 * contents.count < writer.width ? 2 : 1
    let usual = [used + gap * contents.count + 7 < writer.width ? 16 : 9, 8]
    let others = advice.map(\.pass) + Equivalent.all(of: pass).map(\.convolution)
    costWidths = zip(usual, Figure.costs).map { usual, figure in
      others.reduce(usual) { max($0, $1.times(figure, of: pass).count + 1) }
    }
    var widths = contents.map { $0 + gap }
    // Names of equivalents stand where numbers do.
    widths[0] += max(0, Self.leastWidth - Self.numberWidth - widths.reduce(0, +))
    self.widths = widths
  }

  var width: Int { 3 + Self.numberWidth + (widths + costWidths).reduce(0, +) }

  /// The names of the columns, and the present numbers.
  var head: [[Span]] {
    let costs = [costWidths[0] > 15 ? Self.useful.name : Self.useful.column, "params"]
    let numbers = Self.columns.map { Span(present.text($0.name)) }
    return [
      line("", Span(""), Self.columns.map { Span($0.letter, .faint) }, costs, .faint),
      line("", Span("now", .faint), numbers, ["×1", "×1"], .faint),
    ]
  }

  /// A change; numbers that stay the same are faint.
  func row(_ number: Int, _ advice: Advice, _ style: Style?) -> [Span] {
    let numbers = Self.columns.map { column in
      let text = advice.subject.text(column.name)
      return Span(text, text == present.text(column.name) ? .faint : .value)
    }
    let name = Span("\(number)", style ?? .plain)
    return line(style == nil ? "" : "▸", name, numbers, costs(of: advice.pass), .plain)
  }

  func row(_ equivalent: Equivalent) -> [Span] {
    let width = Self.numberWidth + widths.reduce(0, +)
    return [Span("   "), writer.starting(equivalent.name, width, .value)]
      + cells(costs(of: equivalent.convolution).map { Span($0) }, costWidths)
  }

  private func line(
    _ mark: String, _ name: Span, _ numbers: [Span], _ costs: [String], _ style: Style
  ) -> [Span] {
    [Span(" \(writer.spelling.padded(mark, to: 2))", name.style)]
      + [writer.starting(name.text, Self.numberWidth, name.style)]
      + cells(numbers + costs.map { Span($0, style) }, widths + costWidths)
  }

  private func cells(_ texts: [Span], _ widths: [Int]) -> [Span] {
    zip(texts, widths).map { writer.ending($0.text, $1, $0.style) }
  }

  private func costs(of other: ForwardPass) -> [String] {
    Figure.costs.map { other.times($0, of: pass) }
  }
}

extension LayerCase {
  fileprivate func text(_ row: Hyperparameter) -> String { numbers(row)?.text ?? "" }
}
