extension PageWriter {
  /// The columns that the profile needs beside the advice.
  private static let leastProfile = 32

  /// How evenly a layer's products meet: the verdict, the pattern of each axis and the numbers;
  /// beside them, better layers.
  var verdict: PageView.Page {
    guard let verdict = pass.verdict else {
      return PageView.Page(lines: [[Span(" " + pass.verdictRefusal, .notice)]])
    }
    let advice = state.advice
    let small = LineWriter(width: writer.width / 2, spelling: writer.spelling)
    let table = AdviceTable(pass, advice, small)
    let beside = writer.width - max(table.width + 1, 2 * writer.width / 5)
    let isBeside = verdict.direction == .transposed && beside >= Self.leastProfile
    let left = LineWriter(
      width: (isBeside ? beside : writer.width) - 1, spelling: writer.spelling)
    var page = PageView.Page(
      head: verdictLines(verdict) + first(advice, verdict),
      lines: axes(verdict, left) + numbers(verdict, left))
    if verdict.direction == .transposed { add(advice, table, isBeside ? beside : nil, to: &page) }
    return page
  }

  /// The verdict, with its reason where all axes have the same.
  private func verdictLines(_ verdict: Verdict) -> [[Span]] {
    let named = verdict.axes.named
    let reason = named.count > 1 ? [] : [[Span(" \(named[0].names)  \(reason(named[0].value))")]]
    let line = [Span(" \(verdict.line)", verdict.isEven ? .good : .notice)]
    return writer.flow([line] + reason, gap: 2)
  }

  private func reason(_ axis: AxisVerdict) -> String {
    "\(axis.because): phases \(axis.phases.text())"
  }

  /// What one key does about it, what that costs, and what is cheaper.
  private func first(_ advice: [Advice], _ verdict: Verdict) -> [[Span]] {
    guard verdict.direction == .transposed else { return [] }
    guard let chosen = advice[at: state.choice] else {
      return verdict.isEven
        ? [[Span(" it is even, nothing to fix", .good)]]
        : writer.paragraph(Advice.noneText, .notice)
    }
    let useful = Figure.usefulMultiplications
    let price = { (advice: Advice) in advice.pass.times(useful, of: pass) }
    let kernel = "kernel_size \(chosen.subject.layer.kernelSize.text)"
    let words = " takes \(state.choice + 1): \(kernel), \(price(chosen)) \(useful.name)"
    let least = min(chosen.pass[useful], pass[useful])
    let cheaper = advice.enumerated().filter { $1.pass[useful] < least }.prefix(1)
      .map { [Span(" cheaper is \($0 + 1): \(price($1))", .faint)] }
    return writer.flow([[Span(" \(Command.fix.keyNames)", .key), Span(words)]] + cheaper, gap: 1)
  }

  // MARK: The profile

  /// Bars as high as the screen can spare.
  private var barRows: Int { rows >= 34 ? 4 : rows >= 25 ? 3 : rows >= 15 ? 2 : 1 }

  private func axes(_ verdict: Verdict, _ writer: LineWriter) -> [[Span]] {
    let named = verdict.axes.named
    // Two patterns are lower, so that all stays in sight.
    let rows = named.count == 1 ? barRows : barRows < 3 ? 0 : barRows - 1
    return named.flatMap { names, axis in
      let name = Span(" \(names)", .heading)
      return (named.count == 1 ? [] : writer.named(name, reason(axis), column: names.count + 3))
        + AxisPattern(
          axis, barRows: rows, width: writer.width, mostColumns: writer.width, writer.spelling
        ).lines
        + writer.paragraph("border: \(axis.borderText)", .faint, indent: 3)
    } + verdict.notes.flatMap { writer.paragraph($0, .notice, indent: 3) }
  }

  private func numbers(_ verdict: Verdict, _ writer: LineWriter) -> [[Span]] {
    let row = { (name: String, text: String, style: Style) in
      writer.named(Span("   \(name)", .faint), text, style, column: 13)
    }
    let numbers =
      [[]] + row("holes", verdict.holesText, .plain)
      + row("variation", verdict.variationText, .plain)
    guard verdict.direction == .transposed else { return numbers }
    return numbers
      + weights.flatMap { name, weights -> [[Span]] in
        guard let weighted = WeightedOverlap(weights, pass.overlap) else { return [] }
        return row(name, weighted.text, weighted.isFlat ? .good : .plain)
      }
  }

  /// The kernels whose weights are summed: ones, bilinear, and that of the steps if it is shown.
  private var weights: [(String, OverlapWeights)] {
    let numbers = state.player.numbers
    let known: [(String, OverlapWeights)] = [("ones", .ones), ("bilinear", .bilinear)]
    guard numbers.areShown || numbers.isEdited, let kernel = numbers.kernel(pass.layer.kernelSize)
    else { return known }
    let denominator = numbers.startingValues.denominator(pass.layer.kernelSize)
    let name = numbers.isEdited ? "edited" : numbers.startingValues.name
    guard numbers.isEdited || !known.contains(where: { $0.0 == name }) else { return known }
    return known + [(name, .kernel(kernel, denominator: denominator))]
  }

  // MARK: What would be better

  /// Adds the advice beside the page so far, or below it, and the notes on it.
  private func add(
    _ advice: [Advice], _ table: AdviceTable, _ column: Int?, to page: inout PageView.Page
  ) {
    let equivalents = Equivalent.all(of: pass)
    var right = equivalents.isEmpty && advice.isEmpty ? [] : heading + table.head
    right += equivalents.map(table.row)
    let start = (column == nil ? page.lines.count + 1 : 0) + right.count
    right += advice.enumerated().map { index, one in
      table.row(index + 1, one, state.choiceStyle(index))
    }
    page.list = start..<start + advice.count
    let left = page.lines
    page.lines = column.map { writer.beside(left, right, at: $0) } ?? left + [[]] + right
    page.lines += [[]] + (details(advice) ?? equivalents.flatMap(words))
    let note = advice.isEmpty ? "" : AdviceTable.note + pass.sizeText + " "
    page.lines += writer.paragraph("\(note)Even overlap does not rule artefacts out.", .faint)
  }

  private var heading: [[Span]] {
    guard !pass.overlap.isEvenInside else { return [[Span(" Even by design, too", .heading)]] }
    let verb = state.isListFocused ? "takes it" : "chooses"
    let key = Span("  \(KeyPress.enter.name)", .key)
    return [[Span(" What makes it even", .heading), key, Span(" \(verb)", .faint)]]
  }

  /// The change that is being chosen.
  private func details(_ advice: [Advice]) -> [[Span]]? {
    guard state.isListFocused, let chosen = advice[at: state.choice] else { return nil }
    let costs = Figure.costs.map { "\(chosen.pass[$0].grouped) \($0.name)" }
    return writer.named(
      Span(" \(state.choice + 1)", .focus), chosen.subject.layer.pytorchLine, .value, column: 4)
      + writer.paragraph(costs.joined(separator: ", "), .faint, indent: 4)
  }

  /// The two layers that compute the same as one transposed layer.
  private func words(_ equivalent: Equivalent) -> [[Span]] {
    writer.named(Span(" \(equivalent.name)"), equivalent.steps, .value, column: 19)
      + writer.paragraph(equivalent.identity, .faint, indent: 3)
  }
}
