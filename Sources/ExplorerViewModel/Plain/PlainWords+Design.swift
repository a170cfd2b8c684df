extension PlainWords {
  /// The layers that are read out; more would be a long wait for a listener.
  private static let mostLayers = 10

  /// The layers that make the goal, each with the number that takes it.
  var solutions: [String] {
    guard let solution = SolverResult(state.solver, state.subject, state.outcome, state.spelling)
    else {
      return ["this goal needs the output of a valid layer; solve 16 asks for a size"]
        + outcome.dropFirst()
    }
    switch solution.answer {
    case .failure(let failure): return failure.lines + ["searched: \(solution.question.limitsText)"]
    case .success(let answer):
      let rows = solution.rows.prefix(Self.mostLayers).enumerated().map { index, row in
        "\(index + 1)  \(row.subject.layer.pytorchLine): \(row.reason)"
      }
      return ["\(solution.question.text): \(answer.countText)"] + rows
        + ["`take 1` explores the first"]
    }
  }

  var memory: [String] { ifValid { lines(FactSheet($0, budget: state.budget)[.memory]) } }

  /// What differs, row by row; then the number of rows that do not.
  var comparison: [String] {
    guard let kept = before.comparison.kept else {
      return ["no layer is kept to compare with; baseline makes this one A"]
    }
    let sheet = state.comparisonSheet
    let refusals = [("A", sheet.reasonsOfA), ("B", sheet.reasonsOfB)].flatMap { letter, reasons in
      reasons.map { "\(letter) has no output: \($0)" }
    }
    let rows = sheet.differences.flatMap { section in
      section.rows.map { "\(section.title), \($0.name): \(Self.words($0.texts()))" }
    }
    let same = sheet.sections.reduce(0) { $0 + $1.rows.count } - rows.count
    return ["A \(kept.layer.pytorchLine)", "B \(state.subject.layer.pytorchLine)"] + refusals
      + rows + ["\(same) numbers are the same"]
  }

  private static func words(_ texts: ComparisonSheet.Row.Texts) -> String {
    let difference = texts.difference == "differs" ? "" : ", B − A \(texts.difference)"
    return "A \(texts.a), B \(texts.b)\(difference)"
      + (texts.ratio.isEmpty ? "" : ", B / A \(texts.ratio)")
  }

  var sweep: [String] {
    guard let sweep = state.currentSweep else {
      return ["\(state.row.rawValue) has no numbers to sweep over"]
    }
    let lines = sweep.points.enumerated().map { index, point in
      "\(sweep.name) \(sweep.text(point))\(index == sweep.present ? ", present" : ""): "
        + Self.words(point.outcome)
    }
    return (state.network == nil ? [] : [PageView.layerAlone]) + lines
  }

  private static func words(_ outcome: Result<ForwardPass, Refusal>) -> String {
    switch outcome {
    case .failure(let refusal): "refused, \(refusal.lines.joined(separator: "; "))"
    case .success(let pass):
      "output \(pass.output.size.text), overlap inside \(pass.overlap.insideText), documented"
        + " \(pass[.documented].grouped), useful products"
        + " \(pass[.usefulMultiplications].grouped), parameters"
        + " \(pass[.parameters].grouped)"
    }
  }

  /// The modules of the network, and what there is to say about the whole.
  var network: [String] {
    guard let network = state.network else { return ["no network is open: networks resnet18"] }
    let (rows, sheet) = (state.listing.rows, network.sheet)
    let listed = rows.flatMap { state.listing.summary($0.count, of: sheet.rows.count) }
    return [network.title] + sheet.lines + [listed].compactMap(\.self)
      + sheet.table(of: rows).lines(state.spelling, hasTitles: true)
      + ["`layer NAME` explores one, `layer 1` the first"]
  }

  var layers: [String] {
    if state.network != nil { return network }
    guard let model = state.model else { return ["no model is open: convscope --plain model.txt"] }
    let (places, order) = (model.places(state.listing), state.listing.order)
    let lines = places.map { place in
      let number = model.number(place, order).map { ": \($0)" } ?? ""
      return "\(place + 1)  \(model.line(place))\(number)"
    }
    let listed = state.listing.summary(places.count, of: model.layers.count)
    return [model.countText] + [listed].compactMap(\.self) + lines
      + model.problemLines.map { "not understood: \($0)" } + ["`layer 1` explores the first"]
  }

  /// The model that is open, what became of its input, and what the present layer is based on.
  func model(saidAlready remark: [String]) -> [String] {
    guard let model = state.model else { return [] }
    let isProposed =
      model.subject(model.chosen) == nil
      && model.layers[at: model.chosen]?.proposed == state.subject
    let summary = model.inputSummary.flatMap { text in
      remark.contains { $0.contains(text) } ? nil : text
    }
    return [
      isProposed ? "its own input is not known; \(state.subject.input.text) is used" : nil,
      summary, "\(model.countText) of a model; layers lists them",
    ].compactMap(\.self)
  }

  /// What came of assuming the printed order, and the layers.
  var assumed: [String] { (state.message.map { [$0.text] } ?? []) + (state.isFaulty ? [] : layers) }

  var totals: [String] {
    state.totals?.texts ?? ["no model is open: networks resnet18"]
  }

  /// The result of asking to explore a layer; without a number, all of them.
  func layer(_ text: String) -> [String] {
    if state.model == nil && state.network == nil || text.isEmpty { return layers }
    let assumptions =
      state.hasAssumedInput ? state.model?.layers[at: state.model?.chosen ?? 0] : nil
    return (assumptions?.assumptions ?? []).map { "its input is assumed: \($0.text)" } + changed
  }

  var snapshots: [String] {
    guard !state.snapshots.isEmpty else { return ["no snapshots; `keep NAME` keeps one"] }
    return state.snapshots.map { "\($0.name.text): \($0.shorthand)" }
  }

  /// The presets that have all words, with their numbers in the list of all.
  func presets(_ words: String) -> [String] {
    let found = Preset.matching(words)
    let lines = Preset.all.enumerated().filter { found.contains($1) }
      .map { "\($0 + 1)  \($1.name): \($1.subject.layer.pytorchLine)" }
    return lines.isEmpty ? ["no preset has all of these words"] : lines
  }
}
