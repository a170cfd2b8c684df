/// A layer and the shape of the input that it is applied to: what a person explores.
package struct LayerCase: Hashable, Sendable {
  package var layer: ConvLayer
  package var input: TensorShape

  package init(layer: ConvLayer, input: TensorShape) { (self.layer, self.input) = (layer, input) }
}
