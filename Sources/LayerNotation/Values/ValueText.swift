import ConvArithmetic

extension Padding {
  /// `1`, `1,2`, `same` or `valid`.
  package var text: String {
    switch self {
    case .explicit(let cells): cells.text
    case .same: "same"
    case .valid: "valid"
    }
  }
}

extension Spatial where Value == Int {
  /// `3`, or `3,5` where the axes differ.
  package var text: String { height == width ? "\(height)" : "\(height),\(width)" }
}

extension TensorShape {
  /// The shape as PyTorch prints it: `(1, 64, 8, 8)`.
  package var text: String { tupleText(dimensions) }
}

/// Numbers as a Python tuple.
package func tupleText(_ numbers: [Int]) -> String {
  "(" + numbers.map(String.init).joined(separator: ", ") + ")"
}

extension Count {
  /// The digits in groups of three: `5,801,984`.
  package var grouped: String {
    var digits = Array(String(value.magnitude))
    var index = digits.count - 3
    while index > 0 {
      digits.insert(",", at: index)
      index -= 3
    }
    return (value < 0 ? "-" : "") + String(digits)
  }

  /// The number in at most `width` characters; rounded, and marked so, where it needs more.
  ///
  /// - Parameter width: At least 9.
  /// - Returns: `5,801,984`, or `≈5.802e15`.
  package func grouped(within width: Int) -> String {
    let exact = grouped
    guard exact.count > width else { return exact }
    let digits = String(value.magnitude)
    // Four significant digits, rounded half up; 9,999.5 and more becomes the next power.
    let leading = (Int(digits.prefix(5)) ?? 0) + 5
    let carry = leading >= 100_000
    let mantissa = String(carry ? 1000 : leading / 10)
    let exponent = digits.count - 1 + (carry ? 1 : 0)
    return (value < 0 ? "≈-" : "≈") + mantissa.prefix(1) + "." + mantissa.dropFirst()
      + "e\(exponent)"
  }
}

extension Int {
  package var grouped: String { Count(self).grouped }
}

extension Ratio {
  package var grouped: String {
    denominator == 1 ? numerator.grouped : "\(numerator.grouped)/\(denominator.grouped)"
  }
}
