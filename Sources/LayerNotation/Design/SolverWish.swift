/// What a person asks the solver for, in the words of the command line, the screen and plain mode.
package enum SolverWish: Equatable, Sendable {
  case goal(SolverGoal)
  /// The other kind of layer, which gives the input's size back from the output.
  case undo

  /// Reads a wish: `16`, `16,24`, `(1, 64, 16, 24)`, `same`, `double`, `half`, `x3`, `/3`, `undo`.
  package init?(
    _ text: String, axes: Int, for audience: SolverGoal.Audience = .everyInput
  ) {
    let word = text.lowercased().trimmed
    switch word {
    case "same": self = .goal(.same(for: audience))
    case "double": self = .goal(.times(2, for: audience))
    case "triple": self = .goal(.times(3, for: audience))
    case "half": self = .goal(.part(2, for: audience))
    case "undo": self = .undo
    default:
      guard let goal = Self.factor(word, for: audience) ?? Self.size(text, axes: axes) else {
        return nil
      }
      self = .goal(goal)
    }
  }

  package static let expected = "a size, H,W, same, double, half, x3, /3 or undo"

  /// `x3`, `3x`, `×3`, `*3`, `/3`, `÷3`, with a number of at least 1.
  package static func factor(
    _ word: some StringProtocol, for audience: SolverGoal.Audience = .everyInput
  ) -> SolverGoal? {
    // A key of a digit begins to type a goal, so a factor may begin with it, too.
    if let last = word.last, "x×".contains(last), let factor = Int(word.dropLast().trimmed) {
      return factor >= 1 ? .times(factor, for: audience) : nil
    }
    guard let sign = word.first, let factor = Int(word.dropFirst().trimmed), factor >= 1 else {
      return nil
    }
    switch sign {
    case "x", "×", "*": return .times(factor, for: audience)
    case "/", "÷": return .part(factor, for: audience)
    default: return nil
    }
  }

  /// A size: a number for all axes, one for each, or a shape, of which the last numbers count.
  package static func size(_ text: String, axes: Int) -> SolverGoal? {
    let size: Spatial<Int>? =
      switch try? Hyperparameter.input.value(text) {
      case .number(let number): Spatial(repeating: number, count: axes)
      case .dimensions(let numbers):
        TensorShape(dimensions: numbers, axes: axes)?.size
          ?? (numbers.count == axes ? Spatial(numbers) : nil)
      case .perAxis, .padding, .flag, .mode, .op, .unbatched, nil: nil
      }
    return size.flatMap { size in size.contains { $0 < 1 } ? nil : .size(size) }
  }
}

extension SolverGoal {
  /// What is wanted: `16×16`, `×2`, `÷2`, `the same size`.
  package var text: String {
    switch self {
    case .size(let size): size.area
    case .times(1, _), .part(1, _): "the same size"
    case .times(let factor, _): "×\(factor)"
    case .part(let divisor, _): "÷\(divisor)"
    }
  }

  package var audienceText: String {
    switch self {
    case .size, .times(_, for: .thisInput), .part(_, for: .thisInput): "of this input"
    case .times(_, for: .everyInput): "of every input"
    case .part(let divisor, for: .everyInput):
      divisor == 1 ? "of every input" : "of every multiple of \(divisor)"
    }
  }

  /// The kind of layer that one takes for it: transposed for what grows along one axis at least.
  package func usualKind(input: Spatial<Int>) -> ConvLayer.Direction {
    switch self {
    case .size(let size): size.with(input) { $0 > $1 }.contains(true) ? .transposed : .convolution
    case .times(let factor, _): factor > 1 ? .transposed : .convolution
    case .part: .convolution
    }
  }
}

extension AxisGoal {
  package var text: String {
    switch self {
    case .size(let size): "\(size)"
    case .times(let factor): "×\(factor)"
    case .part(let divisor): "÷\(divisor)"
    }
  }
}

extension Spatial where Value == Int {
  /// All axes: `16×24`.
  package var area: String { map { String($0) }.joined(separator: "×") }
}
