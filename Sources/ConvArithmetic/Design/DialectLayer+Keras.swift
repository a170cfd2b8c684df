/// Keras, whose padding is a word, before all else.
///
/// Sources: keras/src/layers/convolutional/base_conv.py and base_conv_transpose.py ("`strides > 1`
/// not supported in conjunction with `dilation_rate > 1`", "`output_padding` must be < `strides`").
extension DialectLayer {
  /// Whether both are above 1, on any axes.
  private var hasStrideWithDilation: Bool {
    stride.contains { $0 > 1 } && dilation.contains { $0 > 1 }
  }

  /// With stride and dilation, all outputs are computed, and every s-th of them is kept.
  func kerasOrdinary() -> DialectPlan {
    var limits = commonLimits
    let picks = hasStrideWithDilation
    let inner = picks ? ones : stride
    // There is no DepthwiseConv3D.
    let isDepthwise =
      layer.groups > 1 && layer.groups == layer.inChannels && inner.isUniform && inner.count < 3
    var word = PaddingWord.valid
    var steps: [DialectStep] = []
    if isPadded {
      // Under a stride the word would depend on the input's size.
      if inner.isAll(1), !hasCopies,
        padding.axes.allSatisfy({ padding[$0] == Ends(halving: dilatedKernel($0) - 1) })
      {
        word = .same
      } else {
        if !hasCopies { limits.append(.paddingByWord(padding)) }
        steps.append(.pad(padding, layer.paddingMode))
      }
    }
    steps.append(.convolve(convolution(.keras(word, isDepthwise: isDepthwise), stride: inner)))
    if picks {
      limits.append(.strideWithDilation)
      steps.append(.pick(every: stride))
    }
    return DialectPlan(dialect: .keras, steps: steps, words: picks ? [] : words(), limits: limits)
  }

  /// With stride and dilation, the kernel has its gaps as zeros of its own.
  ///
  /// An output_padding of whole strides is as many zeros after the input.
  func kerasTransposed() -> DialectPlan {
    var limits = commonLimits
    if layer.groups > 1 { limits.append(.transposedGroups(layer.groups)) }
    let isDense = hasStrideWithDilation
    if isDense { limits.append(.strideWithDilation) }
    let kernel = layer.stride.along { axis in dilatedKernel(axis) }
    let (whole, remainder) = splitOutputPadding()
    let isFilledSame = words().contains { $0.word == .same && $0.relation == .equal }
    let sameRemainder = isFilledSame && whole.isAll(0) ? nil : sameOutputPadding(remainder)
    let usesSame = sameRemainder != nil || isFilledSame && whole.isAll(0)
    var steps: [DialectStep] = []
    if !whole.isAll(0) {
      limits.append(.outputPadding(layer.outputPadding, below: stride))
      steps.append(.pad(whole.map { Ends(0, $0) }))
    }
    // Without output_padding Keras fills up to s·i, which a short kernel does not reach.
    let isFilled = kernel.axes.allSatisfy { remainder[$0] == 0 && kernel[$0] >= Count(stride[$0]) }
    let rule: DialectConvolution.Rule =
      usesSame
      ? .kerasTransposed(.same, outputPadding: sameRemainder)
      : .kerasTransposed(.valid, outputPadding: isFilled ? nil : remainder)
    steps.append(
      .convolve(
        convolution(rule, kernelSize: isDense ? kernel : nil, dilation: isDense ? ones : nil)))
    if !usesSame, isPadded {
      limits.append(.cropByWord(padding))
      steps.append(.crop(padding))
    }
    if !isDense {
      limits += [zeroOutputPadding()].compactMap { $0 }
      if !dilation.isAll(1) { limits.append(.transposedDilation) }
    }
    return DialectPlan(dialect: .keras, steps: steps, words: isDense ? [] : words(), limits: limits)
  }

  /// The output_padding q with which `same` crops just the padding; `nil` where none from 0 to
  /// s − 1 does, and where there is no padding to crop.
  ///
  /// Of (i − 1)s + e cells `same` keeps (i − 1)s + (e mod 2) + q, and cuts off half of the
  /// remainder at the start, rounded down. TensorFlow refuses to keep (i − 1)s or fewer.
  private func sameOutputPadding(_ remainder: Spatial<Count>) -> Spatial<Count>? {
    guard isPadded else { return nil }
    return stride.along { axis -> Count? in
      let (kernel, cropped) = (dilatedKernel(axis), padding[axis].before)
      let parity = kernel.split(by: 2).remainder
      let kept = kernel - parity - 2 * cropped + remainder[axis]
      let isExact = cropped == 0 || remainder[axis] == 0
      return isExact && kept >= 0 && kept < Count(stride[axis]) && kept + parity >= 1 ? kept : nil
    }.complete()
  }

  /// What an output_padding of 0 makes of the words, where that is not what `None` makes of them.
  private func zeroOutputPadding() -> DialectLimit? {
    func output(_ word: PaddingWord, _ outputPadding: Spatial<Count>?) -> Spatial<Count> {
      convolution(.kerasTransposed(word, outputPadding: outputPadding)).output(of: input)
    }
    let zero = stride.map { _ in Count(0) }
    let (same, valid) = (output(.same, zero), output(.valid, zero))
    guard same != output(.same, nil) || valid != output(.valid, nil) else { return nil }
    let isRefused = stride.axes.contains { dilatedKernel($0).split(by: 2).remainder == 0 }
    return .zeroOutputPadding(same: isRefused ? nil : same, valid: valid)
  }
}
