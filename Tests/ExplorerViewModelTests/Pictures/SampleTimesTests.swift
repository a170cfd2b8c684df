import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Times of a single axis whose samples a second are known.
@Suite struct SampleTimesTests {
  private static func text(_ layer: String, _ rate: String, columns: Int = 80) throws -> String {
    try ExplorerState.on(columns, 24, keys: ":\(layer)<Enter>:rate \(rate)<Enter>").text
  }

  // wav2vec 2.0: 10 of 16,000 samples a second are 0.625 ms, and each 5th gives one of the output.
  @Test func `input and kernel last as long as their samples`() throws {
    let layer = "op=conv1d input=1,1,16000 kernel_size=10 stride=5"
    #expect(
      try Self.text(layer, "16000")
        .contains(" input 1,000 ms, kernel 0.625 ms, 16,000 → 3,200 Hz  "))
  }

  // EnCodec's last upsampling: 16 samples of the output at 75·8 Hz are 26.666… ms.
  @Test func `the kernel of a transposed layer lies on its output`() throws {
    let layer = "op=conv_transpose1d input=1,1,75 kernel_size=16 stride=8"
    #expect(
      try Self.text(layer, "75", columns: 100)
        .contains("input 1,000 ms, kernel ≈26.667 ms of output, 75 → 600 Hz"))
  }

  @Test func `a dilated kernel lasts as long as it spans`() throws {
    // 512·(2 − 1) + 1 = 513 samples.
    let layer = "op=conv1d input=1,1,1024 kernel_size=2 stride=1 dilation=512"
    #expect(try Self.text(layer, "16000").contains("kernel ≈32.063 ms, 16,000 → 16,000 Hz"))
  }

  @Test(arguments: ["0", "-1", "x", "1.5", "9999999999"])
  func `what is no number of samples is refused`(rate: String) throws {
    #expect(try Self.text("op=conv1d", rate).contains("is not a number of samples a second"))
  }

  @Test func `without a rate, and on more axes, there are no times`() throws {
    let layer = "op=conv1d input=1,1,16000"
    #expect(!(try Self.text(layer, "none").contains(" ms")))
    #expect(try Self.text("op=conv2d", "8000").contains("for layers of one axis"))
  }

  @Test func `plain mode says the times, too`() throws {
    var session = PlainSession(
      try ExplorerState.on(
        80, 24, keys: ":op=conv1d input=1,1,16000 kernel_size=10 stride=5<Enter>"))
    #expect(
      session.answer("rate 16000").contains("input 1,000 ms, kernel 0.625 ms, 16,000 → 3,200 Hz"))
  }
}
