import ConvArithmetic

/// What a PyTorch text says that makes no layer here, and where.
package struct PyTorchProblem: Error, Equatable, Sendable, CustomStringConvertible {
  package let position: TextPosition
  /// What is wrong, and what would be right, in one sentence, without the place.
  package let message: String

  package init(_ position: TextPosition, _ reason: Reason) {
    (self.position, message) = (position, reason.message)
  }

  package var line: Int { position.line }
  package var column: Int { position.column }

  /// The place and the message: `line 3, column 14: kernel_size: 'k' is not a number; …`.
  package var description: String { "line \(line), column \(column): \(message)" }

  package struct Reason: Hashable, Sendable {
    fileprivate let message: String

    private init(_ message: String) { self.message = message }
  }
}

// MARK: The whole text
extension PyTorchProblem.Reason {
  package static let noLayer = Self(
    "there is no layer of torch.nn; write nn.ConvTranspose2d(64, 32, 3), or what print(model) shows"
  )
  static let notUTF8 = Self("the text is not UTF-8 here")
  static let unclosedText = Self("the text has no closing quote")

  package static func tooLong(bytes: Int, limit: Int) -> Self {
    Self("the text has \(bytes.grouped) bytes; at most \(limit.grouped) are read")
  }

  static func tooDeep(limit: Int) -> Self {
    Self("nested deeper than \(limit) parentheses, or names too long; the rest is not read")
  }

  static func tooManyModules(limit: Int) -> Self {
    Self("more than \(limit.grouped) modules; the rest is not read")
  }

  static func unclosed(_ callee: String) -> Self {
    Self("the parenthesis of \(quoted(callee)) is not closed")
  }

  static func unexpected(_ text: String) -> Self { Self("\(quoted(text)) does not belong here") }

  // MARK: Classes

  static func notALayer(_ name: String, meant: String?) -> Self {
    Self(
      "\(quoted(name)) is none of \(LayerOp.all.map(\.moduleName).joined(separator: ", "))"
        + (meant.map { "; did you mean \($0)?" } ?? ""))
  }

  static func lazy(_ name: String) -> Self {
    Self("\(name) takes in_channels from its first input; print the model after one forward pass")
  }

  /// `Conv2dSame`: a class with a kernel whose rules are not in the text.
  static func foreignConvolution(_ name: String) -> Self {
    Self("\(quoted(name)) is not a class of torch.nn, so its sizes may follow other rules")
  }

  static func repetition(_ key: String) -> Self {
    Self("\(quoted(key)) stands for more than a billion modules")
  }

  // MARK: Arguments

  static func missing(_ names: [String], of callee: String) -> Self {
    Self("\(callee) needs \(names.joined(separator: ", "))")
  }

  static func unknownArgument(_ name: String, of callee: String, meant: String?) -> Self {
    Self(
      "\(callee) has no argument \(quoted(name))" + (meant.map { "; did you mean \($0)?" } ?? ""))
  }

  static func repeatedArgument(_ name: String) -> Self { Self("\(name) is given twice") }

  static func tooManyArguments(of callee: String, limit: Int) -> Self {
    Self("\(quoted(callee)) takes at most \(limit) arguments")
  }

  static let positionalAfterKeyword = Self("a value without a name cannot follow one with a name")

  static func wrongValue(argument: String, _ text: String, expected: String) -> Self {
    Self("\(argument): \(quoted(text)) is not \(expected)")
  }

  static func notANumber(argument: String, _ text: String) -> Self {
    wrongValue(argument: argument, text, expected: "a number; variables have no value here")
  }

  static func notWhole(argument: String, _ text: String) -> Self {
    wrongValue(argument: argument, text, expected: "a whole number")
  }

  static func numberTooLarge(argument: String, _ text: String) -> Self {
    Self("\(argument): \(quoted(text)) does not fit in 64 bits")
  }

  static func wrongPads(_ text: String, axes: Int, isFunction: Bool) -> Self {
    let list = "\(2 * axes) in a tuple, the last axis first"
    return wrongValue(
      argument: "padding", text,
      expected: isFunction ? "at most \(list)" : "one number, or \(list)")
  }

  static func wrongLength(argument: String, _ text: String, axes: Int) -> Self {
    wrongValue(
      argument: argument, text,
      expected: axes == 1
        ? "one number; the layer has one axis"
        : "one number, or \(axes) as \(axes == 2 ? "(h, w)" : "(d, h, w)")")
  }
}

// MARK: Pads before a layer
extension PyTorchProblem.Reason {
  static func otherAxes(_ pad: String, before layer: String) -> Self {
    Self("\(pad) pads other axes than \(layer) has")
  }

  static func padBeforeTransposed(_ pad: String) -> Self {
    Self(
      "\(pad) adds to the input, and the padding of a transposed layer crops its output; no such"
        + " layer is both")
  }

  static func padCrops(_ pad: String) -> Self {
    Self("\(pad) crops with a negative number; the padding of a layer only adds")
  }

  static func padTooLarge(_ pad: String) -> Self { Self("\(pad) adds more than 64 bits hold") }

  static func padValue(_ pad: String, _ text: String) -> Self {
    Self("\(pad) pads with \(quoted(text)); a layer pads with zeros or with copies")
  }

  static func padsTwice(_ pad: String, _ mode: PaddingMode, _ own: PaddingMode) -> Self {
    Self(
      "\(pad) pads with \(mode.rawValue) what the layer pads again with \(own.rawValue); one layer"
        + " cannot say that")
  }
}
