import ConvArithmetic
import LayerNotation
import SeededNumbers
import Testing

/// A module or a function that pads, and the layer after it, read as one layer.
@Suite struct PaddedLayerTests {
  private static let strided = "nn.Conv2d(3, 8, 3, stride=2)"
  private static let uneven = Padding.explicit(Spatial(repeating: Ends(0, 1), count: 2))

  private func layer(_ text: String) throws -> ConvLayer {
    guard case .layer(let read) = try PyTorchText(reading: text) else {
      throw NotationError("\(text) is no layer")
    }
    return read.layer
  }

  @Test(arguments: [
    "nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), \(strided))",
    "Sequential(\n  (0): ZeroPad2d((0, 1, 0, 1))\n  (1): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2))\n)",
    "nn.ZeroPad2d((0, 1, 0, 1)), \(strided)",
    "self.pad = nn.ZeroPad2d((0, 1, 0, 1))\nself.conv = \(strided)",
    "nn.Sequential(nn.ConstantPad2d((0, 1, 0, 1), 0.0), \(strided))",
    "nn.Sequential(nn.ConstantPad2d(padding=(0, 1, 0, 1), value=0), \(strided))",
    "nn.Sequential(OrderedDict([('pad', nn.ZeroPad2d((0, 1, 0, 1))), ('conv', \(strided))]))",
    "x = F.pad(x, (0, 1, 0, 1))\nx = \(strided)",
    "x = torch.nn.functional.pad(x, pad=[0, 1, 0, 1], mode=\"constant\", value=0)\n\(strided)",
    "nn.Sequential(nn.ZeroPad2d((0, 1, 0, 0)), nn.ZeroPad2d((0, 0, 0, 1)), \(strided))",
  ])
  func `a pad and a layer are one layer with unequal padding`(text: String) throws {
    let layer = try layer(text)
    #expect(layer.padding == Self.uneven)
    #expect(layer.stride == Spatial(2, 2) && layer.outChannels == 8)
    #expect(
      layer.pytorchLine == "nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), \(Self.strided))")
  }

  @Test(arguments: [
    ("ZeroPad2d(2)", "", "2", PaddingMode.zeros),
    ("ZeroPad2d((1, 2, 3, 4))", "", "3:4,1:2", .zeros),
    ("ReflectionPad2d((1, 2, 0, 0))", "", "0,1:2", .reflect),
    ("ReplicationPad2d((1, 0, 1, 0))", "", "1:0", .replicate),
    ("CircularPad2d((0, 2, 0, 2))", ", padding_mode='reflect'", "0:2", .circular),
    ("ZeroPad2d((0, 1, 0, 1))", ", padding=1", "1:2", .zeros),
    (
      "ReplicationPad2d((0, 1, 0, 1))", ", padding=(0, 1), padding_mode='replicate'", "0:1,1:2",
      .replicate
    ),
    // d(k − 1) = 2 of `same` are one at each end.
    ("ZeroPad2d((0, 1, 2, 0))", ", padding='same'", "3:1,1:2", .zeros),
    ("ZeroPad2d(0)", ", padding=1, padding_mode='reflect'", "1", .reflect),
  ])
  func `the last axis comes first, and what can be added is added`(
    pad: String, arguments: String, padding: String, mode: PaddingMode
  ) throws {
    let layer = try layer("nn.Sequential(nn.\(pad), nn.Conv2d(3, 8, 3\(arguments)))")
    #expect(layer.padding.text == padding)
    #expect(layer.paddingMode == mode)
  }

  @Test(arguments: [
    ("reflect", PaddingMode.reflect), ("replicate", .replicate), ("circular", .circular),
  ])
  func `F.pad has its mode as a word, and may leave out the first axes`(
    word: String, mode: PaddingMode
  ) throws {
    let layer = try layer("F.pad(self.x[0], (0, 1), mode='\(word)'); nn.Conv2d(1, 1, 3)")
    #expect(layer.padding == .explicit(Spatial(Ends(0, 0), Ends(0, 1))))
    #expect(layer.paddingMode == mode)
  }

  @Test(arguments: [
    (
      "nn.ZeroPad2d(1), nn.ConvTranspose2d(3, 8, 3)",
      "ZeroPad2d adds to the input, but the padding of a transposed layer crops its output; no"
        + " single layer does both"
    ),
    (
      "nn.ConstantPad2d(1, 0.5), nn.Conv2d(3, 8, 3)",
      "ConstantPad2d pads with '0.5'; a layer pads with zeros or with copies"
    ),
    (
      "nn.ReflectionPad2d(1), nn.Conv2d(3, 8, 3, padding=1)",
      "ReflectionPad2d pads with reflect, and the layer pads again with zeros; one layer cannot do"
        + " both"
    ),
    (
      "nn.ReflectionPad2d(1), nn.Conv2d(3, 8, 3, padding=1, padding_mode='reflect')",
      "ReflectionPad2d pads with reflect, and the layer pads again with reflect; one layer cannot"
        + " do both"
    ),
    (
      "nn.ZeroPad2d((-1, 1, 0, 0)), nn.Conv2d(3, 8, 3)",
      "ZeroPad2d crops with a negative number; the padding of a layer only adds"
    ),
    (
      "nn.ZeroPad2d((1, 1)), nn.Conv2d(3, 8, 3)",
      "padding: '(1, 1)' is not one number, or 4 in a tuple, the last axis first"
    ),
    (
      "nn.ZeroPad2d(k), nn.Conv2d(3, 8, 3)",
      "padding: 'k' is not a number; variables have no value here"
    ),
    ("nn.ZeroPad1d(1), nn.Conv2d(3, 8, 3)", "ZeroPad1d pads other axes than Conv2d has"),
    (
      "nn.ZeroPad2d(9223372036854775807), nn.Conv2d(3, 8, 3, padding=1)",
      "ZeroPad2d adds more than 64 bits hold"
    ),
    (
      "F.pad(x, 1); nn.Conv2d(3, 8, 3)",
      "padding: '1' is not at most 4 in a tuple, the last axis first"
    ),
    (
      "F.pad(x, (1, 1), 'mirror'); nn.Conv2d(3, 8, 3)",
      "mode: ''mirror'' is not constant, reflect, replicate or circular"
    ),
  ])
  func `what no layer does is refused with its reason`(text: String, message: String) {
    let problem = #expect(throws: PyTorchProblem.self) { try PyTorchText(reading: text) }
    #expect(problem?.message == message)
  }

  @Test(arguments: [
    "nn.Sequential(nn.ZeroPad2d(1), nn.Conv2d(3, 8, 3), nn.ReLU())",
    "nn.Sequential(nn.ReLU(), nn.ZeroPad2d(1), nn.Conv2d(3, 8, 3))",
    "Down(\n  (pad): ZeroPad2d((0, 1, 0, 1))\n  (conv): Conv2d(3, 8, kernel_size=(3, 3))\n)",
    "class A(nn.Module):\n  def __init__(self):\n    self.p = nn.ZeroPad2d(1)\n    self.c = nn.Conv2d(3, 8, 3)",
    "nn.Sequential(nn.ZeroPad2d(1), nn.Conv2d(3, 8, 3), nn.Conv2d(8, 8, 3))",
  ])
  func `a model keeps its pads as modules`(text: String) throws {
    guard case .model(let model) = try PyTorchText(reading: text) else {
      Issue.record("\(text) is no model")
      return
    }
    #expect(model.layers[0].layer.padding.isZero)
  }

  @Test func `a pad after the layer is none of it`() throws {
    let text = "nn.Conv2d(3, 8, 3)\ny = F.pad(y, (0, 1, 0, 1))"
    guard case .model(let model) = try PyTorchText(reading: text) else {
      Issue.record("it is read as one layer")
      return
    }
    #expect(model.layers[0].layer.padding.isZero)
  }

  @Test(arguments: 1...3)
  func `a layer of unequal padding is the same after its text`(axes: Int) throws {
    var random = SeededGenerator(seed: 13)
    for _ in 0..<500 {
      var layer = ConvLayer(axes: axes)
      func numbers(_ range: ClosedRange<Int>) -> Spatial<Int> {
        layer.kernelSize.map { _ in Int.random(in: range, using: &random) }
      }
      (layer.kernelSize, layer.stride) = (numbers(1...5), numbers(1...3))
      layer.padding = .explicit(numbers(0...3).with(numbers(0...3)) { Ends($0, $1) })
      if !layer.padding.isZero {
        layer.paddingMode = PaddingMode.allCases[Int.random(in: 0...3, using: &random)]
      }
      #expect(try self.layer(layer.pytorchLine) == layer)
    }
  }

  @Test func `a file or a paste with the code of such a layer is that layer`() throws {
    let code =
      "# Its layers pad both ends alike.\nnn.Sequential(nn.ZeroPad1d((2, 0)), nn.Conv1d(3, 8, 3))"
    let text = try ModelText(reading: code)
    #expect(text.layers.map(\.layer.padding) == [.explicit(Spatial(Ends(2, 0)))])
    let input = TensorShape(batch: 1, channels: 3, size: Spatial(16))
    #expect(text.layers(from: input).map(\.input) == [Spatial(16)])
    let printed = try ModelText(
      reading: "Sequential(\n  (0): ZeroPad1d((2, 0))\n  (1): Conv1d(3, 8, kernel_size=(3,))\n)")
    #expect(printed.layers[0].layer.padding.isZero)
    #expect(printed.layers(from: input).map(\.input) == [Spatial(18)])
  }

  @Test func `causal padding comes back as the cells that it adds`() throws {
    for kernelSize in 1...6 {
      for stride in 1...kernelSize {
        for dilation in 1...3 {
          var layer = ConvLayer(axes: 1)
          (layer.kernelSize, layer.stride) = (Spatial(kernelSize), Spatial(stride))
          (layer.dilation, layer.padding) = (Spatial(dilation), .causal)
          let read = try self.layer(layer.pytorchLine)
          // e − s and s − 1.
          let span = dilation * (kernelSize - 1) + 1
          layer.padding = .explicit(Spatial(Ends(span - stride, stride - 1)))
          #expect(read == layer)
        }
      }
    }
  }
}
