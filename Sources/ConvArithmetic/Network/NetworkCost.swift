/// What one module costs.
package struct StageCost: Equatable, Sendable {
  package var parameters: Count = 0
  /// Those that a direct implementation performs, padding included.
  package var multiplications: Count = 0
}

extension Network {
  /// What each module costs, of those that have an output.
  package func costs(_ flow: NetworkFlow) -> [StageCost] {
    zip(nodes, flow.shapes.dropFirst()).map { node, _ in
      node.stage.cost(of: flow.shapes[node.sources[0]])
    }
  }

  /// The most elements that are alive at once, in the order of the nodes, and the node that runs
  /// then: its sources, its output, and all that a later node still takes.
  ///
  /// With `inPlace`, a module that treats each value by itself overwrites a tensor that nothing else
  /// takes any more. `nil` for a network without an output.
  package func peak(_ flow: NetworkFlow, inPlace: Bool) -> (elements: Count, node: Int)? {
    var lastUse = Array(repeating: -1, count: nodes.count + 1)
    for (place, node) in nodes.enumerated() {
      for source in node.sources { lastUse[source] = place }
    }
    lastUse[nodes.count] = nodes.count
    let elements = flow.shapes.map(\.elements)
    var alive = elements[0]
    var peak: (elements: Count, node: Int)?
    for (place, node) in nodes.enumerated() where place + 1 < elements.count {
      let overwrites =
        inPlace && node.stage.isPointwise
        && node.sources[0] > 0 && lastUse[node.sources[0]] == place
      // An overwritten source is its output.
      if !overwrites { alive = alive + elements[place + 1] }
      if alive > peak?.elements ?? -1 { peak = (alive, place) }
      for source in Set(node.sources) where lastUse[source] == place && !overwrites {
        alive = alive - elements[source]
      }
      if lastUse[place + 1] < 0 { alive = alive - elements[place + 1] }
    }
    return peak
  }
}

extension Stage {
  /// Whether it treats each value by itself.
  fileprivate var isPointwise: Bool {
    if case .channelwise(let maps, _, _) = self {
      maps.allSatisfy { $0 == .unchanged }
    } else {
      false
    }
  }

  fileprivate func cost(of input: TensorShape) -> StageCost {
    switch self {
    case .convolution(let layer):
      guard let pass = try? LayerCase(layer: layer, input: input).forward() else {
        return StageCost()
      }
      return StageCost(
        parameters: pass.counts.parameters, multiplications: pass.counts.products)
    case .channelwise(_, _, let parameters):
      return StageCost(parameters: Count(parameters))
    case .pixelShuffle, .pixelUnshuffle, .join: return StageCost()
    }
  }
}

extension TensorShape {
  /// All values: N·C·H·W.
  package var elements: Count {
    Count(samples) * Count(channels) * size.map { Count($0) }.product
  }
}
