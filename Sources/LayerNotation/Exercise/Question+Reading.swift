extension Question {
  package var expected: String {
    // A shape has at least two numbers: channels, and the size along an axis.
    let words = ["a number", "two numbers", "three numbers", "four numbers", "five numbers"]
    let numbers = words[min(answer.count, words.count) - 1]
    guard kind == .outputShape else { return numbers }
    return "\(numbers), or \(pass.layer.axes.map(\.letter).joined(separator: ",")) alone"
  }

  /// Reads an answer: `16`, `5,801,984`, `5 801 984`, `(1, 32, 16, 16)`, `1 32 16 16`, `32x16x16`,
  /// `torch.Size([1, 32, 16, 16])`.
  ///
  /// Of an output shape the sizes are enough, of equal ones one, and channels with sizes; what is
  /// left out counts as known.
  package func read(_ text: String) -> [Count]? {
    guard answer.count > 1 else { return Self.number(text).map { [$0] } }
    guard var numbers = Self.numbers(text) else { return nil }
    if kind == .outputShape {
      if numbers.count == 1 { numbers = Array(repeating: numbers[0], count: axisCount) }
      if numbers.count == axisCount { numbers = answer.dropLast(axisCount) + numbers }
      // Of numbers that begin with the batch a size is missing; nobody could say which.
      if pass.input.batch != nil, numbers.count == axisCount + 1,
        numbers[0] != answer[0] || answer[0] == answer[1]
      {
        numbers.insert(answer[0], at: 0)
      }
    }
    return numbers.count == answer.count ? numbers : nil
  }

  /// A whole number, perhaps in groups of three digits.
  private static func number(_ text: String) -> Count? {
    var digits = Self.inner(text.trimmed)
    let isNegative = digits.hasPrefix("-") || digits.hasPrefix("−")
    if isNegative { digits = digits.dropFirst().trimmed }
    // One mark for all groups: who writes two kinds means something else.
    let mark = digits.first { ",_ ".contains($0) } ?? ","
    let groups = digits.split(separator: mark, omittingEmptySubsequences: false)
    guard groups.count == 1 || (1...3).contains(groups[0].count),
      groups.dropFirst().allSatisfy({ $0.count == 3 }),
      groups.allSatisfy({ $0.allSatisfy { $0.isASCII && $0.isNumber } }),
      let number = Int128(groups.joined())
    else { return nil }
    return Count(isNegative ? -number : number)
  }

  /// Numbers between commas, spaces or crosses, in parentheses or not.
  private static func numbers(_ text: String) -> [Count]? {
    let parts = inner(text.trimmed).split { ",xX×* ".contains($0) }
    let numbers = parts.compactMap { part in
      Int128(part.filter { $0 != "_" }).map { Count($0) }
    }
    return numbers.count == parts.count && !numbers.isEmpty ? numbers : nil
  }

  /// What stands in parentheses or brackets, as PyTorch prints a shape.
  private static func inner(_ text: Substring) -> Substring {
    let text = text.hasPrefix("torch.Size(") ? text.dropFirst(10) : text
    let ends = (text.first, text.last)
    guard text.count > 1, ends == ("(", ")") || ends == ("[", "]") else { return text }
    return inner(text.dropFirst().dropLast().trimmed)
  }
}
