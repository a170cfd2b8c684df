/// The size formulas, the exact count, and beside it the documents' count by name and ratio.
package struct NumberPanel {
  let state: ExplorerState
  /// The rows for the counts below the sizes.
  let countRows: Int

  /// A row for each axis, and one for the parameters.
  private var sizeRows: Int { Self.sizeRows(axes: state.subject.layer.axes.count) }

  static func sizeRows(axes: Int) -> Int { max(2, axes) }

  /// The exact count, and the documents' terms below their names.
  package static let countRows = 3
  /// The documents' terms alone, with their ratio to the exact count.
  static let termRows = 2

  package func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    let pass = try? state.outcome.get()
    let sizeRows = state.hidden.hasSizes ? sizeRows : 0
    if sizeRows > 0 { drawSizes(pass, &frame) }
    if countRows >= Self.countRows { drawExact(pass, row: sizeRows, &frame) }
    if countRows >= Self.termRows {
      drawDocumented(pass, row: sizeRows + countRows - Self.termRows, &frame)
    }
    return frame
  }

  /// The formula of each axis, of those that are the same once; weight and parameters at the right.
  private func drawSizes(_ pass: ForwardPass?, _ frame: inout Frame) {
    let named = state.subject.layer.kernelSize.along { axis in
      pass.map { pass -> [Span] in
        let formula = pass.axes[axis].sizeFormula.numbers
        let output = Span(pass.output.size[axis].grouped, .value)
        return [Span(formula), Span(" = ", .faint), output]
      }
    }.named
    let weight = pass.map { tupleText($0.weight) } ?? "–"
    let remarks = [("weight ", weight), ("parameters ", pass?[.parameters].grouped ?? "–")]
    for row in 0..<sizeRows {
      let line =
        named[at: row].map {
          [Span(" "), Span($0.names, .heading), Span("  ")] + ($0.value ?? [Span("–", .faint)])
        } ?? times(width: frame.size.columns - 26)
      let end = line.map { frame.write($0, row: row) } ?? 0
      guard let (name, value) = remarks[at: row] else { continue }
      let width = frame.spelling.width(name + value)
      // Without its spaces the tuple of a large layer may still fit.
      let text = width <= frame.size.columns - end - 2 ? value : value.filter { $0 != " " }
      let column = frame.size.columns - 1 - frame.spelling.width(name + text)
      guard column > end else { continue }
      frame.write([Span(name, .faint), Span(text, .value)], row: row, column: column)
    }
  }

  /// How long a single axis lasts, where its samples a second are known.
  private func times(width: Int) -> [Span]? {
    state.sampleTimes?.texts.first { state.spelling.width($0) < width }
      .map { [Span(" \($0)", .faint)] }
  }

  /// What a direct implementation does; the useful part of it where there is room.
  private func drawExact(_ pass: ForwardPass?, row: Int, _ frame: inout Frame) {
    guard let pass else {
      frame.write([Span(" "), Span("exact", .heading), Span("  –", .faint)], row: row)
      return
    }
    let terms = [Figure.multiplications, .additions, .biasAdditions].map { pass[$0].grouped }
    let useful = pass[.usefulMultiplications]
    let share = useful.percent(of: pass[.multiplications]).map { "; useful \($0)" } ?? ""
    let total = [
      Span(" "), Span("exact", .heading), Span("  "), Span(pass[.executed].grouped, .value),
      Span(" operations", .value),
    ]
    let parts = { (names: [String]) in
      " = " + zip(terms, names).map { "\($0) \($1)" }.joined(separator: " + ")
    }
    let long = parts(["multiplications", "additions", "bias"])
    let texts = [long + share, long, parts(["mul", "add", "bias"]), ""]
    let used = frame.spelling.width(total)
    let text = texts.first { used + frame.spelling.width($0) < frame.size.columns } ?? ""
    frame.write(total + [Span(text, .plain)], row: row)
  }

  /// One column for each term: its name above, its value below, both against the right edge; the
  /// total with its ratio to the exact count.
  private func drawDocumented(_ pass: ForwardPass?, row: Int, _ frame: inout Frame) {
    let ratio = pass.flatMap { $0[.documented].ratioText(to: $0[.executed]) }
    frame.write("documents", row: row, column: 1, style: .heading)
    frame.write(ratio.map { " \($0) the exact" } ?? "", row: row + 1, style: .faint)
    let shares = Self.terms.reduce(0) { $0 + $1.share }
    let start = 16
    var end = start
    for (figure, share) in Self.terms {
      let width = share * min(104, frame.size.columns - 1 - start) / shares
      end += width
      let isShort = frame.spelling.width(figure.label) < width
      let name = isShort ? figure.label : figure.symbol ?? figure.name
      let value = pass.flatMap { figure.count($0) }?.grouped(within: max(6, width - 1)) ?? "–"
      frame.write(name, row: row, endingAt: end, style: .faint)
      frame.write(
        value, row: row + 1, endingAt: end, style: figure == .documented ? .value : .plain)
    }
  }

  /// The factors of the documented count in the order in which they are multiplied and added, and
  /// the part of the width that each has.
  private static let terms: [(figure: Figure, share: Int)] = [
    (.filters, 12), (.additionsPerFilter, 9), (.operationsPerFilter, 11), (.aggregation, 12),
    (.documented, 19),
  ]
}
