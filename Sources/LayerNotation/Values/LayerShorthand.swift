import ConvArithmetic

extension ConvLayer {
  /// The layer in the letters of papers and model tables; what has PyTorch's default is left out.
  ///
  ///     ConvTranspose2d 256→128, k3 s2 p1 op1
  package var shorthand: String {
    var words = ["k\(shorthand(kernelSize))"]
    if stride != Spatial(square: 1) { words.append("s\(shorthand(stride))") }
    switch padding {
    case .explicit(let cells):
      if cells != Spatial(square: 0) { words.append("p\(shorthand(cells))") }
    case .same, .valid: words.append("p \(padding.text)")
    }
    if kind == .convTranspose2d, outputPadding != Spatial(square: 0) {
      words.append("op\(shorthand(outputPadding))")
    }
    if dilation != Spatial(square: 1) { words.append("d\(shorthand(dilation))") }
    if groups != 1 { words.append("g\(groups)") }
    return "\(kind.moduleName) \(inChannels)→\(outChannels), \(words.joined(separator: " "))"
  }

  private func shorthand(_ pair: Spatial<Int>) -> String {
    pair.height == pair.width ? "\(pair.height)" : "\(pair.height)×\(pair.width)"
  }
}
