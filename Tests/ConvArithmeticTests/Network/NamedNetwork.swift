import ConvArithmetic
import Foundation

/// A network of the literature and what was recorded of it; the fields are explained in the file.
struct NamedNetwork: Decodable, Sendable {
  struct Joint: Decodable, Sendable {
    let before, of: Int
  }

  struct Weights: Decodable, Sendable {
    let cells, middle95: Int
    let variance: String
    let sigma: Double
    let vector: [Int]?
  }

  struct Expected: Decodable, Sendable {
    let ok: Bool?
    let receptiveField: [String: RecordedChain.Field]?
    let firstOutputReads: [Int]?
    let lookAhead: Int?
    let paddingUsed: [[Int]]?
    let unevenStages: Int?
    let pathWeights: Weights?
    let mismatches: [[Int]]?
  }

  let name: String
  let input: [Int]
  let modules: [RecordedChain.Module]
  let joins: [Joint]?
  let joinRule: String?
  let planePercent, leastWhole: Int?
  let expected: Expected

  static let recorded = Result {
    struct File: Decodable { let networks: [NamedNetwork] }
    let data = try RecordedChain.recordedData("stack-networks", "json")
    return try RecordedChain.decoder.decode(File.self, from: data).networks
  }

  var shape: TensorShape? { TensorShape(dimensions: input, axes: input.count - 2) }

  /// With an addition before each module that a join leads to; without any where skips are cropped.
  var network: Network? {
    var nodes: [Network.Node?] = []
    var tensors: [Int] = []
    for (place, module) in modules.enumerated() {
      var last = nodes.count
      for joint in joins ?? [] where joint.before == place && joinRule != "crop" {
        nodes.append(
          Network.Node(.join(.add), of: [last, tensors[joint.of]], at: nodes.count))
        last = nodes.count
      }
      nodes.append(
        module.stage(axes: input.count - 2).flatMap {
          Network.Node($0, of: [last], at: nodes.count)
        })
      tensors.append(nodes.count)
    }
    let known = nodes.compactMap { $0 }
    return known.count == nodes.count ? Network(known) : nil
  }
}
