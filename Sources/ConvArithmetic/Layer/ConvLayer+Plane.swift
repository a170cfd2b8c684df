extension ConvLayer {
  package init() { self.init(axes: 2) }
}

extension LayerOp {
  package static let conv2d = LayerOp(.convolution, axes: 2)
  package static let convTranspose2d = LayerOp(.transposed, axes: 2)

  /// Those that a person can ask for.
  package static let offered: [LayerOp] = [.conv2d, .convTranspose2d]
}
