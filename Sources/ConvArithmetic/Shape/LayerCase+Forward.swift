extension LayerCase {
  /// Applies the layer to its input, as far as shapes go; throws every reason for which there is no
  /// output.
  package func forward() throws(Refusal) -> ForwardPass {
    ForwardPass(layer: layer, input: input, axes: try Validation(self).axes())
  }

  /// The rule of one axis, whether or not its numbers make sense.
  func rule(_ axis: Axis) -> AxisRule {
    let padding = layer.paddingEnds(axis)
    return AxisRule(
      direction: layer.direction, input: input.size[axis], kernelSize: layer.kernelSize[axis],
      stride: layer.stride[axis], dilation: layer.dilation[axis], paddingBefore: padding.before,
      paddingAfter: padding.after, outputPadding: layer.outputPadding[axis],
      paddingMode: layer.paddingMode)
  }
}
