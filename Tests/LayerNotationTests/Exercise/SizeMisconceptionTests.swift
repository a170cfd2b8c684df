import ConvArithmetic
import LayerNotation
import Testing

/// Every wrong idea of a size, with the wrong number worked out by hand.
@Suite struct SizeMisconceptionTests {
  @Test(arguments: padding + gaps + strides + axes)
  func `a wrong size is explained by the idea that leads to it`(answer: WrongAnswer) throws {
    try answer.check()
  }

  static let padding = [
    // (8 − 1)·2 − 2 + 2 + 1 + 1 = 16.
    WrongAnswer(
      .paddingAdded, .outputSize(.height), transposed(8, k: 3, s: 2, p: 1, a: 1), "20",
      "That adds the padding; in a ConvTranspose2d padding crops the output, so 2p is subtracted."),
    // (5 − 1)·3 − 4 + 3 + 1 = 12, and with one padding 14.
    WrongAnswer(
      .paddingCountedOnce, .outputSize(.width), transposed(5, k: 4, s: 3, p: 2), "14",
      "That counts the padding once; it crops both ends of an axis, so 2p is subtracted."),
    // 7 + 4 − 3 + 1 = 9, and with one padding 7.
    WrongAnswer(
      .paddingCountedOnce, .outputShape, ordinary(7, k: 3, p: 2), "(1, 1, 7, 7)",
      "That counts the padding once; it is at both ends of an axis, so 2p is added."),
    // 8 + 2 − 3 + 1 = 8, and without padding 6.
    WrongAnswer(
      .paddingForgotten, .outputSize(.height), ordinary(8, k: 3, p: 1), "6",
      "That leaves the padding out; it puts p zeros at both ends of the input."),
    // (8 − 1)·2 − 4 + 4 + 1 = 15, and uncropped 19.
    WrongAnswer(
      .paddingForgotten, .outputSize(.height), transposed(8, k: 5, s: 2, p: 2), "19",
      "That leaves the padding out; it crops p cells at both ends of the output."),
    // (5 − 1)·3 + 4 + 2 + 1 = 19, and with 2 on both sides 21.
    WrongAnswer(
      .outputPaddingOnBothSides, .outputSize(.height), transposed(5, k: 5, s: 3, a: 2), "21",
      "That adds output_padding on both sides, as if it were zeros around the output; it keeps that"
        + " many more cells, at the end only."),
    // (5 − 1)·3 − 4 + 4 + 2 + 1 = 15, and without it 13.
    WrongAnswer(
      .outputPaddingForgotten, .outputShape, transposed(5, k: 5, s: 3, p: 2, a: 2), "13,13",
      "That leaves output_padding out; it keeps that many more cells at the end of the output."),
  ]

  static let gaps = [
    // 9 − 5 + 1 = 5, and with a kernel of 3 it would be 7.
    WrongAnswer(
      .dilationIgnored, .outputSize(.height), ordinary(9, k: 3, d: 2), "7",
      "That ignores the dilation; with gaps the kernel spans d(k − 1) + 1 cells, not k."),
    // (4 − 1)·2 + 4 + 1 = 11, and without gaps 9.
    WrongAnswer(
      .dilationIgnored, .outputSize(.height), transposed(4, k: 3, s: 2, d: 2), "9",
      "That ignores the dilation; with gaps the kernel spans d(k − 1) + 1 cells, not k."),
    // 12 − 7 + 1 = 6, and with 3·3 = 9 in place of 7 it would be 4.
    WrongAnswer(
      .spanOfAllTaps, .outputSize(.height), ordinary(12, k: 3, d: 3), "4",
      "That takes the span of the kernel to be d·k cells; there is no gap after the last tap, so it"
        + " is d(k − 1) + 1."),
    // (4 − 1)·4 + 7 = 19, and 21 with 9 in place of 7.
    WrongAnswer(
      .spanOfAllTaps, .outputSize(.height), transposed(4, k: 3, s: 4, d: 3), "21",
      "That takes the span of the kernel to be d·k cells; there is no gap after the last tap, so it"
        + " is d(k − 1) + 1."),
  ]

  static let strides = [
    // ⌊(10 − 4)/4⌋ + 1 = 2.
    WrongAnswer(
      .quotientRoundedUp, .outputSize(.height), ordinary(10, k: 4, s: 4), "3",
      "That rounds the quotient up; a last step that does not fit completely is not taken."),
    WrongAnswer(
      .plusOneForgotten, .outputSize(.height), ordinary(8, k: 3), "5",
      "That forgets the + 1; the first position of the kernel needs no step."),
    // (4 − 1)·2 + 3 + 1 = 10.
    WrongAnswer(
      .plusOneForgotten, .outputSize(.height), transposed(4, k: 4, s: 2), "9",
      "That forgets the + 1; the last tap lies d(k − 1) cells after the first, and itself"
        + " takes one cell."),
    WrongAnswer(
      .minusOneForgotten, .outputSize(.height), transposed(4, k: 4, s: 2), "12",
      "That multiplies i by the stride; from the first to the last of i cells there are i − 1"
        + " steps."),
    // ⌊(8 + 2 − 4)/2⌋ + 1 = 4, where (8 − 1)·2 − 2 + 3 + 1 = 16.
    WrongAnswer(
      .sizeOfOtherKind, .outputSize(.height), ordinary(8, k: 4, s: 2, p: 1), "16",
      "That is the size of a ConvTranspose2d, which multiplies by the stride; a Conv2d divides by"
        + " it."),
    WrongAnswer(
      .sizeOfOtherKind, .outputSize(.height), transposed(8, k: 3, s: 2, p: 1, a: 1), "4",
      "That is the size of a Conv2d, which divides by the stride; a ConvTranspose2d multiplies by"
        + " it."),
    // 6·2 + 1 and 6 + 1 in place of 6/2 + 1.
    WrongAnswer(
      .strideMultiplied, .outputSize(.height), ordinary(8, k: 4, s: 2, p: 1), "13",
      "That multiplies by the stride; a Conv2d moves by s cells at a time, so it divides by it."),
    WrongAnswer(
      .strideForgotten, .outputSize(.height), ordinary(8, k: 4, s: 2, p: 1), "7",
      "That leaves the stride out; the kernel moves by s cells at a time."),
    WrongAnswer(
      .strideForgotten, .outputSize(.height), transposed(4, k: 4, s: 2), "7",
      "That leaves the stride out; the input cells lie s cells apart in the output."),
    // (8 − 1)·4 + 1 + 1 = 30 is not 8·4.
    WrongAnswer(
      .strideAlone, .outputSize(.height), transposed(8, k: 2, s: 4), "32",
      "That takes the stride alone as the factor; that holds only where"
        + " d(k − 1) + 1 + output_padding = s + 2p."),
    // ⌊(12 − 6)/2⌋ + 1 = 4 is not 12/2.
    WrongAnswer(
      .strideAlone, .outputSize(.height), ordinary(12, k: 6, s: 2), "6",
      "That divides the input by the stride alone; kernel and padding also matter."),
    // With one padding as much as by the stride alone: 12 − 2 + 4 + 1 = 5·3.
    WrongAnswer(
      .paddingCountedOnce, .outputSize(.height), transposed(5, k: 5, s: 3, p: 2), "15",
      "That counts the padding once; it crops both ends of an axis, so 2p is subtracted.",
      also: [.strideAlone]),
    WrongAnswer(
      .quotientRoundedUp, .outputSize(.height), ordinary(8, k: 3, s: 2), "4",
      "That rounds the quotient up; a last step that does not fit completely is not taken.",
      also: [.strideAlone]),
  ]

  private static var oblong: LayerCase {
    var oblong = ordinary(8, k: 3)
    oblong.input.size[.width] = 10
    return oblong
  }

  private static let exchanged = "That swaps height and width; height comes first."

  static let axes = [
    WrongAnswer(.axesSwapped, .outputSize(.height), oblong, "8", exchanged),
    WrongAnswer(.axesSwapped, .outputSize(.width), oblong, "6", exchanged),
    WrongAnswer(.axesSwapped, .outputShape, oblong, "1,1,8,6", exchanged),
    WrongAnswer(
      .axesSwapped, .weightShape,
      ordinary(8, k: 3) {
        $0.channels(2, 4)
        $0.kernelSize[.width] = 5
      }, "4,2,5,3", exchanged),
  ]
}
