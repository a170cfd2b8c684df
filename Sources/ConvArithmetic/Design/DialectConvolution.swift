/// A convolution as a library understands it, with the library's own rule of sizes.
///
/// e = d(k − 1) + 1 is the dilated kernel, (b, a) the zeros before and after, p a padding.
package struct DialectConvolution: Equatable, Sendable {
  package enum Rule: Equatable, Sendable {
    case pytorch(output: Spatial<Count>)
    /// `keras.layers.Conv2D`, or `DepthwiseConv2D`: ⌈i/s⌉ for `same`, ⌈(i − e + 1)/s⌉ for `valid`.
    ///
    /// Source: <https://www.tensorflow.org/api_docs/python/tf/nn>, "Notes on padding", and
    /// keras/src/ops/operation_utils.py, `compute_conv_output_shape`.
    case keras(PaddingWord, isDepthwise: Bool)
    /// `keras.layers.Conv2DTranspose`: s·i for `same`, (i − 1)s + max(e, s) for `valid`; with
    /// output_padding (i − 1)s + (e mod 2) + output_padding and (i − 1)s + e + output_padding.
    ///
    /// Source: keras/src/backend/common/backend_utils.py, `_get_output_shape_given_tf_padding`.
    case kerasTransposed(PaddingWord, outputPadding: Spatial<Count>?)
    /// `jax.lax.conv_general_dilated`: ⌊(ĩ + b + a − e)/s⌋ + 1, ĩ = (i − 1)·lhs_dilation + 1.
    ///
    /// Source: <https://www.openxla.org/xla/operation_semantics#conv_convolution>.
    case jaxGeneral(Spatial<Ends<Count>>, inputDilation: Spatial<Int>)
    /// `jax.lax.conv_transpose` with the zeros of the convolution that it is: (i − 1)s + b + a + 2
    /// − e.
    ///
    /// Source: <https://docs.jax.dev/en/latest/_autosummary/jax.lax.conv_transpose.html>.
    case jaxTransposed(Spatial<Ends<Count>>)
    /// `Conv`: ⌊(i + b + a − e)/s⌋ + 1. Source: <https://onnx.ai/onnx/operators/onnx__Conv.html>.
    case onnx(Spatial<Ends<Count>>)
    /// `ConvTranspose`: s(i − 1) + output_padding + e − b − a.
    ///
    /// Source: <https://onnx.ai/onnx/operators/onnx__ConvTranspose.html>.
    case onnxTransposed(Spatial<Ends<Count>>, outputPadding: Spatial<Count>)
  }

  package let rule: Rule
  package let kernelSize: Spatial<Count>
  package let stride: Spatial<Int>
  package let dilation: Spatial<Int>

  package func output(of input: Spatial<Count>) -> Spatial<Count> {
    input.along { axis in output(of: input[axis], axis) }
  }

  private func output(of input: Count, _ axis: Axis) -> Count {
    let stride = Count(stride[axis])
    let kernel = Count(dilation[axis]) * (kernelSize[axis] - 1) + 1
    switch rule {
    case .pytorch(let output): return output[axis]
    case .keras(let word, _): return word.ordinaryOutput(input, kernel, stride)
    case .kerasTransposed(let word, let outputPadding):
      guard let outputPadding else { return word.transposedOutput(input, kernel, stride) }
      let kept = word == .same ? kernel.split(by: 2).remainder : kernel
      return (input - 1) * stride + kept + outputPadding[axis]
    case .jaxGeneral(let ends, let inputDilation):
      let stretched = (input - 1) * Count(inputDilation[axis]) + 1
      return (stretched + ends[axis].all - kernel).floorDivided(by: stride) + 1
    case .jaxTransposed(let ends): return (input - 1) * stride + ends[axis].all + 2 - kernel
    case .onnx(let ends): return (input + ends[axis].all - kernel).floorDivided(by: stride) + 1
    case .onnxTransposed(let ends, let outputPadding):
      return stride * (input - 1) + outputPadding[axis] + kernel - ends[axis].all
    }
  }
}

extension PaddingWord {
  /// The size of a convolution whose padding is said with this word.
  ///
  /// Source: <https://www.tensorflow.org/api_docs/python/tf/nn>, "Notes on padding"; the same in
  /// jax.lax.padtype_to_pads and in ONNX's auto_pad.
  func ordinaryOutput(_ input: Count, _ kernel: Count, _ stride: Count) -> Count {
    switch self {
    case .same, .sameLower: input.ceilingDivided(by: stride)
    case .valid: (input - kernel + 1).ceilingDivided(by: stride)
    }
  }

  /// The size of a transposed layer whose padding is said with this word.
  ///
  /// Source: keras/src/backend/common/backend_utils.py; jax/_src/lax/convolution.py,
  /// `_conv_transpose_padding`.
  func transposedOutput(_ input: Count, _ kernel: Count, _ stride: Count) -> Count {
    switch self {
    case .same, .sameLower: input * stride
    case .valid: (input - 1) * stride + max(kernel, stride)
    }
  }

  /// The zeros around a convolution; of an odd number, `same` has one more at the end.
  func zeros(_ input: Count, _ kernel: Count, _ stride: Count) -> Ends<Count> {
    guard self == .same else { return Ends(0, 0) }
    let output = ordinaryOutput(input, kernel, stride)
    return Ends(halving: max(0, (output - 1) * stride + kernel - input))
  }

  /// The cells that a transposed layer loses at the start: half of max(e − s, 0) for `same`.
  func cutBefore(_ kernel: Count, _ stride: Count) -> Count {
    self == .same ? max(0, kernel - stride).floorDivided(by: 2) : 0
  }
}
