package struct ModelLayer: Equatable, Sendable {
  /// The names of the modules down to it, as `named_modules` joins them: `layer1.0.conv2`; empty
  /// where the text has none.
  package let path: String
  package let moduleName: String
  /// The model that it belongs to: the outermost class of a printed one, or the class in whose
  /// source it stands.
  package let model: String?
  package internal(set) var layer: ConvLayer
  package let position: TextPosition
  /// How many equal modules the text has in its place: `(0-2): 3 x Block(`.
  package let repetitions: Int
  /// What its text says beyond what a ``ConvArithmetic/ConvLayer`` holds.
  package let notes: [Remark]
  /// The sizes of its input along the axes, where they follow from the text.
  package internal(set) var input: Spatial<Int>?
  /// Why the sizes of its input do not follow from the text.
  package internal(set) var gap: Remark?
  /// A class of unknown source that is taken to do no more than apply its only child, for
  /// ``input`` to be what it is.
  package internal(set) var assumed: String?

  package var line: Int { position.line }

  /// Whether some of its arguments are not in the text.
  var isOpen: Bool { notes.contains { $0.sentence == .unpackedArguments } }

  package var name: String { path.isEmpty ? "line \(line)" : printable(path) }

  /// The layer on its own input, or `nil` where that does not follow from the text.
  package func subject(batch: Int? = 1) -> LayerCase? {
    input.map { size in
      LayerCase(
        layer: layer, input: TensorShape(batch: batch, channels: layer.inChannels, size: size))
    }
  }

  /// The layer on an input that it can have.
  package var proposed: LayerCase {
    LayerCase(layer: layer, input: layer.proposedInput)
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
}
