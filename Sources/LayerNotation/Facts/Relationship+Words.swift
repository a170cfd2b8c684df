extension Relationship.Subject {
  /// `R14`, by its number in the paper, or `ext` for what is not in it.
  package var label: String { number.map { "R\($0)" } ?? "ext" }

  package var condition: String {
    let name = "\(self)"
    return Self.rows.first { $0["subject"] == name }?["condition"] ?? ""
  }

  private static let rows = DataRow.all(PackageResources.relationships_tsv)
}

extension AssociatedConvolution {
  var sentence: String {
    var letters = ["k' = \(number(kernelSize))"]
    if dilation.value > 1 { letters.append("d' = \(dilation.value)") }
    let crops = padding.value < 0 ? " (it crops)" : ""
    letters.append("s' = \(number(stride))")
    return "it is an ordinary convolution with \(letters.joined(separator: ", ")) and p' = "
      + (padding.symbols == number(padding) ? "" : "\(padding.symbols) = ")
      + "\(number(padding))\(crops) over " + stretchedInput
  }

  private var stretchedInput: String {
    let between = zerosBetween.value
    let end = zerosAtEnd.value
    let stretched =
      between == 0
      ? "the input"
      : "the input stretched to \(number(input)) cells by "
        + "\(between.counted("zero")) between neighbours"
    return stretched + (end == 0 ? "" : ", with \(end.counted("zero")) at its end only")
  }

  private func number(_ formula: Formula) -> String { formula.value.words }
}
