import ConvArithmetic
import LayerNotation
import Testing

@Suite struct PyTorchLineTests {
  struct Line: Sendable, CustomTestStringConvertible {
    let text: String
    let layer: ConvLayer
    var testDescription: String { text }

    init(_ text: String, _ layer: ConvLayer) { (self.text, self.layer) = (text, layer) }
  }

  private static let three = Spatial(square: 3)

  static let lines: [Line] = [
    Line("nn.Conv2d(1, 1, 3)", layer(.convolution, 1, 1, three)),
    Line("nn.Conv2d(3, 64, (3, 5))", layer(.convolution, 3, 64, Spatial(height: 3, width: 5))),
    Line(
      "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)",
      layer(.transposed, 64, 32, three) {
        $0.stride = Spatial(square: 2)
        $0.padding = .explicit(Spatial(square: 1))
        $0.outputPadding = Spatial(square: 1)
      }),
    Line(
      "nn.ConvTranspose2d(8, 8, 3, output_padding=(0, 1), dilation=2)",
      layer(.transposed, 8, 8, three) {
        $0.outputPadding = Spatial(height: 0, width: 1)
        $0.dilation = Spatial(square: 2)
      }),
    Line(
      "nn.Conv2d(32, 32, 3, padding=1, groups=32, bias=False)",
      layer(.convolution, 32, 32, three) {
        $0.padding = .explicit(Spatial(square: 1))
        $0.groups = 32
        $0.bias = false
      }),
    Line(
      "nn.Conv2d(1, 1, 3, padding='same')", layer(.convolution, 1, 1, three) { $0.padding = .same }),
    Line(
      "nn.Conv2d(1, 1, 3, padding='valid')",
      layer(.convolution, 1, 1, three) { $0.padding = .valid }),
    Line(
      "nn.Conv2d(4, 6, 3, stride=(1, 2), padding=(0, 1), dilation=(2, 1), groups=2)",
      layer(.convolution, 4, 6, three) {
        $0.stride = Spatial(height: 1, width: 2)
        $0.padding = .explicit(Spatial(height: 0, width: 1))
        $0.dilation = Spatial(height: 2, width: 1)
        $0.groups = 2
      }),
  ]

  @Test(arguments: lines) func `a layer is written as PyTorch's constructor`(line: Line) {
    #expect(line.layer.pytorchLine == line.text)
  }

  @Test func `a Conv2d keeps silent about the output_padding that it ignores`() {
    let ordinary = layer(.convolution, 1, 1, Self.three) { $0.outputPadding = Spatial(square: 1) }
    #expect(ordinary.pytorchLine == "nn.Conv2d(1, 1, 3)")
  }

  @Test func `numbers are not grouped in source`() {
    #expect(
      layer(.convolution, 1024, 100_000, Self.three).pytorchLine == "nn.Conv2d(1024, 100000, 3)")
  }
}
