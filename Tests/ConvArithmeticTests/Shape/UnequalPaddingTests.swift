import ConvArithmetic
import SeededNumbers
import Testing

/// Convolutions with other padding before an axis than after it, and causal ones.
@Suite struct UnequalPaddingTests {
  private func layer(
    axes: Int = 1, input: Int, kernel: Int, stride: Int = 1, dilation: Int = 1, _ padding: Padding,
    mode: PaddingMode = .zeros
  ) -> LayerCase {
    var layer = ConvLayer(axes: axes)
    layer.kernelSize = Spatial(repeating: kernel, count: axes)
    layer.stride = Spatial(repeating: stride, count: axes)
    layer.dilation = Spatial(repeating: dilation, count: axes)
    layer.padding = padding
    layer.paddingMode = mode
    let size = Spatial(repeating: input, count: axes)
    return LayerCase(layer: layer, input: TensorShape(batch: 1, channels: 1, size: size))
  }

  private func ends(_ before: Int, _ after: Int, axes: Int = 1) -> Padding {
    .explicit(Spatial(repeating: Ends(before, after), count: axes))
  }

  /// The paddings that axlearn documents, and EnCodec's frames, ⌈i/s⌉.
  @Test(arguments: [
    (15, 6, 1, 9, 5, 20, 4), (5, 2, 1, 3, 1, 20, 10), (5, 2, 2, 7, 1, 21, 11),
    (16, 8, 1, 8, 7, 20, 3), (3, 1, 4, 8, 0, 5, 5), (1, 1, 1, 0, 0, 5, 5),
  ])
  func `causal padding is e − s before and s − 1 after`(
    kernel: Int, stride: Int, dilation: Int, before: Int, after: Int, input: Int, output: Int
  ) throws {
    let causal = layer(input: input, kernel: kernel, stride: stride, dilation: dilation, .causal)
    let axis = try causal.forward().axes[0]
    #expect((axis.paddingBefore, axis.paddingAfter) == (before, after))
    #expect(axis.output == output)
    var numbers = causal
    numbers.layer.padding = ends(before, after)
    #expect(try numbers.forward().axes[0] == axis)
  }

  @Test func `no output of a causal layer reads past its own stride of cells`() throws {
    var (random, checked) = (SeededGenerator(seed: 6), 0)
    while checked < 500 {
      let (kernel, stride) = (random.number(in: 1...6), random.number(in: 1...5))
      let dilation = random.number(in: 1...4)
      guard stride <= dilation * (kernel - 1) + 1 else { continue }
      checked += 1
      let subject = layer(
        input: random.number(in: 1...30), kernel: kernel, stride: stride, dilation: dilation,
        .causal)
      let pass = try subject.forward()
      let trace = try #require(LayerTrace(pass))
      #expect(pass.output.size[0] == (subject.input.size[0] + stride - 1) / stride)
      for output in 0..<pass.output.size[0] {
        let read = trace.axes[0].usefulLinks(of: .output, at: output).map(\.input)
        #expect(read.allSatisfy { $0 < (output + 1) * stride }, "\(subject)")
        // The newest cell of all is read where there is one.
        #expect(read.last == min((output + 1) * stride, subject.input.size[0]) - 1 || dilation > 1)
      }
    }
  }

  /// The last cell v of the input that output 0 of a chain reads, and the stride S of the chain.
  @Test func `a chain of causal layers is causal, like the encoder of EnCodec`() throws {
    func reach(_ chain: [(kernel: Int, stride: Int)]) throws -> (first: Int, last: Int, Int) {
      try chain.reversed().reduce((0, 0, 1)) { reach, next in
        let subject = layer(input: 320, kernel: next.kernel, stride: next.stride, .causal)
        let axis = try subject.forward().axes[0]
        let (first, last) = (reach.0 * next.stride, reach.1 * next.stride)
        return (
          first - axis.paddingBefore, last - axis.paddingBefore + next.kernel - 1,
          reach.2 * next.stride
        )
      }
    }
    let block: [(Int, Int)] = [(3, 1), (1, 1)]
    let rates = [(4, 2), (8, 4), (10, 5), (16, 8)]
    let encodec = try reach([(7, 1)] + rates.flatMap { block + [$0] } + [(7, 1)])
    #expect((encodec.first, encodec.last, encodec.2) == (-2_398, 319, 320))
  }

  /// VGG's and Darknet's way to halve a size, as their checkpoints have it.
  @Test(arguments: [(512, 256), (7, 3), (2, 1)])
  func `one cell after each axis and a strided kernel of 3 halve a size`(
    input: Int, output: Int
  ) throws {
    let subject = layer(axes: 2, input: input, kernel: 3, stride: 2, ends(0, 1, axes: 2))
    let pass = try subject.forward()
    #expect(pass.output.size.isAll(output))
    // The first cell is read once, the second one by one tap, the third one by two.
    if input == 7 { #expect(pass.axes[0].coverage.counts == [1, 1, 2, 1, 2, 1, 1]) }
    let formula = pass.axes[0].sizeFormula
    #expect(formula.value == Count(output))
    #expect(formula.symbols == "⌊(i + p_before + p_after − d(k − 1) − 1)/s⌋ + 1")
  }

  @Test(arguments: PaddingMode.allCases)
  func `the limit of a mode holds for the larger end, and the nearest padding keeps the other`(
    mode: PaddingMode
  ) {
    let subject = layer(input: 4, kernel: 3, ends(1, 5), mode: mode)
    switch mode.mostPadding(4) {
    case nil: #expect(subject.reasons.isEmpty)
    case let most?:
      let reason = subject.reasons.first
      #expect(subject.reasons.count == 1 && reason?.hyperparameter == .padding)
      #expect(reason?.remedy == .padding(.length, Ends(1, most)))
    }
  }

  @Test func `causal is for one axis, and for strides up to the dilated kernel`() {
    let plane = layer(axes: 2, input: 8, kernel: 3, .causal)
    #expect(plane.reasons == [.causalOnSeveralAxes(nearest: Spatial(1, 1))])
    #expect(plane.reasons.first?.hyperparameter == .padding)
    let strided = layer(input: 8, kernel: 2, stride: 4, dilation: 2, .causal)
    #expect(strided.reasons == [.strideOverCausal(.length, stride: 4, dilatedKernelSize: 3)])
    #expect(strided.reasons.first?.remedy == .number(.stride, .length, 3))
    #expect(layer(input: 8, kernel: 2, stride: 3, dilation: 2, .causal).reasons.isEmpty)
  }

  @Test func `negative padding is refused at either end`() {
    for padding in [ends(-1, 2), ends(2, -1), ends(-1, -1)] {
      #expect(
        layer(input: 8, kernel: 3, padding).reasons
          == [.belowMinimum(.padding, nil, value: -1, minimum: 0)])
    }
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `a layer of one axis comes to a valid one by its remedies`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      func number(_ least: Int) -> Int {
        random.number(in: 1...8) == 1 ? Int.max - 1 : random.number(in: least...9)
      }
      let padding = random.number(in: 0...1) == 0 ? Padding.causal : ends(number(-2), number(-2))
      let mode = PaddingMode.allCases[random.number(in: 0...3)]
      let start = layer(
        input: number(0), kernel: number(0), stride: number(0), dilation: number(0), padding,
        mode: mode)
      var (subject, steps) = (start, 0)
      while let reason = subject.reasons.first {
        guard let remedy = reason.remedy else { break }
        subject.apply(remedy)
        steps += 1
        try #require(steps <= 12, "\(start) came to \(subject)")
      }
    }
  }

  @Test func `a transposed layer and more axes take the nearest equal numbers`() {
    var layer = ConvLayer(axes: 1)
    layer.kernelSize = Spatial(5)
    layer.padding = .causal
    layer.direction = .transposed
    #expect(layer.padding == .explicit(Spatial(2)))
    layer.padding = ends(1, 4)
    #expect(layer.padding == .explicit(Spatial(2)))
    layer.direction = .convolution
    layer.padding = .causal
    layer.op = .conv2d
    #expect(layer.padding == .explicit(Spatial(2, 2)))
    layer.padding = .explicit(Spatial(Ends(0, 1), Ends(2, 3)))
    layer.op = LayerOp(.convolution, axes: 1)
    #expect(layer.padding == ends(2, 3))
  }

  @Test func `a number sets both ends of its axis and leaves the other axis alone`() {
    var subject = layer(axes: 2, input: 8, kernel: 3, .explicit(Spatial(Ends(0, 1), Ends(2, 3))))
    #expect(subject.numbers(.padding) == nil)
    subject.set(.padding, .width, to: 4)
    #expect(subject.layer.padding == .explicit(Spatial(Ends(0, 1), Ends(4, 4))))
  }

  @Test(arguments: [Padding.causal, .explicit(Spatial(Ends(0, 1))), .explicit(Spatial(Ends(3, 0)))])
  func `the solver keeps padding that no search would find`(padding: Padding) throws {
    for goal in [SolverGoal.size(Spatial(8)), .part(2, for: .everyInput)] {
      let subject = layer(input: 16, kernel: 3, padding)
      let answer = try SolverQuestion(subject, goal: goal).answer()
      for solution in answer.solutions {
        let found = subject.with(solution.axes)
        #expect(found.layer.padding == padding)
        #expect(try found.forward().output.size[0] == found.input.size[0] / 2)
      }
      // As many as of all kernels, strides and dilations that are searched.
      var count = 0
      for (kernel, stride, dilation) in SolverQuestion(subject, goal: goal).limits[0].tried {
        var tried = layer(
          input: 16, kernel: kernel, stride: stride, dilation: dilation, padding)
        let isRight = { (try? tried.forward())?.output.size[0] == $0 }
        var fits = isRight(8)
        if goal != .size(Spatial(8)) {
          fits = stride == 2
          for input in [2, 4, 16, 64] where fits {
            tried.input.size = Spatial(input)
            fits = isRight(input / 2)
          }
        }
        if fits { count += 1 }
      }
      #expect(answer.count == Count(count))
    }
  }
}

extension AxisLimits {
  fileprivate var tried: [(Int, Int, Int)] {
    self[.kernelSize].flatMap { kernel in
      self[.stride].flatMap { stride in self[.dilation].map { (kernel, stride, $0) } }
    }
  }
}
