/// Modules in the order in which they are applied, each to what comes out of earlier ones.
///
/// Its tensors are numbered: 0 is the input, and n + 1 is what node n makes. A chain, in which each
/// module takes what the one before makes, is the simplest network.
package struct Network: Equatable, Sendable {
  package struct Node: Equatable, Sendable {
    package let stage: Stage
    /// The tensors that it takes, earlier ones: one, and for a join one or more.
    package let sources: [Int]

    fileprivate init(_ stage: Stage, of source: Int) { (self.stage, sources) = (stage, [source]) }

    /// `nil` unless it takes tensors that are made before the node of this number, and one alone if
    /// it is not a join.
    package init?(_ stage: Stage, of sources: [Int], at place: Int) {
      let isJoin =
        switch stage {
        case .join, .recorded: true
        default: false
        }
      guard !sources.isEmpty, isJoin || sources.count == 1,
        sources.allSatisfy({ $0 >= 0 && $0 <= place })
      else { return nil }
      (self.stage, self.sources) = (stage, sources)
    }
  }

  package let nodes: [Node]

  package init(chain stages: [Stage]) {
    nodes = stages.enumerated().map { Node($1, of: $0) }
  }

  /// `nil` unless each node takes tensors that are made before it.
  package init?(_ nodes: [Node]) {
    guard nodes.enumerated().allSatisfy({ Node($1.stage, of: $1.sources, at: $0) != nil }) else {
      return nil
    }
    self.nodes = nodes
  }

  /// The network along one of so many axes.
  package func axis(_ place: Int, of count: Int) -> AxisNetwork {
    AxisNetwork(
      nodes: nodes.map {
        AxisNetwork.Node(
          map: $0.stage.map(place, of: count), sources: $0.sources,
          broadcasts: $0.stage == .join(.add))
      })
  }
}

/// A network along one axis, with the same tensors.
package struct AxisNetwork: Equatable, Sendable {
  package struct Node: Equatable, Sendable {
    package let map: AxisMap
    package let sources: [Int]
    /// Whether a source of one cell stands for all cells of the others.
    var broadcasts = false
  }

  package let nodes: [Node]

  /// Goes through all tensors once, from the input on.
  func forward<Value>(
    from input: Value, _ join: (Value, Value) -> Value, _ step: (Value, AxisMap) -> Value
  ) -> [Value] {
    var tensors = [input]
    tensors.reserveCapacity(nodes.count + 1)
    for node in nodes {
      var value = tensors[node.sources[0]]
      for source in node.sources.dropFirst() { value = join(value, tensors[source]) }
      tensors.append(step(value, node.map))
    }
    return tensors
  }
}
