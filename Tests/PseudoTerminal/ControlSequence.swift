/// A control sequence (`CSI`): its parameters and the character that says what to do.
struct ControlSequence {
  let final: Unicode.Scalar
  /// Whether a mark before it makes it one of DEC's or xterm's own.
  let isPrivate: Bool
  /// The parameters as they were written.
  let fields: [String]

  init(parameters: String, final: Unicode.Scalar) {
    self.final = final
    isPrivate = parameters.first.map { "?><=".contains($0) } ?? false
    fields = parameters.drop { "?><=".contains($0) }
      .split(separator: ";", omittingEmptySubsequences: false).map(String.init)
  }

  /// The parameters as numbers; 0 where one is left out.
  var numbers: [Int] { fields.map { Int($0) ?? 0 } }

  /// A parameter that counts from 1, or its default.
  func count(_ index: Int = 0, default fallback: Int = 1) -> Int {
    // Larger than any screen, and small enough to be added to anything.
    guard numbers.indices.contains(index), numbers[index] > 0 else { return fallback }
    return min(numbers[index], 1 << 16)
  }

  /// A parameter that selects one of several ways.
  var selector: Int { numbers.first ?? 0 }
}

extension ControlSequence: CustomStringConvertible {
  var description: String {
    "CSI \(isPrivate ? "? " : "")\(fields.joined(separator: ";"))\(final)"
  }
}
