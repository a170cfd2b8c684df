/// One number of a layer: what it is called, where it comes from, what it is.
package struct Fact: Equatable, Sendable {
  package let name: String
  /// The formula in symbols; empty where there is none.
  package let formula: String
  /// The same formula with this layer's numbers; empty where there is none.
  package let substituted: String
  package let value: String

  package init(_ name: String, _ formula: String = "", _ substituted: String = "", value: String) {
    (self.name, self.formula) = (name, formula)
    (self.substituted, self.value) = (substituted, value)
  }
}

/// Facts that belong together, and what must be said about them in words.
package struct FactSection: Equatable, Sendable {
  package let title: String
  package var facts: [Fact]
  package var notes: [String]

  package init(title: String, facts: [Fact], notes: [String] = []) {
    (self.title, self.facts, self.notes) = (title, facts, notes)
  }
}

extension Figure.Unit {
  /// A number of this unit as it is read: `1,152`, `4,608 bytes, 4.5 KiB`, `76.48 op/byte`.
  package func text(_ number: Ratio) -> String {
    let quotient = { Ratio(number.numerator).quotientText(by: number.denominator) }
    switch self {
    case .elements, .cells, .operations, .products: return number.words
    case .bytes:
      let count = number.numerator
      guard !count.isOverflow else { return count.words }
      return "\(count.grouped) bytes" + (count < 1_024 ? "" : ", \(count.binaryText)")
    case .intensity: return quotient().map { "\($0) op/byte" } ?? Count.overflowWords
    case .percent: return "\(number.words) %"
    case .mostToLeast: return quotient().map { "\($0):1" } ?? "–"
    case .share: return quotient() ?? "–"
    }
  }
}

extension Figure {
  /// What it is called where it stands alone and has room.
  package var title: String { unit == .mostToLeast ? "\(column), most:least" : column }

  /// The number of a layer in words, or why there is none.
  package func text(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> String {
    switch answer(pass, format) {
    case .number(let number): unit.text(number)
    case .absent: "–"
    case .notCovered(let features): features.refusal()
    }
  }
}

extension Fact {
  /// A figure by its label or another name, with its formula where that says more than the number.
  init(_ figure: Figure, _ pass: ForwardPass, _ format: NumberFormat = .int8, name: String? = nil) {
    let value = figure.text(pass, format)
    let formula = figure.formula(pass, format).flatMap { $0.isNumber ? nil : $0 }
    let numbers = formula?.numbers(\.grouped) ?? ""
    self.init(
      name ?? figure.label, formula?.symbols ?? "", numbers == value ? "" : numbers, value: value)
  }
}

extension FactSection {
  static func facts(_ figures: [Figure], _ pass: ForwardPass) -> [Fact] {
    figures.filter { $0.answer(pass) != .absent }.map { Fact($0, pass) }
  }
}
