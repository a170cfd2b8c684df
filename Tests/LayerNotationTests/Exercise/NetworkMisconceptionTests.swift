import ConvArithmetic
import LayerNotation
import Testing

/// Every wrong idea of two layers in a row and of inputs that fit, with the wrong number worked out
/// by hand.
@Suite struct NetworkMisconceptionTests {
  @Test(arguments: reaches + inputs)
  func `a wrong number is explained by the idea that leads to it`(answer: WrongAnswer) throws {
    try answer.check()
  }

  /// d(k − 1) = 6, so 6·2 + 6 + 1 = 19 cells.
  private static let pair = ordinary(20, k: 4, s: 2, d: 2)

  static let reaches = [
    // 2·6 + 1.
    WrongAnswer(
      .strideForgotten, .reach(.height), pair, "13",
      "That forgets the stride of the first layer; the taps of the second one are d·s cells of the"
        + " input apart, so they span d(k − 1)·s."),
    // 3·2 + 3 + 1.
    WrongAnswer(
      .dilationIgnored, .reach(.height), pair, "10",
      "That ignores the dilation; with gaps a kernel spans d(k − 1) + 1 cells, not k."),
    // 7 + 7.
    WrongAnswer(
      .kernelsAdded, .reach(.height), pair, "14",
      "That adds the spans of both kernels; the cell in which they meet is counted once, and the"
        + " second one moves by s cells of the input."),
    WrongAnswer(
      .oneLayerAlone, .reach(.height), pair, "7",
      "That is what a single layer sees; the second one adds d(k − 1)·s cells."),
  ]

  /// ⌊(22 + 2 − 5)/3⌋ + 1 = 7, and 6·3 + 5 − 2 = 21.
  private static let fitting = ordinary(22, k: 3, s: 3, p: 1, d: 2)

  static let inputs = [
    // 18 + 5.
    WrongAnswer(
      .paddingForgotten, .leastInput(.height), fitting, "23",
      "That leaves the padding out; its p zeros at both ends are part of what the kernel needs."),
    // 18 + 5 − 1, which is the input as well.
    WrongAnswer(
      .paddingCountedOnce, .leastInput(.height), fitting, "22",
      "That counts the padding once; it is at both ends of an axis, so 2p is subtracted.",
      also: [.restIgnored]),
    // 18 + 3 − 2.
    WrongAnswer(
      .dilationIgnored, .leastInput(.height), fitting, "19",
      "That ignores the dilation; with gaps the kernel spans d(k − 1) + 1 cells, not k."),
    // 21 + 5 − 2.
    WrongAnswer(
      .minusOneForgotten, .leastInput(.height), fitting, "24",
      "That multiplies the output by the stride; from the first to the last of o positions there"
        + " are o − 1 steps."),
    // ⌊(7 − 4)/2⌋ + 1 = 2, and 1·2 + 4 = 6.
    WrongAnswer(
      .restIgnored, .leastInput(.height), ordinary(7, k: 4, s: 2), "7",
      "That is the input itself; its last cells are too few for a step, so the output is as large"
        + " without them."),
  ]
}
