import ConvArithmetic

extension Question {
  /// The layer and its input: `nn.Conv2d(3, 8, 3) on an input of (1, 3, 8, 8)`.
  package var layerText: String { "\(pass.layer.pytorchLine) on an input of \(pass.input.text)" }

  /// What is asked, in one sentence.
  package var sentence: String {
    let isTransposed = pass.layer.kind == .convTranspose2d
    return switch kind {
    case .outputShape: "What is the shape of the output, \(shapeText)?"
    case .outputHeight: "How many rows has the output, H_out?"
    case .outputWidth: "How many columns has the output, W_out?"
    case .weightShape: "What is the shape of the weight?"
    case .parameters: "How many parameters has the layer, the bias included?"
    case .filters: "How many filters ψ has the layer, by the documents' count?"
    case .multiplications:
      "How many multiply-accumulates (MAC) are formed, those with padding zeros or cropped"
        + " away included?"
    case .additionsPerFilter:
      "How many additions per filter A = Σ(overlap − 1) does the document count?"
    case .maximumOverlap:
      isTransposed
        ? "How many products land in an output cell at most, in one channel?"
        : "How many outputs of one channel read an input cell at most?"
    }
  }

  /// The answer's name, in short.
  package var name: String {
    switch kind {
    case .outputShape: "output"
    case .outputHeight: "H_out"
    case .outputWidth: "W_out"
    case .weightShape: "weight"
    case .parameters: "parameters"
    case .filters: "ψ"
    case .multiplications: "MAC"
    case .additionsPerFilter: "A"
    case .maximumOverlap: "most"
    }
  }

  private var shapeText: String {
    pass.input.batch == nil ? "(C_out, H_out, W_out)" : "(N, C_out, H_out, W_out)"
  }

  /// Numbers as this question's answer: a number, or a shape.
  package func text(_ numbers: [Count]) -> String {
    guard numbers.count > 1 else { return numbers.first?.grouped ?? "" }
    return "(" + numbers.map { "\($0)" }.joined(separator: ", ") + ")"
  }
}

extension Question {
  /// How the answer comes about: a fact for each formula in it.
  package var working: [Fact] { facts(formulas, answer) }

  /// How a wrong answer comes about.
  package func working(_ mistake: Mistake) -> [Fact] { facts(mistake.formulas, mistake.answer) }

  private func facts(_ formulas: [Formula], _ answer: [Count]) -> [Fact] {
    guard formulas.count > 1 else {
      return zip(formulas, answer).map { Self.fact(name, $0, $1) }
    }
    guard kind == .outputShape else { return [shapeFact(formulas, answer)] }
    let sizes = zip(formulas, answer).suffix(2)
    let facts = zip(["H_out", "W_out"], sizes).map { Self.fact($0, $1.0, $1.1) }
    // Once is enough where both axes have the same numbers.
    let isSquare = facts[0].substituted == facts[1].substituted
    let channels = formulas.dropLast(2).last.map { Self.fact("C_out", $0, (try? $0.value) ?? 0) }
    return [channels].compactMap { $0 }
      + (isSquare
        ? [
          Fact(
            "H_out, W_out", facts[0].formula, facts[0].substituted, value: facts[0].value)
        ] : facts)
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
}
