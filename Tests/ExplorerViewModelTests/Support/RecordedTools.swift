import ConvArithmetic
import Foundation
import Testing

/// A recorded layer, and what each tool printed for it; see the fixtures of `ConvArithmeticTests`.
struct RecordedTools: Decodable, Sendable, CustomTestStringConvertible {
  let id: String
  private let op: String
  private let input: [Int]
  private let inChannels: Int
  private let outChannels: Int
  private let kernelSize: [Int]
  private let stride: [Int]
  private let padding: Answer
  private let dilation: [Int]
  private let outputPadding: [Int]?
  private let groups: Int
  private let bias: Bool
  private let expected: Expected

  private struct Expected: Decodable { let tools: [String: Answer]? }

  enum Answer: Decodable, Sendable {
    case number(Int)
    case pair([Int])
    /// An exception, or a padding that is a word.
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let number = try? container.decode(Int.self) {
        self = .number(number)
      } else if let pair = try? container.decode([Int].self) {
        self = .pair(pair)
      } else {
        self = .text(try container.decode(String.self))
      }
    }
  }

  var tools: [String: Answer] { expected.tools ?? [:] }
  var isUnbatched: Bool { input.count == 3 }
  var isTransposed: Bool { op == "conv_transpose2d" }
  var testDescription: String { id }

  /// Whether a tool ended with an exception.
  var hasFailure: Bool {
    tools.values.contains { if case .text = $0 { true } else { false } }
  }

  var subject: LayerCase? {
    guard let shape = TensorShape(dimensions: input, axes: 2) else { return nil }
    var layer = ConvLayer()
    layer.direction = isTransposed ? .transposed : .convolution
    (layer.inChannels, layer.outChannels) = (inChannels, outChannels)
    (layer.kernelSize, layer.stride) = (Spatial(kernelSize), Spatial(stride))
    switch padding {
    case .pair(let cells): layer.padding = .explicit(Spatial(cells))
    case .text(let word): layer.padding = word == "same" ? .same : .valid
    case .number: return nil
    }
    layer.dilation = Spatial(dilation)
    layer.outputPadding = Spatial(outputPadding ?? [0, 0])
    (layer.groups, layer.bias) = (groups, bias)
    return LayerCase(layer: layer, input: shape)
  }

  /// Some of all kinds: every eightieth layer, and of the unbatched ones, on which tools fail, and
  /// of the others on which one fails every sixth.
  static let sample: [RecordedTools] = {
    let recorded = (try? read()) ?? []
    let groups = [
      (recorded, 80), (recorded.filter(\.isUnbatched), 6),
      (recorded.filter { $0.hasFailure && !$0.isUnbatched }, 6),
    ]
    return groups.flatMap { layers, step in
      Swift.stride(from: 0, to: layers.count, by: step).map { layers[$0] }
    }
  }()

  private static func read() throws -> [RecordedTools] {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "ConvArithmeticTests/Fixtures/pytorch-cases.jsonl")
    let decoder = JSONDecoder()
    decoder.keyDecodingStrategy = .convertFromSnakeCase
    return try Data(contentsOf: file).split(separator: UInt8(ascii: "\n"))
      // A refused layer can hold what no layer can; what tools were given can be read.
      .filter { $0.firstRange(of: Data("\"tools\"".utf8)) != nil }
      .map { try decoder.decode(RecordedTools.self, from: Data($0)) }
  }
}

extension Spatial where Value == Int {
  fileprivate init(_ pair: [Int]) { self.init(height: pair[0], width: pair[1]) }
}
