/// A valid layer applied to an input: the shapes, and the geometry of each axis.
package struct ForwardPass: Hashable, Sendable {
  package let layer: ConvLayer
  package let input: TensorShape
  package let axes: Spatial<AxisGeometry>
  package let overlap: OverlapMap
  /// What it has that not everything covers.
  package let features: Features

  init(layer: ConvLayer, input: TensorShape, axes: Spatial<AxisGeometry>) {
    (self.layer, self.input, self.axes) = (layer, input, axes)
    let isLong = axes.contains { $0.coverage.copying?.isLong == true }
    features = isLong ? layer.features.union(.longCopies) : layer.features
    overlap = OverlapMap(coverage: axes.map { $0.coverage })
  }

  /// What is said of single cells in place of numbers; `nil` where they are counted.
  package var countRefusal: String? {
    features.contains(.longCopies) ? Features.longCopies.refusal() : nil
  }

  /// The output's shape, without a batch where the input has none.
  package var output: TensorShape {
    TensorShape(batch: input.batch, channels: layer.outChannels, size: axes.map { $0.output })
  }

  /// The cells of the kernel: K = k_h·k_w.
  package var kernelElements: Count { layer.kernelSize.map { Count($0) }.product }

  /// Whether input or output is that buffer already: the kernel is one tap and steps over nothing.
  package var needsNoColumns: Bool {
    axes.allSatisfy { axis in
      (axis.kernelSize, axis.stride) == (1, 1) && axis.outputPadding == 0
        && (axis.paddingBefore, axis.paddingAfter) == (0, 0)
    }
  }
}
