import ConvArithmetic

/// The fields of one case in JSON, read but not yet understood.
package struct CaseFields: Hashable, Sendable {
  /// What the case is called; given back as it came.
  package enum Identifier: Hashable, Sendable {
    case text(String)
    case number(Count)
  }

  /// A value of any type that some field can have.
  package enum Value: Hashable, Sendable {
    case numbers([Int], isList: Bool)
    case word(String)
    case flag(Bool)
  }

  package var id: Identifier?
  /// Keys that are unknown, and values that no hyperparameter can have.
  package var problems: [CaseProblem] = []
  /// One place for each hyperparameter: a dictionary would cost more than all the rest.
  private var values: [Value?] = Array(repeating: nil, count: Hyperparameter.allCases.count)

  package init() {}

  package subscript(hyperparameter: Hyperparameter) -> Value? {
    get { values[hyperparameter.place] }
    set { values[hyperparameter.place] = newValue }
  }

  /// The hyperparameters that are keys of a case, `op` first: what the others may be depends on it.
  package static let keys = Hyperparameter.allCases.filter { $0 != .batch }
  /// Those that PyTorch has no default for.
  private static let required: [Hyperparameter] = [
    .op, .input, .inChannels, .outChannels, .kernelSize,
  ]
}

/// What is wrong with a case, named by its key.
package struct CaseProblem: Error, Hashable, Sendable {
  package let parameter: String
  package let message: String

  package init(_ parameter: String, _ message: String) {
    self.parameter = parameter
    self.message = message
  }

  init(_ hyperparameter: Hyperparameter, _ message: String) {
    self.init(hyperparameter.rawValue, message)
  }
}

/// Everything that is wrong with a case.
package struct CaseProblems: Error, Hashable, Sendable {
  package let problems: [CaseProblem]
}

extension CaseFields {
  /// The layer and the input that the fields describe.
  ///
  /// - Returns: A case that PyTorch may still refuse.
  /// - Throws: Every field that is missing, or of a type that it cannot have.
  package func subject() throws(CaseProblems) -> LayerCase {
    var problems = problems
    for key in Self.required where self[key] == nil && !isDisputed(key) {
      problems.append(CaseProblem(key, "is missing"))
    }
    var assignments: [Assignment] = []
    assignments.reserveCapacity(values.count)
    for key in Self.keys {
      guard let value = self[key] else { continue }
      if let meaning = key.meaning(of: value) {
        assignments.append(Assignment(key, meaning))
      } else {
        problems.append(CaseProblem(key, "must be \(key.expectedInJSON)"))
      }
    }
    guard problems.isEmpty else { throw CaseProblems(problems: problems) }
    do throws(NotationError) {
      return try LayerCase(assignments)
    } catch {
      throw CaseProblems(problems: [error.problem])
    }
  }

  /// Whether the key is there with a value that is said to be wrong.
  private func isDisputed(_ key: Hyperparameter) -> Bool {
    problems.contains { $0.parameter == key.rawValue }
  }
}

extension NotationError {
  fileprivate var problem: CaseProblem {
    switch self {
    case .doesNotApply(let hyperparameter, _, _), .unreadableValue(let hyperparameter, _),
      .outOfRange(let hyperparameter, _, _):
      CaseProblem(hyperparameter, message)
    case .unknownName(let name, _), .missingEquals(let name): CaseProblem(name, message)
    }
  }
}

extension Hyperparameter {
  /// The index of the case, without a search.
  fileprivate var place: Int {
    switch self {
    case .op: 0
    case .batch: 1
    case .inChannels: 2
    case .outChannels: 3
    case .input: 4
    case .kernelSize: 5
    case .stride: 6
    case .padding: 7
    case .dilation: 8
    case .outputPadding: 9
    case .groups: 10
    case .bias: 11
    }
  }

  fileprivate func meaning(of value: CaseFields.Value) -> HyperparameterValue? {
    switch (self, value) {
    case (.op, .word("conv2d")): .kind(.conv2d)
    case (.op, .word("conv_transpose2d")): .kind(.convTranspose2d)
    case (.padding, .word("same")): .padding(.same)
    case (.padding, .word("valid")): .padding(.valid)
    case (.bias, .flag(let flag)): .flag(flag)
    case (.input, .numbers(let dimensions, isList: true)):
      TensorShape(dimensions: dimensions).map { .shape($0) }
    case (.op, _), (.bias, _), (.input, _), (.batch, _): nil
    case (_, .numbers(let numbers, isList: false)): numbers.first.map { .number($0) }
    case (_, .numbers(let numbers, isList: true)):
      isSpatial && numbers.count == 2
        ? .pair(Spatial(height: numbers[0], width: numbers[1])) : nil
    case (_, .word), (_, .flag): nil
    }
  }

  fileprivate var expectedInJSON: String {
    switch self {
    case .op: "\"conv2d\" or \"conv_transpose2d\""
    case .bias: "true or false"
    case .input: "[N, C, H, W] or [C, H, W]"
    case .padding: "a whole number, two of them, \"same\" or \"valid\""
    case .batch, .inChannels, .outChannels, .groups: "a whole number"
    case .kernelSize, .stride, .dilation, .outputPadding: "a whole number or two of them"
    }
  }
}
