import ConvArithmetic
import Testing

/// What is asked of the solver, and in which order it answers.
@Suite struct SolverQuestionTests {
  private static func question(
    _ kind: ConvLayer.Direction, _ input: Spatial<Int>, _ goal: SolverGoal
  ) -> SolverQuestion {
    var subject = LayerCase.square(kind, input: 1, kernel: 3)
    subject.input.size = input
    return SolverQuestion(subject, goal: goal)
  }

  private static func answer(
    _ kind: ConvLayer.Direction, _ input: Int, _ goal: SolverGoal
  ) throws -> [AxisSearch.Numbers] {
    try question(kind, Spatial(square: input), goal).answer().solutions.map(\.axes.height.numbers)
  }

  /// The list of the reference: (k, p, output_padding) for s = 2 and d = 1.
  @Test func `the layers that double every input are the well-known ones`() throws {
    let answer = try Self.answer(.transposed, 8, .times(2, for: .everyInput))
    let plain = answer.filter { $0[3] == 1 }.map { [$0[0], $0[2], $0[4]] }
    for known in [[2, 0, 0], [3, 1, 1], [4, 1, 0], [5, 2, 1], [6, 2, 0]] {
      #expect(plain.contains(known))
    }
    #expect(answer.allSatisfy { $0[1] == 2 })
    // U-Net's, DCGAN's; then what is even, and last the checkerboards.
    #expect(Array(answer.prefix(2)) == [[2, 2, 0, 1, 0], [4, 2, 1, 1, 0]])
    let checkerboard = try #require(answer.firstIndex(of: [3, 2, 1, 1, 1]))
    let even = try #require(answer.lastIndex { $0[0] % 2 == 0 && $0[3] == 1 })
    #expect(checkerboard > even)
  }

  @Test func `the same size is made by the paper's half padding first`() throws {
    let answer = try Self.answer(.convolution, 7, .same(for: .everyInput))
    #expect(Array(answer.prefix(4)) == [1, 3, 5, 7].map { [$0, 1, $0 / 2, 1, 0] })
    #expect(answer.allSatisfy { $0[1] == 1 && $0[3] * ($0[0] - 1) == 2 * $0[2] })
  }

  /// k 3, s 2, p 1; k 2, s 2; k 4, s 2, p 1: each halves, and no kernel of 1 reads all.
  @Test func `half the size is made by layers that read every input first`() throws {
    let answer = try Self.answer(.convolution, 224, .part(2, for: .everyInput))
    #expect(answer.first == [2, 2, 0, 1, 0])
    #expect(answer.contains([3, 2, 1, 1, 0]))
    #expect(answer.contains([4, 2, 1, 1, 0]))
    #expect(answer.last.map { $0[0] == 1 || $0[3] == 2 } == true)
  }

  /// ViT-B/16 and FCN-32s, whose strides are above the usual limits.
  @Test func `a large ratio brings the strides and kernels that go with it`() throws {
    let patches = try Self.answer(.convolution, 224, .size(Spatial(square: 14)))
    #expect(patches.contains([16, 16, 0, 1, 0]))
    let upsampling = try Self.answer(.transposed, 16, .size(Spatial(square: 544)))
    #expect(upsampling.contains([64, 32, 0, 1, 0]))
    #expect(
      try Self.answer(.transposed, 3, .times(8, for: .everyInput)).contains([16, 8, 4, 1, 0]))
  }

  /// 12 → 23 and 12 → 24: a skip connection of an odd and an even side.
  @Test func `one layer fits an odd and an even side by its output_padding`() throws {
    let skip = Spatial(height: 23, width: 24)
    let answer = try Self.question(.transposed, Spatial(square: 12), .size(skip)).answer()
    #expect(answer.isSquare)
    let layer = try #require(answer.solutions.first { $0.axes.height.numbers == [3, 2, 1, 1, 0] })
    #expect(layer.axes.width.numbers == [3, 2, 1, 1, 1])
    #expect(layer.isSquare)
    for solution in answer.solutions {
      #expect(solution.axes.map { $0.output } == skip)
      #expect(solution.axes.map { $0.input } == Spatial(square: 12))
    }
  }

  @Test func `axes that have nothing in common are solved each for itself`() throws {
    let goal = SolverGoal.size(Spatial(height: 8, width: 72))
    let question = Self.question(.transposed, Spatial(height: 8, width: 9), goal)
    let answer = try question.answer()
    #expect(!answer.isSquare)
    #expect(answer.solutions.count == 16 * 16)
    #expect(answer.count > 256)
    #expect(answer.solutions == answer.solutions.sorted())
    for solution in answer.solutions {
      #expect(solution.axes.map { $0.output } == Spatial(height: 8, width: 72))
    }
    var separate = Self.question(.transposed, Spatial(square: 3), .times(2, for: .everyInput))
    let square = try separate.answer()
    separate.isPerAxis = true
    let pairs = try separate.answer()
    #expect(pairs.count == (square.count * square.count))
    #expect(pairs.solutions.first?.axes == square.solutions.first?.axes)
  }

  /// Of 6 cells, 13 take an output_padding of a whole stride where s = 1 and d = 2.
  @Test(arguments: [12, 13])
  func `even comes before uneven, what people use before exotic`(size: Int) throws {
    let answer = try Self.question(
      .transposed, Spatial(square: 6), .size(Spatial(square: size))
    ).answer()
    for (first, second) in zip(answer.solutions, answer.solutions.dropFirst()) {
      let order = [first, second].map { solution in
        let axis = solution.axes.height
        let exotic = (axis.dilation > 1 ? 1 : 0) + (axis.outputPadding >= axis.stride ? 1 : 0)
        let ways = solution.unusual.count + exotic
        return (
          ways > 2 ? 1 : 0, solution.evenness.rawValue, exotic, solution.unusual.count,
          solution.products ?? 0
        )
      }
      #expect(order[0] <= order[1])
    }
    for solution in answer.solutions {
      let (axis, counts) = (solution.axes.height, NaiveAxis(solution.axes.height).counts)
      #expect(solution.products == Count(counts.reduce(0, +) * counts.reduce(0, +)))
      // gcd(d, s) = 1 and s divides k; the dilation is at most 2.
      let isCoprime = axis.stride % 2 == 1 || axis.dilation == 1
      let isEven = isCoprime && axis.kernelSize % axis.stride == 0
      #expect((solution.evenness == .even) == isEven, "\(axis.numbers)")
    }
  }

  /// MelGAN enlarges by s with k = 2s, p = ⌈s/2⌉ and an output_padding of s mod 2.
  @Test func `a vocoder's layer stands before anything with dilation`() throws {
    let answer = try Self.answer(.transposed, 8, .times(5, for: .everyInput))
    let vocoder = try #require(answer.firstIndex(of: [10, 5, 3, 1, 1]))
    let dilated = try #require(answer.firstIndex { $0[3] > 1 })
    #expect(vocoder < dilated)
    #expect(answer.first == [5, 5, 0, 1, 0])
  }

  @Test func `a factor that holds for every input is named`() throws {
    for (subject, pass) in LayerCase.validSamples(600, seed: 61) {
      let axis = pass.axes.height
      guard axis.paddingBefore == axis.paddingAfter else { continue }
      let outputs = (1...9).map { index in
        var other = subject
        other.input.size[.height] = index * (axis.direction == .convolution ? axis.stride : 1)
        return (try? other.forward())?.output.size.height
      }
      switch axis.exactScale {
      case .times(let factor): #expect(outputs == (1...9).map { $0 * factor })
      case .part: #expect(outputs == Array(1...9))
      case .size, nil:
        let factor = axis.direction == .convolution ? 1 : axis.stride
        #expect(outputs != (1...9).map { $0 * factor })
      }
    }
  }
}

extension NaiveAxis {
  /// An axis as loops see it.
  init(_ axis: AxisGeometry) {
    let isTransposed = axis.direction == .transposed
    self.init(
      positions: isTransposed ? axis.input : axis.output, taps: axis.kernelSize,
      stride: axis.stride, dilation: axis.dilation, offset: axis.paddingBefore,
      size: isTransposed ? axis.output : axis.input)
  }
}
