import ConvArithmetic

/// The arguments of a module, by their names.
struct SizeArguments {
  let axes: Int
  private var values: [String: PyTorchValue] = [:]

  /// Names the positional arguments by the parameters of their class.
  init(_ arguments: [PyTorchArgument], _ parameters: [String], axes: Int) {
    self.axes = axes
    for (place, argument) in arguments.enumerated() {
      let name = argument.name ?? (parameters.indices.contains(place) ? parameters[place] : "")
      values[name] = argument.value
    }
  }

  /// The value of an argument; `None` for some is as good as none.
  subscript(name: String) -> PyTorchValue? { values[name] }

  /// One number for all axes, or one for each.
  ///
  /// `across` is the number of the height that a model along one axis does not have.
  func pair(_ name: String, across: Int) -> Spatial<Int>? {
    switch values[name] {
    case .integer(let number)?: spread(number, across: across)
    case .list(let values)?:
      pair(values.compactMap { if case .integer(let number) = $0 { number } else { nil } }, across)
    default: nil
    }
  }

  /// The same number on all axes that there are.
  func spread(_ number: Int?, across: Int) -> Spatial<Int>? {
    number.map { Spatial(height: axes == 1 ? across : $0, width: $0) }
  }

  private func pair(_ numbers: [Int], _ across: Int) -> Spatial<Int>? {
    guard numbers.count == axes, let first = numbers.first, let last = numbers.last else {
      return nil
    }
    return Spatial(height: axes == 1 ? across : first, width: last)
  }

  /// Factors that may be fractions, each at least 0.
  func factors(_ name: String) -> Spatial<Double>? {
    var numbers: [Double] = []
    switch values[name] {
    case .list(let values)?: numbers = values.compactMap(factor)
    case let value?: numbers = factor(value).map { Array(repeating: $0, count: axes) } ?? []
    case nil: break
    }
    guard numbers.count == axes, let first = numbers.first, let last = numbers.last else {
      return nil
    }
    return Spatial(height: axes == 1 ? 1 : first, width: last)
  }

  private func factor(_ value: PyTorchValue) -> Double? {
    switch value {
    case .integer(let number) where number >= 0: Double(number)
    case .decimal(let number) where number >= 0: number
    default: nil
    }
  }

  /// The cells on either side of each axis: one number for all, or left, right, top, bottom.
  func sides(_ name: String) -> Spatial<[Int]>? {
    switch values[name] {
    case .integer(let number)?:
      return Spatial(height: axes == 1 ? [] : [number, number], width: [number, number])
    case .list(let values)?:
      let numbers = values.compactMap { if case .integer(let number) = $0 { number } else { nil } }
      guard numbers.count == 2 * axes, numbers.count == values.count else { return nil }
      return Spatial(height: Array(numbers.dropFirst(2)), width: Array(numbers.prefix(2)))
    default: return nil
    }
  }
}
