import ConvArithmetic

extension FactSection {
  /// The inputs that share an output under a Conv2d, each with the output_padding that gives it
  /// back, `most` of each axis; `nil` where there are none.
  package static func roundTrip(_ pass: ForwardPass, most: Int) -> FactSection? {
    let facts = pass.axes.named.flatMap { Self.facts($0, $1, most: most) }
    return facts.isEmpty
      ? nil : FactSection(title: "Round trip of the layer", facts: facts)
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
      facts.append(
        Fact("\(name) and so on", value: "up to \(trip.inputs.upperBound.grouped)"))
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
