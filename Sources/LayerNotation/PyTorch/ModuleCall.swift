/// A call of a known class: its arguments by the parameters that take them.
struct ModuleCall {
  let known: ModuleClass
  let name: String
  let position: TextPosition
  let axes: Int
  private let isLazy: Bool
  /// With the parameters that take them: too few for a dictionary.
  private var arguments: [(parameter: String, argument: PyTorchArgument)] = []
  /// What `*` and `**` unpack, and the values whose place depends on it.
  private(set) var unpacked: [PyTorchArgument] = []

  /// Gives each argument, in the order of the text, its parameter.
  ///
  /// A convolution takes no argument that it does not have; of the other classes not all are known.
  init(
    _ known: ModuleClass, name: String, at position: TextPosition, axes: Int,
    _ arguments: [PyTorchArgument]
  ) throws(PyTorchProblem) {
    (self.known, self.name, self.position, self.axes) = (known, name, position, axes)
    // `print` shows the channels that a lazy convolution does not take: 0.
    let isPrinted = arguments.prefix(3).map(\.name) == [nil, nil, "kernel_size"]
    isLazy = known.remark == .lazyChannels && !isPrinted
    for (place, argument) in arguments.enumerated() {
      guard let parameter = try parameter(of: argument, at: place) else {
        unpacked.append(argument)
        continue
      }
      guard let earlier = self.arguments.firstIndex(where: { $0.parameter == parameter }) else {
        self.arguments.append((parameter, argument))
        continue
      }
      guard !known.isConvolution else {
        throw PyTorchProblem(argument.namePosition, .repeatedArgument, parameter)
      }
      self.arguments[earlier].argument = argument
    }
  }

  /// The parameter that takes an argument; `nil` where that is not known.
  private func parameter(
    of argument: PyTorchArgument, at place: Int
  ) throws(PyTorchProblem) -> String? {
    let parameters = known.parameters.dropFirst(isLazy ? 1 : 0)
    if let word = argument.name {
      guard known.isConvolution, known.isOwn, !parameters.contains(word) else { return word }
      let meant = nearest(to: word, among: Array(parameters)).map { Sentence.didYouMean($0) } ?? ""
      throw PyTorchProblem(argument.namePosition, .unknownArgument, name, word, meant)
    }
    if argument.isMapping { return nil }
    let isNamed = !argument.isUnpacked && arguments.contains { $0.argument.name != nil }
    guard !isNamed, !unpacked.contains(where: \.isMapping) else {
      throw PyTorchProblem(argument.position, .positionalAfterKeyword)
    }
    guard !argument.isUnpacked, unpacked.isEmpty else { return nil }
    if place < parameters.count { return parameters[parameters.startIndex + place] }
    guard known.isConvolution else { return "" }
    throw PyTorchProblem(argument.position, .tooManyArguments, name, parameters.count)
  }

  subscript(parameter: String) -> PyTorchArgument? {
    arguments.firstIndex { $0.parameter == parameter }.map { arguments[$0].argument }
  }

  /// Refuses a call without an argument that has no default, unless it may be an unpacked one.
  func requireArguments() throws(PyTorchProblem) {
    let missing = known.required.dropFirst(isLazy ? 1 : 0).filter { self[$0] == nil }
    guard let first = missing.first else { return }
    guard let hidden = unpacked.first else {
      throw PyTorchProblem(position, .missingArgument, name, missing.joined(separator: ", "))
    }
    throw PyTorchProblem(hidden.position, .notANumber, first, hidden.text)
  }

  // MARK: Values

  /// One whole number; `nil` for one that has its default.
  func number(_ parameter: String) throws(PyTorchProblem) -> Int? {
    guard let argument = self[parameter] else { return nil }
    return try number(argument.value, of: argument, parameter)
  }

  /// A whole number for each axis, said once or for all of them; `nil` for the default.
  func numbers(_ parameter: String) throws(PyTorchProblem) -> [Int]? {
    try values(parameter) { (value, argument) throws(PyTorchProblem) in
      try number(value, of: argument, parameter)
    }
  }

  /// The same for values of any kind.
  func values<Value>(
    _ parameter: String, _ read: (PyTorchValue, PyTorchArgument) throws(PyTorchProblem) -> Value
  ) throws(PyTorchProblem) -> [Value]? {
    guard let argument = self[parameter] else { return nil }
    guard case .list(let list) = argument.value else {
      return Array(repeating: try read(argument.value, argument), count: axes)
    }
    var values: [Value] = []
    for value in list { values.append(try read(value, argument)) }
    guard values.count == axes else {
      throw PyTorchProblem(
        argument.position, axes == 1 ? .wrongLengthOfOne : .wrongLength, parameter, argument.text,
        axes, axes == 2 ? "h, w" : "d, h, w")
    }
    return values
  }

  /// What Python takes for true or false.
  func flag(_ parameter: String) throws(PyTorchProblem) -> Bool? {
    guard let argument = self[parameter] else { return nil }
    switch argument.value {
    case .flag(let flag): return flag
    case .integer(let number) where number == 0 || number == 1: return number == 1
    case .none: return false
    default: throw wrong(argument, parameter, "True or False")
    }
  }

  func wrong(
    _ argument: PyTorchArgument, _ parameter: String, _ expected: String
  ) -> PyTorchProblem {
    PyTorchProblem(argument.position, .wrongValue, parameter, argument.text, expected)
  }

  func number(
    _ value: PyTorchValue, of argument: PyTorchArgument, _ parameter: String
  ) throws(PyTorchProblem) -> Int {
    let sentence: Sentence
    switch value {
    case .integer(let number): return number
    case .tooLarge: sentence = .numberTooLarge
    case .decimal: sentence = .notWhole
    case .word, .flag, .none, .list, .expression: sentence = .notANumber
    }
    throw PyTorchProblem(argument.position, sentence, parameter, argument.text)
  }

  /// The convolution that the arguments describe, with PyTorch's defaults for the others.
  func layer(_ direction: ConvLayer.Direction) throws(PyTorchProblem) -> ConvLayer {
    var layer = ConvLayer(direction, axes: axes)
    layer.inChannels = try number("in_channels") ?? (isLazy ? 0 : layer.inChannels)
    layer.outChannels = try number("out_channels") ?? layer.outChannels
    layer.kernelSize = try size("kernel_size") ?? layer.kernelSize
    layer.stride = try size("stride") ?? layer.stride
    layer.padding = try padding() ?? layer.padding
    layer.paddingMode = try paddingMode(direction)
    layer.dilation = try size("dilation") ?? layer.dilation
    layer.outputPadding = try size("output_padding") ?? layer.outputPadding
    layer.groups = try number("groups") ?? layer.groups
    layer.bias = try flag("bias") ?? layer.bias
    try requireArguments()
    return layer
  }

  var notes: [Remark] {
    (known.remark.map { [Remark($0, name, known.base ?? "")] } ?? [])
      + unpacked.filter(\.isUnpacked).map { Remark(.unpackedArguments, $0.text) }
  }

  /// A number for each axis.
  func size(_ parameter: String) throws(PyTorchProblem) -> Spatial<Int>? {
    try numbers(parameter).flatMap { Spatial($0) }
  }

  /// PyTorch's words; a transposed layer takes `zeros` alone.
  private func paddingMode(
    _ direction: ConvLayer.Direction
  ) throws(PyTorchProblem) -> PaddingMode {
    guard let argument = self["padding_mode"] else { return .zeros }
    let modes = direction == .transposed ? [.zeros] : PaddingMode.allCases
    guard case .word(let word) = argument.value,
      let mode = modes.first(where: { $0.rawValue == word })
    else {
      if direction == .transposed { throw PyTorchProblem(argument.position, .zerosAlone, name) }
      throw wrong(argument, "padding_mode", oneOf(modes.map(\.rawValue)))
    }
    return mode
  }

  private func padding() throws(PyTorchProblem) -> Padding? {
    guard let argument = self["padding"] else { return nil }
    switch argument.value {
    case .word("same"): return .same
    case .word("valid"): return .valid
    case .word where argument.isQuoted:
      throw wrong(argument, "padding", "a number, a tuple, 'same' or 'valid'")
    default: return try size("padding").map { .explicit($0) }
    }
  }
}
