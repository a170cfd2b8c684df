import ConvArithmetic
import LayerNotation
import Testing

/// Every wrong idea of products, additions and overlap, with the wrong number worked out by hand.
@Suite struct CountMisconceptionTests {
  @Test(arguments: products + additions + overlaps)
  func `a wrong count is explained by the idea that leads to it`(answer: WrongAnswer) throws {
    try answer.check()
  }

  @Test func `each misconception has a wrong answer in one of these tests`() {
    let answers =
      SizeMisconceptionTests.padding + SizeMisconceptionTests.gaps + SizeMisconceptionTests.strides
      + SizeMisconceptionTests.axes + ChannelMisconceptionTests.shapes
      + ChannelMisconceptionTests.parameters + ChannelMisconceptionTests.filters
      + Self.products + Self.additions + Self.overlaps + NetworkMisconceptionTests.reaches
      + NetworkMisconceptionTests.inputs
    for row in Misconception.all {
      let tested = answers.filter { $0.idea == row.idea && row.kinds.contains($0.kind) }
      #expect(!tested.isEmpty, "\(row.idea) of \(row.kinds)")
    }
    #expect(Set(Misconception.all.map(\.idea)) == Set(Misconception.Idea.allCases))
  }

  /// Two samples of 5×5 to 3×3, 4 filters of 9 taps: 2·4·9·9 = 648.
  private static var depthwise: LayerCase {
    var subject = ordinary(5, k: 3, s: 2, p: 1) { $0.channels(4, 4, groups: 4) }
    subject.input.batch = 2
    return subject
  }

  static let products = [
    WrongAnswer(
      .multiplyAccumulateTwice, .multiplications, depthwise, "1,296",
      "That counts each multiply-accumulate twice; a multiplication and an addition are two"
        + " operations, but one MAC."),
    // 2·4·9·25.
    WrongAnswer(
      .placesOfOtherKind, .multiplications, depthwise, "1800",
      "That lays the kernel on each input cell, as in a ConvTranspose2d; in a Conv2d the kernel"
        + " is applied once for each output cell."),
    // 3×3 to 6×6: 2·4·9 = 72, and on each output cell 2·4·36.
    WrongAnswer(
      .placesOfOtherKind, .multiplications, transposed(3, k: 2, s: 2) { $0.channels(2, 1) },
      "288",
      "That lays the kernel on each output cell, as in a Conv2d; in a ConvTranspose2d each input"
        + " cell meets the kernel once."),
    // 2·16·9·9.
    WrongAnswer(
      .groupsForgotten, .multiplications, depthwise, "2592",
      "That ignores the groups; each output channel sees only C_in/groups input channels."),
    WrongAnswer(
      .batchForgotten, .multiplications, depthwise, "324",
      "That is for one sample; the batch has N of them."),
    // 648 + 2·4·9.
    WrongAnswer(
      .biasAsProduct, .multiplications, depthwise, "720",
      "That counts each bias as a multiply-accumulate; nothing is multiplied there."),
    // 4·9·9 in place of 2·4·9·9.
    WrongAnswer(
      .inChannelsForgotten, .multiplications, ordinary(5, k: 3) { $0.channels(2, 4) }, "324",
      "That forgets the input channels; an output channel has a kernel for each of the C_in/groups"
        + " that it sees."),
    WrongAnswer(
      .kernelOfOneSide, .multiplications, depthwise, "216",
      "That takes one side of the kernel for all of it; it has k_h·k_w taps."),
    WrongAnswer(
      .groupsDividedTwice, .multiplications, depthwise, "162",
      "That divides both channel numbers by the groups; each of the C_out output channels sees"
        + " C_in/groups."),
    // 5·5 places of 5·5 cells, of which 3·3 are taps.
    WrongAnswer(
      .gapsAsTaps, .multiplications, ordinary(9, k: 3, d: 2), "625",
      "That counts the gaps of the dilated kernel as taps; only its k taps give products."),
    // Along an axis the three outputs see 2, 3 and 2 real cells: 2·4·7·7.
    WrongAnswer(
      .uselessLeftOut, .multiplications, depthwise, "392",
      "That leaves out the products with padding zeros; they are formed, too, and the question"
        + " includes them."),
    // 9·9 products, of which 7·7 land in the 3×3 that are left.
    WrongAnswer(
      .uselessLeftOut, .multiplications, transposed(3, k: 3, p: 1), "49",
      "That leaves out the products that are cropped; they are formed, too, and the question"
        + " includes them."),
    // 64·9 = 576, of which 22·22 are with a cell itself.
    WrongAnswer(
      .copiesForgotten, .multiplications, reflected(k: 3, p: 1), "484",
      "That counts only what is read of the input itself, as if the copies were zeros; a copy has"
        + " the value of its cell and is multiplied like it."),
  ]

  /// 8×8, whose padding mirrors it.
  private static func reflected(k: Int, s: Int = 1, p: Int) -> LayerCase {
    ordinary(8, k: k, s: s, p: p) { $0.paddingMode = .reflect }
  }

  static let additions = [
    // 2·3 products along each axis of 5 cells: 36 − 25 = 11.
    WrongAnswer(
      .firstTermCounted, .additionsPerFilter, transposed(2, k: 3, s: 2), "36",
      "That counts an addition for every product; the first one in a cell needs none."),
    // 1 1 0 1 1 along each axis: 16 − 25 = −9, and with 0 for each of the 9 holes 0.
    WrongAnswer(
      .holesLeftOut, .additionsPerFilter, transposed(2, k: 2, s: 3), "0",
      "That counts 0 in cells that nothing reaches, which is what happens; the document's"
        + " overlap − 1 counts −1 there."),
    // 1 2 1 along each axis, 4·4 − 9 = 7; before the crop 11 as above.
    WrongAnswer(
      .cropForgotten, .additionsPerFilter, transposed(2, k: 3, s: 2, p: 1), "11",
      "That counts what the padding crops, too; A is a sum over the output cells only."),
    // 1 2 1 1 along each axis, 5·5 − 16 = 9; without the last cell 7 as above.
    WrongAnswer(
      .outputPaddingForgotten, .additionsPerFilter, transposed(2, k: 3, s: 2, p: 1, a: 1), "7",
      "That leaves output_padding out; it keeps that many more cells at the end of the output."),
    // 25·(9 − 1).
    WrongAnswer(
      .allTapsEverywhere, .additionsPerFilter, transposed(2, k: 3, s: 2), "200",
      "That gives every output cell all K products; it gets only those that land on it."),
  ]

  /// Taps 0 and 2 meet along an axis, 2·2 in a cell.
  private static let checkerboard = transposed(8, k: 3, s: 2)
  /// Three taps meet along an axis, 9 in a cell: gaps and steps of 2.
  private static let sparse = transposed(8, k: 3, s: 2, d: 2)

  static let overlaps = [
    // 6·6 with the copies of cells 1 and 2, and 5·5 without.
    WrongAnswer(
      .copiesForgotten, .maximumOverlap, reflected(k: 5, p: 2), "25",
      "That treats the copies as zeros; a read of a copy counts as a read of the cell that it"
        + " copies."),
    // Cell 1 is read twice, and once as a copy: 3·3.
    WrongAnswer(
      .quotientRoundedDown, .maximumOverlap, reflected(k: 3, s: 2, p: 1), "1",
      "That rounds k/s down, which is the least inside; the most inside is k/s rounded up, and"
        + " copies add to it.", also: [.remainderTaken]),
    WrongAnswer(
      .oneAxis, .maximumOverlap, checkerboard, "2",
      "That is the most along one axis; in the plane the axes are multiplied."),
    WrongAnswer(
      .axesAdded, .maximumOverlap, sparse, "6",
      "That adds the axes; each row meets each column, so they are multiplied."),
    WrongAnswer(
      .allTapsMeet, .maximumOverlap, checkerboard, "9",
      "That is K, all taps of the kernel; with a stride only some of them meet in a cell."),
    WrongAnswer(
      .kernelOfOneSide, .maximumOverlap, checkerboard, "3",
      "That is k, all taps of one axis; with a stride only some of them meet, on each axis."),
    // Of 7 taps under a stride of 4 two meet, ⌊7/4⌋ = 1, and 7 mod 4 = 3.
    WrongAnswer(
      .quotientRoundedDown, .maximumOverlap, transposed(8, k: 7, s: 4), "1",
      "That rounds k/s down, which is the least; the most is k/s rounded up."),
    WrongAnswer(
      .remainderTaken, .maximumOverlap, transposed(8, k: 7, s: 4), "9",
      "That takes k mod s; that says whether the overlap is even, not how much it is."),
    WrongAnswer(
      .dilationIgnored, .maximumOverlap, sparse, "4",
      "That ignores the dilation; taps that are d apart meet in every s/gcd(s, d)-th position, not"
        + " in every s-th."),
    // Two taps meet; the dilated kernel of 7 cells under a stride of 2 would have four.
    WrongAnswer(
      .gapsAsTaps, .maximumOverlap, transposed(8, k: 3, s: 2, d: 3), "16",
      "That counts the gaps of the dilated kernel as taps; only its k taps give products."),
    // Three taps could meet, but there are two input cells.
    WrongAnswer(
      .bordersIgnored, .maximumOverlap, transposed(2, k: 5, s: 2), "9",
      "That is what a large input would give; this one is so small that no cell gets that many."),
  ]
}
