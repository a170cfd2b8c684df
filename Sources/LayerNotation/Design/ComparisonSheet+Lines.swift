import ConvArithmetic

extension ComparisonSheet.Row {
  /// The texts of a row: both values, what lies between them, and what one is of the other.
  package struct Texts: Equatable, Sendable {
    package let a: String
    package let b: String
    /// `+12`, `−3`, `same`, `differs`, or `–` where that cannot be said.
    package let difference: String
    /// `×1.78`; empty where there is none.
    package let ratio: String
  }

  /// The row in texts of a width.
  ///
  /// - Parameter width: The columns of a number at most, at least 8; longer ones are rounded and
  ///   marked so. All digits are there without it.
  /// - Returns: Both values, and what lies between them.
  package func texts(within width: Int = .max) -> Texts {
    switch content {
    case .words(let a, let b):
      return Texts(a: a, b: b, difference: a == b ? "same" : "differs", ratio: "")
    case .numbers(let pair):
      let ratio = pair.isSame == true ? nil : pair.ratio
      let quotient = ratio.flatMap {
        Ratio($0.numerator).quotientText(by: $0.denominator, within: 8)
      }
      return Texts(
        a: pair.a.text(width), b: pair.b.text(width), difference: pair.differenceText(width),
        ratio: quotient.map { "×\($0)" } ?? "")
    }
  }
}

extension ComparedValue {
  fileprivate func text(_ width: Int) -> String {
    switch self {
    case .count(let count): width == .max ? count.grouped : count.grouped(within: max(6, width))
    case .tooLarge: Count.overflow.grouped
    case .absent: "–"
    case .notCovered(let features): features.refusal()
    }
  }
}

extension ComparedPair {
  fileprivate func differenceText(_ width: Int) -> String {
    if isSame == true { return "same" }
    guard let difference else { return "–" }
    let room = width == .max ? .max : max(6, width - 1)
    return (difference > 0 ? "+" : "") + ComparedValue.count(difference).text(room)
  }
}
