/// A work sheet as questions for Moodle, in GIFT.
///
/// A question for one number takes a number, one for a shape has choices; each wrong answer that a
/// misconception leads to has the reason as its feedback. A category holds the variants of one
/// question, so that a quiz can draw one of them at random.
///
/// Source: <https://docs.moodle.org/en/GIFT_format>.
extension WorkSheet {
  package var gift: String {
    var names: [String] = []
    for name in exercises.map(\.question.name) where !names.contains(name) { names.append(name) }
    let categories = names.map { name in
      let category = "convscope/level \(level.rawValue)/\(name)"
      let own = exercises.filter { $0.question.name == name }
      return "\n$CATEGORY: \(category)\n\n" + own.map(Self.gift).joined(separator: "\n")
    }
    return "// \(Self.title): \(origin)\n// \(command) --format gift\n" + categories.joined()
  }

  private static func gift(_ exercise: Exercise) -> String {
    let question = exercise.question
    let isNumber = question.answer.count == 1
    let choices = isNumber ? question.choices : exercise.shuffledChoices
    let answers = choices.map { choice in
      let mark = isNumber ? "=%\(choice.isRight ? 100 : 0)%" : choice.isRight ? "=" : "~"
      // Digits alone, with no tolerance: nothing near it is right.
      let text =
        isNumber ? choice.answer.map { "\($0):0" }.joined() : escaped(question.text(choice.answer))
      return "  \(mark)\(text)#\(escaped(choice.feedback))\n"
    }
    return
      "::\(escaped(exercise.title))::[plain]\(escaped(question.text)) {\(isNumber ? "#" : "")\n"
      + answers.joined() + "}\n"
  }

  /// The text with everything escaped that GIFT could take for its own.
  private static func escaped(_ text: String) -> String {
    String(text.flatMap { "\\~=#{}:".contains($0) ? ["\\", $0] : [$0] })
  }
}

extension Exercise {
  /// What tells it from all others: `level 2, seed 42, 7`.
  var title: String { "level \(level.rawValue), seed \(seed), \(number)" }
}

extension Question {
  /// The layer, and what is asked about it.
  var text: String { "\(layerText). \(sentence)" }
}
