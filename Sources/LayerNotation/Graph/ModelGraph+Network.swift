import ConvArithmetic

extension ModelGraph {
  /// The model as a network, from the sizes of its first input; `nil` where nothing in it is along
  /// axes, sizes are not known, or it has too many modules.
  ///
  /// Its notes say what is only recorded, and what is left out.
  package func network(from dimensions: [Int]? = nil) -> NamedNetwork? {
    let (axes, most) = (axes, NamedNetwork.mostModules)
    // A long one mostly begins with too many modules already.
    var beginning = self
    beginning.operations = Array(operations.prefix(4 * most))
    if beginning.operations.count < operations.count,
      beginning.modules(beginning.flow(from: [dimensions]), axes, most: most) == nil
    {
      return nil
    }
    var made = modules(flow(from: [dimensions]), axes, most: most)
    return made?.named()
  }

  /// Its operations as modules of a network, at most so many; `nil` where there is none.
  func modules(_ flow: GraphFlow) -> GraphNetwork? { modules(flow, axes, most: .max) }

  private func modules(_ flow: GraphFlow, _ axes: Int?, most: Int) -> GraphNetwork? {
    guard let axes, let input = userInputs.first, let rank = flow.size(of: input)?.count else {
      return nil
    }
    var best: GraphNetwork?
    for roles in Self.layouts(rank: rank, axes: axes) {
      guard var builder = GraphNetwork(self, flow, axes: axes, roles: roles),
        builder.build(most: most)
      else { continue }
      if builder.liveModules > best?.liveModules ?? -1 { best = builder }
      if builder.liveModules == builder.modules.count { break }
    }
    return best
  }

  /// As many as most of its convolutions have, or of its pools.
  private var axes: Int? {
    var counts = [0, 0, 0, 0]
    for operation in operations {
      if let layer = operation.layer {
        counts[layer.kernelSize.count] += 1 << 20
      } else if case .stage(let stage) = operation.rule, let axes = stage.axes, !stage.isMixing {
        counts[axes] += 1
      }
    }
    return counts.max().flatMap { most in most > 0 ? counts.firstIndex(of: most) : nil }
  }

  /// What the dimensions of an input may be, the most usual order first.
  private static func layouts(rank: Int, axes: Int) -> [[DimensionRoles.Role]] {
    let cells = (0..<axes).map { DimensionRoles.Role.axis($0) }
    switch rank - axes {
    case 2: return [[.batch, .channel] + cells, [.batch] + cells + [.channel]]
    case 1: return [[.batch] + cells, [.channel] + cells]
    case 0: return [cells]
    default: return []
    }
  }
}

extension GraphNetwork {
  /// All modules, those that no output needs, too.
  var network: Network? {
    modules.enumerated().map { Network.Node($1.stage, of: $1.sources, at: $0) }.complete()
      .flatMap { Network($0) }
  }

  /// The modules that the outputs need, with what there is to say of them.
  fileprivate mutating func named() -> NamedNetwork? {
    let outputs = close()
    guard !outputs.isEmpty else { return nil }
    var isNeeded = [Bool](repeating: false, count: modules.count + 1)
    for node in outputs { isNeeded[node] = true }
    for place in modules.indices.reversed() where isNeeded[place + 1] {
      for source in modules[place].sources { isNeeded[source] = true }
    }
    var (numbers, kept) = ([0], [NamedNetwork.Module]())
    for (place, var module) in modules.enumerated() {
      if isNeeded[place + 1] {
        module.sources = module.sources.map { numbers[$0] }
        kept.append(module)
      }
      numbers.append(kept.count)
    }
    guard !kept.isEmpty else { return nil }
    var network = NamedNetwork(kept, input: shapes[0])
    network.notes = notes(kept)
    return network
  }

  /// The numbers of the outputs in the network.
  mutating func close() -> [Int] {
    var outputs: [Int] = []
    for tensor in graph.outputs.reversed() { if let node = close(tensor) { outputs.append(node) } }
    return outputs
  }

  /// The number of an output in the network; one that is no picture closes it, all but the samples
  /// as channels.
  private mutating func close(_ tensor: Int) -> Int? {
    guard let entry = tensors[tensor] else { return nil }
    if let node = entry.node { return node }
    if let roles = entry.roles, let node = record(tensor, roles) { return node }
    let rest = isBatched ? Array(entry.sizes.dropFirst()) : entry.sizes
    guard let channels = Int(exactly: rest.elements) else { return nil }
    let batch = isBatched ? entry.sizes.first ?? 1 : nil
    let shape = TensorShape(
      batch: batch, channels: channels, size: Spatial(repeating: 1, count: axes))
    return record(tensor, entry, nil, shape)
  }

  private func notes(_ kept: [NamedNetwork.Module]) -> [Remark] {
    var notes: [Remark] = []
    let recorded = kept.filter { if case .recorded = $0.stage { true } else { false } }.map(\.name)
    if !recorded.isEmpty {
      notes.append(Remark(.recordedModules, recorded.count, recorded.firstNames))
    }
    let padded = paddedByInput.filter(Set(kept.map(\.name)).contains)
    if !padded.isEmpty { notes.append(Remark(.paddedByInput, padded.count, padded.firstNames)) }
    let others = graph.userInputs.dropFirst().map { graph.inputs[$0].name }
    if !others.isEmpty {
      notes.append(Remark(.otherInputs, printable(others.joined(separator: ", "))))
    }
    let sheet = NamedNetwork(kept, input: shapes[0]).network
    let total = sheet.costs(sheet.flow(of: shapes[0])).reduce(.none, +)
    let parameters = flow.total.parameters - total.parameters
    let products = flow.total.multiplications - total.multiplications
    if parameters > 0 { notes.append(Remark(.missingParameters, parameters.grouped)) }
    if parameters < 0 { notes.append(Remark(.sharedParameters, (0 - parameters).grouped)) }
    if graph.operations.contains(where: \.isComplexLayer) {
      notes.append(Remark(.complexNumbers))
    } else if products > 0 {
      notes.append(Remark(.missingProducts, products.grouped))
    }
    return notes + [graph.uncounted(flow)].compactMap(\.self) + graph.notes
  }
}
