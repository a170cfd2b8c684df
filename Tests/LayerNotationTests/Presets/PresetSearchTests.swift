import ConvArithmetic
import LayerNotation
import Testing

@Suite struct PresetSearchTests {
  @Test(arguments: [
    ("CycleGAN up 1", "CycleGAN up 1"), ("CYCLEGAN up 1", "CycleGAN up 1"),
    ("lenet5 c1", "LeNet-5 C1"), ("even, k4 s2 p1", "even, k4 s2 p1"),
    ("FSRCNN x4", "FSRCNN ×4"), ("fsrcnn 4", "FSRCNN ×4"),
    ("mixed 7x1", "Inception-v3 Mixed_6b 7×1"),
    ("dcgan g2", "DCGAN G2"), ("vit", "ViT-B/16 patches"), ("upscore8", "FCN-8s upscore8"),
    ("fc6", "FCN fc6"), ("dosovitskiy", "ViT-B/16 patches"), ("U-Net conv1", "U-Net conv1"),
    ("padding=100", "FCN conv1_1, padding 100"),
  ])
  func `a preset has its name, or any part that no other one has`(
    text: String, name: String
  ) throws {
    #expect(try Preset.named(text).name == name)
  }

  @Test func `every preset is found by its name`() throws {
    for preset in Preset.all {
      #expect(try Preset.named(preset.name) == preset)
      #expect(try Preset.named(preset.name.uppercased()) == preset)
      #expect(Preset.matching(preset.name).contains(preset))
    }
  }

  @Test func `what could be several names them, and what is none says so`() {
    #expect(message("unet") == "'unet' could be U-Net conv1; U-Net up-conv 1; U-Net up-conv 4")
    #expect(
      message("resnet") == "'resnet' could be ResNet-50 stem; ResNet-50 layer1.0.conv1;"
        + " ResNet-50 layer1.0.conv2; ResNet-50 layer1.0.conv3; ResNet-50 layer2.0.conv2;"
        + " and 2 more")
    for text in ["xyzzy", "", " ", "-", "\u{1B}[31m"] {
      #expect(message(text)?.hasSuffix("`convscope presets` lists them") == true)
      #expect(message(text)?.contains("\u{1B}") == false)
    }
  }

  private func message(_ text: String) -> String? {
    do throws(PresetNameError) {
      _ = try Preset.named(text)
      return nil
    } catch {
      return error.message
    }
  }

  @Test func `words find names, families, sources, layers and kinds of layers`() {
    #expect(Preset.matching("").count == Preset.all.count)
    #expect(Preset.matching("xyzzy").isEmpty)
    #expect(
      Preset.matching("uneven").map(\.name) == [
        "checkerboard, k3 s2", "checkerboard, k3 s2 p1 op1", "Caffe bilinear ×3",
        "DCGAN in Theano, 1024→512",
        "DCGAN in Theano, 128→3", "CycleGAN up 1", "CycleGAN up 2", "FSRCNN ×2", "FSRCNN ×4",
        "MONAI UNet up",
      ])
    #expect(Preset.matching("depthwise").count == 11)
    #expect(Preset.matching("dilated").count == 9)
    #expect(
      Preset.matching("TORCHVISION stem").map(\.name) == [
        "ResNet-50 stem", "ConvNeXt-T stem", "R3D-18 stem", "R(2+1)D stem, space",
        "R(2+1)D stem, time",
      ])
    #expect(
      Preset.matching("circular").map(\.name) == ["Informer token embedding"])
  }
}
