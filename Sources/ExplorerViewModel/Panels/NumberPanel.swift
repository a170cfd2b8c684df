import ConvArithmetic
import LayerNotation

/// The size formulas of both axes and the documented count, in as few lines as possible.
package struct NumberPanel {
  let state: ExplorerState
  /// Whether there is room for the table of the count below the sizes.
  let hasCount: Bool

  package init(state: ExplorerState, hasCount: Bool) {
    self.state = state
    self.hasCount = hasCount
  }

  package func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let pass = try? state.outcome.get()
    for (row, axis) in Axis.allCases.enumerated() {
      var spans = [Span(" "), Span(axis.letter, .heading), Span("  ")]
      if let pass { spans += formula(pass.axes[axis]) } else { spans.append(Span("–", .faint)) }
      let end = frame.write(spans, row: row)
      if let pass { drawRemark(pass, axis, row, after: end, &frame) }
    }
    if hasCount { drawCount(pass, row: 2, &frame) }
    return frame
  }

  private func formula(_ geometry: AxisGeometry) -> [Span] {
    [
      Span(geometry.sizeFormula.numbers, .plain), Span(" = ", .faint),
      Span(geometry.output.grouped, .value),
    ]
  }

  /// What the documented count leaves unsaid, where there is room.
  private func drawRemark(
    _ pass: ForwardPass, _ axis: Axis, _ row: Int, after end: Int, _ frame: inout Frame
  ) {
    let text = axis == .height ? productsText(pass) : usefulText(pass)
    guard frame.spelling.width(text) <= frame.size.columns - end - 2 else { return }
    frame.write(text, row: row, endingAt: frame.size.columns - 1, style: .faint)
  }

  private func productsText(_ pass: ForwardPass) -> String {
    guard let products = pass[.multiplications].fitting else { return "" }
    return "\(products.grouped) products formed"
  }

  private func usefulText(_ pass: ForwardPass) -> String {
    guard let useful = pass[.usefulMultiplications].fitting else { return "" }
    return "\(useful.grouped) useful"
  }

  /// One column for each term: its name above, its value below, both against the right edge.
  private func drawCount(_ pass: ForwardPass?, row: Int, _ frame: inout Frame) {
    let terms = CountTerm.terms(pass)
    let shares = terms.reduce(0) { $0 + $1.share }
    var end = 0
    for (index, term) in terms.enumerated() {
      let width = term.share * min(120, frame.size.columns - 1) / shares
      end += width
      frame.write(term.name(width - 1, frame.spelling), row: row, endingAt: end, style: .heading)
      frame.write(
        term.text(width - 1), row: row + 1, endingAt: end,
        style: index == terms.count - 1 ? .value : .plain)
    }
  }
}

/// One factor of the documented count.
private struct CountTerm {
  let name: String
  let symbol: String
  /// The part of the width; in all 79, what the narrowest whole screen has.
  let share: Int
  /// `nil` where there is no such term.
  let value: Count?

  private init(_ figure: Figure, share: Int, _ pass: ForwardPass?) {
    (name, symbol) = (figure.label, figure.symbol ?? figure.name)
    (self.share, value) = (share, pass.flatMap { figure.count($0) })
  }

  private init(samples: Int?, share: Int) {
    (name, symbol, self.share, value) = ("N", "N", share, samples.map { Count($0) })
  }

  /// The terms in the order in which they are multiplied and added; none of an invalid layer.
  static func terms(_ pass: ForwardPass?) -> [CountTerm] {
    [
      CountTerm(.filters, share: 13, pass), CountTerm(.additionsPerFilter, share: 13, pass),
      CountTerm(.operationsPerFilter, share: 14, pass), CountTerm(.aggregation, share: 15, pass),
      CountTerm(samples: pass?.input.samples, share: 6), CountTerm(.documented, share: 18, pass),
    ]
  }

  func name(_ width: Int, _ spelling: Spelling) -> String {
    spelling.width(name) <= width ? name : symbol
  }

  func text(_ width: Int) -> String {
    value?.grouped(within: max(6, width)) ?? "–"
  }
}
