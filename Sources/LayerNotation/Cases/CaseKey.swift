/// A hyperparameter as a key of a case in JSON, and the values that it can have there.
///
/// All of it follows from what the hyperparameter is elsewhere: its name, its words, its numbers.
struct CaseKey: Sendable {
  let hyperparameter: Hyperparameter
  private let form: Form

  /// What JSON has for a value that is not a word.
  private enum Form { case op, none, flag, shape, number, numberOrPair }

  /// All of them, `op` first; the batch is a part of the input.
  ///
  /// Nothing in them is counted by reference, which cores that read at once would dispute.
  static let all = Hyperparameter.allCases.filter { $0 != .batch }.map { CaseKey($0) }

  private init(_ hyperparameter: Hyperparameter) {
    self.hyperparameter = hyperparameter
    form =
      switch hyperparameter.values {
      case .choice:
        hyperparameter == .op ? .op : hyperparameter == .bias ? .flag : .none
      case .single: .number
      case .perAxis: hyperparameter == .input ? .shape : .numberOrPair
      }
  }

  /// The values that it can have, for a layer of so many axes.
  func expected(axes: Int) -> String {
    let words = words.map { "\"\($0.key)\"" }
    let forms =
      switch form {
      case .op, .none: words
      case .flag: ["true", "false"]
      case .shape: Self.shapes(axes)
      case .number: ["a whole number"]
      case .numberOrPair:
        ["a whole number", Self.lists[axes - 1]]
          + (hyperparameter == .padding ? [Self.pairs[axes - 1]] : []) + words
      }
    return oneOf(forms)
  }

  private static let lists = ["a list of one", "two of them", "three of them"]
  private static let pairs = ["a list of one pair", "two pairs", "three pairs"]

  private static func shapes(_ axes: Int) -> [String] {
    let size = Axis.axes(axes).map(\.letter).joined(separator: ", ")
    return ["[N, C, \(size)]", "[C, \(size)]"]
  }

  /// Of several words for one value, JSON has the one that is written for it, and none for a flag.
  ///
  /// Nor has it `causal`, which PyTorch refuses: a case is what PyTorch would be given, and says the
  /// cells at both ends.
  private var words: [(key: String, value: HyperparameterValue)] {
    form == .flag
      ? []
      : hyperparameter.words.filter { $0.key == $0.value.text && $0.value != .padding(.causal) }
  }

  /// What a value means; `nil` for one of a type that the hyperparameter cannot have, or a list that
  /// is not for so many axes.
  func meaning(of value: JSONReader.Value, axes: Int) -> HyperparameterValue? {
    switch (form, value) {
    case (.flag, .flag(let flag)): .flag(flag)
    case (.shape, .numbers(let numbers)):
      (1...2).contains(numbers.count - axes) ? .dimensions(numbers) : nil
    case (.number, .number(let number)), (.numberOrPair, .number(let number)):
      Int(exactly: number).map { .number($0) }
    case (.numberOrPair, .numbers(let numbers)):
      numbers.count == axes ? Spatial(numbers).map { .perAxis($0) } : nil
    case (_, .lists(let pairs)) where hyperparameter == .padding:
      pairs.count == axes && pairs.allSatisfy { $0.count == 2 }
        ? Spatial(pairs.map { Ends($0[0], $0[1]) }).map { .padding(.explicit($0)) } : nil
    case (.op, .text(let word)): LayerOp(functionName: word).map { .op($0) }
    case (_, .text(let word)): words.first { $0.key == word }?.value
    case (_, _): nil
    }
  }
}
