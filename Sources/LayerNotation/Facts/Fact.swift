import ConvArithmetic

/// One number of a layer: what it is called, where it comes from, what it is.
package struct Fact: Equatable, Sendable {
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
package struct FactSection: Equatable, Sendable {
  package let title: String
  package var facts: [Fact]
  package var notes: [String]

  package init(title: String, facts: [Fact], notes: [String] = []) {
    self.title = title
    self.facts = facts
    self.notes = notes
  }
}

/// The digits of a count, or words in place of a number beyond 127 bits.
func digits(_ count: Count) -> String { count.words }
