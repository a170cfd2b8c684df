/// A layer and the shape of the input that it is applied to: what a person explores.
package struct LayerCase: Hashable, Sendable {
  package var layer: ConvLayer
  package var input: TensorShape

  package init(layer: ConvLayer, input: TensorShape) { (self.layer, self.input) = (layer, input) }

  /// Makes it a layer of another kind; whatever carries over stays.
  package mutating func use(_ op: LayerOp) {
    layer.op = op
    if input.size.count != op.axes { input.size = input.size.onAxes(op.axes) }
  }
}
