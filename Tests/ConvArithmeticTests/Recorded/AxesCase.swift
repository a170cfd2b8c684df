import ConvArithmetic
import Foundation

/// A layer of one, two or three axes and any padding mode, and what PyTorch 2.15 answered; the
/// fields are explained beside the file.
struct AxesCase: Decodable, Sendable {
  let id: String
  let op: String
  let input: [Int]
  let inChannels: Int
  let outChannels: Int
  let kernelSize: Numbers
  let stride: Numbers?
  let padding: Argument?
  let dilation: Numbers?
  let outputPadding: Numbers?
  let groups: Int?
  let bias: Bool?
  let paddingMode: String?
  let tags: [String]
  let expected: Answer

  struct Answer: Decodable, Sendable {
    let ok: Bool
    let output, weight: [Int]?
    let parameters: ExactInteger?
    let error: String?
    let rule: String?
    let atFault: [String]?
    let coverage: [String: [Int]]?
    let coverageSum: [String: ExactInteger]?
    let overlapSum, overlapMax, overlapMin, holes: ExactInteger?
    let additionsDocumented, psi, lambda, gamma, documentedTotal: ExactInteger?
    let executed: Executed?
    let tools: [String: ExactInteger]?
  }

  struct Executed: Decodable, Sendable {
    let mulAll, mulReal, addAll, addReal: ExactInteger
  }

  /// A list, or one number for all axes.
  struct Numbers: Decodable, Sendable {
    let values: [Int]
    private let isList: Bool

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      let number = try? container.decode(Int.self)
      isList = number == nil
      values = try number.map { [$0] } ?? container.decode([Int].self)
    }

    /// The numbers of the axes; `nil` for a list of another length.
    func spatial(_ axes: Int) -> Spatial<Int>? {
      if !isList { return Spatial(repeating: values[0], count: axes) }
      return values.count == axes ? Spatial(values) : nil
    }
  }

  enum Argument: Decodable, Sendable {
    case word(String)
    case numbers(Numbers)

    init(from decoder: any Decoder) throws {
      let word = try? decoder.singleValueContainer().decode(String.self)
      self = try word.map { .word($0) } ?? .numbers(Numbers(from: decoder))
    }
  }

  /// All of them, read once for all tests.
  static let recorded = Result {
    let file = Bundle.module.url(forResource: "Fixtures/nd-cases", withExtension: "jsonl")
    guard let file else { throw CocoaError(.fileNoSuchFile) }
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")).map {
      try decoder.decode(AxesCase.self, from: Data($0))
    }
  }

  /// Whether PyTorch accepts or refuses by accident.
  var isQuirk: Bool { tags.first == "quirk" }
}

extension AxesCase {
  var axes: Int { op.last.flatMap { $0 == "d" ? op.dropLast().last?.wholeNumberValue : nil } ?? 0 }

  /// The layer in convscope's terms; `nil` where these cannot express it.
  var subject: LayerCase? {
    let axes = axes
    let direction: ConvLayer.Direction = op.contains("transpose") ? .transposed : .convolution
    guard let mode = PaddingMode(rawValue: paddingMode ?? "zeros"),
      direction == .convolution || mode == .zeros,
      let shape = TensorShape(dimensions: input, axes: axes),
      let kernelSize = kernelSize.spatial(axes)
    else { return nil }
    var layer = ConvLayer(direction, axes: axes)
    layer.inChannels = inChannels
    layer.outChannels = outChannels
    layer.kernelSize = kernelSize
    layer.groups = groups ?? 1
    layer.bias = bias ?? true
    layer.paddingMode = mode
    for (path, numbers) in [
      (\ConvLayer.stride, stride), (\.dilation, dilation), (\.outputPadding, outputPadding),
    ] {
      guard let numbers else { continue }
      guard let values = numbers.spatial(axes) else { return nil }
      layer[keyPath: path] = values
    }
    guard setPadding(&layer) else { return nil }
    return LayerCase(layer: layer, input: shape)
  }

  private func setPadding(_ layer: inout ConvLayer) -> Bool {
    switch padding {
    case .numbers(let numbers):
      guard let cells = numbers.spatial(axes) else { return false }
      layer.padding = .explicit(cells)
    case .word("same") where layer.direction == .convolution: layer.padding = .same
    case .word("valid") where layer.direction == .convolution: layer.padding = .valid
    case .word: return false
    case nil: break
    }
    return true
  }
}
