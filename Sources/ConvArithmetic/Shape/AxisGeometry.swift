/// A convolution along one spatial axis; the axes never mix.
///
/// Its numbers fit in 64 bits; whether PyTorch takes those that a search makes is for
/// ``LayerCase/forward()`` to say.
package struct AxisGeometry: Hashable, Sendable {
  package let direction: ConvLayer.Direction
  package let input: Int
  package let output: Int
  package let kernelSize: Int
  package let stride: Int
  package let dilation: Int
  package let paddingBefore: Int
  package let paddingAfter: Int
  /// 0 for a convolution.
  package let outputPadding: Int
  /// Zeros for a transposed one.
  package var paddingMode = PaddingMode.zeros

  /// The cells from the first tap to the last: d(k − 1).
  var span: Count { Count(dilation) * (Count(kernelSize) - 1) }

  /// How many products reach each cell.
  ///
  /// The cells are the output of a transposed layer and the input of an ordinary one. The former is
  /// the gradient of the latter, so it is one relation. The read of a copy of a cell, with a padding
  /// mode that copies, is a read of that cell.
  package var coverage: Coverage {
    let isTransposed = direction == .transposed
    var coverage = Coverage(
      positions: isTransposed ? input : output, taps: kernelSize, stride: stride,
      dilation: dilation, offset: paddingBefore, size: isTransposed ? output : input)
    if paddingMode != .zeros {
      coverage.copying = Coverage.Copying(
        mode: paddingMode, before: paddingBefore, after: paddingAfter, size: input)
    }
    return coverage
  }

  /// How many of the trailing cells that output_padding keeps receive no product.
  ///
  /// Padding crops as many cells at the end as it does at the start, and output_padding gives those
  /// back first; what it keeps beyond them lies after the last tap of the last position.
  package var emptyKeptCells: Count {
    coverage.window(max(0, output - outputPadding)..<output)?.holes ?? 0
  }
}

extension AxisGeometry {
  /// The geometry that a rule gives; `nil` where a number of it does not fit in 64 bits.
  init?(_ rule: AxisRule) {
    guard let output = Int(exactly: rule.output), let before = Int(exactly: rule.paddingBefore),
      let after = Int(exactly: rule.paddingAfter)
    else { return nil }
    self.init(
      direction: rule.direction, input: rule.input, output: output, kernelSize: rule.kernelSize,
      stride: rule.stride, dilation: rule.dilation, paddingBefore: before, paddingAfter: after,
      outputPadding: rule.outputPadding, paddingMode: rule.paddingMode)
  }
}

/// The size rules along one axis, as sums that may not fit.
struct AxisRule {
  let direction: ConvLayer.Direction
  let input: Int
  let kernelSize: Int
  let stride: Int
  let dilation: Int
  let paddingBefore: Count
  let paddingAfter: Count
  let outputPadding: Int
  var paddingMode = PaddingMode.zeros

  /// The cells that one kernel position spans: e = d(k − 1) + 1.
  ///
  /// Source: Dumoulin & Visin (2018), section 5.1.
  var dilatedKernelSize: Count { Count(dilation) * (Count(kernelSize) - 1) + 1 }

  /// The cells that the kernel of a Conv2d moves over: i + 2p.
  var paddedInput: Count { Count(input) + paddingBefore + paddingAfter }

  /// The output cells, below 1 where there are none.
  ///
  ///     Conv2d           o = ⌊(i + 2p − e)/s⌋ + 1
  ///     ConvTranspose2d  o = (i − 1)s − 2p + d(k − 1) + output_padding + 1
  ///
  /// Source: `torch.nn.Conv2d` and `torch.nn.ConvTranspose2d`, section Shape.
  var output: Count {
    switch direction {
    case .convolution:
      (paddedInput - dilatedKernelSize).floorDivided(by: Count(stride)) + 1
    case .transposed:
      (Count(input) - 1) * Count(stride) - paddingBefore - paddingAfter + dilatedKernelSize
        + Count(outputPadding)
    }
  }
}
