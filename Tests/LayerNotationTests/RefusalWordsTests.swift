import ConvArithmetic
import LayerNotation
import Testing

@Suite struct RefusalWordsTests {
  struct Words: Sendable, CustomTestStringConvertible {
    let reason: Refusal.Reason
    let hyperparameter: String
    let message: String
    let remedy: String?
    var testDescription: String { "\(hyperparameter): \(message)" }

    init(
      _ reason: Refusal.Reason, _ hyperparameter: String, _ message: String, remedy: String?
    ) {
      self.reason = reason
      (self.hyperparameter, self.message, self.remedy) = (hyperparameter, message, remedy)
    }
  }

  static let words: [Words] = [
    Words(
      .belowMinimum(.stride, nil, value: -1, minimum: 1), "stride", "must be at least 1, not −1",
      remedy: "stride 1"),
    Words(
      .belowMinimum(.kernelSize, .width, value: 0, minimum: 1), "kernel_size",
      "must be at least 1 along W, not 0", remedy: "kernel_size 1 along W"),
    Words(
      .notDivisible(.outChannels, channels: 64, groups: 3, nearestGroups: 2), "groups",
      "out_channels 64 is not divisible by groups 3", remedy: "groups 2"),
    Words(
      .strideUnderSame(
        stride: Spatial(height: 1, width: 2), nearest: Spatial(height: 2, width: 5)),
      "padding", "'same' needs stride 1, not 1,2", remedy: "padding 2,5"),
    Words(
      .channelsMismatch(input: 4, inChannels: 5), "input",
      "the input has 4 channels, the layer takes in_channels 5", remedy: "input channels 5"),
    Words(
      .channelsMismatch(input: 1, inChannels: 3), "input",
      "the input has 1 channel, the layer takes in_channels 3", remedy: "input channels 3"),
    Words(
      .kernelExceedsInput(
        .height, dilatedKernelSize: 20_001, dilation: 250, paddedInput: 1008, nearestKernelSize: 5),
      "kernel_size", "the dilated kernel spans 20,001 along H, the padded input has 1,008",
      remedy: "kernel_size 5 along H"),
    Words(
      .kernelExceedsInput(
        .width, dilatedKernelSize: 9, dilation: 1, paddedInput: 7, nearestKernelSize: 7),
      "kernel_size", "the kernel spans 9 along W, the padded input has 7",
      remedy: "kernel_size 7 along W"),
    Words(
      .outputPaddingTooLarge(.width, outputPadding: 3, stride: 2, dilation: 3), "output_padding",
      "3 along W must be smaller than stride 2 or dilation 3",
      remedy: "output_padding 2 along W"),
    Words(
      .outputEmpty(.height, output: -3, nearestPadding: 4), "padding",
      "crops the output to −3 along H; at least 1 must be left", remedy: "padding 4 along H"),
    Words(
      .sizeTooLarge(.width), "input", "a size along W does not fit in 64 bits", remedy: nil),
  ]

  @Test(arguments: words)
  func `a reason says what fails and what the nearest valid value is`(words: Words) {
    #expect(words.reason.hyperparameter.rawValue == words.hyperparameter)
    let said = Refusal.Said(words.reason)
    #expect(said.message == words.message)
    #expect(words.reason.remedy?.text == words.remedy)
    let tail = words.remedy.map { "; nearest: \($0)" } ?? ""
    #expect(said.line == "\(words.hyperparameter): \(words.message)\(tail)")
  }

  @Test func `the same reason for two axes is said once, another one by itself`() {
    // (4 − 1)·1 + 1·(3 − 1) + 1 = 6 cells before the crop.
    let lines = [Spatial(square: 9), Spatial(height: 9, width: 8)].map { cells -> [String] in
      let refused = subject(
        layer(.transposed, 1, 1, Spatial(square: 3)) { $0.padding = .explicit(cells) }, input: 4)
      do throws(Refusal) {
        _ = try refused.forward()
        return []
      } catch {
        return error.lines
      }
    }
    let rest = "; at least 1 must be left; nearest: padding 2 along"
    #expect(
      lines == [
        ["padding: crops the output to −12 along H, W\(rest) H, W"],
        [
          "padding: crops the output to −12 along H\(rest) H",
          "padding: crops the output to −10 along W\(rest) W",
        ],
      ])
  }

  @Test func `all reasons of a layer are said at once`() {
    var refused = subject(
      layer(.transposed, 6, 4, Spatial(square: 3)) {
        $0.groups = 5
        $0.outputPadding = Spatial(height: 1, width: 0)
        $0.padding = .explicit(Spatial(height: 0, width: 9))
      }, input: 4)
    refused.input.channels = 7
    #expect(
      lines(of: refused) == [
        "groups: in_channels 6 is not divisible by groups 5; nearest: groups 2",
        "groups: out_channels 4 is not divisible by groups 5; nearest: groups 2",
        "input: the input has 7 channels, the layer takes in_channels 6; nearest: input channels 6",
        "output_padding: 1 along H must be smaller than stride 1 or dilation 1;"
          + " nearest: output_padding 0 along H",
        // (4 − 1)·1 + 1·(3 − 1) + 1 = 6 cells before the crop, so 6 − 18 after it.
        "padding: crops the output to −12 along W; at least 1 must be left;"
          + " nearest: padding 2 along W",
      ])
  }

  @Test func `a size beyond 64 bits is said in words`() {
    let huge = layer(.transposed, 1, 1, Spatial(square: 3)) {
      $0.stride = Spatial(square: .max)
    }
    #expect(
      lines(of: subject(huge)) == [
        "input: a size along H, W does not fit in 64 bits"
      ])
  }

  private func lines(of subject: LayerCase) -> [String] {
    do throws(Refusal) {
      _ = try subject.forward()
      return []
    } catch {
      return error.lines
    }
  }
}
