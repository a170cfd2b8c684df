import SeededNumbers
import ConvArithmetic
import Testing

/// Real numbers through small layers.
@Suite struct LayerValuesTests {
  private func values(
    _ subject: LayerCase, _ name: String = "the paper's"
  ) throws -> LayerValues {
    let start = try #require(StartingValues.all.first { $0.name == name })
    let trace = try #require(LayerTrace(subject.forward()))
    return try #require(LayerValues(trace, start))
  }

  @Test(arguments: [
    (
      LayerCase.square(.convolution, input: 5, kernel: 3),
      [[12, 12, 17], [10, 17, 19], [9, 6, 14]]
    ),
    (
      LayerCase.square(.convolution, input: 5, kernel: 3, stride: 2, padding: 1),
      [[6, 17, 3], [8, 17, 13], [6, 4, 4]]
    ),
  ])
  func `the guide's numeric figures come out as printed`(
    subject: LayerCase, expected: [[Int]]
  ) throws {
    #expect(try values(subject).outputRows == expected.counts)
  }

  @Test func `the guide's average pooling is a kernel of ones over nine`() throws {
    var values = try values(.square(.convolution, input: 5, kernel: 3))
    values.kernel = try #require(IntegerGrid([[1, 1, 1], [1, 1, 1], [1, 1, 1]]))
    // 1.667 1.667 1.667, 1.000 1.222 1.778, 1.111 0.778 1.333
    #expect(values.outputRows == [[15, 15, 15], [9, 11, 16], [10, 7, 12]])
  }

  /// Numbers at random in a random layer that is small enough.
  private func samples(_ count: Int, seed: UInt64) throws -> [(ForwardPass, LayerValues)] {
    var random = SeededGenerator(seed: seed)
    return try LayerCase.validSamples(count, seed: seed).map { sample in
      var values = try values(sample.subject)
      let (input, kernel) = (values.input.size, values.kernel.size)
      values.input = try #require(
        IntegerGrid(size: input) { _ in random.number(in: -9...9) })
      values.kernel = try #require(
        IntegerGrid(size: kernel) { _ in random.number(in: -9...9) })
      values.isFlipped = Bool.random(using: &random)
      return (sample.pass, values)
    }
  }

  /// The output by loops over every product.
  private func output(_ pass: ForwardPass, _ values: LayerValues) -> [[Int]] {
    let row = Array(repeating: 0, count: pass.axes.width.output)
    var output = Array(repeating: row, count: pass.axes.height.output)
    let kernel =
      values.isFlipped ? values.kernel.rows.reversed().map { $0.reversed() } : values.kernel.rows
    for height in NaiveTrace(pass.axes.height).useful {
      for width in NaiveTrace(pass.axes.width).useful {
        output[height.output][width.output] +=
          kernel[height.tap][width.tap] * values.input.rows[height.input][width.input]
      }
    }
    return output
  }

  @Test func `outputs are those of the loops`() throws {
    for (pass, values) in try samples(300, seed: 1) {
      let expected = output(pass, values)
      #expect(values.outputRows == expected.counts, "\(pass.layer)")
    }
  }

  @Test(arguments: StepSequence.Order.allCases)
  func `the running output starts at nothing and ends with the output`(
    order: StepSequence.Order
  ) throws {
    for (pass, values) in try samples(50, seed: 3) {
      let steps = StepSequence(values.trace, order)
      let (start, end) = (
        try #require(steps.progress(after: 0)), try #require(steps.progress(after: steps.count))
      )
      let expected = output(pass, values)
      for (row, line) in expected.enumerated() {
        for (column, value) in line.enumerated() {
          let cell = Spatial(height: row, width: column)
          #expect(values.output(at: cell, after: start) == 0)
          #expect(values.output(at: cell, after: end) == Count(value))
        }
      }
    }
  }

  @Test func `a single 1 shows the flipped kernel, and a convolution the kernel itself`() throws {
    var values = try values(.square(.convolution, input: 3, kernel: 3, padding: 1), "one cell")
    #expect(values.outputRows == [[9, 8, 7], [6, 5, 4], [3, 2, 1]])
    values.isFlipped = true
    #expect(values.outputRows == [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
    let transposed = try self.values(.square(.transposed, input: 1, kernel: 3), "one cell")
    #expect(transposed.outputRows == [[1, 2, 3], [4, 5, 6], [7, 8, 9]])
  }

  @Test func `ones give the overlap map of a transposed layer`() throws {
    let subject = LayerCase.square(
      .transposed, input: 4, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
    let counts = [1, 2, 1, 2, 1, 2, 1, 1]
    let expected = counts.map { row in counts.map { row * $0 } }
    #expect(try values(subject, "ones").outputRows == expected.counts)
  }

  @Test func `a sum may exceed 64 bits`() throws {
    var values = try values(.square(.convolution, input: 2, kernel: 2), "ones")
    values.input[Spatial(square: 0)] = .max
    values.kernel[Spatial(square: 0)] = .max
    #expect(values.output(at: Spatial(square: 0)) == Count(Int.max) * Count(Int.max) + 3)
  }

  @Test func `a layer with more cells than a plane of numbers has no values`() throws {
    for subject in [
      LayerCase.square(.convolution, input: 65, kernel: 3),
      .square(.transposed, input: 3, kernel: 65),
    ] {
      let trace = try #require(LayerTrace(subject.forward()))
      for start in StartingValues.all { #expect(LayerValues(trace, start) == nil) }
    }
    let wide = try values(.square(.transposed, input: 9, kernel: 3, stride: 9))
    #expect(wide.output(at: Spatial(height: 0, width: 0)) == 0, "w[0,0] is 0")
    #expect(wide.output(at: Spatial(height: 0, width: 1)) == 3)
  }
}

extension [[Int]] {
  fileprivate var counts: [[Count]] { map { $0.map { Count($0) } } }
}
