import ConvArithmetic

/// What one operation costs.
package struct GraphCost: Equatable, Sendable {
  /// The learnable numbers that no operation before it has.
  package var parameters: Count = 0
  /// Those of a direct implementation: of convolutions, linear layers, products of matrices and
  /// attention.
  package var multiplications: Count = 0
  /// What `torch.utils.flop_counter.FlopCounterMode` counts.
  package var torchFlops: Count = 0
  /// Whether the numbers of products are all that there are.
  package var isCounted = true

  package static func + (left: GraphCost, right: GraphCost) -> GraphCost {
    GraphCost(
      parameters: left.parameters + right.parameters,
      multiplications: left.multiplications + right.multiplications,
      torchFlops: left.torchFlops + right.torchFlops,
      isCounted: left.isCounted && right.isCounted)
  }

  mutating func count(_ pass: ForwardPass) {
    multiplications = pass[.multiplications]
    torchFlops = pass.counts.count(.torchFlopCounter) ?? .overflow
  }

  /// As many real convolutions as PyTorch makes of a complex one: of the real parts, of the imaginary
  /// ones, and of their sums.
  ///
  /// Source: `complex_convolution` in aten/src/ATen/native/Convolution.cpp.
  static let realsOfComplex: Count = 3

  /// The same of numbers that are complex.
  mutating func countComplex() {
    multiplications = multiplications * Self.realsOfComplex
    torchFlops = torchFlops * Self.realsOfComplex
  }
}

extension ModelGraph {
  /// The operations whose products are not counted; `nil` where there are none.
  ///
  /// Of those that hold graphs, something else is said.
  func uncounted(_ flow: GraphFlow) -> Remark? {
    let places = operations.indices.filter {
      !flow.costs[$0].isCounted && !operations[$0].holdsGraphs
    }
    guard !places.isEmpty else { return nil }
    return Remark(.productsNotCounted, places.map { operations[$0].stageName }.firstNames)
  }
}

extension [String] {
  /// The first ones, between commas.
  var firstNames: String {
    printable(prefix(3).joined(separator: ", ") + (count > 3 ? ", …" : ""))
  }
}

extension GraphFlow {
  /// All operations together, without the parameters that none of them uses.
  package var total: GraphCost { costs.reduce(GraphCost()) { $0 + $1 } }

  /// Gives weights without a size in the text the one that their function takes, and their numbers
  /// to the first operation that has them.
  mutating func learnWeights(
    of call: GraphCall, _ arguments: GraphArguments, _ graph: ModelGraph, _ cost: inout GraphCost
  ) {
    guard let sizes = arguments.weightSizes else { return }
    for (parameter, value) in zip(call.function.parameters, call.values) {
      guard case .result(let tensor)? = value, graph.isAttribute(tensor), parameter != "input",
        values[tensor] == .unknown
      else { continue }
      (values[tensor], bases[tensor], reasons[tensor]) = (.shape(sizes), .computed, nil)
      // The others are buffers.
      guard ["weight", "bias"].contains(parameter) else { continue }
      cost.parameters = cost.parameters + sizes.elements
    }
  }

  /// Adds the parameters that the text has, and counts the weights that it has no size of.
  mutating func countWeights(of graph: ModelGraph) {
    openWeights += graph.inputs.indices.count {
      graph.inputs[$0].kind == .parameter && values[$0] == .unknown
    }
    for place in graph.operations.indices {
      costs[place].parameters = costs[place].parameters + graph.operations[place].parameters
      let tensor = graph.inputs.count + place
      if values[tensor] == .unknown, graph.isAttribute(tensor) { openWeights += 1 }
    }
  }
}

extension GraphArguments {
  /// The sizes of `weight` and `bias`, where those of the input say them.
  fileprivate var weightSizes: [Int]? {
    switch call.function.name {
    case "batch_norm", "instance_norm", "group_norm":
      return self["input"]?.shape.flatMap { $0[at: 1] }.map { [$0] }
    case "layer_norm", "rms_norm": return self["normalized_shape"]?.numbers
    default: return nil
    }
  }
}
