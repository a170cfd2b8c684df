import ConvArithmetic
import Foundation
import LayerNotation

/// What PyTorch printed of models, layers and modules, and the sizes that went through them.
struct RecordedPrints: Sendable {
  struct Model: Sendable {
    let name: String
    let text: String
    let input: TensorShape
    let layers: [Layer]
  }

  struct Layer: Hashable, Sendable {
    let path: String
    let className: String
    let input: Spatial<Int>
  }

  struct Constructor: Sendable {
    /// `Conv2d(in_channels=3, …)`, with the arguments by their names.
    let line: String
    let text: String
  }

  struct Module: Sendable {
    let text: String
    let input: TensorShape
    /// `nil` where PyTorch refused.
    let output: TensorShape?
  }

  var models: [Model] = []
  var constructors: [Constructor] = []
  var modules: [Module] = []

  /// Read once for all tests.
  static let recorded = Result { try RecordedPrints() }

  private init() throws {
    let tests = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = tests.appending(path: "ConvArithmeticTests/Fixtures/pytorch-models.jsonl")
    for line in try Data(contentsOf: file).split(separator: UInt8(ascii: "\n")) {
      let record = try JSONDecoder().decode(Record.self, from: line)
      switch record.kind {
      case "model": models.append(try record.model)
      case "layer": constructors.append(try record.constructor)
      case "module": modules.append(try record.module)
      default: break
      }
    }
  }
}

/// A line of the file.
private struct Record: Decodable {
  struct Layer: Decodable {
    let path: String
    let `class`: String
    let input: [Int]
  }

  let kind: String
  let name: String?
  let text: String?
  let input: [Int]?
  let output: [Int]?
  let layers: [Layer]?
  let `class`: String?
  let arguments: [String: Argument]?

  enum Argument: Decodable {
    case text(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let flag = try? container.decode(Bool.self) {
        self = .text(flag ? "True" : "False")
      } else if let number = try? container.decode(Int.self) {
        self = .text("\(number)")
      } else if let numbers = try? container.decode([Int].self) {
        self = .text(tupleText(numbers))
      } else {
        self = .text("'\(try container.decode(String.self))'")
      }
    }
  }

  var model: RecordedPrints.Model {
    get throws {
      let layers = try required(layers).map { layer in
        RecordedPrints.Layer(
          path: layer.path, className: layer.class, input: try required(Spatial(layer.input)))
      }
      return RecordedPrints.Model(
        name: try required(name), text: try required(text),
        input: try Self.shape(required(input)), layers: layers)
    }
  }

  var constructor: RecordedPrints.Constructor {
    get throws {
      let arguments = try required(arguments).map { name, argument in
        switch argument {
        case .text(let text): "\(name)=\(text)"
        }
      }
      return RecordedPrints.Constructor(
        line: "nn.\(try required(self.class))(\(arguments.sorted().joined(separator: ", ")))",
        text: try required(text))
    }
  }

  var module: RecordedPrints.Module {
    get throws {
      RecordedPrints.Module(
        text: try required(text), input: try Self.shape(required(input)),
        output: try output.map { try Self.shape($0) })
    }
  }

  private func required<Value>(_ value: Value?) throws -> Value {
    guard let value else { throw CocoaError(.coderValueNotFound) }
    return value
  }

  private static func shape(_ shape: [Int]) throws -> TensorShape {
    guard let shape = TensorShape(dimensions: shape, axes: shape.count - 2) else {
      throw CocoaError(.coderValueNotFound)
    }
    return shape
  }
}
