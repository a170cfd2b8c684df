import ConvArithmetic

/// The numbers of a layer along one axis, tried out one by one.
struct AxisSearch {
  let kind: ConvLayer.Direction
  let kernels: ClosedRange<Int>
  let strides: ClosedRange<Int>
  let dilations: ClosedRange<Int>
  /// The largest padding; `nil` for d(k − 1).
  var mostPadding: Int?

  /// Kernel, stride, padding, dilation, output_padding.
  typealias Numbers = [Int]

  /// All layers within the limits, whether or not they accept an input.
  var candidates: [Numbers] {
    kernels.flatMap { kernel in
      strides.flatMap { stride in
        dilations.flatMap { dilation in
          (0...(mostPadding ?? dilation * (kernel - 1))).flatMap { padding in
            (0..<(kind == .convolution ? 1 : max(stride, dilation))).map {
              [kernel, stride, padding, dilation, $0]
            }
          }
        }
      }
    }
  }

  func subject(_ numbers: Numbers, input: Int) -> LayerCase {
    .square(
      kind, input: input, kernel: numbers[0], stride: numbers[1], padding: numbers[2],
      dilation: numbers[3], outputPadding: numbers[4])
  }

  /// The output of each layer that accepts an input.
  func outputs(input: Int) -> [Numbers: Int] {
    var outputs: [Numbers: Int] = [:]
    for numbers in candidates { outputs[numbers] = subject(numbers, input: input).outputSize }
    return outputs
  }

  var limits: AxisLimits {
    AxisLimits(
      kernelSizes: Array(kernels), strides: Array(strides), dilations: Array(dilations),
      padding: mostPadding.map { .upTo($0) } ?? .full)
  }

  /// What the solver answers, checked by the size formulas; empty for a failure.
  func solved(input: Int, _ goal: SolverGoal) throws -> Set<Numbers> {
    let subject = LayerCase.square(kind, input: input, kernel: 1)
    let question = SolverQuestion(subject, goal: goal, limits: Spatial(square: limits))
    guard let answer = try? question.answer() else { return [] }
    let numbers = answer.solutions.map(\.axes.height.numbers)
    // None twice, and as many as it says.
    guard Set(numbers).count == numbers.count, answer.count == Count(numbers.count),
      answer.isSquare, answer.solutions.allSatisfy({ $0.axes.height == $0.axes.width })
    else { throw Unexpected() }
    for solution in answer.solutions {
      let pass = try subject.with(solution.axes).forward()
      guard pass.axes == solution.axes else { throw Unexpected() }
    }
    return Set(numbers)
  }
}

extension AxisGeometry {
  var numbers: AxisSearch.Numbers {
    [kernelSize, stride, paddingBefore, dilation, outputPadding]
  }
}
