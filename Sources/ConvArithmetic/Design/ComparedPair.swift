/// What one of two layers has for a number, or for what is no number.
package enum ComparedValue: Equatable, Sendable {
  /// A number, which may not fit.
  case count(Count)
  case word(String)
  case absent
  /// The number does not take these into account.
  case notCovered(Features)
}

/// One number of two layers, A and B.
package struct ComparedPair: Equatable, Sendable {
  package let a: ComparedValue
  package let b: ComparedValue

  package init(_ a: ComparedValue, _ b: ComparedValue) { (self.a, self.b) = (a, b) }

  /// Whether both are the same; `nil` where that cannot be said.
  package var isSame: Bool? { a == .count(.overflow) && a == b ? nil : a == b }

  /// B − A, where both are numbers and the difference is one, too.
  package var difference: Count? {
    guard case .count(let a) = a, case .count(let b) = b else { return nil }
    return (b - a).fitting
  }

  /// B / A, where A is more than nothing and B at least nothing.
  package var ratio: Ratio? {
    guard case .count(let a) = a, case .count(let b) = b, a > 0, b >= 0 else { return nil }
    return Ratio(b, a).fitting
  }
}

extension Figure {
  /// The number of one layer, or why there is none.
  package func compared(
    _ outcome: Result<ForwardPass, Refusal>, _ format: NumberFormat
  ) -> ComparedValue {
    guard case .success(let pass) = outcome else { return .absent }
    switch answer(pass, format) {
    case .number(let number): return .count(number.floor)
    case .absent: return .absent
    case .notCovered(let features): return .notCovered(features)
    }
  }
}
