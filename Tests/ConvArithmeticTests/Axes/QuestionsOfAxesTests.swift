import ConvArithmetic
import Testing

/// What is asked about layers of one, two and three axes, against loops along each axis.
@Suite struct QuestionsOfAxesTests {
  /// How often a cell comes that comes most often.
  private static func most(_ cells: [Int]) -> Int {
    cells.map { cell in cells.count { $0 == cell } }.max() ?? 0
  }

  @Test(arguments: 1...3) func `answers are those of loops`(axes: Int) throws {
    let samples = ForwardPass.samples(
      300, axes: axes, seed: UInt64(90 + axes), modes: PaddingMode.allCases, hasUnequalEnds: true)
    for pass in samples {
      let layer = pass.layer
      let isTransposed = layer.direction == .transposed
      let pairs = layer.inChannels / layer.groups * layer.outChannels
      let kernel = layer.kernelSize.reduce(1, *)
      let products = pass.axes.map { NaiveTrace($0).useful }
      let outputs = pass.output.size.reduce(1, *)
      let formed = kernel * (isTransposed ? pass.input.size : pass.output.size).reduce(1, *)
      let most = products.map { links in
        Self.most(links.map { isTransposed ? $0.output : $0.input })
      }
      let direct = pass.axes.map { axis in
        NaiveTrace(axis).links.map(\.input).filter { 0..<axis.input ~= $0 }
      }
      var expected: [Question.Kind: [Int]] = [
        .outputShape: pass.output.dimensions, .weightShape: pass.weight,
        .parameters: [pairs * kernel + (layer.bias ? layer.outChannels : 0)], .filters: [pairs],
        .multiplications: [pass.input.samples * pairs * formed],
        .maximumOverlap: [most.reduce(1, *)],
      ]
      if isTransposed {
        expected[.additionsPerFilter] = [products.map(\.count).reduce(1, *) - outputs]
      }
      for axis in layer.axes { expected[.outputSize(axis)] = [pass.output.size[axis]] }
      if !isTransposed {
        expected[.reach(layer.axes[0])] = [NaiveAxis.reachOfTwo(pass.axes[0])]
        if layer.paddingMode == .zeros, let least = NaiveAxis.leastInput(pass.axes[0]) {
          expected[.leastInput(layer.axes[0])] = [least]
        }
      }
      let questions = Question.all(about: pass)
      #expect(questions.count == expected.count)
      for question in questions {
        #expect(question.answer == expected[question.kind]?.map { Count($0) }, "\(question)")
        for mistake in question.mistakes {
          #expect(mistake.answer != question.answer)
          #expect(mistake.answer.count == question.answer.count)
        }
        guard pass.features.contains(.copies) else { continue }
        // Who takes the copies for zeros counts real cells alone.
        let forgotten = question.mistakes.first { $0.idea == .copiesForgotten }?.answer
        switch question.kind {
        case .multiplications:
          let count = pass.input.samples * pairs * direct.map(\.count).reduce(1, *)
          #expect(forgotten ?? question.answer == [Count(count)] || count == 0)
        case .maximumOverlap:
          let count = direct.map(Self.most).reduce(1, *)
          #expect(forgotten ?? question.answer == [Count(count)] || count == 0)
        default: #expect(forgotten == nil)
        }
      }
    }
  }
}
