import ConvArithmetic
import Testing

/// What is asked about layers of one, two and three axes, against loops along each axis.
@Suite struct QuestionsOfAxesTests {
  private static func samples(_ axes: Int) -> [ForwardPass] {
    ForwardPass.samples(
      300, axes: axes, seed: UInt64(90 + axes), modes: PaddingMode.allCases, hasUnequalEnds: true)
  }

  @Test(arguments: 1...3) func `answers are those of loops`(axes: Int) {
    for pass in Self.samples(axes) {
      let expected = Self.sizes(pass).merging(Self.counts(pass)) { $1 }
      let questions = Question.all(about: pass)
      #expect(questions.count == expected.count)
      for question in questions {
        #expect(question.answer == expected[question.kind]?.map { Count($0) }, "\(question)")
        for mistake in question.mistakes {
          #expect(mistake.answer != question.answer)
          #expect(mistake.answer.count == question.answer.count)
        }
      }
    }
  }

  @Test(arguments: 1...3)
  func `who takes the copies of a padding mode for zeros counts real cells alone`(axes: Int) {
    for pass in Self.samples(axes) where pass.features.contains(.copies) {
      let direct = pass.axes.map { axis in
        NaiveTrace(axis).links.map(\.input).filter { 0..<axis.input ~= $0 }
      }
      for question in Question.all(about: pass) {
        let forgotten = question.mistakes.first { $0.idea == .copiesForgotten }?.answer
        switch question.kind {
        case .multiplications:
          let count = pass.input.samples * pass.pairs * direct.map(\.count).reduce(1, *)
          #expect(forgotten ?? question.answer == [Count(count)] || count == 0)
        case .maximumOverlap:
          let count = direct.map(Self.most).reduce(1, *)
          #expect(forgotten ?? question.answer == [Count(count)] || count == 0)
        default: #expect(forgotten == nil)
        }
      }
    }
  }

  /// What is asked about shapes, and about how far a cell sees.
  private static func sizes(_ pass: ForwardPass) -> [Question.Kind: [Int]] {
    let (layer, axis) = (pass.layer, pass.layer.axes[0])
    var sizes: [Question.Kind: [Int]] = [
      .outputShape: pass.output.dimensions, .weightShape: pass.weight,
    ]
    for axis in layer.axes { sizes[.outputSize(axis)] = [pass.output.size[axis]] }
    guard layer.direction == .convolution else { return sizes }
    sizes[.reach(axis)] = [NaiveAxis.reachOfTwo(pass.axes[0])]
    if layer.paddingMode == .zeros, let least = NaiveAxis.leastInput(pass.axes[0]) {
      sizes[.leastInput(axis)] = [least]
    }
    return sizes
  }

  private static func counts(_ pass: ForwardPass) -> [Question.Kind: [Int]] {
    let (layer, isTransposed) = (pass.layer, pass.layer.direction == .transposed)
    let kernel = layer.kernelSize.reduce(1, *)
    let formed = kernel * (isTransposed ? pass.input.size : pass.output.size).reduce(1, *)
    let products = pass.axes.map { NaiveTrace($0).useful }
    let overlaps = products.map { links in most(links.map { isTransposed ? $0.output : $0.input }) }
    var counts: [Question.Kind: [Int]] = [
      .parameters: [pass.pairs * kernel + (layer.bias ? layer.outChannels : 0)],
      .filters: [pass.pairs], .multiplications: [pass.input.samples * pass.pairs * formed],
      .maximumOverlap: [overlaps.reduce(1, *)],
    ]
    if isTransposed {
      let sums = products.map(\.count).reduce(1, *) - pass.output.size.reduce(1, *)
      counts[.additionsPerFilter] = [sums]
    }
    return counts
  }

  /// How often a cell comes that comes most often.
  private static func most(_ cells: [Int]) -> Int {
    cells.map { cell in cells.count { $0 == cell } }.max() ?? 0
  }
}

extension ForwardPass {
  /// The pairs of an input and an output channel that are connected.
  fileprivate var pairs: Int { layer.inChannels / layer.groups * layer.outChannels }
}
