import ConvArithmetic
import Foundation
import LayerNotation
import Testing

/// Real models as both exporters of PyTorch write them, against what its hooks and counter saw.
@Suite struct ONNXModelTests {
  /// A file, and the record of the model in it.
  struct File: CustomTestStringConvertible, Sendable {
    let name: String
    var testDescription: String { name }

    var bytes: [UInt8] { get throws { try ONNXFixture.bytes(name, "onnx") } }

    var record: RecordedModel.Record {
      get throws {
        let model = String(name.prefix { $0 != "." })
        let decoder = JSONDecoder()
        decoder.keyDecodingStrategy = .convertFromSnakeCase
        guard !model.hasPrefix("own") else {
          return try decoder.decode(
            RecordedModel.Record.self, from: Data(ONNXFixture.bytes(model, "json")))
        }
        return try RecordedModel(name: model).record
      }
    }

    /// Whether the exporter has put pads into the convolutions after them.
    var hasMergedPads: Bool { name == "own_wave.dynamo" }

    /// The input of those whose sizes are symbols.
    var input: [[Int]?] { get throws { name.contains("dynamic") ? [try record.input] : [] } }
  }

  static let files = [
    "tv_resnet18.dynamo", "tv_resnet18.script", "tv_mobilenet_v2.script", "monai_unet2d.dynamo",
    "monai_unet2d.script", "monai_basicunet2d.script", "monai_basicunet2d.dynamo",
    "smp_Unet.script", "tv_googlenet.script", "tv_r3d_18.dynamo", "tv_r3d_18.script",
    "tv_convnext_tiny.dynamo", "timm_xception41.script", "tv_deeplabv3_resnet50.dynamo",
    "own_decoder.dynamo", "own_decoder.script", "own_wave.dynamo", "own_wave.script",
    "own_dynamic.script", "own_unet_dynamic.script", "own_bn.dynamo",
  ].map { File(name: $0) }

  @Test(arguments: files)
  func `an ONNX file has the calls and the output that PyTorch saw`(_ file: File) throws {
    let record = try file.record
    let graph = try #require(try ModelGraph(onnx: file.bytes))
    let flow = graph.flow(from: try file.input)
    // Merged batch norms become a bias, or take away one of zeros.
    if !file.hasMergedPads {
      #expect(graph.calls(flow).map(\.biased) == record.calls.map(\.biased))
    }
    if record.torchFlops > 0 { #expect(flow.total.torchFlops == Count(record.torchFlops)) }
    if let output = record.output {
      #expect(graph.outputs.first.flatMap { flow.size(of: $0) } == output)
    }
    #expect(graph.problems.isEmpty)
  }

  @Test(arguments: files)
  func `every size of an ONNX file is computed, and as it is recorded`(_ file: File) throws {
    let graph = try #require(try ModelGraph(onnx: file.bytes))
    let flow = graph.flow(from: try file.input)
    #expect(flow.disagreements.isEmpty)
    #expect(flow.refusals.isEmpty)
    #expect(flow.bases.dropFirst(graph.inputs.count).allSatisfy { $0 == .computed })
  }

  @Test(arguments: files.filter { !$0.name.contains("dynamic") })
  func `an ONNX file is a network`(_ file: File) throws {
    let graph = try #require(try ModelGraph(onnx: file.bytes))
    let network = try #require(graph.network())
    let calls = try file.record.calls.count
    #expect(network.modules.count { $0.layer != nil } >= calls)
  }

  @Test func `sizes that are symbols are asked for`() throws {
    let bytes = try ONNXFixture.bytes("own_dynamic.script", "onnx")
    let sheet = try ModelSheet(reading: bytes, title: "net.onnx")
    #expect(sheet.origin == .onnx)
    #expect(sheet.input == nil)
    #expect(
      sheet.notes.contains(
        "the sizes of the input 'x' are (batch, 3, h, w); give them with --input")
    )
    #expect(sheet.convolutions.known == 0)
    let known = try ModelSheet(reading: bytes, title: "", ModelQuestion(inputs: [[2, 3, 64, 64]]))
    #expect(known.convolutions.known == known.convolutions.all)
  }

  @Test func `operators have the sizes that ONNX Runtime makes`() throws {
    let bytes = try ONNXFixture.bytes("hand_operators", "onnx")
    let sizes = try JSONDecoder().decode(
      [String: [Int]].self, from: Data(ONNXFixture.bytes("hand_operators", "json")))
    let graph = try #require(try ModelGraph(onnx: bytes))
    let flow = graph.flow()
    for tensor in graph.inputs.count..<graph.inputs.count + graph.operations.count {
      guard let size = sizes[graph.name(of: tensor)], let own = flow.size(of: tensor) else {
        continue
      }
      #expect(own == size, "\(graph.name(of: tensor))")
      #expect(flow.bases[tensor] == .computed, "\(graph.name(of: tensor))")
    }
    #expect(flow.disagreements.isEmpty)
  }

  // Numbers that operators make of sizes say the sizes of these tensors.
  @Test func `numbers that operators make are those of the reference of ONNX`() throws {
    let bytes = try ONNXFixture.bytes("hand_numbers", "onnx")
    let sizes = try JSONDecoder().decode(
      [String: [Int]].self, from: Data(ONNXFixture.bytes("hand_numbers", "json")))
    let graph = try #require(try ModelGraph(onnx: bytes))
    let flow = graph.flow()
    var made: [String: [Int]] = [:]
    for tensor in graph.inputs.count..<graph.inputs.count + graph.operations.count {
      made[graph.name(of: tensor)] = flow.size(of: tensor)
    }
    for (name, size) in sizes { #expect(made[name] == size, "\(name)") }
    #expect(flow.refusals.isEmpty && graph.problems.isEmpty)
  }
}

extension RecordedModel.Call {
  /// The call as if there were a bias.
  fileprivate var biased: RecordedModel.Call {
    let old = hyperparameters
    let new = RecordedModel.Hyperparameters(
      inChannels: old.inChannels, outChannels: old.outChannels, groups: old.groups,
      kernelSize: old.kernelSize, stride: old.stride, padding: old.padding, dilation: old.dilation,
      outputPadding: old.outputPadding, bias: true, transposed: old.transposed)
    return RecordedModel.Call(path: path, hyperparameters: new, in: `in`, out: out)
  }
}

enum ONNXFixture {
  static func bytes(_ name: String, _ ending: String) throws -> [UInt8] {
    let file = Bundle.module.url(forResource: "Fixtures/ONNX/\(name)", withExtension: ending)
    guard let file else { throw CocoaError(.fileNoSuchFile) }
    return [UInt8](try Data(contentsOf: file))
  }
}
