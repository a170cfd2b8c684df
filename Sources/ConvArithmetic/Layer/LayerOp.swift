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

  /// The number of axes after another one, around all of them.
  package static func next(_ axes: Int) -> Int { axes % 3 + 1 }

  package init(_ direction: ConvLayer.Direction, axes: Int) {
    (self.direction, self.axes) = (direction, axes)
  }

  package var opposite: LayerOp { LayerOp(direction.opposite, axes: axes) }

  /// The kind of layer that a function of `torch.nn.functional` has; `nil` for another name.
  ///
  /// Without a table, whose texts the cores that read at once would dispute.
  package init?(functionName: String) {
    let name = functionName.utf8
    guard name.last == UInt8(ascii: "d"), let digit = name.dropLast().last,
      (UInt8(ascii: "1")...UInt8(ascii: "3")).contains(digit)
    else { return nil }
    let axes = Int(digit - UInt8(ascii: "0"))
    switch name.count {
    case 6 where functionName.hasPrefix("conv"): self.init(.convolution, axes: axes)
    case 16 where functionName.hasPrefix("conv_transpose"): self.init(.transposed, axes: axes)
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
