import ConvArithmetic
import LayerNotation
import Testing

/// The well-known networks: their outputs and parameters are those of PyTorch 2.13, which ran the
/// same lines.
@Suite struct PresetNetworkTests {
  @Test func `there are at least 18 networks, each under a name of its own`() {
    let names = PresetNetwork.all.map(\.name)
    #expect(names.count >= 18 && Set(names).count == names.count)
    #expect(PresetNetwork.all.allSatisfy { !$0.title.isEmpty && !$0.source.isEmpty })
  }

  @Test func `a network is called by its name, and no layer has the same`() {
    for (text, name) in [("resnet18", "resnet18"), ("ResNet-18", "resnet18"), ("U-Net", "unet")] {
      #expect(PresetNetwork.called(text)?.name == name)
    }
    for text in ["", "resnet", "padded", "nn.Conv2d(3, 64, 7)"] {
      #expect(PresetNetwork.called(text) == nil)
    }
    #expect(Preset.all.allSatisfy { PresetNetwork.called($0.name) == nil })
    let names = PresetNetwork.all.map { SearchText($0.name) }
    #expect(names.indices.allSatisfy { names.firstIndex(of: names[$0]) == $0 })
  }

  @Test(arguments: PresetNetwork.all.map(\.name))
  func `a network gives the shape and has the parameters that PyTorch counts`(
    name: String
  ) throws {
    let preset = try #require(PresetNetwork.named(name))
    let sheet = NetworkSheet(try #require(preset.named))
    #expect(sheet.flow.failure == nil && sheet.flow.mismatches.isEmpty)
    #expect(sheet.flow.shapes.last?.dimensions == preset.output)
    #expect(sheet.totals.parameters == Count(preset.parameters))
  }

  @Test(arguments: PresetNetwork.all.map(\.name))
  func `a network is written as lines that make the same network`(name: String) throws {
    let named = try #require(PresetNetwork.named(name)?.named)
    let again = try NamedNetwork(reading: Array(named.source.joined(separator: "\n").utf8))
    #expect(again.network == named.network && again.input == named.input)
    #expect(again.source == named.source)
  }

  // In bytes, 3,211,264 + 802,816 at ResNet-18's first pool, of four a value.
  @Test func `memory is that of the largest tensors alive at once`() throws {
    let named = try #require(PresetNetwork.named("resnet18")?.named)
    let flow = named.network.flow(of: named.input)
    let peak = try #require(named.network.peak(flow, inPlace: true))
    #expect(peak.elements * 4 == Count(3_211_264 + 802_816))
  }

  // Araujo, Norris & Sim (2019): VGG16 212, AlexNet 195; the others are called by their numbers.
  @Test(arguments: [
    ("vgg16", "212", "32"), ("alexnet", "195", "32"), ("patchgan", "70", "8"),
    ("resnet18", "435", "32"), ("wav2vec2", "400", "320"), ("whisper_stem", "5", "2"),
    ("wavenet", "1,025", "1"), ("encodec", "2,718", "320"), ("hifigan", "26–27", "1/256"),
    ("unet_padded", "188–204", "1"), ("dcgan", "5–6", "1/16"),
  ])
  func `a network sees what it is known to see`(name: String, sees: String, apart: String) throws {
    let sheet = NetworkSheet(try #require(PresetNetwork.named(name)?.named))
    let last = sheet.rows.count - 1
    #expect(sheet.reach(last) == sees)
    #expect(sheet.jump(last) == apart)
  }
}
