import ConvArithmetic
import LayerNotation
import Testing

@Suite struct OverlapWordsTests {
  /// The words of a preset; the numbers are those of `presets.tsv`.
  @Test(arguments: [
    (
      "CycleGAN up 1", "uneven, 4:1",
      "uneven overlap, 4:1 inside, and with the borders"
    ),
    ("DCGAN G2", "even, 4", "even overlap, 4 products a cell inside; 1 to 4 with the borders"),
    ("U-Net up-conv 1", "even, 1", "even overlap, 1 product a cell everywhere"),
    (
      "DCGAN G1", "even, 16",
      "even overlap, 16 products a cell on larger inputs; here all cells are near a border: 1"
    ),
    ("LeNet-5 C1", "reads 25", "each input cell is read 25 times inside; 1 to 25 with the borders"),
    ("ViT-B/16 patches", "reads 1", "each input cell is read once everywhere"),
    (
      "ResNet-50 layer2.0.downsample", "reads 1:0",
      "input cells are read 0 to 1 times inside, and with the borders"
    ),
    (
      "ResNet-50 stem", "reads 16:9",
      "input cells are read 9 to 16 times inside; 4 to 16 with the borders"
    ),
  ])
  func `the words say what the map is like`(name: String, short: String, long: String) throws {
    let preset = try #require(Preset.all.first { $0.name == name })
    let words = OverlapWords(try preset.subject.forward())
    #expect(words.short == short)
    #expect(words.long == long)
    #expect(words.isEven == !short.contains(":"))
  }

  @Test func `a share is all or nothing only where it is`() {
    #expect(Count(3).percent(of: 4) == "75.0 %")
    #expect(Count(1).percent(of: 3) == "33.3 %")
    #expect(Count(2).percent(of: 3) == "66.7 %")
    #expect(Count(4).percent(of: 4) == "100 %")
    #expect(Count(0).percent(of: 4) == "0 %")
    #expect(Count(99_999).percent(of: 100_000) == ">99.9 %")
    #expect(Count(1).percent(of: 100_000) == "<0.1 %")
    #expect(Count(1).percent(of: 0) == nil)
    #expect(Count(-1).percent(of: 4) == nil)
  }

  @Test(arguments: [
    ("CycleGAN up 1", "ConvTranspose2d 256→128, k3 s2 p1 op1"),
    ("LeNet-5 C1", "Conv2d 1→6, k5"), ("DeepLabV3 ASPP rate 12", "Conv2d 2048→256, k3 p12 d12"),
    ("Inception-v3 Mixed_6b 1×7", "Conv2d 128→128, k1×7 p0×3"),
    ("HiFi-GAN period D convs.0", "Conv2d 1→32, k5×1 s3×1 p2×0"),
    ("MobileNetV1 depthwise 1", "Conv2d 32→32, k3 p1 g32"),
  ])
  func `the shorthand has what is not PyTorch's default`(name: String, text: String) throws {
    #expect(try #require(Preset.all.first { $0.name == name }).subject.layer.shorthand == text)
  }

  @Test func `the shorthand has words for padding, too`() {
    var layer = ConvLayer()
    layer.padding = .same
    #expect(layer.shorthand.hasSuffix(" p same"))
  }
}
