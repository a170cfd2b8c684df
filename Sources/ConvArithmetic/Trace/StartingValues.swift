/// Numbers to begin with, for an input and a kernel of whatever size.
package struct StartingValues: Sendable {
  package let name: String
  /// What is to be seen with these numbers.
  package let purpose: String
  /// The input and the kernel of a size; `nil` for a side below 1 or above 64.
  package let input: @Sendable (Spatial<Int>) -> IntegerGrid?
  package let kernel: @Sendable (Spatial<Int>) -> IntegerGrid?
  /// What the kernel's numbers, and so the output's, are to be divided by: 1 for all but the
  /// bilinear kernel, whose weights are fractions.
  package private(set) var denominator: @Sendable (Spatial<Int>) -> Int = { _ in 1 }

  /// The list; new values are one more row.
  package static let all: [StartingValues] = [
    StartingValues(
      name: "the paper's",
      purpose: "the numbers that Dumoulin & Visin (2018) draw, repeated beyond 5×5 and 3×3",
      input: { repeated(paperInput, $0) }, kernel: { repeated(paperKernel, $0) }),
    StartingValues(
      name: "ones", purpose: "each output of a transposed layer is then its number of products",
      input: ones, kernel: ones),
    StartingValues(
      name: "ramp", purpose: "each number tells which cell it is", input: ramp, kernel: ramp),
    StartingValues(
      name: "one cell", purpose: "a single 1 shows the kernel itself: as it is, or flipped",
      input: { size in
        IntegerGrid(size: size) { $0.with(size) { $0 == $1 / 2 }.isAll(true) ? 1 : 0 }
      }, kernel: ramp),
    StartingValues(
      name: "bilinear", purpose: "the kernel that interpolates between input cells", input: ramp,
      kernel: { size in
        IntegerGrid(size: size) { $0.with(size) { Tent($1)[$0] }.reduce(1, *) }
      },
      denominator: { size in
        // Of a size without a grid nobody asks for more than a number.
        size.map { Tent(min($0, IntegerGrid.largestSide)).denominator }.reduce(1, *)
      }),
    StartingValues(
      name: "an edge", purpose: "a dark half and a bright one, and a kernel that finds the border",
      input: { size in
        IntegerGrid(size: size) { ($0.last ?? 0) < (size.last ?? 0) / 2 ? 1 : 9 }
      },
      kernel: { size in
        IntegerGrid(size: size) { $0.last == 0 ? -1 : $0.last == (size.last ?? 0) - 1 ? 1 : 0 }
      }),
  ]

  /// Figure 1.1 of Dumoulin & Visin (2018), "A guide to convolution arithmetic for deep learning".
  private static let paperInput = [
    [3, 3, 2, 1, 0], [0, 0, 1, 3, 1], [3, 1, 2, 2, 3], [2, 0, 0, 2, 2], [2, 0, 0, 0, 1],
  ]

  private static let paperKernel = [[0, 1, 2], [2, 2, 0], [0, 1, 2]]

  /// A figure of the paper from its start on, again and again; a single axis has its first line.
  private static func repeated(_ figure: [[Int]], _ size: Spatial<Int>) -> IntegerGrid? {
    IntegerGrid(size: size) { cell in
      let line = figure[(cell.dropLast().last ?? 0) % figure.count]
      return cell.last.map { line[$0 % line.count] }
    }
  }

  @Sendable private static func ones(_ size: Spatial<Int>) -> IntegerGrid? {
    IntegerGrid(size: size) { _ in 1 }
  }

  /// 1, 2, 3 … in the order of the cells.
  @Sendable private static func ramp(_ size: Spatial<Int>) -> IntegerGrid? {
    var number = 0
    return IntegerGrid(size: size) { _ in
      number += 1
      return number
    }
  }
}
