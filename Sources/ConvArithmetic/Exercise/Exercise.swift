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
    /// Everything: axes that differ, groups, output_padding, padding modes, a batch, and counts.
    case three
  }

  package let seed: UInt64
  package let level: Level
  package let number: Int
  package let question: Question

  /// An exercise of a series; `nil` where none could be drawn, which does not happen in practice.
  package init?(seed: UInt64, level: Level, number: Int) {
    let place = UInt64(level.rawValue) << 56 ^ UInt64(bitPattern: Int64(number))
    var random = SplitMix(seed: SplitMix.mixed(SplitMix.mixed(seed) ^ place))
    guard let question = Self.draw(level, using: &random) else { return nil }
    (self.seed, self.level, self.number, self.question) = (seed, level, number, question)
  }

  /// Draws until there is a layer that exists and is worth asking about.
  private static func draw(_ level: Level, using random: inout SplitMix) -> Question? {
    guard let kind = random.element(of: level.kinds(of: ConvLayer().axes)) else { return nil }
    for _ in 0..<1_000 {
      let subject = LayerCase.drawn(for: kind, level, using: &random)
      if let pass = try? subject.forward(), let question = Question(kind, pass),
        question.isWorthAsking
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
}

extension LayerCase {
  fileprivate static func drawn(
    for kind: Question.Kind, _ level: Exercise.Level, using random: inout SplitMix
  ) -> LayerCase {
    let isSmall = kind.isCounted
    var layer = ConvLayer()
    if level != .one, kind == .additionsPerFilter || random.coin() { layer.direction = .transposed }
    layer.groups = level == .three ? random.element(of: [1, 1, 2, 3, 4]) ?? 1 : 1
    let factors = isSmall ? [1, 2, 3, 4] : [1, 2, 3, 4, 8, 16]
    layer.inChannels = layer.groups * (random.element(of: factors) ?? 1)
    layer.outChannels = layer.groups * (random.element(of: factors) ?? 1)
    layer.bias = random.coin()
    let axes = layer.axes.count
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
