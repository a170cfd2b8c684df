/// What a layer is: its direction and the number of its axes.
package struct LayerOp: Equatable, Sendable {
  package let direction: ConvLayer.Direction
  /// From 1 to 3.
  package let axes: Int

  package init(_ direction: ConvLayer.Direction, axes: Int) {
    (self.direction, self.axes) = (direction, axes)
  }

  /// The name of the function in `torch.nn.functional`: conv2d, conv_transpose2d.
  package var functionName: String {
    "\(direction == .transposed ? "conv_transpose" : "conv")\(axes)d"
  }

  /// The name of the module in `torch.nn`: Conv2d, ConvTranspose2d.
  package var moduleName: String {
    "\(direction == .transposed ? "ConvTranspose" : "Conv")\(axes)d"
  }
}

extension ConvLayer {
  package var op: LayerOp { LayerOp(direction, axes: kernelSize.count) }
}
