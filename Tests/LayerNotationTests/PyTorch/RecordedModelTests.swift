import ConvArithmetic
import LayerNotation
import Testing

/// PyTorch 2.13.0 printed these, and its own modules passed the sizes on.
@Suite struct RecordedModelTests {
  static let models =
    ["DCGAN", "CycleGAN", "DataParallel", "torch.compile", "sub-pixel", "resize"]
    + ["adaptive", "one axis", "unknown", "nested", "ResNet-50", "U-Net", "HiFi-GAN", "one layer"]

  private func model(_ name: String) throws -> RecordedPrints.Model {
    try #require(try RecordedPrints.recorded.get().models.first { $0.name == name })
  }

  @Test(arguments: models)
  func `every convolution of a printed model is found by its path`(name: String) throws {
    let model = try model(name)
    let text = try ModelText(reading: model.text)
    let found = text.layers.flatMap { layer in
      expanded(layer.path).map { path in "\(path) \(layer.moduleName)" }
    }
    #expect(found.sorted() == model.layers.map { "\($0.path) \($0.className)" }.sorted())
    #expect(text.layers.map(\.repetitions).reduce(0, +) == model.layers.count)
    #expect(text.problems.isEmpty)
  }

  @Test(arguments: models)
  func `no size is ever another one than PyTorch's`(name: String) throws {
    let model = try model(name)
    let layers = try ModelText(reading: model.text).layers(from: model.input)
    let sizes = Dictionary(model.layers.map { ($0.path, $0.input) }) { first, _ in first }
    for layer in layers {
      #expect((layer.input == nil) != (layer.gap == nil), "\(layer.path)")
      guard let input = layer.input else { continue }
      for path in expanded(layer.path) { #expect(sizes[path] == input, "\(path)") }
    }
  }

  @Test(
    arguments: [
      ("DCGAN", 0), ("CycleGAN", 0), ("DataParallel", 0), ("torch.compile", 0), ("sub-pixel", 4),
      ("resize", 3), ("adaptive", 3), ("one axis", 2), ("unknown", 2), ("nested", 3),
      ("ResNet-50", 0), ("U-Net", 0), ("HiFi-GAN", 0), ("one layer", 1),
    ])
  func `sizes are known as far as the text tells the order`(name: String, known: Int) throws {
    let model = try model(name)
    let layers = try ModelText(reading: model.text).layers(from: model.input)
    #expect(layers.count { $0.input != nil } == known)
  }

  @Test(arguments: [
    ("DCGAN", 5), ("CycleGAN", 24), ("DataParallel", 5), ("torch.compile", 5), ("HiFi-GAN", 5),
  ])
  func `in printed order more is known, and marked`(name: String, known: Int) throws {
    let model = try model(name)
    let layers = try ModelText(reading: model.text)
      .layers(from: model.input, assumingPrintedOrder: true)
    let sizes = Dictionary(model.layers.map { ($0.path, $0.input) }) { first, _ in first }
    let found = layers.filter { $0.input != nil }
    #expect(found.count == known)
    #expect(found.allSatisfy { $0.assumptions == [Remark(.printedOrder)] })
    #expect(found.allSatisfy { sizes[$0.path] == $0.input })
  }

  @Test func `the generator of DCGAN doubles its sizes`() throws {
    let layers = try ModelText(reading: try model("DCGAN").text).layers(
      from: TensorShape(batch: 1, channels: 100, size: Spatial(square: 1)),
      assumingPrintedOrder: true)
    #expect(layers.map { $0.input?.height } == [1, 4, 8, 16, 32])
    #expect(layers.map(\.path) == ["main.0", "main.3", "main.6", "main.9", "main.12"])
    #expect(layers.allSatisfy { $0.model == "Generator" && $0.basis != .computed })
  }

  @Test func `a layer is read from a call and from what PyTorch prints`() throws {
    for constructor in try RecordedPrints.recorded.get().constructors {
      let layer = try ModelLayer(reading: constructor.line).layer
      #expect(try ModelLayer(reading: constructor.text).layer == layer)
    }
  }

  @Test func `a module passes on the size that it does in PyTorch`() throws {
    var known = 0
    for module in try RecordedPrints.recorded.get().modules {
      let text = """
        Sequential(
          (0): \(module.text)
          (1): Conv2d(\(module.output?.channels ?? 36), 1, kernel_size=(1, 1), stride=(1, 1))
        )
        """
      let layer = try #require(ModelText(reading: text).layers(from: module.input).first)
      if layer.input != nil { known += 1 }
      let isOpen = layer.gap?.sentence == .unknownRounding
      #expect(layer.input == module.output?.size || isOpen, "\(module.text) \(module.input.text)")
    }
    #expect(known > 350)
  }
}

/// `a.0-2.b` as the three paths that it stands for.
private func expanded(_ path: String) -> [String] {
  path.split(separator: ".").reduce([""]) { paths, part in
    let ends = part.split(separator: "-").compactMap { Int($0) }
    let parts = ends.count == 2 ? (ends[0]...ends[1]).map(String.init) : [String(part)]
    return paths.flatMap { path in parts.map { path.isEmpty ? $0 : path + "." + $0 } }
  }
}
