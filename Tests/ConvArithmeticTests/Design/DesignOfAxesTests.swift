import ConvArithmetic
import SeededNumbers
import Testing

/// Solver, advice, verdict and dialects on layers of one, two and three axes, against loops.
@Suite struct DesignOfAxesTests {
  private func layers(_ axes: Int, _ count: Int) -> [ForwardPass] {
    var random = SeededGenerator(seed: UInt64(70 + axes))
    var passes: [ForwardPass] = []
    while passes.count < count {
      var layer = ConvLayer(ConvLayer.Direction.allCases[random.number(in: 0...1)], axes: axes)
      func draw(_ range: ClosedRange<Int>) -> Spatial<Int> {
        layer.kernelSize.map { _ in random.number(in: range) }
      }
      (layer.kernelSize, layer.stride) = (draw(1...5), draw(1...3))
      (layer.dilation, layer.padding) = (draw(1...2), .explicit(draw(0...2)))
      layer.outputPadding = draw(0...1)
      let input = TensorShape(batch: 1, channels: layer.inChannels, size: draw(1...6))
      if let pass = try? LayerCase(layer: layer, input: input).forward() { passes.append(pass) }
    }
    return passes
  }

  /// All tuples that take one number of each list.
  private func tuples<Element>(_ lists: [[Element]]) -> [[Element]] {
    lists.reduce([[]]) { tuples, list in tuples.flatMap { tuple in list.map { tuple + [$0] } } }
  }

  /// What the taps of each phase make of a period of the plane, by loops.
  private func phases(_ pass: ForwardPass) -> [Int] {
    let axes = pass.axes.map { axis in
      (0..<axis.stride).map { phase in
        (0..<axis.kernelSize).count { $0 * axis.dilation % axis.stride == phase }
      }
    }
    return tuples(Array(axes)).map { $0.reduce(1, *) }
  }

  @Test(arguments: ConvLayer.Direction.allCases, 1...3)
  func `the solver finds the layers that a search through all of them finds`(
    kind: ConvLayer.Direction, axes: Int
  ) throws {
    var subject = LayerCase(
      layer: ConvLayer(kind, axes: axes),
      input: TensorShape(batch: nil, channels: 1, size: Spatial(repeating: 4, count: axes)))
    // The last axis makes one cell more, which output_padding can give.
    var size = Spatial(repeating: kind == .convolution ? 3 : 7, count: axes)
    if kind == .transposed { size[axes - 1] = 8 }
    let limits = AxisLimits(
      kernelSizes: [1, 2, 3], strides: [1, 2, 3], dilations: [1, 2], padding: .upTo(2))
    let answer = try SolverQuestion(
      subject, goal: .size(size), limits: Spatial(repeating: limits, count: axes)
    ).answer()
    var found: Set<ConvLayer> = []
    for numbers in tuples([[1, 2, 3], [1, 2, 3], [1, 2], [0, 1, 2]]) {
      subject.layer.kernelSize = size.map { _ in numbers[0] }
      subject.layer.stride = size.map { _ in numbers[1] }
      subject.layer.dilation = size.map { _ in numbers[2] }
      // A kernel of 1 has no full padding but 0.
      subject.layer.padding = .explicit(size.map { _ in numbers[3] })
      let kept = kind == .convolution ? [0] : [0, 1, 2]
      for outputPadding in tuples(Array(repeating: kept, count: axes)) {
        for (place, number) in outputPadding.enumerated() {
          subject.layer.outputPadding[place] = number
        }
        guard let pass = try? subject.forward(), pass.output.size == size else { continue }
        found.insert(pass.layer)
      }
    }
    #expect(Set(answer.solutions.map { subject.with($0.axes).layer }) == found)
    #expect(answer.count == Count(found.count) && answer.isSquare && !found.isEmpty)
    for solution in answer.solutions {
      let counts = tuples(Array(solution.axes).map { NaiveAxis($0).counts })
      #expect(solution.products == Count(counts.reduce(0) { $0 + $1.reduce(1, *) }))
    }
  }

  @Test(arguments: 1...3) func `axes of different sizes are solved each for itself`(axes: Int)
    throws
  {
    let sizes = [9, 30, 77]
    let subject = LayerCase(
      layer: ConvLayer(.transposed, axes: axes),
      input: TensorShape(batch: 1, channels: 1, size: Spatial(repeating: 8, count: axes)))
    let wanted = try #require(Spatial<Int>(Array(sizes.prefix(axes))))
    var question = SolverQuestion(subject, goal: .size(wanted))
    question.isPerAxis = true
    let answer = try question.answer()
    #expect(!answer.isSquare && answer.solutions.count <= 256)
    for solution in answer.solutions {
      #expect(try subject.with(solution.axes).forward().output.size == wanted)
    }
    // As many as the axes have alone.
    let alone = try sizes.prefix(axes).map { size in
      var single = LayerCase(
        layer: ConvLayer(.transposed, axes: 1),
        input: TensorShape(batch: 1, channels: 1, size: Spatial(8)))
      single.layer.bias = false
      return try SolverQuestion(single, goal: .size(Spatial(size))).answer().count
    }
    #expect(answer.count == alone.reduce(1, *))
  }

  @Test(arguments: 1...3) func `a failure is said once where all axes have it`(axes: Int) {
    let subject = LayerCase(
      layer: ConvLayer(.convolution, axes: axes),
      input: TensorShape(batch: 1, channels: 1, size: Spatial(repeating: 8, count: axes)))
    #expect {
      try SolverQuestion(subject, goal: .times(2, for: .everyInput)).answer()
    } throws: { error in
      let problems = (error as? SolverFailure)?.problems
      return problems?.map(\.axis) == [nil]
        && problems?.first?.reason == .enlargesNotEvery(factor: 2)
    }
  }

  @Test(arguments: 1...3) func `a verdict is that of the phases`(axes: Int) throws {
    for pass in layers(axes, 150) {
      let verdict = try #require(pass.verdict)
      let phases = phases(pass)
      let extremes = verdict.overlap.interiorExtremes
      #expect(extremes.least == phases.min().map { Count($0) }, "\(pass.layer)")
      #expect(extremes.most == phases.max().map { Count($0) }, "\(pass.layer)")
      #expect(verdict.isEven == (phases.min() == phases.max()))
      // E[c²] / E[c]² over whole periods.
      let squares = phases.reduce(0) { $0 + $1 * $1 }
      let sum = phases.reduce(0, +)
      let mean = verdict.interiorVariation.meanSquare
      #expect(
        mean.numerator * Count(sum * sum) == mean.denominator * Count(squares * phases.count))
      let ones = try #require(WeightedOverlap(.ones, pass.overlap))
      #expect(ones.range == extremes.least...extremes.most)
    }
  }

  @Test(arguments: 1...3) func `each advice is even and keeps the size`(axes: Int) {
    for pass in layers(axes, 150) {
      let advice = Advice.nearest(to: pass)
      for change in advice {
        #expect(change.pass.output == pass.output && change.pass.layer.stride == pass.layer.stride)
        #expect(Set(phases(change.pass)).count == 1, "\(pass.layer)")
      }
    }
  }

  /// An axis by itself is a layer of one axis, whose nearest changes AdviceTests holds to a search.
  @Test(arguments: 2...3) func `advice for many axes is made of those of each`(axes: Int) {
    for pass in layers(axes, 150) where pass.layer.direction == .transposed {
      guard let first = Advice.nearest(to: pass).first else { continue }
      for axis in pass.layer.axes {
        var single = LayerCase(
          layer: ConvLayer(.transposed, axes: 1),
          input: TensorShape(batch: 1, channels: 1, size: Spatial(pass.input.size[axis])))
        single.layer.kernelSize = Spatial(pass.layer.kernelSize[axis])
        single.layer.stride = Spatial(pass.layer.stride[axis])
        single.layer.dilation = Spatial(pass.layer.dilation[axis])
        single.layer.padding = .explicit(Spatial(pass.axes[axis].paddingBefore))
        single.layer.outputPadding = Spatial(pass.layer.outputPadding[axis])
        let nearest = (try? single.forward()).flatMap { Advice.nearest(to: $0).first?.pass.layer }
        let kernel = nearest?.kernelSize[0] ?? pass.layer.kernelSize[axis]
        #expect(first.pass.layer.kernelSize[axis] == kernel, "\(pass.layer)")
      }
    }
  }

  @Test(arguments: 1...3)
  func `other libraries, equivalents and the way back have the sizes of the layer`(axes: Int) {
    for pass in layers(axes, 150) {
      for dialect in Dialect.allCases {
        let output = dialect.plan(pass).output(of: pass.input.size.map { Count($0) })
        #expect(output == pass.output.size.map { Count($0) }, "\(dialect) \(pass.layer)")
      }
      for equivalent in Equivalent.all(of: pass) {
        #expect(equivalent.transposed.output == pass.output)
        // The tied weights of the other method add up alike, whatever the counts.
        guard equivalent.method == .subPixel else { continue }
        #expect(Set(phases(equivalent.transposed)).count == 1)
      }
      if let undoing = pass.undoing { #expect(undoing.output.size == pass.input.size) }
    }
  }
}
