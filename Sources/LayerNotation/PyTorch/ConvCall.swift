import ConvArithmetic

/// A constructor with its arguments, on its way to a layer.
struct ConvCall {
  let signature: ConvSignature
  /// The class as it is written.
  let name: String
  let position: TextPosition
  private var values: [ConvSignature.Parameter: PyTorchArgument] = [:]

  /// Gives each argument its parameter.
  ///
  /// - Throws: ``PyTorchProblem`` for one that is unknown, doubled, or one too many.
  init(
    _ signature: ConvSignature, name: String, at position: TextPosition,
    _ arguments: [PyTorchArgument]
  ) throws(PyTorchProblem) {
    (self.signature, self.name, self.position) = (signature, name, position)
    for (place, argument) in arguments.enumerated() {
      let parameter = try parameter(of: argument, at: place)
      if values.updateValue(argument, forKey: parameter) != nil {
        throw PyTorchProblem(argument.namePosition, .repeatedArgument(parameter.rawValue))
      }
    }
  }

  private func parameter(
    of argument: PyTorchArgument, at place: Int
  ) throws(PyTorchProblem) -> ConvSignature.Parameter {
    guard let word = argument.name else {
      guard values.values.allSatisfy({ $0.name == nil }) else {
        throw PyTorchProblem(argument.position, .positionalAfterKeyword)
      }
      guard place < signature.parameters.count else {
        let limit = signature.parameters.count
        throw PyTorchProblem(argument.position, .tooManyArguments(of: name, limit: limit))
      }
      return signature.parameters[place]
    }
    guard let parameter = signature.parameters.first(where: { $0.rawValue == word }) else {
      let meant = nearest(to: word, among: signature.parameters.map(\.rawValue))
      throw PyTorchProblem(
        argument.namePosition, .unknownArgument(word, of: name, meant: meant))
    }
    return parameter
  }
}

// MARK: The layer
extension ConvCall {
  /// The layer that the arguments describe, with PyTorch's defaults for the rest.
  ///
  /// - Returns: A layer that PyTorch may still refuse.
  /// - Throws: ``PyTorchProblem`` for a value that its argument cannot have, or one that is missing.
  func layer() throws(PyTorchProblem) -> ConvLayer {
    var layer = ConvLayer()
    layer.kind = signature.kind
    layer.inChannels = try number(.inChannels) ?? layer.inChannels
    layer.outChannels = try number(.outChannels) ?? layer.outChannels
    layer.kernelSize = try pair(.kernelSize, across: 1) ?? layer.kernelSize
    layer.stride = try pair(.stride, across: 1) ?? layer.stride
    layer.padding = try padding() ?? layer.padding
    layer.dilation = try pair(.dilation, across: 1) ?? layer.dilation
    layer.outputPadding = try pair(.outputPadding, across: 0) ?? layer.outputPadding
    layer.groups = try number(.groups) ?? layer.groups
    layer.bias = try flag(.bias) ?? layer.bias
    let missing = signature.parameters.prefix(ConvSignature.required)
      .filter { values[$0] == nil }
    guard missing.isEmpty else {
      throw PyTorchProblem(position, .missing(missing.map(\.rawValue), of: name))
    }
    return layer
  }

  /// What a layer has no place for.
  ///
  /// - Throws: ``PyTorchProblem`` for a `padding_mode` that PyTorch does not have.
  func notes() throws(PyTorchProblem) -> [PyTorchNote] {
    var notes: [PyTorchNote] = signature.axes == 1 ? [.oneAxis(signature.name)] : []
    if ConvSignature.isParametrized(name) { notes.append(.parametrized) }
    if let argument = values[.paddingMode] {
      let modes = ["zeros", "reflect", "replicate", "circular"]
      guard case .word(let mode) = argument.value, modes.contains(mode) else {
        throw wrong(argument, .paddingMode, "zeros, reflect, replicate or circular")
      }
      if mode != "zeros" { notes.append(.paddingMode(mode)) }
    }
    return notes
  }

  private func number(_ parameter: ConvSignature.Parameter) throws(PyTorchProblem) -> Int? {
    guard let argument = values[parameter] else { return nil }
    return try number(argument.value, argument, parameter)
  }

  private func number(
    _ value: PyTorchValue, _ argument: PyTorchArgument, _ parameter: ConvSignature.Parameter
  ) throws(PyTorchProblem) -> Int {
    let reason: PyTorchProblem.Reason
    switch value {
    case .integer(let number): return number
    case .tooLarge: reason = .numberTooLarge(argument: parameter.rawValue, argument.text)
    case .decimal: reason = .notWhole(argument: parameter.rawValue, argument.text)
    case .word, .flag, .none, .list, .expression:
      reason = .notANumber(argument: parameter.rawValue, argument.text)
    }
    throw PyTorchProblem(argument.position, reason)
  }

  /// One number for all axes, or as many as there are axes.
  ///
  /// `across` is the number of the height that a layer along one axis does not have.
  private func pair(
    _ parameter: ConvSignature.Parameter, across: Int
  ) throws(PyTorchProblem) -> Spatial<Int>? {
    guard let argument = values[parameter] else { return nil }
    var numbers: [Int] = []
    if case .list(let values) = argument.value {
      for value in values { numbers.append(try number(value, argument, parameter)) }
      guard numbers.count == signature.axes else {
        throw PyTorchProblem(
          argument.position,
          .wrongLength(argument: parameter.rawValue, argument.text, axes: signature.axes))
      }
    } else {
      numbers = [try number(argument.value, argument, parameter)]
    }
    guard let first = numbers.first, let last = numbers.last else { return nil }
    return Spatial(height: signature.axes == 1 ? across : first, width: last)
  }

  private func padding() throws(PyTorchProblem) -> Padding? {
    guard let argument = values[.padding] else { return nil }
    switch argument.value {
    case .word("same"): return .same
    case .word("valid"): return .valid
    case .word where argument.isQuoted:
      throw wrong(argument, .padding, "a number, a pair, 'same' or 'valid'")
    default: return try pair(.padding, across: 0).map { .explicit($0) }
    }
  }

  /// What Python takes for true or false.
  private func flag(_ parameter: ConvSignature.Parameter) throws(PyTorchProblem) -> Bool? {
    guard let argument = values[parameter] else { return nil }
    switch argument.value {
    case .flag(let flag): return flag
    case .integer(let number) where number == 0 || number == 1: return number == 1
    case .none: return false
    default: throw wrong(argument, parameter, "True or False")
    }
  }

  private func wrong(
    _ argument: PyTorchArgument, _ parameter: ConvSignature.Parameter, _ expected: String
  ) -> PyTorchProblem {
    PyTorchProblem(
      argument.position,
      .wrongValue(argument: parameter.rawValue, argument.text, expected: expected))
  }
}
