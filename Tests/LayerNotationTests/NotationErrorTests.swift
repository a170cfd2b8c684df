import SeededNumbers
import ConvArithmetic
import LayerNotation
import Testing

@Suite struct NotationErrorTests {
  @Test(arguments: [
    (
      NotationError.unknownName("in", candidates: ["in_channels", "input"]),
      "'in' names no single hyperparameter; there are in_channels, input"
    ),
    (
      .unreadableValue(.kernelSize, "abc"),
      "kernel_size: 'abc' is not a number, or one for each axis as 3,5"
    ),
    (
      .unreadableValue(.padding, "1,2,3"),
      "padding: '1,2,3' is not a number, or one for each axis as 3,5, before:after, same, valid or causal"
    ),
    (
      .unreadableValue(.stride, "-99999999999999999999"),
      "stride: '-99999999999999999999' does not fit in 64 bits"
    ),
    (.unreadableValue(.bias, "maybe"), "bias: 'maybe' is not yes or no"),
    (
      .unreadableValue(.op, "conv4d"),
      "op: 'conv4d' is not conv1d, conv2d, conv3d, conv_transpose1d, conv_transpose2d or conv_transpose3d"
    ),
    (
      .unreadableValue(.batch, "x"),
      "batch: 'x' is not a number, or none for an unbatched input"
    ),
    (.unreadableValue(.groups, "1,2"), "groups: '1,2' is not a number"),
    (
      .unreadableValue(.input, ""),
      "input: '' is not N,C,H,W or C,H,W or H,W; one axis L, three D,H,W"
    ),
    (.outOfRange(.stride, 0, 1...1_000_000), "stride: 0 is not in 1…1,000,000"),
    (
      .doesNotApply(.outputPadding, "", .conv2d),
      "output_padding: a Conv2d has none; only a ConvTranspose2d has"
    ),
    (
      .doesNotApply(.outputPadding, "", LayerOp(.convolution, axes: 1)),
      "output_padding: a Conv1d has none; only a ConvTranspose1d has"
    ),
    (
      .doesNotApply(.padding, "same", .convTranspose2d),
      "padding: a ConvTranspose2d takes numbers, not 'same'"
    ),
    (
      .missingEquals("kernel"),
      "'kernel' is not an assignment; write name=value, such as kernel_size=3,5"
    ),
  ])
  func `an error says what is wrong and what would be right`(
    error: NotationError, message: String
  ) {
    #expect(error.message == message)
    #expect(error.description == message)
  }

  @Test func `a long text is cut`() {
    let text = String(repeating: "k", count: 1000)
    #expect(
      NotationError.unreadableValue(.groups, text).message
        == "groups: '\(text.prefix(40))…' is not a number")
    let fitting = String(repeating: "x", count: 40)
    #expect(NotationError.missingEquals(fitting).message.hasPrefix("'\(fitting)' is"))
  }

  @Test func `control characters become question marks`() {
    #expect(
      NotationError.unreadableValue(.stride, "\u{1B}[2J\r\n\u{9B}\u{7F}").message
        == "stride: '?[2J????' is not a number, or one for each axis as 3,5")
  }

  @Test(arguments: 1...8)
  func `no message contains a control character, whatever was typed`(seed: UInt64) {
    // Printed by the test runner with the arguments, so that a failure can be repeated.
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<500 {
      let text = Self.text(using: &generator)
      for message in Self.messages(for: text) {
        let scalars = message.unicodeScalars
        #expect(
          scalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) },
          "\(text.debugDescription)")
        #expect(scalars.count < 250)
      }
    }
  }

  /// Up to 60 scalars: control characters, what a line is made of, and anything.
  private static func text(using generator: inout SeededGenerator) -> String {
    let pieces = Array("=,()[] -_0123456789kernel_sizestridepaddingsamenone".unicodeScalars)
    let scalars = (0..<Int.random(in: 0...60, using: &generator)).map { _ in
      let scalar: Unicode.Scalar? =
        switch UInt8.random(in: 0..<4, using: &generator) {
        case 0: Unicode.Scalar(UInt32.random(in: 0..<0xA0, using: &generator))
        case 1: Unicode.Scalar(UInt32.random(in: 0...0x10FFFF, using: &generator))
        default: pieces.randomElement(using: &generator)
        }
      return scalar ?? "\u{1B}"
    }
    return String(String.UnicodeScalarView(scalars))
  }

  /// What every reader says about a text, where it says anything.
  private static func messages(for text: String) -> [String] {
    let values = Hyperparameter.allCases.map { hyperparameter in
      message { () throws(NotationError) in _ = try hyperparameter.value(text) }
    }
    let others = [
      message { () throws(NotationError) in _ = try Assignment.read(text) },
      message { () throws(NotationError) in _ = try Assignment.read("k=" + text) },
      message { () throws(NotationError) in _ = try Hyperparameter.named(text) },
    ]
    return (values + others).compactMap(\.self)
  }

  private static func message(of read: () throws(NotationError) -> Void) -> String? {
    do throws(NotationError) {
      try read()
      return nil
    } catch {
      return error.message
    }
  }
}
