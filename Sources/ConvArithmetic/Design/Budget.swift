/// How the numbers of a tensor are stored.
package enum NumberFormat: String, CaseIterable, Hashable, Sendable {
  case int8, fp16, fp32

  /// The bytes of a weight, and of a number of an input or output.
  package var bytes: Int {
    switch self {
    case .int8: 1
    case .fp16: 2
    case .fp32: 4
    }
  }

  /// The bytes of a bias: an int32 beside int8, as it is added to sums of products.
  ///
  /// Source: TensorFlow Lite 8-bit quantization specification, CONV_2D, input 2.
  package var biasBytes: Int { self == .int8 ? 4 : bytes }
}

/// What a layer takes in memory, in one format of numbers; a batch counts with all its samples.
///
/// Units: elements, and bytes of eight bits. Nothing is said about alignment, scales of quantized
/// numbers, or what a runtime needs for itself.
package struct MemoryUse: Hashable, Sendable {
  private let pass: ForwardPass
  package let format: NumberFormat

  init(_ pass: ForwardPass, _ format: NumberFormat) {
    self.pass = pass
    self.format = format
  }

  /// The weight and the biases.
  package var weights: Count {
    pass.weightElements * Count(format.bytes) + pass.biasElements * Count(format.biasBytes)
  }

  package var input: Count { pass.inputElements * Count(format.bytes) }

  package var output: Count { pass.outputElements * Count(format.bytes) }

  /// Input and output, which are there at the same time; weights and buffers not included.
  ///
  /// Source: Deeplite/deeplite-profiler, issue 26.
  package var peak: Count { input + output }

  /// The bytes that have to be moved at least: weights, input and output, each once.
  package var moved: Count { weights + input + output }

  /// Operations for each byte that is moved: 2·products / (weights + input + output).
  ///
  /// Source: Williams, Waterman & Patterson, "Roofline", 2009.
  package var intensity: Ratio { Ratio(2 * pass.executed.multiplications, moved) }

  /// The buffer between input, or output, and a product of matrices: ``ForwardPass/columnElements``.
  package var columns: Count { pass.columnElements * Count(format.bytes) }
}

extension ForwardPass {
  package func memory(_ format: NumberFormat) -> MemoryUse { MemoryUse(self, format) }

  /// The elements of the weight, without the biases.
  package var weightElements: Count {
    var product = Count(1)
    for dimension in weight { product = product * Count(dimension) }
    return product
  }

  /// One for each output channel of a layer with bias.
  package var biasElements: Count { layer.bias ? Count(layer.outChannels) : 0 }

  /// N·C_in·H_in·W_in.
  package var inputElements: Count {
    Count(input.samples) * Count(layer.inChannels) * inputCells
  }

  /// N·C_out·H_out·W_out.
  package var outputElements: Count {
    Count(input.samples) * Count(layer.outChannels) * outputCells
  }

  /// The elements of the buffer for one group of one sample, if the layer is computed as a product
  /// of matrices.
  ///
  ///     Conv2d           C_in/groups·K·H_out·W_out    filled by im2col before the product
  ///     ConvTranspose2d  C_out/groups·K·H_in·W_in     added up by col2im behind it
  ///
  /// Source: PyTorch's slow_conv2d and slow_conv_transpose2d, which are called for each group.
  package var columnElements: Count {
    let isTransposed = layer.kind == .convTranspose2d
    let channels = (isTransposed ? layer.outChannels : layer.inChannels) / layer.groups
    let places = isTransposed ? inputCells : outputCells
    return Count(channels) * kernelElements * places
  }

  /// Whether input or output is that buffer already: the kernel is one tap and steps over nothing.
  package var needsNoColumns: Bool {
    axes.allSatisfy { axis in
      (axis.kernelSize, axis.stride) == (1, 1) && axis.outputPadding == 0
        && (axis.paddingBefore, axis.paddingAfter) == (0, 0)
    }
  }
}
