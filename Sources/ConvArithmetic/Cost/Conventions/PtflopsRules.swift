/// ptflops with its hooks on modules: products and biases of one sample.
///
///     batched      ψ·K·H·W + C_out·H_out·W_out
///     unbatched    ψ·K·W + H_out·W_out
///
/// H·W: the output of a Conv2d, the input of a ConvTranspose2d. The hook multiplies by
/// `input.shape[0]`, and the total is divided by the same number; the picture is `shape[2:]`.
enum PtflopsPytorchRule: ConventionRule {
  static let id: StaticString = "ptflops_pytorch"
  static let name = "ptflops, pytorch"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = OperationConvention.Source(
    name: "ptflops.get_model_complexity_info", version: "0.7.5")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    let perPlace = layer.filters * layer.kernel
    guard layer.isUnbatched else {
      let products = perPlace * layer.places
      guard layer.hasBias else { return products }
      return products + layer.outChannels * layer.outputCells
    }
    let products = perPlace * (layer.isTransposed ? layer.inputWidth : layer.outputWidth)
    return layer.hasBias ? products + layer.outputCells : products
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    pass.input.samples == 0 ? .dividesByEmptyBatch : nil
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    [
      Correction(.dividesByBatch(samples: pass.input.samples), pass.countWithBias),
      pass.biasCorrection,
    ]
  }
}

/// ptflops with its hooks on operators: products and biases of the whole batch.
///
///     N·ψ·K·H·W + N·C_out·H_out·W_out
enum PtflopsAtenRule: ConventionRule {
  static let id: StaticString = "ptflops_aten"
  static let name = "ptflops, aten"
  static let unit = OperationConvention.Unit.multiplyAccumulates
  static let source = PtflopsPytorchRule.source

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    layer.withBias(layer.products)
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    [pass.biasCorrection]
  }
}
