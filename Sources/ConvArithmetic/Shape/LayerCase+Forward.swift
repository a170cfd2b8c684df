extension LayerCase {
  /// Applies the layer to its input, as far as shapes go.
  ///
  /// - Returns: The output shape and all that follows from it.
  /// - Throws: ``Refusal`` with every reason for which there is no output.
  package func forward() throws(Refusal) -> ForwardPass {
    ForwardPass(layer: layer, input: input, axes: try Validation(self).axes())
  }

  /// The rule of one axis, whether or not its numbers make sense.
  func rule(_ axis: Axis) -> AxisRule {
    let padding = padding(axis)
    return AxisRule(
      direction: layer.direction, input: input.size[axis], kernelSize: layer.kernelSize[axis],
      stride: layer.stride[axis], dilation: layer.dilation[axis], paddingBefore: padding.before,
      paddingAfter: padding.after, outputPadding: layer.outputPadding[axis],
      paddingMode: layer.paddingMode)
  }

  /// The cells of padding before and after an axis.
  ///
  /// `same` adds d(k − 1) in all, and the odd one at the end (`torch.nn.functional.conv2d`).
  private func padding(_ axis: Axis) -> (before: Count, after: Count) {
    switch layer.padding {
    case .explicit(let cells):
      return (Count(cells[axis]), Count(cells[axis]))
    case .valid:
      return (0, 0)
    case .same:
      let all = Count(layer.dilation[axis]) * (Count(layer.kernelSize[axis]) - 1)
      let before = all.floorDivided(by: 2)
      return (before, all - before)
    }
  }
}
