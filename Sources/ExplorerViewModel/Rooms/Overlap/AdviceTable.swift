import ConvArithmetic
import LayerNotation

/// What makes an overlap even, one way a row, below the present numbers.
struct AdviceTable {
  /// The hyperparameters that may change, and their letters.
  private static let columns: [(name: Hyperparameter, letter: String)] = [
    (.kernelSize, "k"), (.dilation, "d"), (.padding, "p"), (.outputPadding, "op"),
  ]
  private static let numberWidth = 4
  private static let leastWidth = 17
  /// What a short name of a column means.
  static let note = "Useful: useful products. "

  private let pass: ForwardPass
  private let present: LayerCase
  private let writer: LineWriter
  private let widths: [Int]
  private let costWidths: [Int]

  init(_ pass: ForwardPass, _ advice: [Advice], _ writer: LineWriter) {
    (self.pass, self.writer) = (pass, writer)
    let present = LayerCase(layer: pass.layer, input: pass.input)
    self.present = present
    let contents = Self.columns.map { row, letter in
      let texts = ([present] + advice.map(\.subject)).map { $0.text(row) } + [letter]
      return texts.map(\.count).max() ?? 0
    }
    let used = 20 + Self.numberWidth + contents.reduce(0, +)
    let gap = used + 2 * contents.count < writer.width ? 2 : 1
    costWidths = [used + gap * contents.count + 7 < writer.width ? 16 : 9, 8]
    var widths = contents.map { $0 + gap }
    // Names of equivalents stand where numbers do.
    widths[0] += max(0, Self.leastWidth - Self.numberWidth - widths.reduce(0, +))
    self.widths = widths
  }

  /// The columns that it takes.
  var width: Int {
    3 + Self.numberWidth + widths.reduce(0, +) + costWidths.reduce(0, +)
  }

  /// The names of the columns, and the present numbers.
  var head: [[Span]] {
    [
      start("", "", .plain) + zip(Self.columns, widths).map { writer.ending($0.letter, $1, .faint) }
        + costs(costWidths[0] > 9 ? "useful products" : "useful", "params", .faint),
      start("", "now", .faint)
        + zip(Self.columns, widths).map { writer.ending(present.text($0.name), $1) }
        + costs("×1", "×1", .faint),
    ]
  }

  /// A change; numbers that stay the same are faint.
  func row(_ number: Int, _ advice: Advice, _ style: Style?) -> [Span] {
    let numbers = zip(Self.columns, widths).map { column, width in
      let text = advice.subject.text(column.name)
      return writer.ending(text, width, text == present.text(column.name) ? .faint : .value)
    }
    return start(style == nil ? "" : "▸", "\(number)", style ?? .plain) + numbers
      + costs(of: advice.pass)
  }

  /// Two layers in place of the one.
  func row(_ equivalent: Equivalent) -> [Span] {
    let width = Self.numberWidth + widths.reduce(0, +)
    return [Span("   "), writer.starting(equivalent.name, width, .value)]
      + costs(of: equivalent.convolution)
  }

  private func start(_ mark: String, _ text: String, _ style: Style) -> [Span] {
    [
      Span(" \(writer.spelling.padded(mark, to: 2))", style),
      writer.starting(text, Self.numberWidth, style),
    ]
  }

  private func costs(of other: ForwardPass) -> [Span] {
    costs(
      other.times(.usefulMultiplications, of: pass), other.times(.parameters, of: pass), .plain)
  }

  private func costs(_ products: String, _ parameters: String, _ style: Style) -> [Span] {
    zip([products, parameters], costWidths).map { writer.ending($0, $1, style) }
  }
}

extension LayerCase {
  fileprivate func text(_ row: Hyperparameter) -> String { numbers(row)?.text ?? "" }
}
