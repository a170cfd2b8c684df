import ConvArithmetic
import Foundation

/// A row of `real-layers.tsv`: a layer of a network, and its numbers as they were measured.
struct RealLayer: Sendable, CustomStringConvertible {
  let fields: [String: String]
  var description: String { "\(self["number"]) \(self["preset"])" }

  subscript(column: String) -> String { fields[column] ?? "" }

  static let all: [RealLayer] = {
    guard let file = Bundle.module.url(forResource: "Fixtures/real-layers", withExtension: "tsv"),
      let text = try? String(contentsOf: file, encoding: .utf8)
    else { return [] }
    let rows = text.split(separator: "\n").map { row in
      row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
    }
    return rows.dropFirst().map { row in
      RealLayer(fields: Dictionary(zip(rows[0], row)) { first, _ in first })
    }
  }()

  var preset: Preset? { Preset.all.first { $0.name == self["preset"] } }
  var isTransposed: Bool { self["type"].hasPrefix("ConvT") }

  /// Its input has zeros in front of none and behind one of its ends, which no layer can say.
  var isPaddedOnOneSide: Bool { self["padding"].contains("then") }
}

extension RealLayer {
  /// The layer and its input, one sample, read from the row alone.
  var subject: LayerCase {
    var layer = ConvLayer()
    layer.kind = isTransposed ? .convTranspose2d : .conv2d
    let channels = numbers("channels")
    (layer.inChannels, layer.outChannels) = (channels[0], channels[1])
    layer.kernelSize = pair("kernel_size", unused: 1)
    layer.stride = pair("stride", unused: 1)
    layer.padding = .explicit(pair("padding", unused: 0))
    layer.dilation = pair("dilation", unused: 1)
    if self["output_padding"] != "-" { layer.outputPadding = pair("output_padding", unused: 0) }
    layer.groups = numbers("groups")[0]
    layer.bias = self["bias"] == "yes"
    return LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: channels[0], size: size(of: 0)))
  }

  var output: Spatial<Int> { size(of: 1) }

  private var isFlat: Bool { self["type"].hasSuffix("1d") }

  /// The numbers of a column, whatever is between them.
  func numbers(_ column: String) -> [Int] {
    self[column].replacing(",", with: self[column].hasPrefix("(") ? " " : "")
      .split { !$0.isNumber }.compactMap { Int($0) }
  }

  /// One number for both axes, or for the width alone of a layer of one dimension, or a pair.
  private func pair(_ column: String, unused: Int) -> Spatial<Int> {
    let numbers = numbers(column)
    let last = isPaddedOnOneSide && column == "padding" ? numbers[0] : numbers[numbers.count - 1]
    return Spatial(height: isFlat ? unused : numbers[0], width: last)
  }

  /// The size in front of or behind the arrow.
  private func size(of side: Int) -> Spatial<Int> {
    let parts = self["sizes"].components(separatedBy: "→")
    let numbers = parts[side].split { !$0.isNumber }.compactMap { Int($0) }
    return Spatial(height: isFlat ? 1 : numbers[0], width: numbers[numbers.count - 1])
  }

  /// The numbers behind a word of the last column: `cells 1..4`, `max/min 9/4`, `phases [3, 2]`.
  func overlap(_ word: String) -> [Int] {
    guard let start = self["overlap"].range(of: word + " ")?.upperBound else { return [] }
    let text = self["overlap"][start...].prefix { !";ME".contains($0) }
    let numbers = text.split { !$0.isNumber }.compactMap { Int($0) }
    // `[2 x 8]` is eight times 2.
    return text.contains("x")
      ? Array(repeating: numbers[0], count: numbers[1]) : numbers
  }
}
