/// The count that calflops and DeepSpeed share: both patch `torch.nn.functional`, and calflops
/// began as DeepSpeed's profiler.
///
///     Conv2d           m = N·C_in·(C_out/groups)·K·H'·W'        bias N·C_out·H'·W'
///     ConvTranspose2d  m = N·C_in·f·K·H_in·W_in                 bias N·b·H'·W'
///     calflops         f = ⌊C_out/groups/groups⌋,  b = C_out/groups
///     DeepSpeed        f = C_out/groups,           b = C_out
///
/// H' and W' are the output size as they compute it. An unbatched input is read as (N, C, W):
/// its channels are the samples, its rows the channels, and its columns take the numbers of the
/// first axis.
struct FunctionalPatch<Q: Quantity> {
  enum Tool { case calflops, deepSpeed }

  let layer: LayerQuantities<Q>
  let tool: Tool

  /// The multiply-accumulates m.
  var products: Q {
    guard layer.isTransposed else {
      let perPlace = samples * layer.inChannels * filtersPerChannel * layer.kernel
      return perPlace * countedCells
    }
    let perPlace = samples * channels * filtersPerChannel * layer.kernel
    return layer.isUnbatched ? perPlace * layer.inputWidth : perPlace * layer.inputCells
  }

  /// Twice m, and the biases.
  var operations: Q {
    let pairs = 2 * products
    guard layer.hasBias else { return pairs }
    return pairs + samples * biasedChannels * countedCells
  }

  private var isCalflopsTransposed: Bool { layer.isTransposed && tool == .calflops }
  private var samples: Q { layer.isUnbatched ? layer.inChannels : layer.samples }
  private var channels: Q { layer.isUnbatched ? layer.inputHeight : layer.inChannels }

  private var filtersPerChannel: Q {
    let perGroup = layer.outChannels.divided(by: layer.groups)
    // The weight of a transposed layer has C_out/groups already.
    return isCalflopsTransposed ? perGroup.floorDivided(by: layer.groups) : perGroup
  }

  private var biasedChannels: Q {
    isCalflopsTransposed ? layer.outChannels.divided(by: layer.groups) : layer.outChannels
  }

  private var countedCells: Q {
    let axes = layer.pass.axes
    guard !layer.isUnbatched else {
      return .named("W'", tool.size(axes.height, input: axes.width.input))
    }
    return counted(axes.height, layer.outputHeight, "H'")
      * counted(axes.width, layer.outputWidth, "W'")
  }

  /// The size as the tool computes it, by its own name only where it is wrong.
  private func counted(
    _ axis: AxisGeometry, _ right: Q, _ name: String
  ) -> Q {
    let size = tool.size(axis, input: axis.input)
    return size == Count(axis.output) ? right : .named(name, size)
  }
}

extension FunctionalPatch.Tool {
  /// The output size that the tool computes from an input size and the numbers of an axis.
  ///
  ///     calflops, and Conv2d     ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1
  ///     DeepSpeed, transposed    (i − 1)s − 2p + d(k − 1) + 1 + output_padding
  ///
  /// `same` is ⌊d(k − 1)/2⌋ on both sides, which is the padding in front.
  func size(_ axis: AxisGeometry, input: Int) -> Count {
    let span = Count(axis.dilation) * (Count(axis.kernelSize) - 1)
    let (stride, padding) = (Count(axis.stride), 2 * Count(axis.paddingBefore))
    guard axis.direction == .transposed, self == .deepSpeed else {
      return (Count(input) + padding - span - 1).floorDivided(by: stride) + 1
    }
    return (Count(input) - 1) * stride - padding + span + 1 + Count(axis.outputPadding)
  }
}

extension FunctionalPatch where Q == Count {
  /// Both tools assert that the second number of the input's shape is C_in.
  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    let (height, channels) = (pass.input.size.height, pass.input.channels)
    guard pass.layer.direction == .convolution, pass.input.batch == nil, height != channels else {
      return nil
    }
    return .assertsChannels(read: height, expected: channels)
  }

  /// The sizes that a tool computes, and the right ones, as a cause.
  static func sizeCause(
    _ pass: ForwardPass, _ tool: Tool
  ) -> Deviation.Cause {
    let counted = pass.axes.map { axis in
      tool.size(axis, input: axis.input)
    }
    return pass.layer.direction == .convolution
      ? .halvesSamePadding(counted: counted, output: pass.output.size)
      : .usesConvolutionSize(counted: counted, output: pass.output.size)
  }
}
