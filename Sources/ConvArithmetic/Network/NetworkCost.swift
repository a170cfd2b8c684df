/// What one module costs.
package struct StageCost: Equatable, Sendable {
  package var parameters: Count = 0
  /// Those that a direct implementation performs, padding included.
  package var multiplications: Count = 0

  package static let none = StageCost()

  package init(parameters: Count = 0, multiplications: Count = 0) {
    (self.parameters, self.multiplications) = (parameters, multiplications)
  }

  package static func + (left: StageCost, right: StageCost) -> StageCost {
    StageCost(
      parameters: left.parameters + right.parameters,
      multiplications: left.multiplications + right.multiplications)
  }
}

extension Network {
  /// What each module costs; one without an output costs no multiplications.
  package func costs(_ flow: NetworkFlow) -> [StageCost] {
    nodes.enumerated().map { place, node in
      flow.products.indices.contains(place)
        ? node.stage.cost(flow.products[place])
        : StageCost(parameters: node.stage.cost(0).parameters)
    }
  }

  /// The most elements that are alive at once, in the order of the nodes, and the node that runs
  /// then: its sources, its output, and all that a later node still takes.
  ///
  /// With `inPlace`, a module that treats each value by itself, and a sum, overwrites a tensor that
  /// nothing else takes any more. `nil` for a network without an output.
  package func peak(_ flow: NetworkFlow, inPlace: Bool) -> (elements: Count, node: Int)? {
    peak(of: flow.shapes.map(\.elements), outputs: [nodes.count], inPlace: inPlace)
  }

  /// The same of tensors of so many elements, where some of them are still taken at the end.
  package func peak(
    of elements: [Count], outputs: [Int], inPlace: Bool = false
  ) -> (elements: Count, node: Int)? {
    var lastUse = Array(repeating: -1, count: nodes.count + 1)
    for (place, node) in nodes.enumerated() {
      for source in node.sources { lastUse[source] = place }
    }
    for output in outputs { lastUse[output] = nodes.count }
    var alive = elements[0]
    var peak: (elements: Count, node: Int)?
    for (place, node) in nodes.enumerated() where place + 1 < elements.count {
      // An overwritten source is the output.
      let overwritten =
        inPlace && node.stage.isPointwise
        ? node.sources.first {
          $0 > 0 && lastUse[$0] == place && elements[$0] == elements[place + 1]
        } : nil
      if overwritten == nil { alive = alive + elements[place + 1] }
      if alive > peak?.elements ?? -1 { peak = (alive, place) }
      for source in node.sources where lastUse[source] == place {
        if source != overwritten { alive = alive - elements[source] }
        // One that is taken twice is given back once.
        lastUse[source] = -1
      }
      if lastUse[place + 1] < 0 { alive = alive - elements[place + 1] }
    }
    return peak
  }
}

extension Stage {
  /// Whether it treats each value by itself.
  package var isPointwise: Bool {
    switch self {
    case .channelwise(let maps, _, _, _): maps.allSatisfy { $0 == .unchanged }
    case .join(let join): join == .add
    case .convolution, .pixelShuffle, .pixelUnshuffle, .recorded: false
    }
  }

  fileprivate func cost(_ products: Count) -> StageCost {
    switch self {
    case .convolution(let layer):
      return StageCost(parameters: layer.learnableNumbers, multiplications: products)
    case .channelwise(_, _, let parameters, _): return StageCost(parameters: Count(parameters))
    case .recorded(let recorded): return recorded.cost
    default: return StageCost()
    }
  }
}

extension TensorShape {
  /// All values: N·C·H·W.
  package var elements: Count {
    Count(samples) * Count(channels) * size.map { Count($0) }.product
  }
}
