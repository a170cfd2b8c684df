extension Dialect {
  package var title: String {
    switch self {
    case .pytorch: "PyTorch"
    case .keras: "Keras / TensorFlow"
    case .jax: "JAX"
    case .onnx: "ONNX"
    }
  }

  package var shortTitle: String { self == .keras ? "Keras" : title }

  func argument(_ word: PaddingWord) -> String {
    switch self {
    case .pytorch: "padding='\(word.rawValue)'"
    case .keras: "padding=\"\(word.rawValue)\""
    case .jax: "padding=\"\(word.rawValue.uppercased())\""
    case .onnx: "auto_pad=\"\(word.attribute)\""
    }
  }

  /// The size that a word gives; e is the dilated kernel.
  func formula(_ word: PaddingWord, _ direction: ConvLayer.Direction) -> String {
    switch (word, direction) {
    case (.same, .convolution), (.sameLower, .convolution): "⌈i/s⌉"
    case (.valid, .convolution): "⌈(i − e + 1)/s⌉"
    case (.same, .transposed), (.sameLower, .transposed): "s·i"
    case (.valid, .transposed): self == .onnx ? "s(i−1) + e + op" : "s·i + max(e − s, 0)"
    }
  }
}

extension PaddingWord {
  fileprivate var attribute: String {
    switch self {
    case .same: "SAME_UPPER"
    case .sameLower: "SAME_LOWER"
    case .valid: "VALID"
    }
  }
}

extension DialectWord.Relation {
  func words(_ direction: ConvLayer.Direction) -> String {
    if self == .impossible { return "the kernel is larger than the input." }
    guard case .shifted(let theirs, let ours) = self else { return "" }
    let (there, here) = (theirs.pairText, ours.pairText)
    return direction == .convolution
      ? "as large, but shifted: \(there) zeros before, here \(here)."
      : "as large, but shifted: cuts off \(there) at the start, here \(here)."
  }
}

extension DialectLimit {
  /// What the library cannot say, why, and what is done instead.
  func words(_ dialect: Dialect, _ pass: ForwardPass) -> String {
    let axes = pass.axes.count
    return switch self {
    case .noBatch: Sentence.noBatch()
    case .paddingByWord(let ends): Sentence.paddingByWord(axes, ends.text)
    case .unequalPadding(let ends, let mode):
      Sentence.unequalPadding(mode.module(axes: axes), ends.text)
    case .paddingMode(let ends, let mode):
      Sentence.padsZerosAlone(dialect.padOperation, mode.rawValue, ends.text)
    case .causal(let stride, let kernel):
      (stride > 1 ? Sentence.stridedCausal : .causal)(
        (kernel - 1).grouped, (kernel - Count(stride)).grouped, (stride - 1).grouped)
    case .cropByWord(let ends): Sentence.cropByWord(axes, ends.text)
    case .strideWithDilation:
      (pass.layer.direction == .transposed ? Sentence.gapsAsZeros : .everyPlace)()
    case .outputPadding(let given, let stride):
      Sentence.outputPaddingBelowStride(
        dialect == .onnx ? "ONNX Runtime" : "It", given.text, stride.text)
    case .transposedGroups(let groups):
      (dialect == .keras ? Sentence.kerasGroups : .jaxGroups)(axes, groups.grouped)
    case .automaticPadding(let runtime): Sentence.automaticPadding(runtime.sizeText)
    case .zeroOutputPadding(let same, let valid):
      Sentence.zeroOutputPadding(
        same.map { "\"same\" makes \($0.sizeText)" } ?? "TensorFlow refuses \"same\"",
        valid.sizeText)
    case .transposedDilation: Sentence.transposedDilation(axes)
    case .foreignSame(let ends, let output):
      Sentence.foreignSame(
        output.sizeText, tupleText(ends.reversed().flatMap { [$0.before, $0.after] }))
    }
  }
}

extension Dialect {
  /// What pads with copies where a layer does not.
  fileprivate var padOperation: String {
    switch self {
    case .keras: "an operation"
    case .jax: "jnp.pad"
    case .pytorch, .onnx: "a node Pad"
    }
  }
}

extension Spatial where Value == Ends<Count> {
  fileprivate var text: String { map(\.text).text(", ") { "\($1) along \($0)" } }
}

extension Ends<Count> {
  fileprivate var text: String {
    before == after
      ? "\(before.grouped) at each end" : "\(before.grouped) before and \(after.grouped) after"
  }
}
