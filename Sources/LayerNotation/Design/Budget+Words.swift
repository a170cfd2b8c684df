extension Budget.Limit {
  package var name: String {
    switch self {
    case .macs: "MACs"
    case .ram: "RAM"
    case .flash: "flash"
    }
  }

  package var meaning: String {
    switch self {
    case .macs: "products formed"
    case .ram: "input + output"
    case .flash: "weights"
    }
  }

  /// An amount of it in units that a person remembers: `1.18 M`, `12.00 KiB`.
  package func text(_ amount: Count) -> String {
    self == .macs ? amount.decimalText : amount.binaryText
  }
}

extension Budget {
  /// Takes all of what a text says, or nothing: `macs=100M ram=256Ki flash=1Mi dtype=int8`, in any
  /// order, between spaces or commas; `none` for a limit takes it away, `none` alone takes all away.
  package mutating func take(_ text: String) throws(NotationError) {
    var new = self
    for word in text.split(whereSeparator: { $0.isWhitespace || $0 == "," }) {
      try new.take(word: String(word))
    }
    self = new
  }

  private mutating func take(word: String) throws(NotationError) {
    if Self.isNothing(word) {
      for limit in Limit.allCases { self[limit] = nil }
      return
    }
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { throw Self.unknown(word) }
    let (name, value) = (parts[0].lowercased(), String(parts[1]))
    if let limit = Limit(rawValue: name) { return try take(limit, value) }
    guard name == "dtype" else { throw Self.unknown(word) }
    guard let format = NumberFormat(rawValue: value.lowercased()) else {
      throw NotationError("dtype: \(quoted(value)) is not int8, fp16 or fp32")
    }
    self.format = format
  }

  package mutating func take(_ limit: Limit, _ text: String) throws(NotationError) {
    guard !Self.isNothing(text) else { return self[limit] = nil }
    do throws(NotationError) {
      self[limit] = try Count(amount: text)
    } catch { throw NotationError("\(limit.rawValue): \(error.message)") }
  }

  private static func isNothing(_ text: String) -> Bool { text.trimmed.lowercased() == "none" }

  private static func unknown(_ word: String) -> NotationError {
    NotationError(Sentence.noBudget(word))
  }
}

extension BudgetCheck {
  /// What part of the limit is used: `1.18%`; empty without a limit.
  package var shareText: String {
    guard let share, let text = Ratio(share.numerator * 100).quotientText(by: share.denominator)
    else { return "" }
    return text + "%"
  }

  /// Whether the limit holds, in words; empty without a limit.
  package var verdict: String {
    guard allowed != nil else { return "" }
    guard isOver else { return rest.map { "within, \(limit.text($0)) left" } ?? "within" }
    let excess = rest.map(\.magnitude)
    return "over" + (excess.map { " by \($0.grouped)" } ?? "")
  }
}
