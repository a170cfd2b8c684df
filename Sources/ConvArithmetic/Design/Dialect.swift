/// A library that a layer can be written in, PyTorch first.
package enum Dialect: String, CaseIterable, Equatable, Sendable {
  case pytorch, keras, jax, onnx

  /// The features of a layer that its code is known to say.
  package var covers: Features { .all }

  /// What of a layer its code would leave unsaid.
  package func lacks(_ pass: ForwardPass) -> Features { pass.features.subtracting(covers) }

  /// The layer in the operations of the library: what does the same, what its own words would
  /// give, and what it has no words for.
  package func plan(_ pass: ForwardPass) -> DialectPlan {
    let layer = DialectLayer(pass: pass)
    return switch self {
    case .pytorch: layer.pytorch()
    case .keras: layer.isTransposed ? layer.kerasTransposed() : layer.kerasOrdinary()
    case .jax: layer.jax()
    case .onnx: layer.onnx()
    }
  }
}

/// A layer in the operations of a library, one after the other.
package struct DialectPlan: Equatable, Sendable {
  package let dialect: Dialect
  /// Together they do exactly what the layer does.
  package let steps: [DialectStep]
  /// Another single operation that does the same.
  package var shorter: DialectConvolution?
  /// The library's own words for padding, and what they would make of the same numbers.
  package var words: [DialectWord] = []
  /// What the library has no words for in this layer.
  package var limits: [DialectLimit] = []

  package func output(of input: Spatial<Count>) -> Spatial<Count> {
    steps.reduce(input) { size, step in step.output(of: size) }
  }
}

extension Ends<Count> {
  var all: Count { before + after }
}

package enum DialectStep: Equatable, Sendable {
  case pad(Spatial<Ends<Count>>, PaddingMode = .zeros)
  case crop(Spatial<Ends<Count>>)
  /// Every s-th cell along each axis, from the first on.
  case pick(every: Spatial<Int>)
  case convolve(DialectConvolution)

  func output(of input: Spatial<Count>) -> Spatial<Count> {
    switch self {
    case .pad(let ends, _): input.with(ends) { $0 + $1.all }
    case .crop(let ends): input.with(ends) { $0 - $1.all }
    case .pick(let steps): input.with(steps) { $0.ceilingDivided(by: Count($1)) }
    case .convolve(let convolution): convolution.output(of: input)
    }
  }
}

package enum PaddingWord: String, Equatable, Sendable {
  case same, valid
  /// ONNX's other `same`, which has an odd zero or cut at the start.
  case sameLower
}

/// What a library makes of the same numbers when padding is said with one of its words.
package struct DialectWord: Equatable, Sendable {
  /// How it lies over what PyTorch makes.
  package enum Relation: Equatable, Sendable {
    case equal
    /// As large, but with other zeros before, or with other cells cut off there.
    case shifted(theirs: Spatial<Count>, ours: Spatial<Count>)
    case otherSize
    /// The kernel is larger than what it slides over.
    case impossible
  }

  package let word: PaddingWord
  package let output: Spatial<Count>
  package let relation: Relation
}

/// What a library has no words for, with the numbers that make it so.
package enum DialectLimit: Equatable, Sendable {
  /// Its tensors have a batch always.
  case noBatch
  /// Padding is one of two words; other zeros are a layer of their own.
  case paddingByWord(Spatial<Ends<Count>>)
  /// A layer of PyTorch pads both ends alike.
  case unequalPadding(Spatial<Ends<Count>>, PaddingMode)
  /// Only PyTorch's layers pad with copies.
  case paddingMode(Spatial<Ends<Count>>, PaddingMode)
  /// What causal padding is here and elsewhere: along one axis of this dilated kernel.
  case causal(stride: Int, dilatedKernelSize: Count)
  /// Nor do the words crop what PyTorch's padding crops.
  case cropByWord(Spatial<Ends<Count>>)
  /// Stride and dilation are not both allowed; what is done instead is in the steps.
  case strideWithDilation
  /// Its output_padding is smaller than the stride.
  case outputPadding(Spatial<Int>, below: Spatial<Int>)
  /// Its transposed layer, or a function of it, has no groups.
  case transposedGroups(Int)
  /// What `auto_pad` of a transposed layer means is disputed where e + output_padding < s: the
  /// standard fills up to s·i, ONNX Runtime has this output.
  case automaticPadding(runtime: Spatial<Count>)
  /// An output_padding of 0 is a number, with which the words make other sizes than with `None`.
  /// There is no `same` of an even kernel, which TensorFlow refuses.
  case zeroOutputPadding(same: Spatial<Count>?, valid: Spatial<Count>)
  /// TensorFlow runs a dilated transposed layer on a CPU by oneDNN alone.
  case transposedDilation
  /// What TensorFlow's `same` of the same numbers would be: zeros of their own, then no padding.
  case foreignSame(Spatial<Ends<Count>>, output: Spatial<Count>)
}
