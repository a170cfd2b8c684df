import ConvArithmetic
import Testing

/// What the solver says where there is nothing to find, and at the ends of the numbers.
@Suite struct SolverFailureTests {
  private static let largest = Int(Int32.max)

  private static func problems(
    _ kind: ConvLayer.Direction, _ input: Int, _ goal: SolverGoal, _ limits: AxisLimits? = nil
  ) -> [SolverFailure.Reason] {
    let question = SolverQuestion(
      .square(kind, input: input, kernel: 3), goal: goal, limits: limits.map(Spatial.init(square:)))
    do throws(SolverFailure) {
      _ = try question.answer()
      return []
    } catch {
      return error.problems.map(\.reason)
    }
  }

  private static let narrow = AxisLimits(kernelSizes: [3], strides: [1, 2], dilations: [1])

  @Test func `an impossible goal is refused with its reason`() {
    #expect(
      Self.problems(.convolution, 4, .times(2, for: .everyInput)) == [.enlargesNotEvery(factor: 2)])
    #expect(
      Self.problems(.transposed, 4, .part(2, for: .everyInput))
        == [.reducesNotEvery(divisor: 2)])
    #expect(
      Self.problems(.transposed, 4, .times(3, for: .everyInput), Self.narrow)
        == [.strideExcluded(3)])
    #expect(
      Self.problems(.convolution, 5, .part(2, for: .thisInput))
        == [.notDivisible(input: 5, divisor: 2)])
    #expect(Self.problems(.convolution, 0, .same(for: .everyInput)) == [.inputBelowOne(0)])
    #expect(Self.problems(.convolution, 4, .size(Spatial(square: 0))) == [.outputBelowOne(0)])
    #expect(Self.problems(.convolution, 4, .times(0, for: .everyInput)) == [.factorBelowOne(0)])
    #expect(Self.problems(.convolution, 4, .part(0, for: .thisInput)) == [.factorBelowOne(0)])
    #expect(
      Self.problems(.transposed, .max, .times(2, for: .thisInput)) == [.sizeTooLarge])
    // 3 = 2 + 2p − output_padding needs p = 1 and output_padding = 1.
    var unpadded = Self.narrow
    unpadded.padding = .exactly(0)
    #expect(
      Self.problems(.transposed, 4, .times(2, for: .everyInput), unpadded)
        == [.identityUnmet(stride: 2)])
  }

  /// A 3-wide kernel makes 8 … 12 of 10 cells at stride 1, and no more.
  @Test func `what cannot be reached is answered with what can`() {
    #expect(
      Self.problems(.convolution, 10, .size(Spatial(square: 64)), Self.narrow)
        == [.unreachable(input: 10, output: 64, below: 12, above: nil)])
    let nothing = AxisLimits(kernelSizes: [], strides: [1], dilations: [1])
    #expect(
      Self.problems(.convolution, 10, .size(Spatial(square: 64)), nothing)
        == [.unreachable(input: 10, output: 64, below: nil, above: nil)])
  }

  @Test func `the axes are named where they differ`() {
    let subject = LayerCase.square(.convolution, input: 10, kernel: 3)
    let goal = SolverGoal.size(Spatial(height: 10, width: 64))
    let question = SolverQuestion(subject, goal: goal, limits: Spatial(square: Self.narrow))
    let failure = #expect(throws: SolverFailure.self) { try question.answer() }
    #expect(failure?.problems.map(\.axis) == [.width])
    #expect(failure?.op.direction == .convolution)
  }

  @Test func `limits that nobody waits for are refused`() {
    let wide = AxisLimits(
      kernelSizes: Array(1...2_000), strides: Array(1...1_000), dilations: [1])
    let problems = Self.problems(.convolution, 10, .size(Spatial(square: 10)), wide)
    guard case .limitsTooWide(let candidates, 1_000_000) = problems.first else {
      Issue.record("\(problems)")
      return
    }
    #expect(candidates > 1_000_000)
  }

  static let sizes = [
    1, 2, 3, 1 << 16, largest - 1, largest, Int(UInt32.max), Int.max - 1, Int.max,
  ]

  @Test(arguments: ConvLayer.Direction.allCases, sizes)
  func `sizes of 1 and of the largest numbers have answers that hold`(
    kind: ConvLayer.Direction, input: Int
  ) throws {
    let extreme = AxisLimits(
      kernelSizes: [1, 2, Self.largest, Int.max], strides: [1, 3], dilations: [1, Int.max],
      padding: .upTo(Int.max))
    for output in Self.sizes {
      for limits in [nil, extreme, Self.narrow] {
        for goal in [
          SolverGoal.size(Spatial(square: output)), .times(output, for: .everyInput),
          .part(output, for: .everyInput), .times(output, for: .thisInput),
        ] {
          let subject = LayerCase.square(kind, input: input, kernel: 1)
          let question = SolverQuestion(
            subject, goal: goal, limits: limits.map(Spatial.init(square:)))
          guard let answer = try? question.answer() else { continue }
          for solution in answer.solutions.prefix(50) {
            let pass = try subject.with(solution.axes).forward()
            #expect(pass.axes == solution.axes)
            if case .size(let size) = goal { #expect(pass.output.size == size) }
          }
        }
      }
    }
    #expect(Self.problems(kind, input, .size(Spatial(square: input))).isEmpty)
  }
}
