extension ConvLayer {
  /// All learnable numbers, in elements: the weight, C_in·C_out/groups·K, and a bias for each output
  /// channel; 0 for channels that groups do not divide, which PyTorch refuses.
  ///
  /// Source: `torch/nn/modules/conv.py`, `_ConvNd.__init__`.
  package var learnableNumbers: Count {
    guard groups >= 1, inChannels % groups == 0, outChannels % groups == 0 else { return 0 }
    let weights = Count(inChannels / groups) * Count(outChannels)
    return weights * kernelSize.map { Count($0) }.product + (bias ? Count(outChannels) : 0)
  }
}
