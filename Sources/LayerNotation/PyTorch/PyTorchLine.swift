import ConvArithmetic

extension ConvLayer {
  /// The layer as a PyTorch constructor; arguments that have PyTorch's default are left out.
  ///
  ///     nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)
  package var pytorchLine: String {
    "nn.\(kind.moduleName)(\(pytorchArguments.joined(separator: ", ")))"
  }

  /// The arguments of the constructor, one by one.
  package var pytorchArguments: [String] {
    var arguments = ["\(inChannels)", "\(outChannels)", argument(kernelSize)]
    let defaults = ConvLayer()
    if stride != defaults.stride { arguments.append("stride=\(argument(stride))") }
    switch padding {
    case .explicit(let cells):
      if cells != Spatial(square: 0) { arguments.append("padding=\(argument(cells))") }
    case .same, .valid: arguments.append("padding='\(padding.text)'")
    }
    if kind == .convTranspose2d, outputPadding != defaults.outputPadding {
      arguments.append("output_padding=\(argument(outputPadding))")
    }
    if dilation != defaults.dilation { arguments.append("dilation=\(argument(dilation))") }
    if groups != defaults.groups { arguments.append("groups=\(groups)") }
    if bias != defaults.bias { arguments.append("bias=False") }
    return arguments
  }

  private func argument(_ pair: Spatial<Int>) -> String {
    pair.height == pair.width ? "\(pair.height)" : tupleText([pair.height, pair.width])
  }
}
