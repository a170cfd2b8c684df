package struct ModelLayer: Equatable, Sendable {
  /// The names of the modules down to it, as `named_modules` joins them: `layer1.0.conv2`; empty
  /// where the text has none.
  package internal(set) var path: String
  package let moduleName: String
  /// The model that it belongs to: the outermost class of a printed one, or the class in whose
  /// source it stands.
  package let model: String?
  package internal(set) var layer: ConvLayer
  package let position: TextPosition
  /// How many equal modules the text has in its place: those of a loop in source.
  package internal(set) var repetitions: Int
  /// What its text says beyond what a ``ConvArithmetic/ConvLayer`` holds.
  package internal(set) var notes: [Remark]
  /// The sizes of its input along the axes, where they are known.
  package internal(set) var input: Spatial<Int>?
  package internal(set) var basis = Basis.unknown(Remark(.noModelInput))

  /// How the sizes of a layer's input are known.
  package enum Basis: Equatable, Sendable {
    /// A person has said them.
    case said
    /// They follow from the text and the model's input by the rules of PyTorch alone.
    case computed
    /// They follow if this holds as well.
    case assumed([Remark])
    /// They are not known, for this reason.
    case unknown(Remark)
  }

  package var line: Int { position.line }

  /// Why the sizes of its input are not known.
  package var gap: Remark? { if case .unknown(let reason) = basis { reason } else { nil } }

  /// What has to hold for the sizes of its input to be what they are.
  package var assumptions: [Remark] {
    if case .assumed(let assumptions) = basis { assumptions } else { [] }
  }

  func isNoted(_ sentence: Sentence) -> Bool { notes.contains { $0.sentence == sentence } }

  /// Whether some of its arguments are not in the text.
  var isOpen: Bool { isNoted(.unpackedArguments) }

  /// Whether the layer is what a network may have in its place, and nothing more has to be said.
  var isPlain: Bool {
    let reasons: [Sentence] = [.unpackedArguments, .padsByInput, .lazyChannels, .takenFor, .inLoop]
    return repetitions == 1 && !reasons.contains(where: isNoted)
  }

  package var name: String { path.isEmpty ? "line \(line)" : printable(path) }

  /// The layer on its own input, or `nil` where that does not follow from the text.
  package func subject(batch: Int? = 1) -> LayerCase? {
    guard let input, layer.inChannels > 0 || !isNoted(.lazyChannels) else { return nil }
    return subject(on: TensorShape(batch: batch, channels: layer.inChannels, size: input))
  }

  /// The layer on an input that somebody gives it: what its class takes from that is in it.
  package func subject(on input: TensorShape) -> LayerCase {
    LayerCase(layer: layer(on: input.size, channels: input.channels), input: input)
  }

  /// The layer on an input that it can have.
  package var proposed: LayerCase {
    var input = layer.proposedInput
    if isNoted(.lazyChannels) { input.channels = max(1, layer.groups) }
    return subject(on: input)
  }

  /// The layer with what its class takes from its input: the padding of TensorFlow's `SAME`, and the
  /// channels of a lazy one.
  func layer(on size: Spatial<Int>?, channels: Int?) -> ConvLayer {
    var layer = layer
    if isNoted(.lazyChannels), let channels { layer.inChannels = channels }
    if isNoted(.padsByInput), let size, let ends = layer.samePadding(of: size) {
      layer.padding = .explicit(ends)
    }
    return layer
  }
}

extension ConvLayer {
  /// An input for a layer that comes without one: one sample of 8 cells along each axis, or of the
  /// next power of two that gives it an output; 8 where none does.
  package var proposedInput: TensorShape {
    let inputs = (3...20).map { power in
      TensorShape(
        batch: 1, channels: inChannels,
        size: Spatial(repeating: 1 << power, count: kernelSize.count))
    }
    let fitting = inputs.first { (try? LayerCase(layer: self, input: $0).forward()) != nil }
    return fitting ?? inputs[0]
  }

  /// The padding of TensorFlow's `SAME`, of which the odd cell comes after; `nil` for sizes and
  /// numbers that make no sense.
  ///
  ///     p + p′ = max(0, (⌈i/s⌉ − 1)s + e − i)   so that   o = ⌈i/s⌉
  ///
  /// Source: https://www.tensorflow.org/api_docs/python/tf/nn#notes_on_padding_2
  func samePadding(of size: Spatial<Int>) -> Spatial<Ends<Int>>? {
    guard size.count == kernelSize.count else { return nil }
    return size.along { axis -> Ends<Int>? in
      guard min(size[axis], stride[axis], kernelSize[axis], dilation[axis]) >= 1 else { return nil }
      let left = Int128(size[axis] % stride[axis])
      let window = Int128(dilation[axis]) * Int128(kernelSize[axis] - 1) + 1
      let all = max(0, window - (left == 0 ? Int128(stride[axis]) : left))
      guard let before = Int(exactly: all / 2), let after = Int(exactly: all - all / 2) else {
        return nil
      }
      return Ends(before, after)
    }.complete()
  }
}
