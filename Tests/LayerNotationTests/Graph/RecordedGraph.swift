import ConvArithmetic
import Foundation
import LayerNotation

/// A real model in the texts that PyTorch prints of it, and what its forward hooks saw.
struct RecordedModel: Sendable, CustomStringConvertible {
  struct Call: Decodable, Equatable, Sendable {
    let path: String
    let hyperparameters: Hyperparameters
    let `in`, out: [Int]
  }

  struct Hyperparameters: Decodable, Equatable, Sendable {
    let inChannels, outChannels, groups: Int
    let kernelSize, stride, padding, dilation, outputPadding: [Int]
    let bias, transposed: Bool
  }

  struct Record: Decodable, Sendable {
    let input: [Int]
    let parameters, torchFlops: Int
    let output: [Int]?
    let calls: [Call]
  }

  let name: String

  var description: String { name }

  func text(_ kind: String) throws -> [UInt8] { [UInt8](try data(name + "." + kind, "txt")) }

  var record: Record {
    get throws {
      let decoder = JSONDecoder()
      decoder.keyDecodingStrategy = .convertFromSnakeCase
      return try decoder.decode(Record.self, from: data(name, "json"))
    }
  }

  private func data(_ name: String, _ ending: String) throws -> Data {
    let file = Bundle.module.url(forResource: "Fixtures/Graphs/\(name)", withExtension: ending)
    guard let file else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: file)
  }

  static let all = [
    "df_autoencodertiny", "df_vae_decoder", "hf_wav2vec2", "monai_basicunet2d", "monai_unet2d",
    "monai_unet3d", "sb_hifigan", "smp_FPN", "smp_Unet", "ta_convtasnet", "ta_wav2letter",
    "timm_repvgg_a0", "timm_resnetv2_50x1_bit", "timm_xception41", "tv_alexnet",
    "tv_convnext_tiny", "tv_deeplabv3_resnet50", "tv_googlenet", "tv_mobilenet_v2", "tv_r3d_18",
    "tv_resnet18", "tv_squeezenet1_1", "tv_vgg16_bn",
  ].map { RecordedModel(name: $0) }

  /// Those whose traced text has all numbers of all layers.
  static let traced = all.filter {
    [
      "monai_unet2d", "monai_unet3d", "sb_hifigan", "smp_Unet", "ta_wav2letter", "timm_repvgg_a0",
      "timm_xception41", "tv_alexnet", "tv_convnext_tiny", "tv_deeplabv3_resnet50", "tv_googlenet",
      "tv_mobilenet_v2", "tv_resnet18", "tv_squeezenet1_1", "tv_vgg16_bn",
    ].contains($0.name)
  }

  /// Those whose traced text leaves something out.
  static let tracedInPart = ["monai_basicunet2d", "timm_resnetv2_50x1_bit", "tv_r3d_18"].map {
    RecordedModel(name: $0)
  }
}

extension ModelGraph {
  /// Its convolutions as the hooks saw them; none where a size is not known.
  func calls(_ flow: GraphFlow) -> [RecordedModel.Call] {
    operations.enumerated().compactMap { place, operation in
      guard let layer = operation.layer ?? flow.layers[place], let source = operation.sources.first,
        let input = flow.size(of: source), let output = flow.size(of: inputs.count + place)
      else { return nil }
      return RecordedModel.Call(
        path: operation.path,
        hyperparameters: RecordedModel.Hyperparameters(
          inChannels: layer.inChannels, outChannels: layer.outChannels, groups: layer.groups,
          kernelSize: Array(layer.kernelSize), stride: Array(layer.stride),
          padding: layer.padding.equal.map { Array($0) } ?? [], dilation: Array(layer.dilation),
          outputPadding: Array(layer.outputPadding), bias: layer.bias,
          transposed: layer.direction == .transposed),
        in: input, out: output)
    }
  }
}

extension ModelGraph {
  /// The learnable numbers of the whole model.
  var parameters: Count { operations.reduce(unusedParameters) { $0 + $1.parameters } }
}
