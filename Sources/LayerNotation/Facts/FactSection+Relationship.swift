extension FactSection {
  /// The relationships of Dumoulin & Visin that apply to each axis, the most special first.
  static func relationship(_ pass: ForwardPass) -> FactSection {
    let axes = pass.axes.named
    let facts = axes.flatMap { names, axis in
      Relationship.applying(to: axis).map { fact($0, names, axis) }
    }
    return FactSection(
      title: "Relationships of Dumoulin & Visin", facts: facts,
      notes: axes.flatMap(notes) + [source(facts)])
  }

  private static func fact(
    _ relationship: Relationship, _ names: String, _ axis: AxisGeometry
  ) -> Fact {
    let formula = relationship.output(axis)
    let output = axis.direction == .convolution ? "o" : "o'"
    let value = formula.value.words
    let substituted = formula.numbers(\.grouped)
    return Fact(
      "\(names) \(relationship.subject.label) \(relationship.subject.condition)",
      "\(output) = \(formula.symbols)", substituted == value ? "" : substituted, value: value)
  }

  private static func notes(_ names: String, _ axis: AxisGeometry) -> [String] {
    let associated = Relationship.applying(to: axis).first?.associatedConvolution(axis)
    return [associated.map { "Along \(names) \($0.sentence)." }, floorNote(names, axis)]
      .compactMap { $0 }
  }

  /// Which inputs have the same output, for the floor rounds them all down to it.
  private static func floorNote(_ names: String, _ axis: AxisGeometry) -> String? {
    guard axis.direction == .convolution, let inputs = axis.roundTrip?.inputs,
      inputs.lowerBound < inputs.upperBound
    else { return nil }
    return Sentence.floorMakes(
      names, inputs.lowerBound.grouped, inputs.upperBound.grouped, axis.output.grouped)
  }

  private static func source(_ facts: [Fact]) -> String {
    (facts.contains { $0.name.contains(" ext ") } ? Sentence.paperAndMore : .paper)()
  }
}
