import ConvArithmetic
import Testing

/// The relationships and figures of Dumoulin & Visin, "A guide to convolution arithmetic for deep
/// learning" (2018), numbered by their order there; number 7 is pooling.
@Suite struct RelationshipTests {
  /// A figure of the guide: the numbers along one axis.
  struct Figure: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let subject: LayerCase
    let output: Int
  }

  @Test(arguments: [
    figure("no_padding_no_strides", (4, 3, 1, 0, 1), output: 2),
    figure("arbitrary_padding_no_strides", (5, 4, 1, 2, 1), output: 6),
    figure("same_padding_no_strides", (5, 3, 1, 1, 1), output: 5),
    figure("full_padding_no_strides", (5, 3, 1, 2, 1), output: 7),
    figure("no_padding_strides", (5, 3, 2, 0, 1), output: 2),
    figure("padding_strides", (5, 3, 2, 1, 1), output: 3),
    figure("padding_strides_odd", (6, 3, 2, 1, 1), output: 3),
    figure("dilation", (7, 3, 1, 0, 2), output: 3),
    transposed("no_padding_no_strides_transposed", (2, 3, 1, 0, 0), output: 4),
    transposed("arbitrary_padding_no_strides_transposed", (6, 4, 1, 2, 0), output: 5),
    transposed("same_padding_no_strides_transposed", (5, 3, 1, 1, 0), output: 5),
    transposed("full_padding_no_strides_transposed", (7, 3, 1, 2, 0), output: 5),
    transposed("no_padding_strides_transposed", (2, 3, 2, 0, 0), output: 5),
    transposed("padding_strides_transposed", (3, 3, 2, 1, 0), output: 5),
    transposed("padding_strides_odd_transposed", (3, 3, 2, 1, 1), output: 6),
  ])
  func `a figure of the guide has the size that it draws`(figure: Figure) {
    #expect(figure.subject.outputSize == figure.output)
  }

  /// Input, kernel, stride, padding, dilation.
  private static func figure(
    _ name: String, _ axis: (Int, Int, Int, Int, Int), output: Int
  ) -> Figure {
    let subject = LayerCase.square(
      .convolution, input: axis.0, kernel: axis.1, stride: axis.2, padding: axis.3, dilation: axis.4
    )
    return Figure(testDescription: name, subject: subject, output: output)
  }

  /// Input, kernel, stride, padding, output_padding.
  private static func transposed(
    _ name: String, _ axis: (Int, Int, Int, Int, Int), output: Int
  ) -> Figure {
    let subject = LayerCase.square(
      .transposed, input: axis.0, kernel: axis.1, stride: axis.2, padding: axis.3,
      outputPadding: axis.4)
    return Figure(testDescription: name, subject: subject, output: output)
  }

  @Test(arguments: 1...10, 1...5)
  func `relationships 1 to 4: unit strides`(i: Int, k: Int) {
    func o(_ p: Int) -> Int? {
      LayerCase.square(.convolution, input: i, kernel: k, padding: p).outputSize
    }
    if i >= k { #expect(o(0) == i - k + 1, "1: no padding") }
    for p in 0...4 where i + 2 * p >= k { #expect(o(p) == i - k + 2 * p + 1, "2: any padding") }
    if k % 2 == 1 { #expect(o(k / 2) == i, "3: half padding") }
    #expect(o(k - 1) == i + k - 1, "4: full padding")
  }

  @Test(arguments: 1...5, 1...4)
  func `relationships 5, 6 and 15: strides, padding, dilation`(k: Int, s: Int) {
    for i in 1...10 {
      for p in 0...3 {
        for d in 1...3 {
          let room = i + 2 * p - k - (k - 1) * (d - 1)
          guard room >= 0 else { continue }
          let subject = LayerCase.square(
            .convolution, input: i, kernel: k, stride: s, padding: p, dilation: d)
          #expect(subject.outputSize == room / s + 1)
        }
      }
    }
  }

  @Test(arguments: 1...10, 1...5)
  func `relationships 8 to 11: the transposed layer of unit strides`(i: Int, k: Int) {
    func o(_ p: Int) -> Int? {
      LayerCase.square(.transposed, input: i, kernel: k, padding: p).outputSize
    }
    #expect(o(0) == i + k - 1, "8: no padding")
    for p in 0...4 where i + k - 1 > 2 * p { #expect(o(p) == i + k - 1 - 2 * p, "9: any padding") }
    if k % 2 == 1 { #expect(o(k / 2) == i, "10: half padding") }
    if i >= k { #expect(o(k - 1) == i - (k - 1), "11: full padding") }
  }

  @Test(arguments: 1...5, 1...4)
  func `relationships 12 to 14: the transposed layer of other strides`(k: Int, s: Int) {
    for i in 1...10 {
      for p in 0...3 {
        for a in 0..<s where s * (i - 1) + a + k > 2 * p {
          let subject = LayerCase.square(
            .transposed, input: i, kernel: k, stride: s, padding: p, outputPadding: a)
          #expect(subject.outputSize == s * (i - 1) + a + k - 2 * p)
        }
      }
    }
  }

  @Test(arguments: 1...5, 1...3)
  func `a transposed layer of unit stride is a convolution padded by what it does not crop`(
    k: Int, d: Int
  ) {
    for i in 1...8 {
      for p in 0...(d * (k - 1)) {
        let transposed = LayerCase.square(
          .transposed, input: i, kernel: k, padding: p, dilation: d)
        let convolution = LayerCase.square(
          .convolution, input: i, kernel: k, padding: d * (k - 1) - p, dilation: d)
        #expect(transposed.outputSize == convolution.outputSize, "p′ = d(k − 1) − p")
      }
    }
  }
}
