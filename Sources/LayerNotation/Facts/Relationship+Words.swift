extension Relationship.Subject {
  /// `R14`, by its number in the paper, or `ext` for what is not in it.
  package var label: String { number.map { "R\($0)" } ?? "ext" }

  package var condition: String { Self.rows["\(self)"]?["condition"] ?? "" }

  private static let rows = DataRow.named(PackageResources.relationships_tsv)
}

extension AssociatedConvolution {
  var sentence: String {
    let dilated = dilation.value > 1 ? ", d' = \(dilation.value)" : ""
    let symbols = padding.symbols == number(padding) ? "" : "\(padding.symbols) = "
    let crops = padding.value < 0 ? " (it crops)" : ""
    return Sentence.ordinaryConvolution(
      number(kernelSize) + dilated, number(stride), symbols + number(padding) + crops,
      stretchedInput)
  }

  private var stretchedInput: String {
    let (between, end) = (zerosBetween.value, zerosAtEnd.value)
    let stretched =
      between == 0
      ? "the input" : Sentence.stretchedInput(number(input), between.counted("zero"))
    return stretched + (end == 0 ? "" : ", with \(end.counted("zero")) at its end only")
  }

  private func number(_ formula: Formula) -> String { formula.value.words }
}
