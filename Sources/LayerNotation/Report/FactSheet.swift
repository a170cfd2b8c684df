/// All that convscope says about a valid layer; the screen and the report show the same.
package struct FactSheet: Equatable, Sendable {
  package enum Topic: CaseIterable, Sendable {
    case outputSize, weight, documented, summary, executed, ledger, overlap, verdict, advice
    case relationship, memory, dialects

    /// Those that the screen shows otherwise: the ledger in bars, the others in views of their own.
    private static let elsewhere: [Topic] = [.ledger, .verdict, .advice, .memory, .dialects]
    /// Those of the screen, in reading order.
    fileprivate static let shown = allCases.filter { !elsewhere.contains($0) }
    fileprivate static let reported = allCases.filter { $0 != .executed }
  }

  let pass: ForwardPass
  private let budget: Budget

  package init(_ pass: ForwardPass, budget: Budget = Budget()) {
    (self.pass, self.budget) = (pass, budget)
  }

  /// How many sections the screen has of every layer.
  package static let shownCount = Topic.shown.count
  package var sections: [FactSection] { Topic.shown.map { self[$0] } }
  package var reportSections: [FactSection] {
    Topic.reported.map { self[$0] }.filter { !$0.facts.isEmpty || !$0.notes.isEmpty }
  }

  package subscript(topic: Topic) -> FactSection {
    switch topic {
    case .outputSize: .outputSize(pass)
    case .weight: .weight(pass)
    case .documented:
      FactSection(
        title: "Operations as documented", facts: FactSection.facts(Figure.ofDocuments, pass))
    case .summary: .summary(pass)
    case .executed: .executed(pass)
    case .ledger: .ledger(pass)
    case .overlap: .overlap(pass)
    case .verdict: .verdict(pass)
    case .advice: .advice(pass)
    case .relationship: .relationship(pass)
    case .memory: .memory(pass, budget)
    case .dialects: .dialects(pass)
    }
  }

  /// What every tool and both documents say, in the order of the catalogue.
  package var conventions: [ConventionFact] {
    OperationConvention.allCases.map { ConventionFact($0, pass) }
  }

  package static let conventionsTitle = "What the tools say"
}
