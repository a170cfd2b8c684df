import ConvArithmetic

/// A hyperparameter as a key of a case in JSON, and the values that it can have there.
///
/// All of it follows from what the hyperparameter is elsewhere: its name, its words, its numbers.
struct CaseKey: Sendable {
  let hyperparameter: Hyperparameter
  private let form: Form

  /// What JSON has for a value that is not a word.
  private enum Form { case none, flag, shape, number, numberOrPair }

  /// All of them, `op` first; the batch is a part of the input.
  ///
  /// Nothing in them is counted by reference, which cores that read at once would dispute.
  static let all = Hyperparameter.allCases.filter { $0 != .batch }.map { CaseKey($0) }

  private init(_ hyperparameter: Hyperparameter) {
    self.hyperparameter = hyperparameter
    form =
      switch hyperparameter.values {
      case .op, .mode: .none
      case .flag: .flag
      case .single: .number
      case .perAxis: hyperparameter == .input ? .shape : .numberOrPair
      }
  }

  var expected: String {
    let words = words.map { "\"\($0.key)\"" }
    let forms =
      switch form {
      case .none: words
      case .flag: ["true", "false"]
      case .shape: ["[N, C, H, W]", "[C, H, W]"]
      case .number: ["a whole number"]
      case .numberOrPair: ["a whole number", "two of them"] + words
      }
    // `a, b or c`
    return (forms.dropLast(2) + [forms.suffix(2).joined(separator: " or ")]).joined(separator: ", ")
  }

  /// Of several words for one value, JSON has the one that is written for it, and none for a flag.
  private var words: [(key: String, value: HyperparameterValue)] {
    form == .flag ? [] : hyperparameter.words.filter { $0.key == $0.value.text }
  }

  /// What a value means; `nil` for one of a type that the hyperparameter cannot have.
  func meaning(of value: JSONReader.Value) -> HyperparameterValue? {
    switch (form, value) {
    case (.flag, .flag(let flag)): .flag(flag)
    case (.shape, .numbers(let numbers)): TensorShape(dimensions: numbers, axes: 2).map { .shape($0) }
    case (.number, .number(let number)), (.numberOrPair, .number(let number)):
      Int(exactly: number).map { .number($0) }
    case (.numberOrPair, .numbers(let numbers)):
      numbers.count == 2 ? .pair(Spatial(numbers[0], numbers[1])) : nil
    case (_, .text(let word)): words.first { $0.key == word }?.value
    case (_, _): nil
    }
  }
}
