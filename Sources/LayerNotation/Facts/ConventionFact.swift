/// What one convention says of a layer, and why that is not the right count, in words.
package struct ConventionFact: Equatable, Sendable {
  package let name: String
  /// The digits, `fails`, or `–` where what the tool counts is not known.
  package let count: String
  package let unit: String
  /// The count over the right one of its unit, to two places; `–` where there is none.
  package let ratio: String
  /// The formula in symbols; empty where there is no count.
  package let formula: String
  /// The formula with this layer's numbers; empty where there is no count.
  package let substituted: String
  /// One sentence for each reason, at least one.
  package let reasons: [String]
  package let source: String

  package init(_ convention: OperationConvention, _ pass: ForwardPass) {
    (name, unit, source) = (convention.name, convention.unit.rawValue, convention.source)
    let number = convention.count(pass)
    count = number?.words ?? convention.failure(pass)?.word ?? "–"
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
  fileprivate var text: String {
    func area(_ size: Spatial<Int>) -> String { size.map { Count($0) }.sizeText }
    return switch self {
    case .usesOutputSize(let output, let input): Sentence.usesOutputSize(area(output), area(input))
    case .ignoresWordPadding: Sentence.ignoresWordPadding()
    case .readsUnbatchedAsBatch(let channels, let height):
      Sentence.readsUnbatchedAsBatch(channels.counted("sample"), height.counted("channel"))
    case .dividesByBatch(let samples): Sentence.dividesByBatch(samples.grouped)
    case .dividesByGroupsTwice(let groups): Sentence.dividesByGroupsTwice(groups.grouped)
    case .usesConvolutionSize(let counted, let output):
      Sentence.usesConvolutionSize(counted.sizeText, area(output))
    case .halvesSamePadding(let counted, let output):
      Sentence.halvesSamePadding(counted.sizeText, area(output))
    case .countsBiasAsProduct: Sentence.countsBiasAsProduct()
    case .countsFirstTermAsAddition: Sentence.countsFirstTermAsAddition()
    case .leavesOutBias: Sentence.leavesOutBias()
    case .ignoresOutputPadding(let cells): Sentence.ignoresOutputPadding(cells.text)
    case .chargesOutputCells(let output, let input):
      Sentence.chargesOutputCells(area(output), area(input))
    case .countsHolesAsMinusOne(let holes): Sentence.countsHolesAsMinusOne(holes.grouped)
    case .leavesOutCroppedAdditions: Sentence.leavesOutCroppedAdditions()
    case .contradictsSteps: Sentence.contradictsSteps()
    }
  }
}

extension ToolFailure {
  /// What stands in place of a count.
  package var word: String { isRecorded ? "fails" : "–" }

  package var sentence: String {
    switch self {
    case .notCovered(let features): Sentence.notRecorded(features.names)
    case .dividesByEmptyBatch: Sentence.dividesByEmptyBatch()
    case .assertsChannels(let read, let expected):
      Sentence.assertsChannels(read.grouped, expected.counted("channel"))
    case .buildsEmptyMap(let size): Sentence.buildsEmptyMap(size.height, size.width)
    }
  }
}
