/// Numbers to begin with, for an input and a kernel of whatever size.
package struct StartingValues: Sendable {
  package let name: String
  /// What is to be seen with these numbers.
  package let purpose: String
  /// The input and the kernel of a size; `nil` for a side below 1 or above 64.
  private let makeInput: @Sendable (Spatial<Int>) -> IntegerGrid?
  private let makeKernel: @Sendable (Spatial<Int>) -> IntegerGrid?
  private let kernelDenominator: @Sendable (Spatial<Int>) -> Int

  private init(
    _ name: String, _ purpose: String,
    input: @escaping @Sendable (Spatial<Int>) -> IntegerGrid?,
    kernel: @escaping @Sendable (Spatial<Int>) -> IntegerGrid?,
    denominator: @escaping @Sendable (Spatial<Int>) -> Int = { _ in 1 }
  ) {
    self.name = name
    self.purpose = purpose
    makeInput = input
    makeKernel = kernel
    kernelDenominator = denominator
  }

  package func input(_ size: Spatial<Int>) -> IntegerGrid? { makeInput(size) }

  package func kernel(_ size: Spatial<Int>) -> IntegerGrid? { makeKernel(size) }

  /// What the kernel's numbers, and so the output's, are to be divided by: 1 for all but the
  /// bilinear kernel, whose weights are fractions.
  package func denominator(_ size: Spatial<Int>) -> Int { kernelDenominator(size) }
}

extension StartingValues {
  /// The list; new values are one more row.
  package static let all: [StartingValues] = [
    StartingValues(
      "the paper's", "the numbers that Dumoulin & Visin (2018) draw, repeated beyond 5×5 and 3×3",
      input: { paperInput?.resized(to: $0) }, kernel: { paperKernel?.resized(to: $0) }),
    StartingValues(
      "ones", "each output of a transposed layer is then its number of products",
      input: ones, kernel: ones),
    StartingValues(
      "ramp", "each number tells which cell it is", input: ramp, kernel: ramp),
    StartingValues(
      "one cell", "a single 1 shows the kernel itself: as it is, or flipped",
      input: { size in
        IntegerGrid(size: size) { $0 == size.height / 2 && $1 == size.width / 2 ? 1 : 0 }
      }, kernel: ramp),
    StartingValues(
      "bilinear", "the kernel that interpolates between input cells", input: ramp,
      kernel: { size in
        IntegerGrid(size: size) { Tent(size.height)[$0] * Tent(size.width)[$1] }
      },
      denominator: { size in
        // Of a size without a grid nobody asks for more than a number.
        let sides = size.map { Tent(min($0, IntegerGrid.largestSide)) }
        return sides.height.denominator * sides.width.denominator
      }),
  ]

  /// Figure 1.1 of Dumoulin & Visin (2018), "A guide to convolution arithmetic for deep learning".
  private static let paperInput = IntegerGrid([
    [3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1],
  ])

  private static let paperKernel = IntegerGrid([[0, 1, 2], [2, 2, 0], [0, 1, 2]])

  @Sendable private static func ones(_ size: Spatial<Int>) -> IntegerGrid? {
    IntegerGrid(size: size) { _, _ in 1 }
  }

  /// 1, 2, 3 … row by row.
  @Sendable private static func ramp(_ size: Spatial<Int>) -> IntegerGrid? {
    IntegerGrid(size: size) { row, column in row * size.width + column + 1 }
  }
}
