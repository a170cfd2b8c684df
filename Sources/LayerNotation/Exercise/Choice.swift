/// An answer that can be chosen: the right one, or a wrong one that a misconception leads to.
package struct Choice: Equatable, Sendable {
  package let answer: [Count]
  package let isRight: Bool
  /// What is said to somebody who chooses it: how the answer comes about, or what is wrong with it.
  package let feedback: String
}

extension Question {
  /// The right answer, then each wrong one that is known, the most common first.
  ///
  /// Where several misconceptions lead to the same number, the most common one gives the reason.
  package var choices: [Choice] {
    var answers: Set = [answer]
    let wrong = mistakes.filter { answers.insert($0.answer).inserted }
    let working = WorkSheet.working(self).joined(separator: "; ")
    return [Choice(answer: answer, isRight: true, feedback: "Right: \(working).")]
      + wrong.map { Choice(answer: $0.answer, isRight: false, feedback: reason($0)) }
  }
}

extension Exercise {
  /// The choices in an order that follows from seed, level and number, so that the right one can be
  /// anywhere.
  package var shuffledChoices: [Choice] {
    var random = SplitMix(
      seed: SplitMix.mixed(seed) ^ UInt64(level.rawValue) << 56 ^ UInt64(bitPattern: Int64(~number))
    )
    var choices = question.choices
    for place in choices.indices.dropFirst() {
      choices.swapAt(place, random.number(in: 0...place))
    }
    return choices
  }
}
