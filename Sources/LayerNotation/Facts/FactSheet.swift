import ConvArithmetic

/// One number of a layer: what it is called, where it comes from, what it is.
package struct Fact: Hashable, Sendable {
  package let name: String
  /// The formula in symbols; empty where there is none.
  package let formula: String
  /// The same formula with this layer's numbers; empty where there is none.
  package let substituted: String
  package let value: String

  package init(
    _ name: String, _ formula: String = "", _ substituted: String = "", value: String
  ) {
    self.name = name
    self.formula = formula
    self.substituted = substituted
    self.value = value
  }
}

/// Facts that belong together, and what must be said about them in words.
package struct FactSection: Hashable, Sendable {
  package let title: String
  package var facts: [Fact]
  package var notes: [String]

  package init(title: String, facts: [Fact], notes: [String] = []) {
    self.title = title
    self.facts = facts
    self.notes = notes
  }
}

/// All that convscope says about a valid layer; the screen and the report show the same.
package struct FactSheet: Hashable, Sendable {
  package enum Topic: CaseIterable, Sendable {
    case outputSize, weight, documented, summary, executed, ledger, overlap, verdict, advice
    case relationship, memory, dialects

    /// Those that the screen shows otherwise: the ledger in bars, the others in views of their own.
    private static let elsewhere: [Topic] = [.ledger, .verdict, .advice, .memory, .dialects]
    /// Those of the screen, in reading order.
    fileprivate static let shown = allCases.filter { !elsewhere.contains($0) }
    /// Those of the report, in reading order.
    fileprivate static let reported = allCases.filter { $0 != .executed }
  }

  let pass: ForwardPass
  private let budget: Budget

  /// The facts of a layer.
  ///
  /// - Parameters:
  ///   - pass: A valid layer.
  ///   - budget: What it is measured by, if anything is limited.
  package init(_ pass: ForwardPass, budget: Budget = Budget()) {
    self.pass = pass
    self.budget = budget
  }

  package var sections: [FactSection] { Topic.shown.map { self[$0] } }
  package var reportSections: [FactSection] {
    Topic.reported.map { self[$0] }.filter { !$0.facts.isEmpty || !$0.notes.isEmpty }
  }

  package subscript(topic: Topic) -> FactSection {
    switch topic {
    case .outputSize: .outputSize(pass)
    case .weight: .weight(pass)
    case .documented: .documented(pass)
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
}

/// The digits of a count, or words in place of a number beyond 127 bits.
func digits(_ count: Count) -> String { count.words }
