/// An argument of an operation, or what comes out of one.
package enum GraphValue: Equatable, Sendable {
  /// What the tensor of this number is; see ``ModelGraph``.
  case result(Int)
  /// A tensor of these sizes.
  case shape([Int])
  case number(Int)
  case decimal(Double)
  case word(String)
  case flag(Bool)
  /// `None`.
  case nothing
  case list([GraphValue])
  /// `slice(2, None, None)`: start, stop and step.
  case slice([GraphValue])
  /// Something that is not known here, or has no size.
  case unknown

  package var shape: [Int]? { if case .shape(let sizes) = self { sizes } else { nil } }

  var number: Int? { if case .number(let number) = self { number } else { nil } }

  /// The values of a list; of anything else, itself.
  var items: [GraphValue] { if case .list(let items) = self { items } else { [self] } }

  /// One number or several.
  var numbers: [Int]? { items.map(\.number).complete() }

  /// Whether it may be one of several numbers that are not in a list.
  var isItem: Bool { if case .list = self { false } else { true } }

  /// What Python takes for true.
  var isTrue: Bool { self == .flag(true) || (number ?? 0) != 0 }

  /// The tensors that it names, in their order.
  var results: [Int] {
    var tensors: [Int] = []
    add(to: &tensors)
    return tensors
  }

  /// Adds the tensors that it names.
  func add(to tensors: inout [Int]) {
    switch self {
    case .result(let tensor): tensors.append(tensor)
    case .list(let items), .slice(let items): for item in items { item.add(to: &tensors) }
    default: break
    }
  }

  /// The value with what each tensor is in place of its number.
  func resolved(_ value: (Int) -> GraphValue) -> GraphValue {
    switch self {
    case .result(let tensor): value(tensor)
    case .list(let items) where !isSettled: .list(items.map { $0.resolved(value) })
    case .slice(let items) where !isSettled: .slice(items.map { $0.resolved(value) })
    default: self
    }
  }

  /// Whether nothing in it has to be known first.
  var isSettled: Bool {
    switch self {
    case .result, .unknown: false
    case .list(let items), .slice(let items): items.allSatisfy(\.isSettled)
    default: true
    }
  }

  /// The same among the arguments of a module.
  var argument: PyTorchValue {
    switch self {
    case .number(let number): .integer(number)
    case .decimal(let number): .decimal(number)
    case .word(let word): .word(word)
    case .flag(let flag): .flag(flag)
    case .nothing: .none
    case .list(let items): .list(items.map(\.argument))
    case .result, .shape, .slice, .unknown: .expression
    }
  }

  init(_ value: PyTorchValue) {
    switch value {
    case .integer(let number): self = .number(number)
    case .decimal(let number): self = .decimal(number)
    case .word(let word): self = .word(word)
    case .flag(let flag): self = .flag(flag)
    case .none: self = .nothing
    case .list(let items): self = .list(items.map { GraphValue($0) })
    case .tooLarge, .expression: self = .unknown
    }
  }
}
