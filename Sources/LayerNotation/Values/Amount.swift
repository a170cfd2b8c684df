extension Count {
  /// Reads an amount of at most 127 bits: `1000000`, `100M`, `1.5M`, `256Ki`, `512KiB`, `1_000`.
  ///
  /// K, M, G, T are powers of 1,000, and Ki, Mi, Gi, Ti powers of 1,024 (IEC 80000-13); a `B` after
  /// them is allowed, and small letters are, too.
  package init(amount text: String) throws(NotationError) {
    guard let count = Self.amount(text) else { throw NotationError(Sentence.noAmount(text)) }
    self = count
  }

  private static let letters = ["", "k", "m", "g", "t"]

  private static func amount(_ text: String) -> Count? {
    let text = text.trimmed.lowercased()
    let number = text.prefix { $0.isASCII && ($0.isNumber || $0 == "." || $0 == "_") }
    var unit = text.dropFirst(number.count).trimmed
    if unit.last == "b" { unit = unit.dropLast() }
    let isBinary = unit.last == "i"
    guard let power = letters.firstIndex(of: String(isBinary ? unit.dropLast() : unit)),
      !isBinary || power > 0, let (digits, places) = digits(number)
    else { return nil }
    return product(digits, isBinary ? 1_024 : 1_000, power, places)
  }

  /// The digits of a number without its point, and how many of them stood after it.
  private static func digits(_ text: Substring) -> (Count, places: Int)? {
    let parts = text.filter { $0 != "_" }.split(separator: ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), parts.allSatisfy({ !$0.isEmpty }),
      text.count <= 40, let value = Int128(parts.joined())
    else { return nil }
    return (Count(value), parts.count == 2 ? parts[1].count : 0)
  }

  /// digits·base^power / 10^places, where that is whole.
  private static func product(_ digits: Count, _ base: Int, _ power: Int, _ places: Int) -> Count? {
    var (result, divisor) = (digits, Count(1))
    for _ in 0..<power { result = result * Count(base) }
    for _ in 0..<places { divisor = divisor * 10 }
    return Ratio(result, divisor).fitting?.whole
  }

  /// The number in binary units, to two places: `18.13 KiB`; bytes alone below 1,024.
  package var binaryText: String { text(["B", "KiB", "MiB", "GiB", "TiB", "PiB", "EiB"], 1_024) }

  /// The number in thousands, to two places: `1.18 M`; the digits alone below 1,000.
  package var decimalText: String { text(["", "K", "M", "G", "T", "P", "E"], 1_000) }

  private func text(_ units: [String], _ base: Int) -> String {
    var divisor = Count(1)
    for (index, unit) in units.enumerated() {
      let next = divisor * Count(base)
      guard index + 1 < units.count, !next.isOverflow, self >= next else {
        let number = index == 0 ? grouped : Ratio(self).quotientText(by: divisor, within: 20)
        return [number ?? grouped, unit].filter { !$0.isEmpty }.joined(separator: " ")
      }
      divisor = next
    }
    return grouped
  }
}

extension Ratio {
  /// The quotient of two numbers rounded to two places, such as `1.05`; a whole number where that
  /// needs more than `width` columns, 6 at least.
  ///
  /// It is `nil` for a division by 0, and where a number does not fit.
  package func quotientText(by other: Count, within width: Int = 12) -> String? {
    guard other > 0 else { return nil }
    if let hundredths = rounded(times: 100, by: other) {
      let text = hundredths.decimal(2)
      if text.count <= width { return text }
    }
    return rounded(times: 1, by: other)?.grouped(within: width)
  }

  /// The nearest whole number to a multiple of the quotient; halves upwards.
  private func rounded(times factor: Count, by other: Count) -> Count? {
    let (scaled, divisor) = (numerator * factor, denominator * other)
    return (2 * scaled + divisor).floorDivided(by: 2 * divisor).fitting
  }
}
