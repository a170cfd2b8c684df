import ConvArithmetic
import LayerNotation

/// The changes that make an overlap even, one a row, below the present numbers.
struct AdviceTable {
  /// The hyperparameters that may change, in short and as PyTorch has them.
  private static let columns: [(name: Hyperparameter, letter: String)] = [
    (.kernelSize, "k"), (.dilation, "d"), (.padding, "p"), (.outputPadding, "op"),
  ]

  private let pass: ForwardPass
  private let advice: [Advice]
  private let spelling: Spelling
  private let width: Int
  private let hasNames: Bool
  private let widths: [Int]

  init(_ pass: ForwardPass, _ advice: [Advice], width: Int, _ spelling: Spelling) {
    self.pass = pass
    self.advice = advice
    self.width = width
    self.spelling = spelling
    hasNames = width >= 80
    let hasNames = hasNames
    let subjects = [LayerCase(layer: pass.layer, input: pass.input)] + advice.map(\.subject)
    let contents = Self.columns.map { row, letter in
      let texts = subjects.map { $0.text(row) } + [hasNames ? row.rawValue : letter]
      return texts.map(\.count).max() ?? 0
    }
    let used = 3 + Self.numberWidth + contents.reduce(0, +) + 2 * Self.costWidth
    let gap = used + 2 * contents.count < width ? 2 : 1
    widths = contents.map { $0 + gap }
  }

  private static let numberWidth = 4
  private static let costWidth = 10

  /// The names of the columns, and the present numbers.
  var head: [[Span]] {
    let names = Self.columns.map { hasNames ? $0.name.rawValue : $0.letter }
    let present = LayerCase(layer: pass.layer, input: pass.input)
    return [
      [Span(blanks(3 + Self.numberWidth))]
        + zip(names, widths).map { Span(ending($0, $1), .faint) }
        + [
          Span(ending("products", Self.costWidth), .faint),
          Span(ending("params", Self.costWidth), .faint),
        ],
      [Span("   "), Span("now ", .faint)]
        + zip(Self.columns, widths).map { Span(ending(present.text($0.name), $1), .plain) }
        + [Span(ending("×1", Self.costWidth), .faint), Span(ending("×1", Self.costWidth), .faint)],
    ]
  }

  /// A change; numbers that stay the same are faint.
  func row(_ index: Int, isChosen: Bool, hasFocus: Bool) -> [Span] {
    guard advice.indices.contains(index) else { return [] }
    let (one, present) = (advice[index], LayerCase(layer: pass.layer, input: pass.input))
    let chosen: Style = isChosen ? (hasFocus ? .focus : .selected) : .plain
    let numbers = zip(Self.columns, widths).map { column, width in
      let text = one.subject.text(column.name)
      return Span(ending(text, width), text == present.text(column.name) ? .faint : .value)
    }
    return [
      Span(isChosen ? " ▸ " : "   ", chosen),
      Span("\(index + 1)" + blanks(Self.numberWidth - 1), chosen),
    ] + numbers + [
      Span(ending(one.pass.productsText(relativeTo: pass), Self.costWidth)),
      Span(ending(one.pass.parametersText(relativeTo: pass), Self.costWidth)),
    ]
  }

  private func ending(_ text: String, _ columns: Int) -> String {
    spelling.padded(text, to: columns, .trailing, least: 1)
  }
}

extension LayerCase {
  /// The numbers of a hyperparameter with two: `3`, or `3,5` where the axes differ.
  func text(_ row: Hyperparameter) -> String {
    Spatial(height: Axis.height, width: Axis.width).map { number(row, $0) ?? 0 }.text
  }
}
