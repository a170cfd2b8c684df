import Benchmark
import ConvArithmetic

/// Measures networks of residual blocks that go down five times and up again: shapes, costs, receptive
/// field and overlap of every tensor, as a key in the explorer needs them.
func measureNetworks() {
  for blocks in [3, 25, 250] {
    let network = Network.residual(blocks: blocks)
    let input = TensorShape(batch: 1, channels: 1, size: Spatial(square: 1024))
    Benchmark("network of \(network.nodes.count) modules, every tensor") { benchmark in
      for _ in benchmark.scaledIterations {
        let flow = network.flow(of: input)
        blackHole(network.costs(flow))
        for place in 0..<2 {
          let axis = network.axis(place, of: 2)
          blackHole(axis.reaches)
          blackHole(axis.overlaps)
        }
      }
    }
  }
}

extension Network {
  /// Each block is a convolution, an activation and a sum, and a convolution that keeps the size, halves
  /// it (five in the first half) or doubles it (five in the second).
  fileprivate static func residual(blocks: Int) -> Network {
    func layer(_ direction: ConvLayer.Direction, kernel: Int, stride: Int) -> Stage {
      var layer = ConvLayer(direction, axes: 2)
      layer.kernelSize = Spatial(square: kernel)
      layer.stride = Spatial(square: stride)
      layer.padding = .explicit(Spatial(square: 1))
      return .convolution(layer)
    }
    var nodes: [Node?] = []
    let apart = max(1, blocks / 10)
    for block in 0..<blocks {
      let input = nodes.count
      nodes.append(Node(layer(.convolution, kernel: 3, stride: 1), of: [input], at: nodes.count))
      nodes.append(Node(.channelwise([]), of: [nodes.count], at: nodes.count))
      nodes.append(Node(.join(.add), of: [nodes.count, input], at: nodes.count))
      let isTurning = block % apart == apart - 1 && block / apart < 10
      let last =
        !isTurning
        ? layer(.convolution, kernel: 3, stride: 1)
        : block / apart < 5
          ? layer(.convolution, kernel: 3, stride: 2) : layer(.transposed, kernel: 4, stride: 2)
      nodes.append(Node(last, of: [nodes.count], at: nodes.count))
    }
    return Network(nodes.compactMap { $0 }) ?? Network(chain: [])
  }
}
