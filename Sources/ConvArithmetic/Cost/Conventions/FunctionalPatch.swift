/// The count that calflops and DeepSpeed share: both patch `torch.nn.functional`, and calflops
/// began as DeepSpeed's profiler.
///
///     Conv2d           m = N·C_in·(C_out/groups)·K·H'·W'        bias N·C_out·H'·W'
///     ConvTranspose2d  m = N·C_in·f·K·H_in·W_in                 bias N·b·H'·W'
///     calflops         f = ⌊C_out/groups/groups⌋,  b = C_out/groups
///     DeepSpeed        f = C_out/groups,           b = C_out
///
/// H' and W' are the output size as they compute it. An unbatched input is read as (N, C, W):
/// its channels are the samples, its rows the channels, its columns have the first axis' numbers.
struct FunctionalPatch<Q: Quantity> {
  let layer: LayerQuantities<Q>
  let tool: PatchingTool

  /// The multiply-accumulates m.
  var products: Q {
    guard layer.isTransposed else {
      return layer.samplesAsRead * layer.inChannels * filtersPerChannel * layer.kernel
        * countedCells
    }
    let perPlace = layer.samplesAsRead * channels * filtersPerChannel * layer.kernel
    return layer.isUnbatched ? perPlace * layer.inputSide(.width) : perPlace * layer.inputCells
  }

  /// Twice m, and the biases.
  var operations: Q {
    let pairs = 2 * products
    guard layer.hasBias else { return pairs }
    return pairs + layer.samplesAsRead * biasedChannels * countedCells
  }

  private var isCalflopsTransposed: Bool { layer.isTransposed && tool == .calflops }
  private var channels: Q { layer.isUnbatched ? layer.inputSide(.height) : layer.inChannels }

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
    return counted(axes.height, layer.outputSide(.height), "H'")
      * counted(axes.width, layer.outputSide(.width), "W'")
  }

  /// The size as the tool computes it, by its own name only where it is wrong.
  private func counted(_ axis: AxisGeometry, _ right: Q, _ name: String) -> Q {
    let size = tool.size(axis, input: axis.input)
    return size == Count(axis.output) ? right : .named(name, size)
  }
}

enum PatchingTool {
  case calflops, deepSpeed

  /// The output size that the tool computes from an input size and the numbers of an axis.
  ///
  ///     calflops, and Conv2d     ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1
  ///     DeepSpeed, transposed    (i − 1)s − 2p + d(k − 1) + 1 + output_padding
  ///
  /// `same` is ⌊d(k − 1)/2⌋ on both sides, which is the padding at the start.
  func size(_ axis: AxisGeometry, input: Int) -> Count {
    let (stride, padding) = (Count(axis.stride), 2 * Count(axis.paddingBefore))
    guard axis.direction == .transposed, self == .deepSpeed else {
      return (Count(input) + padding - axis.span - 1).floorDivided(by: stride) + 1
    }
    return (Count(input) - 1) * stride - padding + axis.span + 1 + Count(axis.outputPadding)
  }

  /// From the products of a ``FunctionalPatch`` to the right ones.
  ///
  /// DeepSpeed's of a transposed layer are right: of an unbatched one samples, channels and picture
  /// are read wrongly, but their product is the same.
  func productCorrections(_ pass: ForwardPass) -> [Correction] {
    let products = pass[.multiplications]
    return [groupCorrection(pass, products) ?? (sizeCause(pass), products)]
  }

  /// From its operations to what is executed.
  func operationCorrections(_ pass: ForwardPass) -> [Correction] {
    let pairs = 2 * pass[.multiplications]
    let planes = Count(pass.input.samples) * Count(pass.layer.outChannels)
    let ungrouped = pass.layer.bias ? pairs + planes * sizes(pass).product : pairs
    return [
      groupCorrection(pass, ungrouped), (sizeCause(pass), pairs + pass[.biasAdditions]),
      (.countsFirstTermAsAddition, pass[.executed]),
    ].compactMap { $0 }
  }

  /// From the groups that calflops divides a transposed layer by twice to those divided by once.
  private func groupCorrection(_ pass: ForwardPass, _ corrected: Count) -> Correction? {
    guard self == .calflops, pass.layer.direction == .transposed else { return nil }
    return (.dividesByGroupsTwice(groups: pass.layer.groups), corrected)
  }

  /// The sizes that the tool computes, and the right ones.
  private func sizeCause(_ pass: ForwardPass) -> Deviation.Cause {
    let (counted, output) = (sizes(pass), pass.output.size)
    return pass.layer.direction == .convolution
      ? .halvesSamePadding(counted: counted, output: output)
      : .usesConvolutionSize(counted: counted, output: output)
  }

  private func sizes(_ pass: ForwardPass) -> Spatial<Count> {
    pass.axes.map { size($0, input: $0.input) }
  }
}

extension ForwardPass {
  /// Both tools assert that the second number of the input's shape is C_in.
  var patchFailure: ToolFailure? {
    let (height, channels) = (input.size.height, input.channels)
    guard layer.direction == .convolution, input.batch == nil, height != channels else {
      return nil
    }
    return .assertsChannels(read: height, expected: channels)
  }
}
