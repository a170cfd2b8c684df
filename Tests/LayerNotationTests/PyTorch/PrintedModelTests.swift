import ConvArithmetic
import Foundation
import LayerNotation
import Testing

/// 23 models as PyTorch 2.15 prints them, and what forward hooks saw of their convolutions.
@Suite struct PrintedModelTests {
  static let names = (try? GraphFixture.names()) ?? []

  @Test func `the fixtures are there`() { #expect(Self.names.count == 23) }

  @Test(arguments: names)
  func `every convolution is listed with its hyperparameters`(name: String) throws {
    let model = try GraphFixture(name)
    let layers = model.text.layers
    let found = Dictionary(
      layers.flatMap { layer in model.paths(layer).map { ($0, layer.layer) } }
    ) { first, _ in first }
    for call in model.calls {
      let layer = try #require(found[call.path], "\(call.path)")
      #expect(call.hyperparameters.isThat(of: layer), "\(call.path)")
    }
  }

  @Test(arguments: names, [false, true])
  func `no size is claimed that is wrong, unless it is marked`(
    name: String, inPrintedOrder: Bool
  ) throws {
    let model = try GraphFixture(name)
    let layers = model.text.layers(
      from: model.shape, assumingPrintedOrder: inPrintedOrder)
    for layer in layers where layer.assumptions.isEmpty {
      guard let input = layer.input else {
        #expect(layer.gap != nil)
        continue
      }
      for call in model.calls where model.paths(layer).contains(call.path) {
        #expect(call.in.suffix(input.count) == Array(input)[...], "\(call.path)")
      }
    }
  }

  @Test(arguments: ["tv_alexnet", "tv_vgg16_bn", "tv_mobilenet_v2", "ta_wav2letter"])
  func `the printed order of these is that of execution`(name: String) throws {
    let model = try GraphFixture(name)
    let layers = model.text.layers(from: model.shape, assumingPrintedOrder: true)
    for call in model.calls {
      let layer = try #require(layers.first { $0.path == call.path })
      #expect(layer.input.map { Array($0)[...] } == call.in.dropFirst(2))
      #expect(layer.assumptions == [Remark(.printedOrder)])
    }
  }
}

/// A model of the folder of graphs.
private struct GraphFixture {
  struct Record: Decodable {
    let input: [Int]
    let calls: [Call]
  }

  struct Call: Decodable {
    let path: String
    let `in`: [Int]
    let hyperparameters: Hyperparameters
  }

  struct Hyperparameters: Decodable {
    let in_channels: Int
    let out_channels: Int
    let kernel_size: [Int]
    let stride: [Int]
    let padding: [Int]
    let dilation: [Int]
    let output_padding: [Int]
    let groups: Int
    let bias: Bool

    func isThat(of layer: ConvLayer) -> Bool {
      layer.inChannels == in_channels && layer.outChannels == out_channels
        && Array(layer.kernelSize) == kernel_size && Array(layer.stride) == stride
        && layer.padding.equal.map { Array($0) } == padding && Array(layer.dilation) == dilation
        && Array(layer.outputPadding) == output_padding && layer.groups == groups
        && layer.bias == bias
    }
  }

  let text: ModelText
  let calls: [Call]
  private let input: [Int]

  private static let folder = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "Fixtures/Graphs")

  static func names() throws -> [String] {
    let ending = ".print.txt"
    return try FileManager.default.contentsOfDirectory(atPath: folder.path)
      .filter { $0.hasSuffix(ending) }.map { String($0.dropLast(ending.count)) }.sorted()
  }

  init(_ name: String) throws {
    let print = try Data(contentsOf: Self.folder.appending(path: "\(name).print.txt"))
    text = try ModelText(reading: Array(print))
    let record = try JSONDecoder().decode(
      Record.self, from: Data(contentsOf: Self.folder.appending(path: "\(name).json")))
    (input, calls) = (record.input, record.calls)
  }

  /// The input, where it is one of convolutions: some models take a wave of two dimensions.
  var shape: TensorShape? {
    let axes = text.layers.first?.layer.kernelSize.count ?? 2
    return TensorShape(dimensions: input, axes: axes)
  }

  /// The paths that a row of several layers stands for: `a.0-2` is `a.0`, `a.1` and `a.2`.
  func paths(_ layer: ModelLayer) -> [String] {
    layer.path.split(separator: ".").reduce([""]) { paths, part in
      let ends = part.split(separator: "-").compactMap { Int($0) }
      let parts = ends.count == 2 ? (ends[0]...ends[1]).map(String.init) : [String(part)]
      return paths.flatMap { path in parts.map { path.isEmpty ? $0 : path + "." + $0 } }
    }
  }
}
