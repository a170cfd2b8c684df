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
      Span(geometry.substitutedSize, .plain), Span(" = ", .faint),
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
    guard let products = pass.executed.multiplications.fitting else { return "" }
    return "\(products.grouped) products formed"
  }

  private func usefulText(_ pass: ForwardPass) -> String {
    guard let useful = pass.executed.usefulMultiplications.fitting else { return "" }
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

  /// The terms in the order in which they are multiplied and added; none of an invalid layer.
  static func terms(_ pass: ForwardPass?) -> [CountTerm] {
    let count = pass?.documented
    let additions = pass?.layer.kind == .convTranspose2d ? pass?.overlap : nil
    return [
      CountTerm(
        name: "filters ψ", symbol: "ψ", share: 13, value: count?.filters),
      CountTerm(
        name: "additions A", symbol: "A", share: 13,
        value: additions?.documentedAdditions),
      CountTerm(
        name: "per filter λ", symbol: "λ", share: 14,
        value: count?.operationsPerFilter),
      CountTerm(
        name: "aggregate γ", symbol: "γ", share: 14, value: count?.aggregation
      ),
      CountTerm(
        name: "N", symbol: "N", share: 6, value: pass.map { Count($0.input.samples) }),
      CountTerm(
        name: "total", symbol: "total", share: 19, value: count?.total),
    ]
  }

  func name(_ width: Int, _ spelling: Spelling) -> String {
    spelling.width(name) <= width ? name : symbol
  }

  func text(_ width: Int) -> String {
    value?.grouped(within: max(6, width)) ?? "–"
  }
}
