/// What a layer is: its direction and the number of its axes.
package struct LayerOp: Equatable, Sendable {
  package let direction: ConvLayer.Direction
  /// From 1 to 3.
  package let axes: Int

  package static let conv2d = LayerOp(.convolution, axes: 2)
  package static let convTranspose2d = LayerOp(.transposed, axes: 2)

  /// All that there are, conv1d first.
  package static let all: [LayerOp] = ConvLayer.Direction.allCases.flatMap { direction in
    (1...3).map { LayerOp(direction, axes: $0) }
  }

  package init(_ direction: ConvLayer.Direction, axes: Int) {
    (self.direction, self.axes) = (direction, axes)
  }

  /// The kind of layer that a function of `torch.nn.functional` has; `nil` for another name.
  ///
  /// Without a table, whose texts the cores that read at once would dispute.
  package init?(functionName: String) {
    guard functionName.last == "d", let digit = functionName.dropLast().last?.wholeNumberValue,
      (1...3).contains(digit)
    else { return nil }
    switch functionName.dropLast(2) {
    case "conv": self.init(.convolution, axes: digit)
    case "conv_transpose": self.init(.transposed, axes: digit)
    default: return nil
    }
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
  package init() { self.init(axes: 2) }

  /// The kind of layer; another one keeps whatever carries over.
  package var op: LayerOp {
    get { LayerOp(direction, axes: kernelSize.count) }
    set {
      direction = newValue.direction
      use(axes: newValue.axes)
    }
  }
}
