import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// The layer and all that a listener needs of it, in short lines.
  package var summary: [String] {
    let subject = state.subject
    return [subject.layer.pytorchLine, "input \(subject.input.text)"] + outcome
  }

  /// What follows from the layer: shapes, counts and pattern, or why there is no output.
  var outcome: [String] {
    switch state.outcome {
    case .success(let pass):
      return [
        "output \(pass.output.text)",
        "weight \(tupleText(pass.weight)), parameters \(pass[.parameters].words)",
        "operations as documented \(pass[.documented].words): filters"
          + " \(pass[.filters].words), operations per filter"
          + " \(pass[.operationsPerFilter].words), aggregation \(pass[.aggregation].words)",
        "products really formed \(pass[.multiplications].words), useful"
          + " \(pass[.usefulMultiplications].words)",
      ] + pattern(pass.overlap)
        + state.budget.exceeded(by: pass).map { "\($0.limit.name) \($0.verdict)" }
    case .failure(let refusal):
      return ["no output: PyTorch refuses this layer"] + refusal.reasons.map(\.line)
        + ["fix applies the nearest valid values"]
    }
  }

  var report: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    let lines = FactLines(spelling: state.capabilities.spelling, width: 100)
    return FactSheet(pass).sections.flatMap { lines.lines($0) }
      .map { $0.map(\.text).joined() }
  }

  /// As much of the map as a page holds, in characters, with its legend.
  var map: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    // With no room to spare: a line for each row of the map, as is heard.
    let size = ScreenSize(columns: 78, rows: min(40, max(1, pass.overlap.size.height) + 1))
    let frame = MapPanel(state, pass).draw(size)
    return frame.text.split(separator: "\n").map(String.init)
  }

  /// What the groups are called, what they connect, and what they save.
  var channels: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    let texts = ChannelTexts(pass, width: 78, state.capabilities.spelling)
    return [texts.title, texts.meaning]
      + (texts.shapes + texts.counts).map { $0.map(\.text).joined() }
  }

  /// The layer in each library, all but the code in comments.
  var code: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    return lines(DialectFact.all(pass))
  }

  /// The layer in one library; `nil` for a name that none has.
  func code(_ words: [String]) -> [String]? {
    guard words.count == 1, let dialect = Dialect(rawValue: words[0].lowercased()) else {
      return nil
    }
    guard case .success(let pass) = state.outcome else { return outcome }
    return lines(DialectFact.all(pass).filter { $0.dialect == dialect })
  }

  private func lines(_ facts: [DialectFact]) -> [String] {
    facts.flatMap { $0.lines(state.capabilities.spelling, width: 88) }
  }

  /// The map in words: each axis by itself, then both together.
  private func pattern(_ map: OverlapMap) -> [String] {
    let isTransposed = state.subject.layer.direction == .transposed
    let what = isTransposed ? "products" : "reads"
    let extremes = [
      "least \(map.minimum.words), most \(map.maximum.words) \(what) in a cell,"
        + " \(map.holes.words) cells with none"
    ]
    let verdict =
      map.isEvenInside ? "even away from the borders" : "uneven away from the borders"
    return [axisWords("rows", map.coverage.height), axisWords("columns", map.coverage.width)]
      + extremes + [verdict]
  }

  private func axisWords(_ name: String, _ coverage: Coverage) -> String {
    let period = coverage.period
    let start = coverage.interior.lowerBound
    guard coverage.interior.count >= period, period <= 16 else {
      let range = coverage.interiorRange
      return "\(name): inside from \(range.lowerBound) to \(range.upperBound)"
    }
    let counter = CellCounter(coverage)
    let counts = (start..<start + period).map { String(counter.count(at: $0)) }
    return period == 1
      ? "\(name): \(counts[0]) everywhere inside"
      : "\(name): \(counts.joined(separator: " ")) from \(name == "rows" ? "row" : "column") \(start)"
        + " on, again and again"
  }
}
