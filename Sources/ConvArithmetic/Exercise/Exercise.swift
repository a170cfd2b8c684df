/// One of endlessly many exercises: a question about a layer that nobody had to think up.
///
/// Seed, level and number determine it, so a sheet can be printed again, and a class that is told
/// the seed has the same exercises.
package struct Exercise: Equatable, Sendable {
  /// How much there is to think of.
  package enum Level: Int, CaseIterable, Equatable, Sendable {
    /// An ordinary layer without dilation and groups, the same on both axes.
    case one = 1
    /// Transposed layers and dilation besides.
    case two
    /// Everything: one to three axes, which may differ, groups, output_padding, padding modes, a
    /// batch, counts, two layers in a row, and the inputs that fit.
    case three
  }

  /// What is asked again after a wrong answer: the same question, about another layer on which the
  /// same idea leads astray.
  package struct Chase: Hashable, Sendable {
    let kind: Question.Kind
    let axes: Int
    let idea: Misconception.Idea?
    /// How often it has been asked again, from 1.
    package let attempt: Int

    package init(after question: Question, _ idea: Misconception.Idea?, attempt: Int) {
      (kind, axes) = (question.kind, question.pass.axes.count)
      (self.idea, self.attempt) = (idea, attempt)
    }
  }

  package let seed: UInt64
  package let level: Level
  package let number: Int
  /// `nil` for an exercise of the series itself.
  package let chase: Chase?
  package let question: Question

  /// An exercise of a series; `nil` where none could be drawn, which does not happen in practice.
  package init?(seed: UInt64, level: Level, number: Int, chasing chase: Chase? = nil) {
    let place = UInt64(level.rawValue) << 56 ^ UInt64(bitPattern: Int64(number))
    var start = SplitMix.mixed(seed) ^ place
    if let chase { start = SplitMix.mixed(start) &+ UInt64(truncatingIfNeeded: chase.attempt) }
    var random = SplitMix(seed: SplitMix.mixed(start))
    let drawn = chase.map { Self.draw(level, chasing: $0, using: &random) }
    guard let question = drawn ?? Self.draw(level, using: &random) else { return nil }
    (self.seed, self.level, self.number) = (seed, level, number)
    (self.chase, self.question) = (chase, question)
  }

  private static func draw(_ level: Level, using random: inout SplitMix) -> Question? {
    let axes = level == .three ? random.element(of: [1, 2, 2, 2, 3]) ?? 2 : 2
    guard let kind = random.element(of: level.kinds(of: Axis.axes(axes))) else { return nil }
    return draw(kind, axes, level, using: &random)
  }

  private static func draw(
    _ level: Level, chasing chase: Chase, using random: inout SplitMix
  ) -> Question? {
    let chased = draw(chase.kind, chase.axes, level, using: &random) { question in
      question.mistakes.contains { $0.idea == chase.idea }
    }
    return chased ?? draw(chase.kind, chase.axes, level, using: &random)
  }

  /// Draws until there is a layer that exists and is worth asking about.
  private static func draw(
    _ kind: Question.Kind, _ axes: Int, _ level: Level, using random: inout SplitMix,
    _ isWanted: (Question) -> Bool = { _ in true }
  ) -> Question? {
    for _ in 0..<1_000 {
      let subject = LayerCase.drawn(for: kind, axes, level, using: &random)
      if let pass = try? subject.forward(), let question = Question(kind, pass),
        question.isWorthAsking, isWanted(question)
      {
        return question
      }
    }
    return nil
  }
}

extension Exercise.Level {
  /// The questions of a level; one that stands twice comes twice as often.
  package func kinds(of axes: [Axis]) -> [Question.Kind] {
    switch self {
    case .one, .two:
      [.outputShape, .outputSize(axes[0]), .outputSize(axes[0]), .weightShape, .parameters]
    case .three: Question.Kind.all(axes)
    }
  }
}

extension Question {
  /// Whether a person can work it out, and an answer shows something.
  ///
  /// Two misconceptions at least must lead to other numbers: whoever is right has understood.
  fileprivate var isWorthAsking: Bool {
    let largest = kind.isCounted ? 16 : 64
    return answer.allSatisfy { (-10_000...1_000_000).contains($0) }
      && pass.output.size.allSatisfy { $0 <= largest }
      // Every position of the kernel has a tap on the input.
      && pass.axes.allSatisfy { Count($0.paddingBefore) <= $0.span }
      // Some cell receives as many products as a larger input would give.
      && !(kind == .maximumOverlap && mistakes.contains { $0.idea == .bordersIgnored })
      && Set(mistakes.map(\.answer)).count >= 2
  }
}

extension Question.Kind {
  /// Whether cells have to be counted, for which the layer must be small.
  fileprivate var isCounted: Bool {
    [.multiplications, .additionsPerFilter, .maximumOverlap].contains(self)
  }

  /// The direction that a layer must have to be asked about; `nil` for either.
  fileprivate var direction: ConvLayer.Direction? {
    switch self {
    case .additionsPerFilter: .transposed
    case .reach, .leastInput: .convolution
    default: nil
    }
  }
}

extension LayerCase {
  fileprivate static func drawn(
    for kind: Question.Kind, _ axes: Int, _ level: Exercise.Level, using random: inout SplitMix
  ) -> LayerCase {
    let isSmall = kind.isCounted
    var layer = ConvLayer(axes: axes)
    if level != .one {
      layer.direction = kind.direction ?? (random.coin() ? .transposed : .convolution)
    }
    layer.groups = level == .three ? random.element(of: [1, 1, 2, 3, 4]) ?? 1 : 1
    let factors = isSmall ? [1, 2, 3, 4] : [1, 2, 3, 4, 8, 16]
    layer.inChannels = layer.groups * (random.element(of: factors) ?? 1)
    layer.outChannels = layer.groups * (random.element(of: factors) ?? 1)
    layer.bias = random.coin()
    func draw(_ values: [Int]) -> Spatial<Int> { random.values(of: values, axes: axes, level) }
    layer.kernelSize = draw(isSmall ? [2, 3, 3, 4, 5] : [1, 2, 3, 3, 3, 4, 5, 7])
    layer.stride = draw(layer.direction == .convolution ? [1, 1, 2, 2, 3] : [1, 2, 2, 3, 4])
    layer.padding = .explicit(draw([0, 1, 1, 2, 3]))
    layer.dilation = draw(level == .one ? [1] : [1, 1, 1, 2, 2, 3])
    if level == .three, layer.direction == .transposed { layer.outputPadding = draw([0, 1, 1, 2]) }
    let batch = level == .three ? random.element(of: [1, 1, 2, 4]) ?? 1 : 1
    let size = draw(Array(isSmall ? 2...7 : 4...32))
    if level == .three, layer.direction == .convolution, !layer.padding.isZero {
      layer.paddingMode = random.element(of: [.zeros, .zeros] + PaddingMode.allCases) ?? .zeros
    }
    return LayerCase(
      layer: layer, input: TensorShape(batch: batch, channels: layer.inChannels, size: size))
  }
}

extension SplitMix {
  /// A value for each axis, all the same but at the highest level.
  fileprivate mutating func values(
    of values: [Int], axes: Int, _ level: Exercise.Level
  ) -> Spatial<Int> {
    var result = Spatial(repeating: element(of: values) ?? 1, count: axes)
    guard level == .three, coin() else { return result }
    for place in result.indices.dropFirst() { result[place] = element(of: values) ?? result[0] }
    return result
  }
}
