import ConvArithmetic

/// A model's operations as a network of as many nodes, for what is told of its tensors along their
/// axes: node n is operation n.
///
/// What is no stage of a network, such as a reshape, makes nothing that is known along an axis.
struct GraphTold {
  /// `nil` for a model whose first input has no axes.
  let told: NetworkTold?

  init(_ graph: ModelGraph, _ flow: GraphFlow) {
    let input = graph.userInputs.first
    let sizes = input.flatMap { flow.size(of: $0) }
    let rank = sizes?.count ?? graph.usualRank
    guard let rank, (3...5).contains(rank) else {
      told = nil
      return
    }
    let axes = rank - 2
    let isData = graph.isData
    let nodes = graph.operations.indices.map { place in
      graph.node(place, flow, of: input, isData, axes: axes)
    }
    told = nodes.complete().flatMap { Network($0) }.map { NetworkTold($0, axes: axes) }
  }
}

extension ModelGraph {
  /// Whether each tensor is made of what a caller gives, and not of weights alone.
  var isData: [Bool] {
    var isData = inputs.map { $0.kind == .user }
    isData.reserveCapacity(inputs.count + operations.count)
    for operation in operations { isData.append(operation.sources.contains { isData[$0] }) }
    return isData
  }

  /// The rank of its first convolution's input, where the text says no input's sizes.
  fileprivate var usualRank: Int? {
    operations.lazy.compactMap(\.layer).first.map { $0.kernelSize.count + 2 }
  }

  /// What sizes go through in an operation, where that is known.
  func module(_ place: Int, _ flow: GraphFlow) -> Stage? {
    switch operations[place].rule {
    case .stage(let stage): return stage
    case .oneOf(let stages): return stages.first
    case .function(let call):
      if let layer = flow.layers[place] { return .convolution(layer) }
      return call.stage { flow.values[$0] }
    case .attribute, .recorded: return nil
    }
  }

  func concatenates(_ place: Int) -> Bool {
    guard case .function(let call) = operations[place].rule else { return false }
    return call.function.joinsChannels
  }

  fileprivate func node(
    _ place: Int, _ flow: GraphFlow, of input: Int?, _ isData: [Bool], axes: Int
  ) -> Network.Node? {
    let sources = operations[place].sources.filter { isData[$0] }
    // The tensors of a network are numbered without the weights.
    let tensors = sources.map { max(0, $0 - inputs.count + 1) }
    let isOther = sources.contains { $0 < inputs.count && $0 != input }
    let unknown = Stage.channelwise(Array(repeating: .unknown, count: axes))
    guard !isOther, !tensors.isEmpty else {
      return Network.Node(unknown, of: tensors.prefix(1) + (tensors.isEmpty ? [0] : []), at: place)
    }
    let stage = join(place, flow, sources) ?? module(place, flow)
    if case .join? = stage {
      return Network.Node(stage ?? unknown, of: tensors, at: place)
    }
    let isKept = keepsAxes(place, flow, sources, axes)
    let known = stage ?? (isKept ? .channelwise([]) : unknown)
    return Network.Node(tensors.count == 1 ? known : unknown, of: [tensors[0]], at: place)
  }

  /// A sum or a concatenation of channels, as a join.
  private func join(_ place: Int, _ flow: GraphFlow, _ sources: [Int]) -> Stage? {
    guard case .function(let call) = operations[place].rule else { return nil }
    if call.function.isElementwise { return sources.count > 1 ? .join(.add) : .channelwise([]) }
    guard call.function.joinsChannels else { return nil }
    let arguments = call.arguments { flow.values[$0] }
    let rank = sources.first.flatMap { flow.size(of: $0) }?.count ?? 4
    let dimension = arguments["dim"]?.number ?? 0
    return dimension == 1 || dimension + rank == 1 ? .join(.concatenate) : nil
  }

  /// Whether parts of the channels are taken, so that the axes stay.
  private func keepsAxes(
    _ place: Int, _ flow: GraphFlow, _ sources: [Int], _ axes: Int
  ) -> Bool {
    guard case .function(let call) = operations[place].rule, sources.count == 1,
      ["chunk", "split", "split_with_sizes", "getitem", "slice", "narrow"]
        .contains(call.function.name),
      let coming = flow.values[at: sources[0]]?.items.first?.shape,
      let made = flow.values[at: inputs.count + place]?.items.first?.shape
    else { return false }
    return coming.count == axes + 2 && made.count == axes + 2
      && coming.suffix(axes) == made.suffix(axes)
  }
}

extension GraphFunction {
  /// Whether it is one that puts tensors one after the other.
  var joinsChannels: Bool { ["cat", "concat", "concatenate"].contains(name) }
}
