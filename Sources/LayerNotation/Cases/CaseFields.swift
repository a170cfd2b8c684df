/// The fields of one case in JSON, read but not yet understood.
package struct CaseFields: Sendable {
  /// Keys that are unknown or stand twice, and values that no hyperparameter can have.
  private var problems: [NotationError] = []
  /// One place for each key: a dictionary would cost more than all the others.
  private var values: [JSONReader.Value?] = Array(repeating: nil, count: keys.count)
  /// The modules of a network; `nil` for a layer.
  private var modules: [ModuleFields]?

  /// The names of the keys, that of the case itself after those of hyperparameters.
  private static let keys = CaseKey.all.map(\.hyperparameter.rawValue) + ["id"]
  private static let keyBytes = keys.map { Array($0.utf8) }
  /// Those that PyTorch has no default for.
  private static let required = [.op, .input, .inChannels, .outChannels, .kernelSize]
    .compactMap { (key: Hyperparameter) in keys.firstIndex(of: key.rawValue) }

  /// What the case is called, a text or a whole number; given back as it came.
  var id: JSONReader.Value? { values[CaseKey.all.count] }
}

/// All that is wrong with a case.
package struct CaseProblems: Error, Equatable, Sendable {
  package let problems: [NotationError]
}

extension CaseFields {
  /// Reads one line of JSON, without its end.
  ///
  /// - Throws: What is wrong with the whole of it; what is wrong with a key is among the fields.
  package static func read(_ line: UnsafeRawBufferPointer) throws(NotationError) -> CaseFields {
    var (reader, fields) = (JSONReader(line), CaseFields())
    let isObject = reader.next == UInt8(ascii: "{")
    do throws(JSONReader.Fault) {
      if isObject {
        try reader.object { reader throws(JSONReader.Fault) in try fields.readField(&reader) }
      } else {
        _ = try reader.value()
      }
      try reader.end()
    } catch {
      let isText = String(validating: line, as: UTF8.self) != nil
      throw NotationError(isText ? "is not JSON" : "is not valid UTF-8", of: "line")
    }
    guard isObject else { throw NotationError("is JSON, but not an object", of: "line") }
    fields.settle()
    return fields
  }

  private mutating func readField(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var (name, place) = ("", reader.take(oneOf: Self.keyBytes))
    if place == nil {
      name = try reader.text()
      place = Self.keys.firstIndex(of: name)
    }
    try reader.colon()
    if place == nil, name == "modules", modules == nil, reader.next == UInt8(ascii: "[") {
      return try readModules(&reader)
    }
    let value = try reader.value()
    guard let place else {
      let meant = nearest(to: name, among: Self.keys).map { Sentence.didYouMean($0) } ?? ""
      problems.append(NotationError(Sentence.unknownKey(meant), of: name))
      return
    }
    if let problem = values[place] == nil ? problem(value, place) : "is given more than once" {
      problems.append(NotationError(problem, of: Self.keys[place]))
    } else {
      values[place] = value
    }
  }

  private mutating func readModules(_ reader: inout JSONReader) throws(JSONReader.Fault) {
    var modules: [ModuleFields] = []
    try reader.list { reader throws(JSONReader.Fault) in
      modules.append(try ModuleFields.read(&reader))
    }
    self.modules = modules
  }

  private func problem(_ value: JSONReader.Value, _ place: Int) -> String? {
    let isID = place == CaseKey.all.count
    switch value {
    case .text: return nil
    case .number(let number) where isID || Int(exactly: number) != nil: return nil
    case .lists where Self.keys[place] == Hyperparameter.padding.rawValue: return nil
    case _ where isID: return "must be a string or a whole number"
    case .flag, .numbers: return nil
    case .null: return "is null, which is not a value"
    case .number, .fraction, .fractions, .lists, .other:
      return "has a value of a type, or of a size, that no hyperparameter can have"
    }
  }

  /// Keeps one problem for each key, in the order of the keys, and no value of such a key.
  private mutating func settle() {
    guard !problems.isEmpty else { return }
    var named: Set<String> = []
    problems = problems.filter { named.insert($0.parameter).inserted }
      .sorted { $0.parameter < $1.parameter }
    for place in CaseKey.all.indices where named.contains(Self.keys[place]) { values[place] = nil }
  }

  /// The network that the fields describe; `nil` where they are those of a layer.
  ///
  /// - Throws: Every field that a network does not have, and what is wrong with its input.
  func network() throws(CaseProblems) -> NetworkCase? {
    guard let modules else { return nil }
    var problems = problems
    for place in CaseKey.all.indices
    where values[place] != nil && Self.keys[place] != Hyperparameter.input.rawValue {
      problems.append(NotationError("is not a key of a network", of: Self.keys[place]))
    }
    let input = CaseKey.all.firstIndex { $0.hyperparameter == .input }.flatMap { values[$0] }
    guard problems.isEmpty else { throw CaseProblems(problems: problems) }
    do throws(NotationError) {
      return try NetworkCase(modules, input: input)
    } catch { throw CaseProblems(problems: [error]) }
  }

  /// The layer and the input that the fields describe; PyTorch may still refuse them.
  ///
  /// - Throws: Every field that is missing, or of a type that it cannot have.
  package func subject() throws(CaseProblems) -> LayerCase {
    var problems = problems
    for place in Self.required where values[place] == nil {
      let name = Self.keys[place]
      guard !problems.contains(where: { $0.parameter == name }) else { continue }
      problems.append(NotationError("is missing", of: name))
    }
    var assignments: [Assignment] = []
    assignments.reserveCapacity(values.count)
    var axes = 2
    // By their places: to copy the keys would take a third of the time.
    for place in CaseKey.all.indices {
      guard let value = values[place] else { continue }
      let hyperparameter = CaseKey.all[place].hyperparameter
      if let meaning = CaseKey.all[place].meaning(of: value, axes: axes) {
        // It is the first of them.
        if case .op(let op) = meaning { axes = op.axes }
        assignments.append(Assignment(hyperparameter, meaning))
      } else {
        let expected = CaseKey.all[place].expected(axes: axes)
        problems.append(NotationError("must be \(expected)", of: hyperparameter.rawValue))
      }
    }
    guard problems.isEmpty else { throw CaseProblems(problems: problems) }
    do throws(NotationError) {
      return try LayerCase(assignments)
    } catch { throw CaseProblems(problems: [error]) }
  }
}
