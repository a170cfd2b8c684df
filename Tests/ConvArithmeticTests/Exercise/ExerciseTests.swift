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
      #expect(pass.output.size.allSatisfy { (1...64).contains($0) })
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
    let hasTransposed = layers.contains { $0.direction == .transposed }
    let hasDilation = layers.contains { $0.dilation != Spatial(square: 1) }
    #expect(hasTransposed == (level != .one))
    #expect(hasDilation == (level != .one))
    let isEverything = level == .three
    #expect(layers.contains { $0.groups > 1 } == isEverything)
    #expect(layers.contains { $0.outputPadding != Spatial(square: 0) } == isEverything)
    #expect(layers.contains { $0.kernelSize.height != $0.kernelSize.width } == isEverything)
    let modes = Set(layers.map(\.paddingMode))
    #expect(modes == (isEverything ? Set(PaddingMode.allCases) : [.zeros]))
    #expect(layers.contains { $0.bias } && layers.contains { !$0.bias })
    let axes = isEverything ? [1, 2, 3] : [2]
    #expect(Set(layers.map(\.axes.count)) == Set(axes))
    let kinds = axes.flatMap { level.kinds(of: Axis.axes($0)) }
    #expect(Set(exercises.map(\.question.kind)) == Set(kinds))
  }

  @Test func `seed, level and number determine an exercise, and each of them matters`() throws {
    #expect(try Self.series(.three, seed: 7, 50) == Self.series(.three, seed: 7, 50))
    let first = try Self.series(.two, seed: 7, 50).map(\.question)
    #expect(try first != Self.series(.two, seed: 8, 50).map(\.question))
    #expect(try first != Self.series(.one, seed: 7, 50).map(\.question))
    // Neighbours are no copies of each other.
    #expect(Set(first).count > 45)
  }

  @Test func `a chase asks the same of another layer, with the same trap`() throws {
    for exercise in try Exercise.Level.allCases.flatMap({ try Self.series($0, seed: 3, 60) }) {
      let question = exercise.question
      for mistake in question.mistakes.prefix(3) {
        let chases = (1...3).map {
          Exercise.Chase(after: question, mistake.idea, attempt: $0)
        }
        let again = try chases.map {
          try #require(
            Exercise(
              seed: exercise.seed, level: exercise.level, number: exercise.number, chasing: $0))
        }
        #expect(again.allSatisfy { $0.question.kind == question.kind })
        #expect(again.allSatisfy { $0.question.pass.axes.count == question.pass.axes.count })
        #expect(Set(again.map(\.question)).count > 1)
        let led = again.count { next in
          next.question.mistakes.contains { $0.idea == mistake.idea }
        }
        #expect(led > 0, "\(mistake.idea) of \(question.kind)")
      }
    }
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

/// Right answers by counting, without a formula.
@Suite struct CountedAnswerTests {
  @Test(arguments: Exercise.Level.allCases)
  func `answers are what is counted position by position`(level: Exercise.Level) throws {
    for number in 1...200 {
      let question = try #require(Exercise(seed: 5, level: level, number: number)).question
      // Other numbers of axes are counted in QuestionsOfAxesTests.
      guard question.pass.axes.count == 2 else { continue }
      let counted = try Self.count(question)
      #expect(question.answer == counted.map { Count($0) }, "\(question.kind) \(question.subject)")
    }
  }

  private static func count(_ question: Question) throws -> [Int] {
    let (layer, input) = (question.pass.layer, question.pass.input)
    let size = Spatial(
      height: try size(question.subject, .height), width: try size(question.subject, .width))
    let naive = NaiveLayer(subject: question.subject, output: size)
    let kernel = [layer.kernelSize.height, layer.kernelSize.width]
    switch question.kind {
    case .outputShape: return [input.samples, layer.outChannels, size.height, size.width]
    case .outputSize(let axis): return [size[axis]]
    case .weightShape:
      // Each filter belongs to one cell of the first two dimensions.
      let first = layer.direction == .convolution ? layer.outChannels : layer.inChannels
      return [first, naive.channelPairs / first] + kernel
    case .parameters:
      return [naive.channelPairs * kernel[0] * kernel[1] + (layer.bias ? layer.outChannels : 0)]
    case .filters: return [naive.channelPairs]
    case .multiplications: return [input.samples * naive.channelPairs * naive.products.all]
    case .additionsPerFilter: return [naive.overlap.joined().reduce(0) { $0 + $1 - 1 }]
    case .maximumOverlap:
      return [layer.direction == .convolution ? reads(question) : overlap(naive)]
    case .reach(let axis): return [NaiveAxis.reachOfTwo(question.pass.axes[axis])]
    case .leastInput(let axis):
      return [try #require(NaiveAxis.leastInput(question.pass.axes[axis]))]
    }
  }

  private static func overlap(_ naive: NaiveLayer) -> Int { naive.overlap.joined().max() ?? 0 }

  /// The outputs that read the input cell that is read most, itself or as a copy.
  private static func reads(_ question: Question) -> Int {
    question.pass.axes.map { axis in
      let cells = NaiveTrace(axis).useful.map(\.input)
      return Dictionary(grouping: cells) { $0 }.values.map(\.count).max() ?? 0
    }.reduce(1, *)
  }

  /// The output size: the places of the kernel, or the cells from the first tap to the last.
  private static func size(_ subject: LayerCase, _ axis: Axis) throws -> Int {
    let layer = subject.layer
    guard let padding = layer.padding.equal else { return 0 }
    let last = (layer.kernelSize[axis] - 1) * layer.dilation[axis]
    guard layer.direction == .convolution else {
      let reached = (subject.input.size[axis] - 1) * layer.stride[axis] + last
      return (padding[axis]...reached - padding[axis] + layer.outputPadding[axis]).count
    }
    let padded = subject.input.size[axis] + 2 * padding[axis]
    return stride(from: 0, to: padded - last, by: layer.stride[axis]).underestimatedCount
  }
}
