import ConvArithmetic

extension Judgement {
  /// Whether the answer is right, and what is.
  package var verdict: String {
    let right = question.text(question.answer)
    return isRight ? "Right: \(right)." : "Not \(question.text(given)): it is \(right)."
  }

  /// How far the answer is off, for one that no misconception is known to lead to.
  package var distanceText: String {
    guard distances.count > 1 else {
      return distances.first.map { "It is \(Self.text($0))." } ?? ""
    }
    let wrong = distances.enumerated().filter { $0.element != 0 }
    return wrong.map { "\(question.partNames[$0.offset]) is \(Self.text($0.element))." }
      .joined(separator: " ")
  }

  private static func text(_ distance: Count?) -> String {
    guard let distance, case let size = distance.magnitude else {
      return "further off than 127 bits hold"
    }
    return "\(size.grouped) too \(distance < 0 ? "small" : "large")"
  }
}
