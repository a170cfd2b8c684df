extension FactSection {
  /// The formula that the document prints at its end, and why it differs from its own steps.
  static func summary(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "The document's printed summary", facts: facts([.printedSummary], pass),
      notes: [disagreement(pass)])
  }

  private static func disagreement(_ pass: ForwardPass) -> String {
    let excess = pass[.printedSummary] - pass[.documented]
    guard !excess.isOverflow else { return Sentence.stepsTooLarge() }
    guard excess != 0 else { return Sentence.agreesWithSteps() }
    let sentence = pass.layer.bias ? Sentence.summaryWithBias : .summaryWithoutBias
    return sentence(excess.magnitude.grouped, excess < 0 ? "less" : "more")
  }

  /// What a direct implementation does, against what the documents charge.
  static func executed(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "Products really formed",
      facts: [Figure.multiplications, .usefulMultiplications].map { figure in
        Fact(figure, pass, name: figure.column)
      }, notes: chargeNotes(pass))
  }

  /// All that a direct implementation computes, and how much of it reaches the output.
  static func ledger(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "Really executed", facts: facts(Figure.ofExecution + [.usefulShare], pass),
      notes: chargeNotes(pass))
  }

  /// What the documents charge a transposed layer for that does not happen.
  private static func chargeNotes(_ pass: ForwardPass) -> [String] {
    guard pass.layer.direction == .transposed else { return [] }
    let terms = [Figure.chargedPerFilter, .formedPerFilter].map { figure in
      "\(figure.formula(pass)?.symbols ?? figure.name) = \(figure.text(pass))"
    }
    let holes = pass[.holes]
    return [Sentence.chargedProducts(terms[0], terms[1])]
      + (holes > 0 && !holes.isOverflow ? [Sentence.holesInA(holes.grouped)] : [])
  }
}
