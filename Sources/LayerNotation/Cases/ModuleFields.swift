import ConvArithmetic

/// One module of a network in JSON, read but not yet understood.
struct ModuleFields: Sendable {
  private var op: String?
  /// The modules whose outputs it takes, −1 for the network's input; the one before without it.
  private(set) var sources: [Int]?
  private var arguments: [PyTorchArgument] = []
  private var problems: [NotationError] = []

  /// Reads an object: `op`, `from`, and arguments by PyTorch's names.
  static func read(_ reader: inout JSONReader) throws(JSONReader.Fault) -> ModuleFields {
    var fields = ModuleFields()
    var names: Set<String> = []
    try reader.object { reader throws(JSONReader.Fault) in
      let name = try reader.text()
      try reader.colon()
      let value = try reader.value()
      if names.insert(name).inserted {
        fields.take(name, value)
      } else {
        fields.problems.append(NotationError("is given more than once", of: name))
      }
    }
    return fields
  }

  private mutating func take(_ name: String, _ value: JSONReader.Value) {
    switch (name, value) {
    case ("op", .text(let word)): op = word
    case ("from", .numbers(let modules)): sources = modules
    case ("from", .number(let module)) where Int(exactly: module) != nil:
      sources = Int(exactly: module).map { [$0] }
    case ("op", _): problems.append(NotationError("must be the name of a module", of: name))
    case ("from", _):
      problems.append(NotationError("must be a module's number, or a list of them", of: name))
    default:
      // Where an argument stands says which one a problem is about.
      let place = TextPosition(line: arguments.count)
      arguments.append(
        PyTorchArgument(
          name: name, value: PyTorchValue(value), text: value.text, namePosition: place,
          position: place))
    }
  }
}

extension PyTorchValue {
  fileprivate init(_ value: JSONReader.Value) {
    switch value {
    case .null: self = .none
    case .flag(let flag): self = .flag(flag)
    case .number(let number): self = Int(exactly: number).map { .integer($0) } ?? .tooLarge
    case .fraction(let number): self = .decimal(number)
    case .fractions(let numbers):
      self = .list(
        numbers.map { number in
          Int(exactly: number).map { .integer($0) } ?? .decimal(number)
        })
    case .text(let word): self = .word(word)
    case .numbers(let numbers): self = .list(numbers.map { .integer($0) })
    case .lists, .other: self = .expression
    }
  }
}

extension JSONReader.Value {
  fileprivate var text: String {
    switch self {
    case .null: "null"
    case .flag(let flag): flag ? "true" : "false"
    case .number(let number): number.description
    case .fraction(let number): number.description
    case .text(let text): "'\(text)'"
    case .numbers(let numbers): numbers.description
    case .fractions(let numbers): numbers.description
    case .lists(let lists): lists.description
    case .other: "this value"
    }
  }
}

extension ModuleFields {
  /// The axes that the module has by its name; `nil` for any.
  var axes: Int? { op.flatMap { ModuleClass.calledAs($0)?.known.axes } }

  /// The module as a stage on so many axes.
  ///
  /// - Throws: All that is known to be wrong with it.
  func stage(axes: Int, isBatched: Bool) throws(CaseProblems) -> Stage {
    guard problems.isEmpty else { throw CaseProblems(problems: problems) }
    guard let op else { throw CaseProblems(problems: [NotationError("is missing", of: "op")]) }
    let join = Self.joins[op]
    guard let (name, known) = ModuleClass.calledAs(join == nil ? op : "identity") else {
      let message = "\(quoted(op)) is not a module known here"
      throw CaseProblems(problems: [NotationError(message, of: "op")])
    }
    let unknown = arguments.filter { !known.takes($0.name ?? "", isJoin: join != nil) }
    guard unknown.isEmpty else {
      throw CaseProblems(
        problems: unknown.map { NotationError("is not an argument of \(op)", of: $0.name ?? "") })
    }
    if let join { return .join(join) }
    do throws(PyTorchProblem) {
      let call = try ModuleCall(
        known, name: name, at: TextPosition(line: -1), axes: axes, arguments)
      return try call.stages(isSource: true, isBatched: isBatched).first ?? .channelwise([])
    } catch {
      let isArgument = arguments.indices.contains(error.line)
      let parameter = isArgument ? arguments[error.line].name : nil
      throw CaseProblems(problems: [NotationError(error.message, of: parameter ?? "op")])
    }
  }

  private static let joins: [String: Join] = ["add": .add, "cat": .concatenate]
}

extension ModuleClass {
  /// Whether it has an argument; of those that treat each value by itself not all are known.
  fileprivate func takes(_ argument: String, isJoin: Bool) -> Bool {
    isConvolution || (effect == .pointwise || effect == .mixing) && !isJoin
      || parameters.contains(argument)
  }
}
