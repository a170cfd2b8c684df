/// A layer or a network and what is shown of it, as the command line that opens the explorer so.
///
///     convscope --op conv2d --input 1,3,32,32 --out-channels 8 --kernel-size 3 --view cells
///     convscope 'x = torch.zeros(1, 3, 32, 32); conv1 = nn.Conv2d(3, 8, 3)(x)' --view model
package struct ShareLine: Equatable, Sendable {
  /// The layer; nothing where there is a network.
  package let assignments: [Assignment]
  package let network: NamedNetwork?
  package let view: String?
  package let theme: String?
  /// What else is shown: `--show row=stride,axes=h`.
  package let marks: [ShareMark]

  package init(
    _ subject: LayerCase, network: NamedNetwork? = nil, view: String? = nil,
    theme: String? = nil, marks: [ShareMark] = []
  ) {
    assignments = network == nil ? subject.assignments : []
    (self.network, self.view, self.theme, self.marks) = (network, view, theme, marks)
  }

  /// The line, quoted where a shell needs it.
  package var text: String {
    var words = ["convscope"] + [network?.line].compactMap(\.self) + assignments.flatMap(\.words)
    if let view { words += ["--view", view] }
    if let theme { words += ["--theme", theme] }
    if !marks.isEmpty { words += ["--show", marks.map(\.text).joined(separator: ",")] }
    return words.map(ShellWords.quoted).joined(separator: " ")
  }
}

/// A part of what is shown that the layer does not say: `row=stride`, `zoom`.
package struct ShareMark: Equatable, Sendable {
  package let name: String
  /// Empty for what is only there or not.
  package let value: String

  package init(_ name: String, _ value: String = "") { (self.name, self.value) = (name, value) }

  var text: String { value.isEmpty ? name : "\(name)=\(value)" }

  /// Reads the value of `--show`; whether there are marks of these names is not looked at.
  package static func read(_ text: String) -> [ShareMark] {
    text.split(separator: ",").map { part in
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return ShareMark(
        String(sides.first?.trimmed ?? ""), sides.count > 1 ? String(sides[1].trimmed) : "")
    }
  }
}

// MARK: Reading

extension ShareLine {
  /// Reads a line of the same options as ``text`` has, with or without `convscope` before them.
  package init(reading line: String) throws(NotationError) {
    var words = try ShellWords.split(line)[...]
    if words.first == Self.program { words.removeFirst() }
    var assignments: [Assignment] = []
    var network: NamedNetwork?
    var values: [String: String] = [:]
    while let word = words.popFirst() {
      guard word.hasPrefix("--") else {
        guard network == nil else { throw .unexpected(word) }
        network = try Self.network(word)
        continue
      }
      let sides = word.dropFirst(2).split(
        separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      let name = String(sides.first ?? "")
      if sides.count == 1, ["bias", "no-bias"].contains(name) {
        assignments.append(Assignment(.bias, .flag(name == "bias")))
        continue
      }
      let hyperparameter = Hyperparameter(option: name)
      guard Self.others.contains(name) || hyperparameter != nil else { throw .unexpected(word) }
      guard let value = sides.count > 1 ? String(sides[1]) : words.popFirst() else {
        throw .missingValue(name)
      }
      if let hyperparameter {
        assignments.append(Assignment(hyperparameter, try hyperparameter.value(value)))
      } else {
        values[name] = value
      }
    }
    if network != nil, let other = assignments.first {
      throw NotationError(Sentence.networkAndOptions(other.hyperparameter.option))
    }
    (self.assignments, self.network) = (assignments, network)
    (view, theme) = (values["view"], values["theme"])
    marks = ShareMark.read(values["show"] ?? "")
  }

  private static func network(_ word: String) throws(NotationError) -> NamedNetwork {
    let bytes = Array(word.utf8)
    guard NetworkReader.isMeant(by: bytes) else { throw .unexpected(word) }
    do throws(PyTorchProblem) {
      return try NamedNetwork(reading: bytes)
    } catch {
      throw NotationError(error.description)
    }
  }

  /// Whether a text is meant as such a line.
  package static func isMeant(by text: String) -> Bool {
    let text = text.trimmed
    return text == program || text.hasPrefix(program + " ")
  }

  /// The layer, with PyTorch's defaults for what is not said; `nil` where nothing is said of it.
  package func subject() throws(NotationError) -> LayerCase? {
    assignments.isEmpty ? nil : try LayerCase(assignments)
  }

  private static let program = "convscope"
  private static let others = ["view", "theme", "show"]
}

// MARK: The layer

extension Assignment {
  fileprivate var words: [String] {
    if case .flag(let flag) = value { return [(flag ? "--" : "--no-") + hyperparameter.option] }
    return ["--" + hyperparameter.option, value.text]
  }
}

extension Hyperparameter {
  package var option: String { String(rawValue.map { $0 == "_" ? "-" : $0 }) }

  /// The hyperparameter that has an option; `batch` is a part of `--input`.
  fileprivate init?(option: String) {
    guard let hyperparameter = Hyperparameter.allCases.first(where: { $0.option == option }),
      hyperparameter != .batch, hyperparameter != .bias
    else { return nil }
    self = hyperparameter
  }
}
