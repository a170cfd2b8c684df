/// One hyperparameter and the value that it shall have: `kernel_size=3,5`.
package struct Assignment: Equatable, Sendable {
  package let hyperparameter: Hyperparameter
  package let value: HyperparameterValue

  package init(_ hyperparameter: Hyperparameter, _ value: HyperparameterValue) {
    (self.hyperparameter, self.value) = (hyperparameter, value)
  }

  /// Reads assignments between spaces or commas: `k=3,5 stride=2`, `kernel_size=(3, 5), stride=2`.
  ///
  /// Names may be cut short while they stay unambiguous.
  package static func read(_ line: String) throws(NotationError) -> [Assignment] {
    var assignments: [Assignment] = []
    var rest = line.trimmed
    while !rest.isEmpty {
      guard let equals = rest.firstIndex(of: "=") else { throw .missingEquals(String(rest)) }
      let name = rest[..<equals].trimmed
      let (value, remainder) = splitValue(rest[rest.index(after: equals)...])
      let hyperparameter = try Hyperparameter.named(String(name))
      assignments.append(Assignment(hyperparameter, try hyperparameter.value(String(value))))
      rest = remainder
    }
    return assignments
  }

  /// The others depend on the kind of layer, and on its input.
  fileprivate var turn: Int {
    switch hyperparameter {
    case .op: 0
    case .input: 1
    default: 2
    }
  }

  /// Splits off the first value: all that stands before the name of the next assignment.
  private static func splitValue(_ text: Substring) -> (value: Substring, rest: Substring) {
    guard let equals = text.firstIndex(of: "=") else { return (text.trimmed, "") }
    let isPartOfName = { (character: Character) in
      character.isLetter || character.isNumber || character == "_" || character == "-"
    }
    let beforeName = text[..<equals].trimmed
    let nameLength = beforeName.reversed().prefix(while: isPartOfName).count
    let name = beforeName.index(beforeName.endIndex, offsetBy: -nameLength)
    var value = text[..<name].trimmed
    if value.last == "," { value = value.dropLast().trimmed }
    return (value, text[name...])
  }
}

extension Hyperparameter {
  /// The hyperparameter of a name, or of its beginning, in any case; `-` may stand for `_`.
  package static func named(_ text: String) throws(NotationError) -> Hyperparameter {
    let name = String(text.lowercased().map { $0 == "-" ? "_" : $0 })
    if let exact = Hyperparameter(rawValue: name) { return exact }
    let candidates = allCases.filter { !name.isEmpty && $0.rawValue.hasPrefix(name) }
    // `p` is padding, with which padding_mode begins, too.
    let shortest = candidates.first { short in
      candidates.allSatisfy { $0.rawValue.hasPrefix(short.rawValue) }
    }
    guard let shortest else {
      let offered = candidates.isEmpty ? allCases : candidates
      throw .unknownName(text, candidates: offered.map(\.rawValue))
    }
    return shortest
  }
}

extension LayerCase {
  /// The layer that assignments in any order describe, with PyTorch's defaults for the rest.
  ///
  /// What PyTorch has no default for is a 3×3 kernel, as many channels out as in, and one sample of
  /// 8×8. An input of other channels than `in_channels` stays as it is said.
  package init(_ assignments: [Assignment]) throws(NotationError) {
    self.init(
      layer: ConvLayer(), input: TensorShape(batch: 1, channels: 1, size: Spatial(square: 8)))
    // An input sets in_channels, too, so it must not come after a number for these.
    for turn in 0...2 {
      for place in assignments.indices where assignments[place].turn == turn {
        try assign(assignments[place])
      }
    }
    if !assignments.contains(where: { $0.hyperparameter == .outChannels }) {
      layer.outChannels = layer.inChannels
    }
    for case .dimensions(let numbers) in assignments.lazy.map(\.value) {
      input = TensorShape(dimensions: numbers, axes: layer.axes.count) ?? input
    }
  }

  /// Gives a hyperparameter its value, if this kind of layer has such a one.
  ///
  /// The input's channels and `in_channels` follow each other, so that a person says them once.
  package mutating func assign(_ assignment: Assignment) throws(NotationError) {
    let hyperparameter = assignment.hyperparameter
    // A transposed layer takes the mode that pads with zeros, as in PyTorch.
    guard hyperparameter.applies(to: layer.direction) || assignment.value == .mode(.zeros) else {
      throw .doesNotApply(hyperparameter, "", layer.op)
    }
    switch assignment.value {
    case .number(let number):
      set(hyperparameter.values, to: Spatial(repeating: number, count: layer.kernelSize.count))
    case .perAxis(let numbers):
      guard numbers.count == layer.kernelSize.count else {
        throw .otherAxes(hyperparameter, numbers, layer.op)
      }
      set(hyperparameter.values, to: numbers)
    case .padding(let padding): try assign(padding)
    case .flag(let flag): layer.bias = flag
    case .mode(let mode): layer.paddingMode = mode
    case .op(let op): use(op)
    case .dimensions(let numbers): try assign(input: numbers)
    case .unbatched: input.batch = nil
    }
  }

  /// Takes a word or unequal ends, of a convolution alone; ends of one axis are for all of them.
  private mutating func assign(_ padding: Padding) throws(NotationError) {
    var padding = padding
    if case .explicit(let ends) = padding {
      let axes = layer.kernelSize.count
      guard ends.count == axes || ends.count == 1 else {
        throw .otherAxes(.padding, ends.map { $0.before }, layer.op)
      }
      padding = .explicit(ends.onAxes(axes))
    }
    guard layer.direction == .convolution || padding.equal != nil else {
      throw .doesNotApply(.padding, padding.text, layer.op)
    }
    layer.padding = padding
  }

  /// Takes a size, or a shape with its channels, by the number of axes.
  private mutating func assign(input numbers: [Int]) throws(NotationError) {
    let axes = layer.axes.count
    if let shape = TensorShape(dimensions: numbers, axes: axes) {
      input = shape
      layer.inChannels = shape.channels
    } else if let size = Spatial(numbers), size.count == axes {
      input.size = size
    } else {
      throw .otherRank(numbers, layer.op)
    }
  }
}
