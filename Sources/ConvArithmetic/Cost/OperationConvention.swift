/// A way to count the operations of a layer: what one tool prints, or what a document defines.
package struct OperationConvention: Sendable {
  /// The key of the count in the output of `convscope batch`.
  package let key: StaticString
  package let name: String
  package let unit: Unit
  package let source: Source
  package var covers: Features = []
  /// What it counts on a layer on which the tool does not fail.
  let formulas: Formulas
  /// Whether (C, H, W) is taken for (N, C, W).
  var readsUnbatchedAsBatch = false
  var toolFailure: (@Sendable (ForwardPass) -> ToolFailure?)?
  /// What to correct, in order; the last count is the right one of the unit.
  var corrections: @Sendable (ForwardPass) -> [Correction] = { _ in [] }

  package var id: String { key.description }

  package enum Unit: Equatable, Sendable {
    /// One multiplication and one addition together.
    case multiplyAccumulates
    /// Single multiplications and additions.
    case operations
  }

  package struct Source: Equatable, Sendable {
    package let name: String
    /// `nil` for what has no versions.
    package var version: String?
  }
}

extension OperationConvention {
  /// What the convention counts for a layer; `nil` where the tool fails on it.
  ///
  /// Exact, where a tool that sums in floating point rounds.
  package func count(_ pass: ForwardPass) -> Ratio? {
    failure(pass) == nil ? formulas.exact(pass) : nil
  }

  /// The formula that gives this count, down to the numbers of the layer; `nil` where the tool
  /// fails on the layer.
  package func formula(_ pass: ForwardPass) -> Formula? {
    failure(pass) == nil ? formulas.spelled(LayerQuantities(pass: pass)).expanded : nil
  }

  /// Why there is no number for a layer; `nil` where there is one.
  package func failure(_ pass: ForwardPass) -> ToolFailure? {
    let missing = pass.features.subtracting(covers)
    return missing.isEmpty ? toolFailure?(pass) : .notCovered(missing)
  }

  /// Why the count is not the right one of its unit, cause by cause; none where it is.
  ///
  /// Each is the mistake that remains when those before it are corrected, so the amounts sum to
  /// what the convention counts more than ``Unit/rightCount(_:)``.
  package func deviations(_ pass: ForwardPass) -> [Deviation] {
    guard failure(pass) == nil else { return [] }
    var value = formulas.whole(pass.counts)
    var deviations: [Deviation] = []
    for correction in allCorrections(pass) {
      let amount = value - correction.corrected
      if amount != 0 { deviations.append(Deviation(cause: correction.cause, amount: amount)) }
      value = correction.corrected
    }
    return deviations
  }

  /// The corrections, the reading of an unbatched input first: then the count is that of one
  /// sample, and what is wrong with it is wrong with a batch too.
  private func allCorrections(_ pass: ForwardPass) -> [Correction] {
    guard readsUnbatchedAsBatch, pass.input.batch == nil else { return corrections(pass) }
    var input = pass.input
    input.batch = 1
    let batched = ForwardPass(layer: pass.layer, input: input, axes: pass.axes)
    let cause = Deviation.Cause.readsUnbatchedAsBatch(
      channels: input.channels, height: input.size.height)
    return [(cause, formulas.whole(batched.counts))] + corrections(batched)
  }
}

extension OperationConvention.Unit {
  /// What a count in this unit should be: the nominal work, as it is executed.
  package func rightCount(_ pass: ForwardPass) -> Count {
    switch self {
    case .multiplyAccumulates: pass[.multiplications]
    case .operations: pass[.executed]
    }
  }
}
