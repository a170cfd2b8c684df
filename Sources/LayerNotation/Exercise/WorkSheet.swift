package struct WorkSheet: Equatable, Sendable {
  package let seed: UInt64
  package let level: Exercise.Level
  package let exercises: [Exercise]
  /// Whether each exercise has empty grids to fill in.
  package let hasGrids: Bool

  /// The same numbers give the same sheet; one with grids has only those exercises of the series
  /// whose grids fit on a page.
  package init(seed: UInt64, level: Exercise.Level, count: Int, hasGrids: Bool = false) {
    (self.seed, self.level, self.hasGrids) = (seed, level, hasGrids)
    let count = max(0, count)
    // About one in ten fits.
    let numbers = 1...max(1, hasGrids ? count * 100 : count)
    let series = numbers.lazy.compactMap { Exercise(seed: seed, level: level, number: $0) }
      .filter { !hasGrids || $0.question.blankGrids != nil }
    exercises = Array(series.prefix(count))
  }

  package static let title = "Exercises in convolution arithmetic"
  package static let answersTitle = "Answers"
  package static let lettersTitle = "Letters"

  package var origin: String {
    "\(exercises.count.counted("exercise")) of level \(level.rawValue), seed \(seed)"
  }

  package var command: String {
    "convscope quiz --seed \(seed) --level \(level.rawValue) --count \(exercises.count)"
      + (hasGrids ? " --grids" : "")
  }

  /// The grids of an exercise, line by line; none on a sheet without.
  package func grids(_ exercise: Exercise) -> [String] {
    hasGrids ? BlankGrid.page(exercise.question.blankGrids ?? []) : []
  }

  /// How an answer comes about, in one line: `H_out = ⌊…⌋ + 1 = ⌊…⌋ + 1 = 6`.
  package static func working(_ question: Question) -> [String] {
    question.working.map { fact in
      [fact.name, fact.formula, fact.substituted, fact.value].filter { !$0.isEmpty }
        .joined(separator: " = ")
    }
  }

  /// The most common wrong answers to a question, each with its most common reason.
  package static func warnings(_ question: Question) -> [String] {
    question.choices.dropFirst().prefix(3).map {
      "Not \(question.text($0.answer)). \($0.feedback)"
    }
  }

  /// What the letters of the answers mean, in the order of their first use.
  package var letters: [(name: String, meaning: String)] {
    var letters: [(name: String, meaning: String)] = []
    for (name, _) in exercises.flatMap({ $0.question.formulas.flatMap(\.names) })
    where !letters.contains(where: { $0.name == name }) {
      if let meaning = Formula.meaning(of: name), meaning != name {
        letters.append((name, meaning))
      }
    }
    return letters
  }
}
