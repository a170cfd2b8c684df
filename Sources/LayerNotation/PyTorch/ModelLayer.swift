import ConvArithmetic

/// A convolution of a model, as a text names it.
package struct ModelLayer: Equatable, Sendable {
  /// The names of the modules down to it, as `named_modules` joins them: `layer1.0.conv2`; empty
  /// where the text has none.
  package let path: String
  /// The class as it is written: `ConvTranspose1d`.
  package let moduleName: String
  /// The model that it belongs to: the outermost class of a printed one, or the class in whose
  /// source it stands.
  package let model: String?
  package let layer: ConvLayer
  package let position: TextPosition
  /// How many equal modules the text has in its place: `(0-2): 3 x Block(`.
  package let repetitions: Int
  package let notes: [PyTorchNote]
  /// H and W of its input, where they follow from the text; an axis alone has height 1.
  package internal(set) var input: Spatial<Int>?
  /// Why there is no ``input``.
  package internal(set) var gap: SizeGap?
  /// A class of unknown source that is taken to do no more than apply its only child, for
  /// ``input`` to be what it is.
  package internal(set) var assumed: String?

  package var line: Int { position.line }

  /// Whether it is a layer along one axis.
  package var hasOneAxis: Bool { moduleName.hasSuffix("1d") }

  /// Whether some of its arguments are not in the text.
  var isOpen: Bool { notes.contains { if case .unpacked = $0 { true } else { false } } }
}

/// Why the size of an input does not follow from a text.
package enum SizeGap: Equatable, Sendable {
  /// The size of the model's input is not known.
  case noInput
  /// Several models, or layers side by side.
  case severalRoots
  /// A class whose source decides what comes first.
  case order(String, line: Int)
  /// A module of unknown effect comes before it.
  case module(String, line: Int)
  /// `AvgPool2d` prints no `ceil_mode`, and here it would matter.
  case roundingUnknown(String, line: Int)
  /// What comes has other channels than the module takes.
  case channels(coming: Int, taken: Int, String, line: Int)
  /// A module before it has no output for what it gets.
  case noOutput(String, line: Int)
}

/// A line that is no part of a model.
package struct SkippedLine: Equatable, Sendable {
  package let line: Int
  /// Its first words.
  package let beginning: String
}
