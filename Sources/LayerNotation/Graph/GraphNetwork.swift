import ConvArithmetic

/// Makes a network of a model's operations, by what each dimension of each tensor stands for.
///
/// What moves values alone, as `permute` and `reshape` do, is no module of it. What no module can
/// say, such as attention, becomes recorded modules between tensors that can be said.
struct GraphNetwork {
  let graph: ModelGraph
  let flow: GraphFlow
  let axes: Int
  let isBatched: Bool

  var modules: [NamedNetwork.Module] = []
  /// Those of the network's tensors, the input first.
  var shapes: [TensorShape]
  /// Of each tensor of the graph; `nil` for numbers, and for what depends on weights alone.
  var tensors: [Entry?]
  /// What operations cost that no module has yet.
  var pending = StageCost.none
  /// The operation among them that says most.
  private var pendingPlace: Int?
  /// How many tensors the operations make that no module has yet.
  private var pendingTensors = 0
  private var recordedCount = 0
  /// The modules whose padding is that of this input.
  var paddedByInput: [String] = []
  /// Whether a recorded module stands for several tensors, whose sizes it does not say.
  private(set) var hidesTensors = false

  /// What is known of a tensor of the graph.
  struct Entry {
    var roles: DimensionRoles?
    /// Its number in the network; `nil` for a tensor that no module makes.
    var node: Int?
    /// The tensors of the network that it depends on, if it is none of them.
    var origins: [Int] = []
    /// The sizes that the roles are of: its own, or of a list of tensors those before the cut.
    var sizes: [Int]
    /// Whether they are known to be as modules take them.
    var isCanonical = false
    /// What each of its values sees of the node, or of all its origins.
    var reads = RecordedStage.Reads.some
  }

  /// What tensors that are as modules take them are in the network, by their sizes.
  private var canonicalTensors: [[Int]: (roles: DimensionRoles, shape: TensorShape?)] = [:]

  /// `nil` for an input whose dimensions cannot have these roles.
  init?(_ graph: ModelGraph, _ flow: GraphFlow, axes: Int, roles: [DimensionRoles.Role]) {
    guard let input = graph.userInputs.first, let sizes = flow.size(of: input),
      sizes.count == roles.count
    else { return nil }
    let all = DimensionRoles(roles, sizes)
    (self.graph, self.flow, self.axes) = (graph, flow, axes)
    isBatched = roles.contains(.batch)
    guard let shape = all.shape(axes: axes, isBatched: isBatched) else { return nil }
    shapes = [shape]
    tensors = Array(repeating: nil, count: graph.inputs.count + graph.operations.count)
    tensors[input] = Entry(roles: all, node: 0, sizes: sizes)
  }

  /// Goes through all operations; stops where they make more modules than `most`.
  mutating func build(most: Int) -> Bool {
    for place in graph.operations.indices {
      apply(place)
      guard modules.count <= most else { return false }
    }
    return true
  }

  func size(_ place: Int) -> [Int]? { flow.size(of: graph.inputs.count + place) }

  func name(_ place: Int) -> String { graph.operations[place].stageName }

  func cost(_ place: Int) -> StageCost {
    let cost = flow.costs[place]
    return StageCost(parameters: cost.parameters, multiplications: cost.multiplications)
  }

  // MARK: Tensors

  /// The roles of a tensor as modules take them, and what it is in the network.
  private mutating func canonical(_ sizes: [Int]) -> (roles: DimensionRoles, shape: TensorShape?) {
    if let known = canonicalTensors[sizes] { return known }
    let batch: [DimensionRoles.Role] = sizes.count == axes + 2 ? [.batch] : []
    let roles = DimensionRoles(batch + [.channel] + (0..<axes).map { .axis($0) }, sizes)
    let isCanonical = roles.isCanonical(axes: axes, isBatched: isBatched)
    let shape = isCanonical ? roles.shape(axes: axes, isBatched: isBatched) : nil
    canonicalTensors[sizes] = (roles, shape)
    return (roles, shape)
  }

  /// Adds a module that takes and makes tensors in the order of modules.
  mutating func add(_ stage: Stage, of nodes: [Int], _ place: Int, making size: [Int]) {
    let (roles, shape) = canonical(size)
    add(stage, of: nodes, place, roles, shape: shape)
    if shape != nil { tensors[graph.inputs.count + place]?.isCanonical = true }
  }

  /// Adds a module that makes a tensor of these roles; `shape` is what they say, where that is known.
  mutating func add(
    _ stage: Stage, of nodes: [Int], _ place: Int, _ roles: DimensionRoles, text: String? = nil,
    shape: TensorShape? = nil
  ) {
    guard let shape = shape ?? roles.shape(axes: axes, isBatched: isBatched),
      let size = size(place)
    else { return leave(place, nil) }
    let text = text ?? stage.moduleText(graph.operations[place].word)
    modules.append(NamedNetwork.Module(name(place), stage, of: nodes, text: text))
    shapes.append(shape)
    tensors[graph.inputs.count + place] = Entry(roles: roles, node: modules.count, sizes: size)
  }

  /// The same tensor of the network in other dimensions; without roles a tensor that is none.
  mutating func rename(_ place: Int, _ source: Int, _ roles: DimensionRoles?) {
    guard var entry = tensors[source], let size = size(place), let roles else {
      return leave(place, nil)
    }
    (entry.roles, entry.sizes, entry.isCanonical) = (roles, size, false)
    tensors[graph.inputs.count + place] = entry
    pending = pending + cost(place)
  }

  /// Leaves an operation to a recorded module, which is made where a tensor of the network is needed.
  mutating func leave(
    _ place: Int, _ roles: DimensionRoles?, reads: RecordedStage.Reads? = nil
  ) {
    let tensor = graph.inputs.count + place
    if pendingPlace == nil || cost(place).multiplications > 0 { pendingPlace = place }
    pending = pending + cost(place)
    let sources = graph.operations[place].sources.compactMap { tensors[$0] }
    let origins = Set(sources.flatMap { $0.node.map { [$0] } ?? $0.origins })
    guard !origins.isEmpty else { return }
    let size = size(place)
    if size != nil { pendingTensors += 1 }
    let seesAll = seesSources(place) && sources.allSatisfy { $0.reads != .unknown }
    tensors[tensor] = Entry(
      roles: size == nil ? nil : roles, origins: origins.sorted().suffix(Self.mostOrigins),
      sizes: size ?? [], reads: reads ?? (seesAll ? .some : .unknown))
  }

  private func seesSources(_ place: Int) -> Bool {
    guard case .function(let call) = graph.operations[place].rule else { return false }
    return GraphEffect.named[call.function.effectName]?.seesSources ?? false
  }

  /// How many of its modules follow what comes to them.
  var liveModules: Int { modules.count - recordedCount }

  /// Nobody adds up more branches than these outside of modules.
  private static let mostOrigins = 64

  /// Makes a tensor one of the network, by a recorded module; `nil` where its roles say no shape.
  mutating func record(_ tensor: Int, _ roles: DimensionRoles) -> Int? {
    guard let entry = tensors[tensor],
      let shape = roles.shape(axes: axes, isBatched: isBatched)
    else { return nil }
    return record(tensor, entry, roles, shape)
  }

  mutating func record(
    _ tensor: Int, _ entry: Entry, _ roles: DimensionRoles?, _ shape: TensorShape
  ) -> Int? {
    let sources = entry.node.map { [$0] } ?? entry.origins
    let own = tensor - graph.inputs.count
    guard !sources.isEmpty, graph.operations.indices.contains(own) else { return nil }
    // A tensor that is one of the network in another order is only read in that order.
    let place = entry.node == nil ? pendingPlace ?? own : own
    let word = entry.node == nil ? graph.operations[place].word : "reshape"
    let stage = RecordedStage(
      word, of: sources.map { shapes[$0] }, output: shape, cost: pending, reads: entry.reads)
    hidesTensors = hidesTensors || pendingTensors > (entry.node == nil ? 1 : 0)
    (pending, pendingPlace, pendingTensors) = (.none, nil, 0)
    let name = entry.node == nil ? name(place) : word
    modules.append(NamedNetwork.Module(name, .recorded(stage), of: sources))
    recordedCount += 1
    shapes.append(shape)
    tensors[tensor] = Entry(roles: roles, node: modules.count, sizes: entry.sizes)
    return modules.count
  }

  /// The tensor's number in the network, in the order that a module of some axes takes.
  mutating func node(_ tensor: Int) -> Int? {
    guard let entry = tensors[tensor] else { return nil }
    if entry.isCanonical, let node = entry.node { return node }
    if let roles = entry.roles, roles.isCanonical(axes: axes, isBatched: isBatched) {
      return entry.node ?? record(tensor, roles)
    }
    // What a module takes is in the order that modules take.
    let roles: [DimensionRoles.Role] = [.channel] + (0..<axes).map { .axis($0) }
    switch entry.sizes.count {
    case axes + 2: return record(tensor, DimensionRoles([.batch] + roles, entry.sizes))
    case axes + 1: return record(tensor, DimensionRoles(roles, entry.sizes))
    default: return nil
    }
  }
}

extension Stage {
  /// A module as PyTorch constructs it, as far as its class follows from a function's name; the name
  /// where none does.
  func moduleText(_ word: String) -> String {
    // A convolution and a join are written as they are.
    switch self {
    case .convolution, .join, .recorded: return word
    case .channelwise, .pixelShuffle, .pixelUnshuffle: break
    }
    let known =
      ModuleClass.named(word).map { (name: word, known: $0) } ?? ModuleClass.calledAs(word)
    switch self {
    case .channelwise(let maps, _, _, _) where maps.isEmpty:
      guard let known, known.known.effect == .pointwise, known.known.weights == nil else {
        return word
      }
      return "nn.\(known.name)()"
    case .pixelShuffle(let factor): return "nn.PixelShuffle(\(factor))"
    case .pixelUnshuffle(let factor): return "nn.PixelUnshuffle(\(factor))"
    default: break
    }
    if let padModule { return padModule }
    guard let known, known.known.effect == .pool else { return word }
    return poolText(known.name) ?? word
  }

  private func poolText(_ name: String) -> String? {
    let windows = maps.compactMap { if case .pool(let window) = $0 { window } else { nil } }
    guard windows.count == maps.count else { return nil }
    func numbers(_ value: (PoolingWindow) -> Int) -> String {
      Spatial(windows.map(value)).map { Python.numbers($0) } ?? ""
    }
    var words = [numbers(\.kernelSize), "stride=" + numbers(\.stride)]
    if windows.contains(where: { $0.padding != 0 }) {
      words.append("padding=" + numbers(\.padding))
    }
    if windows.contains(where: { $0.dilation != 1 }) {
      words.append("dilation=" + numbers(\.dilation))
    }
    if windows.contains(where: \.isCeiling) { words.append("ceil_mode=True") }
    return "nn.\(name)(\(words.joined(separator: ", ")))"
  }
}
