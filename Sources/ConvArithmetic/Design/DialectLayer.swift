struct DialectLayer {
  let pass: ForwardPass
  var layer: ConvLayer { pass.layer }
  var stride: Spatial<Int> { layer.stride }
  var dilation: Spatial<Int> { layer.dilation }

  var isTransposed: Bool { layer.direction == .transposed }

  var input: Spatial<Count> { pass.axes.map { Count($0.input) } }

  var output: Spatial<Count> { pass.axes.map { Count($0.output) } }

  var kernelSize: Spatial<Count> { layer.kernelSize.map { Count($0) } }

  /// The cells of padding at both ends of each axis; what a transposed layer crops.
  var padding: Spatial<Ends<Count>> {
    pass.axes.map { Ends(Count($0.paddingBefore), Count($0.paddingAfter)) }
  }

  var outputPadding: Spatial<Count> { pass.axes.map { Count($0.outputPadding) } }

  /// e = d(k − 1) + 1.
  func dilatedKernel(_ axis: Axis) -> Count { Count(dilation[axis]) * (kernelSize[axis] - 1) + 1 }

  var ones: Spatial<Int> { stride.map { _ in 1 } }

  var isPadded: Bool { !padding.isAll(Ends(0, 0)) }

  /// Whether it pads with copies, which only PyTorch's layers do.
  var hasCopies: Bool { isPadded && layer.paddingMode != .zeros }

  var noPadding: Spatial<Ends<Count>> { padding.map { _ in Ends(0, 0) } }

  /// A convolution with the numbers of the layer, unless said otherwise.
  func convolution(
    _ rule: DialectConvolution.Rule, kernelSize: Spatial<Count>? = nil,
    stride: Spatial<Int>? = nil, dilation: Spatial<Int>? = nil
  ) -> DialectConvolution {
    DialectConvolution(
      rule: rule, kernelSize: kernelSize ?? self.kernelSize, stride: stride ?? self.stride,
      dilation: dilation ?? self.dilation)
  }

  /// The reasons that hold in every library but PyTorch.
  var commonLimits: [DialectLimit] {
    (pass.input.batch == nil ? [.noBatch] : []) + causalLimits
      + (hasCopies ? [.paddingMode(padding, layer.paddingMode)] : [])
  }

  var causalLimits: [DialectLimit] {
    guard layer.padding == .causal else { return [] }
    return stride.axes.map { .causal(stride: stride[$0], dilatedKernelSize: dilatedKernel($0)) }
  }

  /// What the words for padding make of the same numbers; of copies they make zeros.
  ///
  /// All of these libraries agree on what the words mean, but not on which of them a layer may use.
  func words() -> [DialectWord] { hasCopies ? [] : [describe(.same), describe(.valid)] }

  /// A convolution with padding of its own, and before it the copies that it cannot make.
  private func padded(
    _ rule: (Spatial<Ends<Count>>) -> DialectConvolution.Rule
  ) -> [DialectStep] {
    guard hasCopies else { return [.convolve(convolution(rule(padding)))] }
    return [.pad(padding, layer.paddingMode), .convolve(convolution(rule(noPadding)))]
  }

  /// What ONNX's auto_pad makes of the same numbers of a transposed layer.
  ///
  /// `SAME` pads until the output is s·i, with t = e + output_padding − s cells to cut off, half of
  /// them at the start; so it makes PyTorch's size just where t = 2p, and then cuts off the same.
  ///
  /// Source: <https://onnx.ai/onnx/operators/onnx__ConvTranspose.html>.
  private func automaticWords() -> [DialectWord] {
    let same = input.with(stride) { $0 * Count($1) }
    let valid = stride.along { axis in
      (input[axis] - 1) * Count(stride[axis]) + dilatedKernel(axis) + outputPadding[axis]
    }
    return [(.same, same), (.sameLower, same), (.valid, valid)].map { word, size in
      DialectWord(word: word, output: size, relation: size == output ? .equal : .otherSize)
    }
  }

  /// ONNX Runtime's output of `SAME`, s·i + t, where t < 0 on an axis.
  private func automaticLimit() -> DialectLimit? {
    let missing = stride.along { axis in
      min(0, dilatedKernel(axis) + outputPadding[axis] - Count(stride[axis]))
    }
    guard !missing.isAll(0) else { return nil }
    return .automaticPadding(
      runtime: stride.along { axis in input[axis] * Count(stride[axis]) + missing[axis] })
  }

  private func describe(_ word: PaddingWord) -> DialectWord {
    let made = stride.along { axis in
      let (input, kernel, stride) = (input[axis], dilatedKernel(axis), Count(stride[axis]))
      return isTransposed
        ? (word.transposedOutput(input, kernel, stride), word.cutBefore(kernel, stride))
        : (word.ordinaryOutput(input, kernel, stride), word.zeros(input, kernel, stride).before)
    }
    let (size, theirs, ours) = (made.map { $0.0 }, made.map { $0.1 }, padding.map { $0.before })
    let relation: DialectWord.Relation =
      size.contains { $0 < 1 }
      ? .impossible
      : size != output
        ? .otherSize : theirs == ours ? .equal : .shifted(theirs: theirs, ours: ours)
    return DialectWord(word: word, output: size, relation: relation)
  }

  /// The layer itself, and the strided `same` that it has no word for.
  func pytorch() -> DialectPlan {
    var plan = DialectPlan(
      dialect: .pytorch, steps: [.convolve(convolution(.pytorch(output: output)))])
    plan.limits = causalLimits
    if pass.features.contains(.unequalPadding) {
      plan.limits.append(.unequalPadding(padding, layer.paddingMode))
    }
    let same = describe(.same)
    guard !isTransposed, !hasCopies, same.relation != .equal else { return plan }
    let ends = stride.along { axis in
      PaddingWord.same.zeros(input[axis], dilatedKernel(axis), Count(stride[axis]))
    }
    plan.limits.append(.foreignSame(ends, output: same.output))
    return plan
  }

  /// Attributes of ONNX, which are PyTorch's but for a padding of its own at each end.
  ///
  /// The standard wants output_padding below "the corresponding stride/dilation", as PyTorch does;
  /// ONNX Runtime wants it below the stride. Sources:
  /// <https://onnx.ai/onnx/operators/onnx__Conv.html>, onnx__ConvTranspose.html; ONNX Runtime 1.32.
  func onnx() -> DialectPlan {
    guard isTransposed else {
      return DialectPlan(
        dialect: .onnx, steps: padded { .onnx($0) }, words: words(), limits: commonLimits)
    }
    let kept = splitOutputPadding()
    var limits = commonLimits + [automaticLimit()].compactMap { $0 }
    var steps = [
      DialectStep.convolve(convolution(.onnxTransposed(padding, outputPadding: kept.remainder)))
    ]
    if !kept.whole.isAll(0) {
      limits.append(.outputPadding(layer.outputPadding, below: stride))
      steps.insert(.pad(kept.whole.map { Ends(0, $0) }), at: 0)
    }
    return DialectPlan(dialect: .onnx, steps: steps, words: automaticWords(), limits: limits)
  }

  /// An output_padding in whole strides, each a zero after the input, and the remainder.
  func splitOutputPadding() -> (whole: Spatial<Count>, remainder: Spatial<Count>) {
    let parts = outputPadding.with(stride) { $0.split(by: Count($1)) }
    return (parts.map { $0.quotient }, parts.map { $0.remainder })
  }

  /// One function for both kinds of layer, and the helper for the transposed one where it can.
  ///
  /// A transposed layer is the convolution of its input, stretched by lhs_dilation, with the
  /// flipped kernel: d(k − 1) − p zeros before, output_padding more after. Below 0 they are cells
  /// taken away, which XLA allows. Source:
  /// <https://www.openxla.org/xla/operation_semantics#conv_convolution>.
  func jax() -> DialectPlan {
    guard isTransposed else {
      return DialectPlan(
        dialect: .jax, steps: padded { .jaxGeneral($0, inputDilation: ones) }, words: words(),
        limits: commonLimits)
    }
    let ends = stride.along { axis in
      let whole = dilatedKernel(axis) - 1
      return Ends(whole - padding[axis].before, whole - padding[axis].after + outputPadding[axis])
    }
    let step = convolution(.jaxGeneral(ends, inputDilation: stride), stride: ones)
    let hasGroups = layer.groups > 1
    return DialectPlan(
      dialect: .jax, steps: [.convolve(step)],
      shorter: hasGroups ? nil : convolution(.jaxTransposed(ends)),
      words: hasGroups ? [] : words(),
      limits: commonLimits + (hasGroups ? [.transposedGroups(layer.groups)] : []))
  }
}
