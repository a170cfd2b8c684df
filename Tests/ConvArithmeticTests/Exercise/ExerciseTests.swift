import ConvArithmetic
import Testing

/// Endless exercises from a seed.
@Suite struct ExerciseTests {
  /// A thousand of each level, drawn once for all tests.
  private static let thousands = Result {
    try Exercise.Level.allCases.map { try series($0, seed: 1, 1_000) }
  }

  private static func thousand(_ level: Exercise.Level) throws -> [Exercise] {
    try thousands.get()[level.rawValue - 1]
  }

  private static func series(
    _ level: Exercise.Level, seed: UInt64, _ count: Int
  ) throws -> [Exercise] {
    try (1...count).map { try #require(Exercise(seed: seed, level: level, number: $0)) }
  }

  @Test(arguments: Exercise.Level.allCases)
  func `a thousand exercises are valid, and a person can work them out`(
    level: Exercise.Level
  ) throws {
    for exercise in try Self.thousand(level) {
      let question = exercise.question
      let pass = try question.subject.forward()
      #expect(Question(question.kind, pass) == question)
      #expect((1...64).contains(pass.output.size.height))
      #expect((1...64).contains(pass.output.size.width))
      #expect(question.answer.allSatisfy { (-10_000...1_000_000).contains($0.value) })
    }
  }

  @Test(arguments: Exercise.Level.allCases)
  func `a thousand exercises have one right answer each, and wrong ones that say something`(
    level: Exercise.Level
  ) throws {
    for question in try Self.thousand(level).map(\.question) {
      let wrong = Set(question.mistakes.map(\.answer))
      #expect(wrong.count >= 2)
      #expect(!wrong.contains(question.answer))
      for answer in wrong { #expect(question.judge(answer)?.mistakes.isEmpty == false) }
    }
  }

  @Test(arguments: Exercise.Level.allCases)
  func `a level has what it names and nothing besides`(level: Exercise.Level) throws {
    let exercises = try Self.thousand(level)
    let layers = exercises.map(\.question.pass.layer)
    let hasTransposed = layers.contains { $0.kind == .convTranspose2d }
    let hasDilation = layers.contains { $0.dilation != Spatial(square: 1) }
    #expect(hasTransposed == (level != .one))
    #expect(hasDilation == (level != .one))
    let isEverything = level == .three
    #expect(layers.contains { $0.groups > 1 } == isEverything)
    #expect(layers.contains { $0.outputPadding != Spatial(square: 0) } == isEverything)
    #expect(layers.contains { $0.kernelSize.height != $0.kernelSize.width } == isEverything)
    #expect(layers.contains { $0.bias } && layers.contains { !$0.bias })
    #expect(Set(exercises.map(\.question.kind)) == Set(level.kinds))
  }

  @Test func `seed, level and number determine an exercise, and each of them matters`() throws {
    #expect(try Self.series(.three, seed: 7, 50) == Self.series(.three, seed: 7, 50))
    let first = try Self.series(.two, seed: 7, 50).map(\.question)
    #expect(try first != Self.series(.two, seed: 8, 50).map(\.question))
    #expect(try first != Self.series(.one, seed: 7, 50).map(\.question))
    // Neighbours are no copies of each other.
    #expect(Set(first).count > 45)
  }

  @Test func `any seed and number has an exercise`() {
    for seed in [UInt64.min, 1, .max] {
      for number in [Int.min, -1, 0, 1, .max] {
        for level in Exercise.Level.allCases {
          #expect(Exercise(seed: seed, level: level, number: number) != nil)
        }
      }
    }
  }
}
