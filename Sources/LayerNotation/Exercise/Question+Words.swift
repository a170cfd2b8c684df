extension Question {
  /// The layer and its input: `nn.Conv2d(3, 8, 3) on an input of (1, 3, 8, 8)`.
  package var layerText: String { "\(pass.layer.pytorchLine) on an input of \(pass.input.text)" }

  package var sentence: String { words("sentence", partNames) }

  package var name: String { words("name") }

  /// A text of the row of `questions.tsv` that is about such a question.
  private func words(_ column: String, _ parts: [String] = []) -> String {
    let row = Self.questions.first { tags.contains($0["kind"]) && isMeant(by: $0) }
    var words = ["parts": parts.joined(separator: ", ")]
    if let axis = kind.axis {
      (words["axis"], words["slice"]) = (axis.letter, axis.slice)
    }
    return (row?[column] ?? "").filled(words)
  }

  /// What a row can say that it is of: the kind of question, and that of layer and padding.
  private var tags: [String] {
    [String("\(kind)".prefix { $0 != "(" }), "\(pass.layer.direction)"]
      + (pass.features.contains(.copies) ? ["copies"] : [])
  }

  private func isMeant(by row: DataRow) -> Bool {
    row["of"].split(separator: " ").allSatisfy { tags.contains("\($0)") }
  }

  /// Of several rows of a kind, or of an idea, the first one that is of such a question counts.
  private static let questions = DataRow.all(PackageResources.questions_tsv)
  private static let misconceptions = DataRow.all(PackageResources.misconceptions_tsv)

  /// Numbers as this question's answer: a number, or a shape.
  package func text(_ numbers: [Count]) -> String {
    guard numbers.count > 1 else { return numbers.first?.grouped ?? "" }
    return tupleText(numbers)
  }

  package var partNames: [String] {
    switch kind {
    case .outputShape:
      (pass.input.batch == nil ? [] : ["N"]) + ["C_out"]
        + pass.layer.axes.map { "\($0.letter)_out" }
    case .weightShape:
      (isTransposed ? ["C_in", "C_out/groups"] : ["C_out", "C_in/groups"]) + kernelNames
    default: [name]
    }
  }

  /// How the answer comes about; of an output shape, its sizes.
  package var working: [Fact] {
    facts(
      formulas, answer, parts: partNames.indices.suffix(kind == .outputShape ? axisCount : .max))
  }

  /// How a wrong answer comes about, as far as it is another one.
  package func working(_ mistake: Mistake) -> [Fact] {
    let parts = answer.indices.filter { answer[$0] != mistake.answer[$0] }
    return facts(mistake.formulas, mistake.answer, parts: parts)
  }

  private func facts(
    _ formulas: [Formula], _ answer: [Count], parts: some Sequence<Int>
  ) -> [Fact] {
    guard kind != .weightShape else { return [shapeFact(formulas, answer)] }
    let facts = parts.map { Self.fact(partNames[$0], formulas[$0], answer[$0]) }
    // Once is enough where all axes have the same numbers.
    guard let first = facts.first, facts.count > 1,
      facts.allSatisfy({ $0.substituted == first.substituted && $0.value == first.value })
    else { return facts }
    let names = facts.map(\.name).joined(separator: ", ")
    return [Fact(names, first.formula, first.substituted, value: first.value)]
  }

  /// What a wrong answer does, and what would be right.
  package func reason(_ mistake: Mistake) -> String {
    let idea = "\(mistake.idea)"
    let row = Self.misconceptions.first { $0["idea"] == idea && isMeant(by: $0) }
    guard let row else { return "" }
    let axes = pass.layer.axes
    return "That \(row["wrong"]); \(row["right"])."
      .filled([
        "first": "\(axes[0])", "last": "\(axes[axes.count - 1])",
        "kernel": kernelNames.joined(separator: "·"),
      ])
  }

  /// Which relationship of Dumoulin & Visin gives an output size; `nil` for another question.
  package var relationshipText: String? {
    let axes: [Axis]
    switch kind {
    case .outputShape: axes = Array(pass.layer.axes.prefix(pass.axes.isUniform ? 1 : axisCount))
    case .outputSize(let axis): axes = [axis]
    default: return nil
    }
    let labels = axes.compactMap { axis in
      Relationship.applying(to: pass.axes[axis]).first.map { relationship in
        (axes.count > 1 ? "\(axis.letter) " : "")
          + "\(relationship.subject.label) (\(relationship.subject.condition))"
      }
    }
    return "Dumoulin & Visin: " + labels.joined(separator: ", ") + "."
  }

  private func shapeFact(_ formulas: [Formula], _ answer: [Count]) -> Fact {
    Fact(
      name, "(" + formulas.map(\.symbols).joined(separator: ", ") + ")",
      "(" + formulas.map { $0.numbers(\.grouped) }.joined(separator: ", ") + ")",
      value: text(answer))
  }

  private static func fact(_ name: String, _ formula: Formula, _ value: Count) -> Fact {
    let numbers = formula.numbers(\.grouped)
    return Fact(
      name, formula.symbols, numbers == value.grouped ? "" : numbers, value: value.grouped)
  }

  var isTransposed: Bool { pass.layer.direction == .transposed }
  var axisCount: Int { pass.layer.axes.count }

  /// The sides of the kernel in symbols.
  var kernelNames: [String] { pass.layer.axes.map { "k_\($0.mark)" } }
}

extension Judgement {
  package var verdict: String {
    let right = question.text(question.answer)
    return isRight ? "Right: \(right)." : "Not \(question.text(given)): it is \(right)."
  }

  /// How far the answer is off, for one that no misconception is known to lead to.
  package var distanceText: String {
    guard distances.count > 1 else {
      return distances.first.map { "It is \(Self.text($0))." } ?? ""
    }
    let wrong = distances.enumerated().filter { $0.element != 0 }
    return wrong.map { "\(question.partNames[$0.offset]) is \(Self.text($0.element))." }
      .joined(separator: " ")
  }

  private static func text(_ distance: Count?) -> String {
    guard let distance, case let size = distance.magnitude else {
      return "further off than 127 bits hold"
    }
    return "\(size.grouped) too \(distance < 0 ? "small" : "large")"
  }
}

extension Misconception.Idea {
  /// What it is called: `padding counted once`.
  package var name: String {
    "\(self)".reduce(into: "") { name, letter in
      name += letter.isUppercase ? " \(letter.lowercased())" : "\(letter)"
    }
  }
}
