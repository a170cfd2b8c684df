import ConvArithmetic

extension ConvLayer {
  /// The layer as PyTorch prints it.
  ///
  ///     ConvTranspose2d(64, 32, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
  ///
  /// Source: `_ConvNd.extra_repr` in `torch/nn/modules/conv.py`.
  package var pytorchRepr: String {
    let defaults = ConvLayer()
    var arguments = [
      "\(inChannels)", "\(outChannels)", "kernel_size=\(pair(kernelSize))",
      "stride=\(pair(stride))",
    ]
    switch padding {
    case .explicit(let cells):
      if cells != Spatial(square: 0) { arguments.append("padding=\(pair(cells))") }
    case .same, .valid: arguments.append("padding=\(padding.text)")
    }
    if dilation != defaults.dilation { arguments.append("dilation=\(pair(dilation))") }
    if kind == .convTranspose2d, outputPadding != defaults.outputPadding {
      arguments.append("output_padding=\(pair(outputPadding))")
    }
    if groups != defaults.groups { arguments.append("groups=\(groups)") }
    if !bias { arguments.append("bias=False") }
    return "\(kind.moduleName)(\(arguments.joined(separator: ", ")))"
  }

  private func pair(_ pair: Spatial<Int>) -> String { tupleText([pair.height, pair.width]) }
}
