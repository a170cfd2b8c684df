/// A layer and the shape of the input that it is applied to: what a person explores.
package struct LayerCase: Hashable, Sendable {
  package var layer: ConvLayer
  package var input: TensorShape

  package init(layer: ConvLayer, input: TensorShape) {
    self.layer = layer
    self.input = input
  }

  /// Applies the layer to its input, as far as shapes go.
  ///
  /// - Returns: The output shape and all that follows from it.
  /// - Throws: ``Refusal`` with every reason for which there is no output.
  package func forward() throws(Refusal) -> ForwardPass {
    let reasons = Validation(self).reasons
    guard reasons.isEmpty else { throw Refusal(reasons: reasons) }
    return ForwardPass(
      layer: layer, input: input,
      axes: Spatial(height: try geometry(.height), width: try geometry(.width)))
  }

  /// The rule of one axis, whether or not its numbers make sense.
  func rule(_ axis: Axis) throws(CountOverflow) -> AxisRule {
    let padding = try padding(axis)
    return AxisRule(
      kind: layer.kind, input: Count(input.size[axis]), kernelSize: Count(layer.kernelSize[axis]),
      stride: Count(layer.stride[axis]), dilation: Count(layer.dilation[axis]),
      paddingBefore: padding.before, paddingAfter: padding.after,
      outputPadding: Count(layer.outputPadding[axis]))
  }

  /// The cells of padding in front of and behind an axis.
  ///
  /// `same` adds d(k − 1) in all, and the odd one at the end (`torch.nn.functional.conv2d`).
  private func padding(_ axis: Axis) throws(CountOverflow) -> (before: Count, after: Count) {
    switch layer.padding {
    case .explicit(let cells):
      return (Count(cells[axis]), Count(cells[axis]))
    case .valid:
      return (0, 0)
    case .same:
      let all = try Count(layer.dilation[axis]) * (Count(layer.kernelSize[axis]) - 1)
      let before = try all.floorDivided(by: 2)
      return (before, try all - before)
    }
  }

  private func geometry(_ axis: Axis) throws(Refusal) -> AxisGeometry {
    guard let rule = try? rule(axis), let output = try? rule.output,
      let output = Int(exactly: output), let before = Int(exactly: rule.paddingBefore),
      let after = Int(exactly: rule.paddingAfter)
    else { throw Refusal(reasons: [.sizeTooLarge(axis)]) }
    return AxisGeometry(
      kind: layer.kind, input: input.size[axis], output: output,
      kernelSize: layer.kernelSize[axis], stride: layer.stride[axis],
      dilation: layer.dilation[axis], paddingBefore: before, paddingAfter: after,
      outputPadding: layer.kind == .conv2d ? 0 : layer.outputPadding[axis])
  }
}
