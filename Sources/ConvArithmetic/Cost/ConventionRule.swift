/// How a convention counts, in one place; one more row of the catalogue takes one more rule.
protocol ConventionRule: Sendable {
  static var id: StaticString { get }
  static var name: String { get }
  static var unit: OperationConvention.Unit { get }
  static var source: OperationConvention.Source { get }

  /// The features of a layer that the rule is known for.
  static var covers: Features { get }

  /// Whether (C, H, W) is taken for (N, C, W).
  static var readsUnbatchedAsBatch: Bool { get }

  /// The formula, for a layer on which the tool does not fail.
  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q

  /// The count; the formula's value, unless that can be a fraction.
  static func count(_ pass: ForwardPass) -> Ratio

  /// Why the tool fails on a layer.
  static func failure(_ pass: ForwardPass) -> ToolFailure?

  /// What to correct, in order; the last count is the right one of the unit.
  static func corrections(_ pass: ForwardPass) -> [Correction]
}

/// A mistake, and the count without it and those before.
struct Correction {
  let cause: Deviation.Cause
  let corrected: Count

  init(_ cause: Deviation.Cause, _ corrected: Count) {
    (self.cause, self.corrected) = (cause, corrected)
  }
}

extension ConventionRule {
  static var covers: Features { [] }
  static var readsUnbatchedAsBatch: Bool { false }

  static func count(_ pass: ForwardPass) -> Ratio {
    Ratio(value(LayerQuantities<Count>(pass: pass)))
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? { nil }

  static func corrections(_ pass: ForwardPass) -> [Correction] { [] }

  /// The corrections, the reading of an unbatched input first: then the count is that of one
  /// sample, and what is wrong with it is wrong with a batch too.
  static func allCorrections(_ pass: ForwardPass) -> [Correction] {
    guard readsUnbatchedAsBatch, pass.input.batch == nil else { return corrections(pass) }
    let batched = pass.asBatchOfOne
    let cause = Deviation.Cause.readsUnbatchedAsBatch(
      channels: pass.input.channels, height: pass.input.size.height)
    let reading = Correction(cause, value(LayerQuantities<Count>(pass: batched)))
    return [reading] + corrections(batched)
  }
}

extension ForwardPass {
  /// The same layer on the same input, with a batch of 1 in front.
  fileprivate var asBatchOfOne: ForwardPass {
    var input = input
    input.batch = 1
    return ForwardPass(layer: layer, input: input, axes: axes)
  }

  /// All products, and one for each output element where there is a bias.
  var countWithBias: Count { self[.multiplications] + self[.biasAdditions] }

  /// From multiply-accumulates and biases to multiply-accumulates.
  var biasCorrection: Correction { Correction(.countsBiasAsProduct, self[.multiplications]) }

  /// From two operations for each product, and perhaps the biases, to what is executed.
  func pairCorrections(
    leavesOutBias: Bool
  ) -> [Correction] {
    guard leavesOutBias else {
      return [Correction(.countsFirstTermAsAddition, self[.executed])]
    }
    return [
      Correction(.countsFirstTermAsAddition, self[.multiplications] + self[.additions]),
      Correction(.leavesOutBias, self[.executed]),
    ]
  }

  /// From the documents' steps to what is executed.
  var stepCorrections: [Correction] {
    guard layer.direction == .transposed else { return [] }
    let size = axes.map { $0.output }
    let kept = self[.multiplications] + self[.usefulAdditions] + self[.biasAdditions]
    let holes = overlap.holes
    let planes = Count(input.samples) * Count(layer.outChannels)
    return [
      Correction(
        .chargesOutputCells(output: size, input: input.size), kept - planes * holes),
      Correction(.countsHolesAsMinusOne(holes: holes), kept),
      Correction(.leavesOutCroppedAdditions, self[.executed]),
    ]
  }
}
