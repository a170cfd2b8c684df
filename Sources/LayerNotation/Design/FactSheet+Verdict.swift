extension FactSection {
  /// How evenly the products meet: along each axis, and in the plane.
  static func verdict(_ pass: ForwardPass) -> FactSection {
    let isTransposed = pass.layer.direction == .transposed
    let title = isTransposed ? "Verdict on the overlap" : "Verdict on the reuse of the input"
    guard let verdict = pass.verdict else {
      return FactSection(title: title, facts: [Fact("verdict", value: pass.verdictRefusal)])
    }
    return FactSection(
      title: title,
      facts: verdict.axes.named.flatMap { facts($0, $1) } + plane(verdict) + weighted(pass),
      notes: verdict.notes + weightNotes(pass, verdict))
  }

  private static func facts(_ names: String, _ axis: AxisVerdict) -> [Fact] {
    [
      Fact("\(names) taps by phase", "t·d mod s", value: axis.phases.text()),
      Fact(
        "\(names) even", "gcd(d, s) = 1, s divides k", axis.reason,
        value: axis.isEven ? "yes" : "no, \(axis.ratioText)"),
      Fact("\(names) inside", value: axis.interiorText),
      Fact("\(names) border cells", value: axis.borderText),
      Fact("\(names) holes", value: axis.holesText),
    ]
  }

  private static func plane(_ verdict: Verdict) -> [Fact] {
    let names = verdict.axes.axes.map { $0.slice + "s" }.joined(separator: ", ")
    let period = verdict.overlap.coverage.map(\.period.grouped).joined(separator: ", ")
    let inside = verdict.interiorVariation
    let all = verdict.variation
    return [
      Fact("most : least inside", value: verdict.overlap.ratioText),
      Fact("period", names, value: period), Fact("holes inside", value: verdict.holesInside.words),
      variation("variation inside", inside), variation("variation of all", all),
    ]
  }

  private static func variation(_ name: String, _ variation: Variation?) -> Fact {
    guard let variation else { return Fact(name, value: "–") }
    return Fact(name, "√(E[c²]/E[c]² − 1)", variation.formula, value: variation.text)
  }

  private static func weighted(_ pass: ForwardPass) -> [Fact] {
    guard pass.layer.direction == .transposed else { return [] }
    let kernels: [(String, OverlapWeights)] = [("ones", .ones), ("bilinear", .bilinear)]
    return kernels.compactMap { name, weights in
      guard let weighted = WeightedOverlap(weights, pass.overlap) else { return nil }
      let phases = weighted.phaseText.map { " (by phase \($0))" } ?? ""
      return Fact("weight sums, \(name)", value: weighted.text + phases)
    }
  }

  private static func weightNotes(_ pass: ForwardPass, _ verdict: Verdict) -> [String] {
    let bilinear = WeightedOverlap(.bilinear, pass.overlap)
    return verdict.direction == .transposed && !verdict.isEven && bilinear?.isFlat == true
      ? [Sentence.flatBilinear()] : []
  }

  /// The inputs that share an output under a Conv2d, each with the output_padding that gives it
  /// back, `most` of each axis; `nil` where there are none.
  package static func roundTrip(_ pass: ForwardPass, most: Int) -> FactSection? {
    let facts = pass.axes.named.flatMap { Self.facts($0, $1, most: most) }
    return facts.isEmpty ? nil : FactSection(title: "Round trip of the layer", facts: facts)
  }

  private static func facts(_ name: String, _ axis: AxisGeometry, most: Int) -> [Fact] {
    guard let trip = axis.roundTrip else { return [] }
    let present = Count(axis.direction == .convolution ? axis.input : axis.output)
    var facts: [Fact] = []
    var input = trip.inputs.lowerBound
    while input <= trip.inputs.upperBound, facts.count < max(1, most) {
      facts.append(fact(name, trip, input, isPresent: input == present))
      input = input + 1
    }
    if input <= trip.inputs.upperBound {
      facts.append(Fact("\(name) and so on", value: "up to \(trip.inputs.upperBound.grouped)"))
    }
    return facts
  }

  private static func fact(
    _ name: String, _ trip: RoundTrip, _ input: Count, isPresent: Bool
  ) -> Fact {
    let index = trip.outputPadding(of: input).map { "output_padding \($0.grouped)" } ?? "–"
    let mark = isPresent ? ", now" : ""
    return Fact(
      "\(name) \(input.grouped) → \(trip.output.grouped) → \(input.grouped)",
      value: (trip.isReversible ? index : "none: it crops both ends alike") + mark)
  }
}
