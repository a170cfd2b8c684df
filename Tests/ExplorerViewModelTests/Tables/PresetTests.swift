import ConvArithmetic
import ExplorerViewModel
import Testing

/// The presets against what the literature says of them.
@Suite struct PresetTests {
  struct Known: Sendable, CustomTestStringConvertible {
    let name: String
    /// Rows and columns of the output.
    let output: Int
    let parameters: Int
    var testDescription: String { name }
  }

  /// Outputs and parameters as papers and model tables have them.
  static let known = [
    // (8 − 1)·2 − 2 + 3 + 1 = 16; 64·32·9 + 32.
    Known(name: "checkerboard, k3 s2 p1 op1", output: 16, parameters: 18_464),
    Known(name: "even, k4 s2 p1", output: 16, parameters: 32_800),
    Known(name: "the document's example", output: 3, parameters: 4),
    Known(name: "DCGAN G2", output: 8, parameters: 2_097_152),
    Known(name: "CycleGAN up 1", output: 128, parameters: 295_040),
    Known(name: "U-Net up-conv 1", output: 56, parameters: 2_097_664),
    Known(name: "FSRCNN ×4", output: 28, parameters: 4_537),
    Known(name: "FCN-8s upscore8", output: 568, parameters: 112_896),
    Known(name: "LeNet-5 C1", output: 28, parameters: 156),
    Known(name: "AlexNet conv1", output: 55, parameters: 23_296),
    Known(name: "ResNet-50 stem", output: 112, parameters: 9_408),
    Known(name: "ResNet-50 downsample 1×1 s2", output: 28, parameters: 131_072),
    Known(name: "MobileNetV1 depthwise", output: 112, parameters: 288),
    Known(name: "ViT-B/16 patches", output: 14, parameters: 590_592),
    Known(name: "DeepLabV3 ASPP rate 12", output: 65, parameters: 4_718_592),
  ]

  @Test func `every preset is known`() {
    #expect(Set(Preset.all.map(\.name)) == Set(Self.known.map(\.name)))
  }

  @Test(arguments: known)
  func `output and parameters are those of the literature`(known: Known) throws {
    let preset = try #require(Preset.all.first { $0.name == known.name })
    let pass = try preset.subject.forward()
    #expect(pass.output.size == Spatial(square: known.output))
    #expect(try pass.parameters == Count(known.parameters))
  }

  @Test func `names are unique, and sources are named`() {
    #expect(Set(Preset.all.map(\.name)).count == Preset.all.count)
    #expect(Preset.all.allSatisfy { !$0.name.isEmpty && !$0.source.isEmpty })
  }

  @Test func `the list shows the start, the end, and each preset's input and source`() throws {
    var state = try ExplorerState.on(160, 12, keys: "p")
    for preset in Preset.all {
      #expect(state.text.contains("▸ \(preset.name.prefix(20))"))
      #expect(state.text.contains(preset.source))
      try state.press("j")
    }
  }
}
