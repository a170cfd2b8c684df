import ConvArithmetic
import LayerNotation
import Testing

/// Every wrong idea of channels, groups and bias, with the wrong number worked out by hand.
@Suite struct ChannelMisconceptionTests {
  @Test(arguments: shapes + parameters + filters)
  func `a wrong shape or number of weights is explained by the idea that leads to it`(
    answer: WrongAnswer
  ) throws {
    try answer.check()
  }

  private static let seesFewer =
    "That ignores the groups; each output channel sees only C_in/groups input channels."

  static let shapes = [
    WrongAnswer(
      .channelsSwapped, .outputShape, ordinary(8, k: 3) { $0.channels(2, 4) }, "(1, 2, 6, 6)",
      "That has the channels of the input; the output has out_channels."),
    WrongAnswer(
      .channelsSwapped, .weightShape, ordinary(8, k: 3) { $0.channels(2, 4) }, "(2, 4, 3, 3)",
      "That is the order of a ConvTranspose2d; the weight of a Conv2d begins with out_channels."),
    WrongAnswer(
      .channelsSwapped, .weightShape, transposed(8, k: 3) { $0.channels(2, 4) }, "4 2 3 3",
      "That is the order of a Conv2d; the weight of a ConvTranspose2d begins with in_channels."),
    WrongAnswer(
      .inChannelsForgotten, .weightShape, ordinary(8, k: 3) { $0.channels(2, 4) }, "4,1,3,3",
      "That forgets the input channels; an output channel has a kernel for each of the"
        + " C_in/groups that it sees."),
    WrongAnswer(
      .inChannelsForgotten, .weightShape, transposed(8, k: 3) { $0.channels(2, 4) }, "1,4,3,3",
      "That forgets the input channels; an output channel has a kernel for each of the"
        + " C_in/groups that it sees."),
    WrongAnswer(
      .groupsForgotten, .weightShape, ordinary(8, k: 3) { $0.channels(4, 8, groups: 2) },
      "8x4x3x3", seesFewer),
    WrongAnswer(
      .groupsForgotten, .weightShape, transposed(8, k: 3) { $0.channels(4, 8, groups: 2) },
      "4,8,3,3",
      "That ignores the groups; each input channel feeds only C_out/groups output channels."),
    WrongAnswer(
      .groupsOnOtherChannels, .weightShape, ordinary(8, k: 3) { $0.channels(4, 12, groups: 2) },
      "6,4,3,3", "That divides the wrong channels by the groups; it is C_in that is divided."),
    WrongAnswer(
      .groupsOnOtherChannels, .weightShape,
      transposed(8, k: 3) { $0.channels(4, 8, groups: 2) }, "2,8,3,3",
      "That divides the wrong channels by the groups; it is C_out that is divided."),
    WrongAnswer(
      .gapsAsTaps, .weightShape, dilated, "4,2,5,5",
      "That counts the gaps of the dilated kernel as weights; a gap has none."),
  ]

  /// Of 3 taps 2 apart: 5 cells, gaps and all.
  private static let dilated = ordinary(9, k: 3, d: 2) { $0.channels(2, 4) }

  /// 4/2·8·9 + 8 = 152 parameters.
  private static let grouped = ordinary(8, k: 3) { $0.channels(4, 8, groups: 2) }
  /// 8/2·8·9 + 8 = 296 parameters, 32 filters.
  private static let wide = ordinary(8, k: 3) { $0.channels(8, 8, groups: 2) }
  private static let perOutputChannel = "there is one for each output channel."

  static let parameters = [
    // 4·2·25 + 4.
    WrongAnswer(
      .gapsAsTaps, .parameters, dilated, "204",
      "That counts the gaps of the dilated kernel as weights; a gap has none."),
    WrongAnswer(
      .biasForgotten, .parameters, grouped, "144", "That forgets the bias; " + perOutputChannel),
    WrongAnswer(
      .biasAdded, .parameters,
      ordinary(8, k: 3) {
        $0.channels(4, 8, groups: 2)
        $0.bias = false
      }, "152", "That adds a bias; this layer has bias=False."),
    WrongAnswer(
      .biasPerWeight, .parameters, grouped, "288",
      "That counts a bias for each weight; " + perOutputChannel),
    WrongAnswer(
      .channelsSwapped, .parameters, grouped, "148",
      "That has a bias for each input channel; " + perOutputChannel),
    // 4·8·9 + 8.
    WrongAnswer(.groupsForgotten, .parameters, grouped, "296", seesFewer),
    // 8·9 + 8.
    WrongAnswer(
      .inChannelsForgotten, .parameters, wide, "80",
      "That forgets the input channels; an output channel has a kernel for each of the"
        + " C_in/groups that it sees."),
    // 4·4·9 + 8.
    WrongAnswer(
      .groupsDividedTwice, .parameters, wide, "152",
      "That divides both channel numbers by the groups; each of the C_out output channels sees"
        + " C_in/groups."),
    // 2·8·3 + 8.
    WrongAnswer(
      .kernelOfOneSide, .parameters, grouped, "56",
      "That takes one side of the kernel for all of it; it has k_h·k_w taps."),
  ]

  static let filters = [
    WrongAnswer(.groupsForgotten, .filters, wide, "64", seesFewer),
    WrongAnswer(
      .inChannelsForgotten, .filters, wide, "8",
      "That forgets the input channels; an output channel has a kernel for each of the"
        + " C_in/groups that it sees."),
    WrongAnswer(
      .groupsDividedTwice, .filters, wide, "16",
      "That divides both channel numbers by the groups; each of the C_out output channels sees"
        + " C_in/groups."),
  ]
}
