import ConvArithmetic

/// A hyperparameter as a key of a case in JSON, and the values that it can have there.
///
/// All of it follows from what the hyperparameter is elsewhere: its name, its words, its numbers.
struct CaseKey: Sendable {
  let hyperparameter: Hyperparameter
  /// What the value may look like, in words.
  let expected: String

  private let form: Form
  private let words: [String: HyperparameterValue]

  /// What JSON has for a value that is no word.
  private enum Form { case none, flag, shape, number, numberOrPair }

  /// All of them, `op` first; the batch is a part of the input.
  static let all = Hyperparameter.allCases.filter { $0 != .batch }.map { CaseKey($0) }

  private init(_ hyperparameter: Hyperparameter) {
    self.hyperparameter = hyperparameter
    // Of several words for one value, JSON has the one that is written for it.
    let words = hyperparameter.words.filter { $0.key == $0.value.text }
    let quoted = words.map { "\"\($0.key)\"" }
    let forms: [String]
    switch hyperparameter.row.values {
    case .op: (form, forms) = (.none, quoted)
    case .flag: (form, forms) = (.flag, ["true", "false"])
    case .single: (form, forms) = (.number, ["a whole number"])
    case .perAxis where hyperparameter == .input:
      (form, forms) = (.shape, ["[N, C, H, W]", "[C, H, W]"])
    case .perAxis: (form, forms) = (.numberOrPair, ["a whole number", "two of them"] + quoted)
    }
    expected = Self.alternatives(forms)
    self.words = form == .flag ? [:] : Dictionary(words) { first, _ in first }
  }

  /// `a, b or c`.
  private static func alternatives(_ forms: [String]) -> String {
    (forms.dropLast(2) + [forms.suffix(2).joined(separator: " or ")]).joined(separator: ", ")
  }

  /// What a value means; `nil` for one of a type that the hyperparameter cannot have.
  func meaning(of value: JSONReader.Value) -> HyperparameterValue? {
    switch (form, value) {
    case (.flag, .flag(let flag)): .flag(flag)
    case (.shape, .numbers(let numbers)): TensorShape(dimensions: numbers).map { .shape($0) }
    case (.number, .number(let number)), (.numberOrPair, .number(let number)):
      Int(exactly: number).map { .number($0) }
    case (.numberOrPair, .numbers(let numbers)):
      numbers.count == 2 ? .pair(Spatial(numbers[0], numbers[1])) : nil
    case (_, .text(let word)): words[word]
    case (_, _): nil
    }
  }
}
