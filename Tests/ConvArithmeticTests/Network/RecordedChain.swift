import ConvArithmetic
import Foundation

/// A chain of modules, and what PyTorch and a search answered, or the module that PyTorch refused.
struct RecordedChain: Decodable, Sendable {
  struct Module: Decodable, Sendable {
    let op: String
    let inChannels, outChannels, groups, numFeatures, upscaleFactor, downscaleFactor: Int?
    let kernelSize, stride, padding, dilation, outputPadding: [Int]?
    let scaleFactor: Int?
    let mode: String?
    let ceilMode, bias: Bool?
  }

  struct Expected: Decodable, Sendable {
    let ok: Bool?
    let shapes: [[Int]]?
    let module: Int?
    let receptiveField: [String: Field]?
    let overlap: Overlap?
    let whole: [String: Whole]?
    let smallestInput: [Int]?
    let unread: [[Int]]?
    let clean: [String: [Int]?]?
    let alignment: [String: Int]?
    let parameters: Int?
    let multiplications: Multiplications?
  }

  struct Field: Decodable, Sendable {
    let min, max, readMin, readMax, period: Int?
    let jump: String?
    let phases, read: [Int]?
    let start: [Int?]?
  }

  struct Whole: Decodable, Sendable {
    let modulus: Int
    let residues: [Int]
  }

  struct Multiplications: Decodable, Sendable {
    let modules: [Int]
    let total: Int
  }

  struct Overlap: Decodable, Sendable {
    struct Pattern: Decodable, Sendable {
      let period: [Int]?
      let even: Bool
    }

    let l, h, w: Pattern?
    let ratio: String?

    func pattern(_ axis: String) -> Pattern? { axis == "l" ? l : axis == "h" ? h : w }
  }

  let id: String?
  let input: [Int]
  let modules: [Module]
  let expected: Expected

  /// Read once for all tests.
  static let recorded = Result {
    try recordedData("stack-cases", "jsonl").split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(RecordedChain.self, from: Data($0))
    }
  }

  static func recordedData(_ name: String, _ ending: String) throws -> Data {
    let file = Bundle.module.url(forResource: "Fixtures/\(name)", withExtension: ending)
    guard let file else { throw CocoaError(.fileNoSuchFile) }
    return try Data(contentsOf: file)
  }

  static var decoder: JSONDecoder {
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return decoder
  }
}

extension RecordedChain {
  var axes: Int { input.count - 2 }

  var shape: TensorShape? { TensorShape(dimensions: input, axes: axes) }

  /// `nil` where a module is one that the record does not have.
  var network: Network? {
    let stages = modules.compactMap { $0.stage(axes: axes) }
    return stages.count == modules.count ? Network(chain: stages) : nil
  }
}

extension RecordedChain.Module {
  /// The module as a stage; `nil` for an operation that the record does not have.
  func stage(axes: Int) -> Stage? {
    let name = op.hasSuffix("1d") || op.hasSuffix("2d") ? String(op.dropLast(2)) : op
    switch name {
    case "conv", "conv_transpose": return layer.map { .convolution($0) }
    case "max_pool", "avg_pool": return .channelwise(windows)
    case "upsample":
      let interpolation = mode == "nearest" ? Interpolation.nearest : .linear
      let map = AxisMap.scale(by: Double(scaleFactor ?? 0), interpolation)
      return .channelwise(Array(repeating: map, count: axes))
    case "zero_pad": return .channelwise(pads)
    case "pixel_shuffle": return upscaleFactor.map { .pixelShuffle($0) }
    case "pixel_unshuffle": return downscaleFactor.map { .pixelUnshuffle($0) }
    case "batch_norm":
      return .channelwise(
        [], channels: numFeatures.map { TakenChannels($0, of: "num_features") },
        parameters: 2 * (numFeatures ?? 0))
    case "relu", "gelu", "silu", "tanh", "sigmoid", "leaky_relu": return .channelwise([])
    default: return nil
    }
  }

  private var layer: ConvLayer? {
    guard let kernelSize = kernelSize.flatMap({ Spatial($0) }),
      let stride = stride.flatMap({ Spatial($0) }),
      let padding = padding.flatMap({ Spatial($0) }),
      let dilation = dilation.flatMap({ Spatial($0) })
    else { return nil }
    let direction: ConvLayer.Direction = op.hasPrefix("conv_transpose") ? .transposed : .convolution
    var layer = ConvLayer(direction, axes: kernelSize.count)
    (layer.inChannels, layer.outChannels) = (inChannels ?? 0, outChannels ?? 0)
    (layer.groups, layer.bias) = (groups ?? 0, bias ?? true)
    (layer.kernelSize, layer.stride, layer.dilation) = (kernelSize, stride, dilation)
    layer.padding = .explicit(padding)
    layer.outputPadding = outputPadding.flatMap { Spatial($0) } ?? layer.outputPadding
    return layer
  }

  private var windows: [AxisMap] {
    let (kernel, stride) = (kernelSize ?? [], stride ?? [])
    return kernel.indices.map { axis in
      .pool(
        PoolingWindow(
          kernelSize: kernel[axis], stride: stride[axis], padding: padding?[axis] ?? 0,
          dilation: dilation?[axis] ?? 1, isCeiling: ceilMode ?? false))
    }
  }

  /// PyTorch begins with the last axis.
  private var pads: [AxisMap] {
    let sides = padding ?? []
    let all = Swift.stride(from: 0, to: sides.count, by: 2).map { place in
      AxisMap.pad(before: sides[place], after: sides[place + 1], .zeros)
    }
    return all.reversed()
  }
}
