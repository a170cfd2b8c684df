import ConvArithmetic
import Testing

/// Overlap along one axis, as measured with layers of ones.
@Suite struct MeasuredAxesTests {
  struct Axis: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: LayerCase
    let counts: [Int]

    /// Input, kernel, stride, padding, dilation, output_padding.
    init(
      _ name: String, _ numbers: (Int, Int, Int, Int, Int, Int), _ counts: [Int]
    ) {
      testDescription = name
      subject = .square(
        .transposed, input: numbers.0, kernel: numbers.1, stride: numbers.2,
        padding: numbers.3, dilation: numbers.4, outputPadding: numbers.5)
      self.counts = counts
    }
  }

  static let all = [
    Axis("classic checkerboard", (3, 3, 2, 0, 1, 0), [1, 1, 2, 1, 2, 1, 1]),
    Axis("doubled, uneven", (4, 3, 2, 1, 1, 1), [1, 2, 1, 2, 1, 2, 1, 1]),
    Axis("doubled, even inside", (4, 4, 2, 1, 1, 0), [1, 2, 2, 2, 2, 2, 2, 1]),
    Axis("doubled, 3:2", (4, 5, 2, 2, 1, 1), [2, 2, 3, 2, 3, 2, 2, 1]),
    Axis("no overlap", (4, 2, 2, 0, 1, 0), [1, 1, 1, 1, 1, 1, 1, 1]),
    Axis("gaps", (3, 2, 3, 0, 1, 0), [1, 1, 0, 1, 1, 0, 1, 1]),
    Axis("one dead trailing cell", (3, 2, 2, 0, 1, 1), [1, 1, 1, 1, 1, 1, 0]),
    Axis("common divisor 2", (4, 4, 2, 0, 2, 0), [1, 0, 2, 0, 3, 0, 4, 0, 3, 0, 2, 0, 1]),
    Axis("common divisor 2, odd kernel", (4, 3, 2, 0, 2, 0), [1, 0, 2, 0, 3, 0, 3, 0, 2, 0, 1]),
    Axis(
      "enlarged four times", (4, 9, 4, 4, 1, 3), [2, 2, 2, 2, 3, 2, 2, 2, 3, 2, 2, 2, 2, 1, 1, 1]),
    Axis(
      "even, with zeros at the border", (4, 6, 3, 0, 2, 0),
      [1, 0, 1, 1, 1, 1, 2, 1, 2, 2, 2, 2, 1, 2, 1, 1, 1, 1, 0, 1]),
    Axis(
      "uneven, no common divisor", (5, 3, 2, 0, 3, 0),
      [1, 0, 1, 1, 1, 1, 2, 1, 2, 1, 1, 1, 1, 0, 1]),
    Axis("phases 2, 2, 1", (4, 5, 3, 1, 1, 0), [1, 1, 2, 2, 1, 2, 2, 1, 2, 2, 1, 1]),
  ]

  @Test(arguments: all)
  func `an axis is covered as measured`(axis: Axis) throws {
    #expect(try axis.subject.forward().overlap.coverage.height.counts == axis.counts)
  }
}
