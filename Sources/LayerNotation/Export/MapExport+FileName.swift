import ConvArithmetic

extension ConvLayer {
  /// A name for a file about the layer: `convtranspose2d-k3-s2-p1-op1.svg`.
  ///
  /// - Parameter format: What the file is; it gives the ending.
  /// - Returns: A name without anything that a shell or a file system could take amiss.
  package func fileName(_ format: MapFormat) -> String {
    var parts = [kind.moduleName.lowercased(), "k\(Self.text(kernelSize))"]
    let one = Spatial(square: 1)
    let none = Spatial(square: 0)
    if stride != one { parts.append("s\(Self.text(stride))") }
    switch padding {
    case .explicit(let cells): if cells != none { parts.append("p\(Self.text(cells))") }
    case .same, .valid: parts.append("p\(padding.text)")
    }
    if dilation != one { parts.append("d\(Self.text(dilation))") }
    if kind == .convTranspose2d, outputPadding != none {
      parts.append("op\(Self.text(outputPadding))")
    }
    return parts.joined(separator: "-") + ".\(format.ending)"
  }

  private static func text(_ pair: Spatial<Int>) -> String {
    pair.height == pair.width ? "\(pair.height)" : "\(pair.height)x\(pair.width)"
  }
}
