/// Why a text means nothing here: what is wrong, and what would be right, in one sentence.
package struct NotationError: Error, Equatable, Sendable, CustomStringConvertible {
  package let message: String
  /// What the text is about: a hyperparameter, or the text itself.
  package let parameter: String

  package var description: String { message }

  package init(_ message: String, of parameter: String = "") {
    (self.message, self.parameter) = (message, parameter)
  }

  init(_ hyperparameter: Hyperparameter, _ message: String) {
    let name = hyperparameter.rawValue
    self.init("\(name): \(message)", of: name)
  }

  // MARK: Values

  package static func unknownName(_ name: String, candidates: [String]) -> Self {
    Self(Sentence.noSingleHyperparameter(name, candidates.joined(separator: ", ")), of: name)
  }

  package static func unreadableValue(_ hyperparameter: Hyperparameter, _ text: String) -> Self {
    let digits = text.hasPrefix("-") ? text.dropFirst() : text[...]
    // A number that is one, but too large.
    if Int(text) == nil, ![.op, .bias, .paddingMode].contains(hyperparameter), !digits.isEmpty,
      digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
    {
      let name = hyperparameter.rawValue
      return Self(Sentence.numberTooLarge(name, text), of: name)
    }
    return Self(hyperparameter, "\(quoted(text)) is not \(hyperparameter.expected)")
  }

  package static func outOfRange(
    _ hyperparameter: Hyperparameter, _ number: Int, _ range: ClosedRange<Int>
  ) -> Self {
    let bounds = "\(range.lowerBound)…\(range.upperBound.grouped)"
    return Self(hyperparameter, "\(number.grouped) is not in \(bounds)")
  }

  /// `output_padding` of a Conv2d, `same` for a ConvTranspose2d.
  package static func doesNotApply(
    _ hyperparameter: Hyperparameter, _ text: String, _ op: LayerOp
  ) -> Self {
    let sentence: Sentence =
      switch hyperparameter {
      case .outputPadding: .noOutputPadding
      case .paddingMode: .padsNothing
      default: .takesNumbers
      }
    return Self(hyperparameter, sentence(op.moduleName, text, op.opposite.moduleName))
  }

  /// A number for each axis that the layer does not have.
  static func otherAxes(
    _ hyperparameter: Hyperparameter, _ numbers: Spatial<Int>, _ op: LayerOp
  ) -> Self {
    let letters = Axis.axes(op.axes).map(\.letter).joined(separator: ", ")
    let axes = op.axes == 1 ? "one axis" : "the axes \(letters)"
    return Self(hyperparameter, Sentence.otherAxes(numbers.count, op.moduleName, axes))
  }

  /// An input that is neither batched nor not.
  static func otherRank(_ numbers: [Int], _ op: LayerOp) -> Self {
    let size = Axis.axes(op.axes).map(\.letter).joined(separator: ",")
    let text = numbers.map(String.init).joined(separator: ",")
    return Self(.input, Sentence.otherRank(text, size, op.moduleName))
  }

  package static func missingEquals(_ text: String) -> Self {
    Self(Sentence.missingEquals(text), of: text)
  }

  // MARK: Lines that open the explorer

  package static let unfinished = Self("a quote or backslash has no end")

  static func meaning(_ scalar: Unicode.Scalar) -> Self { Self(Sentence.shellMeaning(scalar)) }
  static func unexpected(_ word: String) -> Self { Self(Sentence.unexpectedOption(word)) }
  static func missingValue(_ option: String) -> Self {
    Self(Sentence.missingValue(printable(option)))
  }

  package static func unknownValue(option: String, _ value: String, candidates: [String]) -> Self {
    let expected =
      candidates.isEmpty ? "understood" : "one of \(candidates.joined(separator: ", "))"
    return Self("--\(option): \(quoted(value)) is not \(expected)")
  }
}

/// `a, b or c`.
package func oneOf(_ texts: [String]) -> String {
  (texts.dropLast(2) + [texts.suffix(2).joined(separator: " or ")]).joined(separator: ", ")
}

extension Hyperparameter {
  package var expected: String {
    switch self {
    case .op: oneOf(LayerOp.all.map(\.functionName))
    case .paddingMode: oneOf(PaddingMode.allCases.map(\.rawValue))
    default: expectedValues
    }
  }
}
