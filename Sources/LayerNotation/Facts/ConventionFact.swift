import ConvArithmetic

/// What one convention says of a layer, and why that is not the right count, in words.
package struct ConventionFact: Equatable, Sendable {
  package let name: String
  /// The digits, or why there are none.
  package let count: String
  package let unit: String
  /// The count over the right one of its unit, to two places; `–` where there is none.
  package let ratio: String
  /// The formula in symbols; empty where the tool fails.
  package let formula: String
  /// The formula with this layer's numbers; empty where the tool fails.
  package let substituted: String
  /// One sentence for each reason, at least one.
  package let reasons: [String]
  package let source: String

  package init(_ convention: OperationConvention, _ pass: ForwardPass) {
    (name, unit, source) = (convention.name, convention.unit.rawValue, convention.source)
    let number = convention.count(pass)
    count = number?.words ?? "fails"
    ratio = number?.quotientText(by: convention.unit.rightCount(pass)) ?? "–"
    let formula = convention.formula(pass)
    self.formula = formula?.symbols ?? ""
    substituted = formula?.numbers(\.grouped) ?? ""
    reasons = Self.reasons(convention, pass)
  }

  private static func reasons(_ convention: OperationConvention, _ pass: ForwardPass) -> [String] {
    if let failure = convention.failure(pass) { return [failure.sentence] }
    let deviations = convention.deviations(pass)
    guard convention.count(pass)?.isOverflow == false, !convention.unit.rightCount(pass).isOverflow,
      !deviations.contains(where: \.amount.isOverflow)
    else {
      return ["The comparison does not fit in 127 bits."]
    }
    guard deviations.isEmpty else {
      return deviations.map {
        "\($0.amount.magnitude.grouped) too \($0.amount < 0 ? "few" : "many"): \($0.cause.text)."
      }
    }
    let right = convention.unit == .operations ? "executed operations" : "products"
    return ["It is the right number of \(right)."]
  }
}

extension Deviation.Cause {
  private func product(_ size: Spatial<Int>) -> String { size.map { Count($0) }.sizeText }

  fileprivate var text: String {
    switch self {
    case .usesOutputSize(let output, let input):
      "it counts a transposed layer by its output size \(product(output)), where its input size"
        + " \(product(input)) is right"
    case .ignoresWordPadding: "it counts nothing where the padding is a word"
    case .readsUnbatchedAsBatch(let channels, let height):
      "it reads the unbatched input as \(channels.grouped) samples of \(height.grouped) channels"
    case .dividesByBatch(let samples):
      "it gives the count of one sample for the batch of \(samples.grouped)"
    case .dividesByGroupsTwice(let groups):
      "it divides the output channels by the \(groups.grouped) groups a second time"
    case .usesConvolutionSize(let counted, let output):
      "it takes the output for \(counted.sizeText), by the formula of an ordinary convolution,"
        + " where it is \(product(output))"
    case .halvesSamePadding(let counted, let output):
      "it halves an odd 'same' padding and takes the output for \(counted.sizeText),"
        + " where it is \(product(output))"
    case .countsBiasAsProduct:
      "it counts each bias as a multiply-accumulate, though nothing is multiplied"
    case .countsFirstTermAsAddition:
      "it counts an addition for every product, though the first term of a sum needs none"
    case .leavesOutBias: "it leaves the additions of the bias out"
    case .ignoresOutputPadding(let outputPadding):
      "it measures the overlap as if output_padding \(outputPadding.text) were 0"
    case .chargesOutputCells(let output, let input):
      "it charges the whole kernel for each of the \(product(output)) output cells, where each of"
        + " the \(product(input)) input cells meets it once"
    case .countsHolesAsMinusOne(let holes):
      "it counts −1 addition for each of the \(holes.grouped) cells that nothing reaches"
    case .leavesOutCroppedAdditions: "it leaves out the additions of cells that the padding crops"
    case .contradictsSteps: "it prints another formula than follows from its steps"
    }
  }
}

extension ToolFailure {
  package var sentence: String {
    switch self {
    case .notCovered(let features): "It is \(features.refusal())."
    case .dividesByEmptyBatch: "It fails: it divides by the batch of 0."
    case .assertsChannels(let read, let expected):
      "It fails: it takes the rows of the unbatched input, \(read.grouped), for its"
        + " \(expected.grouped) channels."
    case .buildsEmptyMap(let size):
      "It fails: the layer of ones that it builds without output_padding has an output of"
        + " \(size.height)×\(size.width)."
    }
  }
}

extension Ratio {
  /// The quotient of two numbers rounded to two places, such as `1.05`; a whole number where that
  /// needs more than `width` columns, 6 at least.
  ///
  /// It is `nil` for a division by 0, and where a number does not fit.
  package func quotientText(by other: Count, within width: Int = 12) -> String? {
    guard other > 0 else { return nil }
    if let hundredths = rounded(times: 100, by: other) {
      let text = hundredths.decimal(2)
      if text.count <= width { return text }
    }
    return rounded(times: 1, by: other)?.grouped(within: width)
  }

  /// The nearest whole number to a multiple of the quotient; halves upwards.
  private func rounded(times factor: Count, by other: Count) -> Count? {
    let (scaled, divisor) = (numerator * factor, denominator * other)
    return (2 * scaled + divisor).floorDivided(by: 2 * divisor).fitting
  }
}
