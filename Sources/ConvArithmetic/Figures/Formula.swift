/// A formula of a layer's count, as a person writes it.
package indirect enum Formula: Hashable, Sendable {
  /// A number of the layer by its name, or without one a number of the formula itself.
  case quantity(String?, Count)
  case combined(Operator, Formula, Formula)
  /// A formula that stands in a larger one by its name, such as ψ.
  case part(String, Formula)

  package enum Operator: Equatable, Sendable {
    case plus, minus, times
    /// A quotient that leaves no remainder.
    case over
    case floorOver
    case ceilingOver
  }
}

extension Formula {
  /// The formula in names: `N·C_out·H_out·W_out`.
  package var symbols: String {
    text(Writer(isInNames: true) { name, value in name ?? "\(value)" })
  }

  /// The formula in the numbers of its layer: `2·32·16·16`.
  package var numbers: String { numbers { "\($0)" } }

  /// The formula in numbers, each spelled without its sign; a negative one stands in parentheses.
  package func numbers(_ spell: @escaping (Count) -> String) -> String {
    let writer = Writer(isInNames: false) { _, value in
      guard value < 0 else { return spell(value) }
      // The sign is written here, so that no spelling of numbers has to know of it.
      return "(−\(spell(value.magnitude)))"
    }
    return text(writer)
  }

  /// The names that occur, each once and in order, with their values.
  package var names: [(name: String, value: Count)] {
    switch self {
    case .quantity(nil, _): []
    case .quantity(let name?, let value): [(name, value)]
    case .part(let name, let formula): [(name, formula.value)]
    case .combined(_, let left, let right):
      right.names.reduce(into: left.names) { names, next in
        if !names.contains(where: { $0.name == next.name }) { names.append(next) }
      }
    }
  }

  package var value: Count {
    switch self {
    case .quantity(_, let value): value
    case .combined(let combination, let left, let right):
      combination.apply(left.value, right.value)
    case .part(_, let formula): formula.value
    }
  }

  package var isNumber: Bool { if case .quantity(nil, _) = self { true } else { false } }

  /// The same formula with that of each part in place of its name.
  package var expanded: Formula {
    switch self {
    case .quantity: self
    case .combined(let combination, let left, let right):
      .combined(combination, left.expanded, right.expanded)
    case .part(_, let formula): formula.expanded
    }
  }

  private func text(_ writer: Writer) -> String {
    switch self {
    case .quantity(let name, let value):
      writer.leaf(name, value)
    case .part(let name, let formula):
      writer.leaf(name, formula.value)
    case .combined(.floorOver, let dividend, let divisor):
      "⌊\(dividend.bound(above: .sum, writer))/\(divisor.bound(above: .factor, writer))⌋"
    case .combined(.ceilingOver, let dividend, let divisor):
      "⌈\(dividend.bound(above: .sum, writer))/\(divisor.bound(above: .factor, writer))⌉"
    case .combined(.plus, let left, let right):
      "\(left.text(writer)) + \(right.text(writer))"
    case .combined(.minus, let left, let right):
      "\(left.text(writer)) − \(right.bound(above: .sum, writer))"
    case .combined(.times, let left, let right):
      left.bound(above: .sum, writer) + writer.sign(left, right)
        + right.bound(above: .sum, writer)
    case .combined(.over, let left, let right):
      "\(left.bound(above: .sum, writer))/\(right.bound(above: .factor, writer))"
    }
  }

  /// How tightly the outermost operator binds.
  private enum Binding: Int { case sum, factor, whole }

  private var binding: Binding {
    switch self {
    case .quantity, .part, .combined(.floorOver, _, _), .combined(.ceilingOver, _, _): .whole
    case .combined(.plus, _, _), .combined(.minus, _, _): .sum
    case .combined(.times, _, _), .combined(.over, _, _): .factor
    }
  }

  /// The text, in parentheses unless it binds more tightly than what surrounds it.
  private func bound(above limit: Binding, _ writer: Writer) -> String {
    binding.rawValue > limit.rawValue ? text(writer) : "(\(text(writer)))"
  }

  private struct Writer {
    let isInNames: Bool
    let leaf: (String?, Count) -> String

    /// What stands between two factors: nothing in 2p, s(i − 1) and (i − 1)s.
    func sign(_ left: Formula, _ right: Formula) -> String {
      let isShort =
        switch (left, right) {
        case (.quantity(nil, _), _): right.isLetter
        default:
          left.isLetter && right.binding == .sum || left.binding == .sum && right.isLetter
        }
      return isInNames && isShort ? "" : "·"
    }
  }

  /// Whether it is one of the letters of an axis, i, k, s, p, d or a, perhaps marked.
  private var isLetter: Bool {
    guard case .quantity(let name?, _) = self, let first = name.first else { return false }
    return first.isLowercase && ["", "'"].contains(name.dropFirst())
  }
}

extension Formula.Operator {
  fileprivate func apply(_ left: Count, _ right: Count) -> Count {
    switch self {
    case .plus: left + right
    case .minus: left - right
    case .times: left * right
    case .over, .floorOver: left.floorDivided(by: right)
    case .ceilingOver: left.ceilingDivided(by: right)
    }
  }
}
