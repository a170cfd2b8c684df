import ConvArithmetic

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
    switch self {
    case .paddingByWord, .unequalPadding, .paddingMode, .causal, .cropByWord, .foreignSame:
      return paddingWords(dialect)
    case .noBatch: return "It wants a batch: a leading axis of 1, taken off again."
    case .strideWithDilation:
      guard pass.layer.direction == .transposed else {
        return "It refuses stride with dilation: all places are computed, every s-th is kept."
      }
      return "It refuses stride with dilation: the kernel has its gaps as zeros, which training"
        + " has to keep."
    case .outputPadding(let given, let stride):
      let who = dialect == .onnx ? "ONNX Runtime wants" : "It wants"
      return "\(who) output_padding \(given.text) below the stride \(stride.text): zeros after the"
        + " input do the same."
    case .transposedGroups(let groups):
      return dialect == .keras
        ? "Conv\(pass.axes.count)DTranspose has no groups: a layer for each of the \(groups.grouped)."
        : "lax.conv_transpose has no groups; conv_general_dilated has."
    case .automaticPadding(let runtime):
      return "Where e + output_padding < s, SAME fills up by the standard, and ONNX Runtime makes"
        + " \(runtime.sizeText): say pads."
    case .zeroOutputPadding(let same, let valid):
      return "These are the sizes without output_padding, None; 0 is a number:"
        + " \(same.map { "\"same\" makes \($0.sizeText)" } ?? "TensorFlow refuses \"same\""),"
        + " \"valid\" makes \(valid.sizeText)."
    case .transposedDilation:
      return
        "TensorFlow's CPU runs a dilated Conv\(pass.axes.count)DTranspose by oneDNN alone; without it, a kernel"
        + " with its gaps as zeros does the same."
    }
  }

  /// The same of what is padded or cropped; empty for any other limit.
  private func paddingWords(_ dialect: Dialect) -> String {
    switch self {
    case .paddingByWord(let ends):
      return "Its padding is a word: ZeroPadding\(ends.count)D puts \(ends.text) first."
    case .unequalPadding(let ends, let mode):
      return "Its layers pad both ends alike: \(mode.module(axes: ends.count)) puts"
        + " \(ends.text) first."
    case .paddingMode(let ends, let mode):
      let pad =
        switch dialect {
        case .keras: "an operation"
        case .jax: "jnp.pad"
        case .pytorch, .onnx: "a node Pad"
        }
      return "It pads with zeros alone: \(pad) puts the copies of \(mode.rawValue),"
        + " \(ends.text), first."
    case .causal(let stride, let kernel):
      let all = (kernel - 1).grouped
      guard stride > 1 else {
        return "Causal: all e − 1 = \(all) before and none after, as everywhere: Keras has"
          + " padding=\"causal\" for it."
      }
      return "Causal: e − s = \((kernel - Count(stride)).grouped) before, s − 1 ="
        + " \((stride - 1).grouped) after. Elsewhere, as for Keras's padding=\"causal\", all"
        + " e − 1 = \(all) are before: as many outputs, each of which ends s − 1 cells earlier."
        + " Both agree for s = 1 alone."
    case .cropByWord(let ends):
      return "Its padding is a word: Cropping\(ends.count)D takes \(ends.text) away afterwards."
    case .foreignSame(let ends, let output):
      let zeros = ends.reversed().flatMap { ["\($0.before)", "\($0.after)"] }
      return "TensorFlow's SAME of these numbers is \(output.sizeText):"
        + " F.pad(x, (\(zeros.joined(separator: ", ")))), then padding=0."
    default: return ""
    }
  }
}

extension Spatial where Value == Count {
  /// All axes: `16×24`.
  package var sizeText: String { map(\.grouped).joined(separator: "×") }

  /// One number, or one for each axis where they differ.
  var pairText: String { map(\.grouped).text(",") { $1 } }
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
