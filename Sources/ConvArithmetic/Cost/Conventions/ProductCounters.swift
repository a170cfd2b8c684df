/// torch's own counter: two operations for each product, whatever the layer.
///
///     2·N·ψ·K·H·W       H·W: the output of a Conv2d, the input of a ConvTranspose2d
enum TorchFlopCounterRule: ConventionRule {
  static let id: StaticString = "torch_flop_counter"
  static let name = "torch flop counter"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "torch.utils.flop_counter.FlopCounterMode", version: "2.13.0")

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    2 * layer.products
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    pass.pairCorrections(leavesOutBias: true)
  }
}

/// fvcore: the products, but none where the padding is a word.
///
/// It counts the node `aten::_convolution`, and `aten::_convolution_mode`, which takes the word,
/// is not in its table.
enum FvcoreRule: ConventionRule {
  static let id: StaticString = "fvcore"
  static let name = "fvcore"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = OperationConvention.Source(
    name: "fvcore.nn.FlopCountAnalysis", version: "0.1.5.post20221221")

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    guard case .explicit = layer.pass.layer.padding else { return 0 }
    return layer.products
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    [Correction(.ignoresWordPadding, pass[.multiplications])]
  }
}

/// thop: the output elements, each with a kernel over the channels of a group.
///
///     batched      N·C_out·H_out·W_out·(C_in/groups)·K
///     unbatched    C_out·H_out·W_out·⌊H_in/groups⌋·K
///
/// Its `calculate_conv2d_flops` takes the second number of the input's shape for the channels.
enum ThopRule: ConventionRule {
  static let id: StaticString = "thop"
  static let name = "thop"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = OperationConvention.Source(
    name: "thop.profile", version: "0.1.1.post2209072238")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    guard layer.isUnbatched else {
      return layer.outputs * layer.inChannels.divided(by: layer.groups) * layer.kernel
    }
    return layer.outChannels * layer.outputCells
      * layer.inputHeight.floorDivided(by: layer.groups) * layer.kernel
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let cause = Deviation.Cause.usesOutputSize(
      output: pass.output.size, input: pass.input.size)
    return [Correction(cause, pass[.multiplications])]
  }
}
