import ConvArithmetic
import Foundation

/// A chain of modules, and the shapes that PyTorch passed on or the module that it refused.
struct RecordedChain: Decodable, Sendable {
  struct Module: Decodable, Sendable {
    let op: String
    let inChannels, outChannels, groups, numFeatures, upscaleFactor, downscaleFactor: Int?
    let kernelSize, stride, padding, dilation, outputPadding: [Int]?
    let scaleFactor: Double?
    let ceilMode: Bool?
  }

  struct Expected: Decodable, Sendable {
    let ok: Bool
    let shapes: [[Int]]?
    let module: Int?
  }

  let id: String
  let input: [Int]
  let modules: [Module]
  let expected: Expected

  /// Read once for all tests.
  static let recorded = Result { try RecordedChain.read() }

  private static func read() throws -> [RecordedChain] {
    let file = Bundle.module.url(forResource: "Fixtures/pytorch-chains", withExtension: "jsonl")
    guard let file else { throw CocoaError(.fileNoSuchFile) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(RecordedChain.self, from: Data($0))
    }
  }

  /// A shape of [N, C, L] or [N, C, H, W], the first with a height of 1.
  static func shape(_ dimensions: [Int]) -> TensorShape {
    TensorShape(
      batch: dimensions[0], channels: dimensions[1],
      size: dimensions.count == 3
        ? Spatial(1, dimensions[2]) : Spatial(dimensions[2], dimensions[3]))
  }
}

extension RecordedChain.Module {
  /// The module as a stage; `nil` for an operation that the record does not have.
  var stage: Stage? {
    let name = op.hasSuffix("1d") || op.hasSuffix("2d") ? String(op.dropLast(2)) : op
    let factor = AxisMap.scale(by: scaleFactor ?? 0)
    switch name {
    case "conv", "conv_transpose": return .convolution(layer)
    case "max_pool", "avg_pool": return .channelwise(windows)
    // A one-axis chain has a height of 1, which stays.
    case "upsample": return .channelwise([factor, factor])
    case "zero_pad": return .channelwise(pads)
    case "pixel_shuffle": return upscaleFactor.map { .pixelShuffle($0) }
    case "pixel_unshuffle": return downscaleFactor.map { .pixelUnshuffle($0) }
    case "batch_norm": return .channelwise([], channels: numFeatures)
    case "relu", "gelu", "silu", "tanh", "sigmoid", "leaky_relu": return .channelwise([])
    default: return nil
    }
  }

  private var layer: ConvLayer {
    var layer = ConvLayer()
    layer.direction = op.hasPrefix("conv_transpose") ? .transposed : .convolution
    (layer.inChannels, layer.outChannels) = (inChannels ?? 0, outChannels ?? 0)
    layer.groups = groups ?? 0
    layer.kernelSize = spatial(kernelSize, across: 1)
    layer.stride = spatial(stride, across: 1)
    layer.padding = .explicit(spatial(padding, across: 0))
    layer.dilation = spatial(dilation, across: 1)
    layer.outputPadding = spatial(outputPadding, across: 0)
    return layer
  }

  private func spatial(_ numbers: [Int]?, across: Int) -> Spatial<Int> {
    guard let numbers else { return Spatial(across, across) }
    return numbers.count == 1 ? Spatial(across, numbers[0]) : Spatial(numbers[0], numbers[1])
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
