/// torchinfo: all parameters, once for each place of the output.
///
///     batched      (ψ·K + C_out)·N·H_out·W_out
///     unbatched    (ψ·K + C_out)·C_out·W_out
///
/// It multiplies by the output's shape without the second number, the channels of a batch.
enum TorchinfoRule: ConventionRule {
  static let id: StaticString = "torchinfo"
  static let name = "torchinfo"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = OperationConvention.Source(
    name: "torchinfo.summary, mult-adds", version: "1.8.0")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    let weights = layer.filters * layer.kernel
    let parameters = layer.hasBias ? weights + layer.outChannels : weights
    guard layer.isUnbatched else {
      return parameters * layer.samples * layer.outputCells
    }
    return parameters * layer.outChannels * layer.outputWidth
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let cause = Deviation.Cause.usesOutputSize(
      output: pass.output.size, input: pass.input.size)
    return [Correction(cause, pass.countWithBias), pass.biasCorrection]
  }
}
