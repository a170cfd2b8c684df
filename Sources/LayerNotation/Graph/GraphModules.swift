import ConvArithmetic

/// The modules that stand above the `forward` of a traced model, as `print` shows them.
struct GraphModules {
  struct Module {
    let className: String
    fileprivate let layer: ConvLayer?
    fileprivate let arguments: [PyTorchArgument]?
    /// What is taken to be so of its class.
    let assumption: Remark?
    /// Its learnable numbers; none where its class is not known.
    let parameters: Count
    /// Whether arguments that are not written have their defaults.
    fileprivate let isSource: Bool
  }

  private var modules: [String: Module] = [:]
  /// What had to be assumed.
  private(set) var notes: [Remark] = []
  /// What was not understood, or not read.
  private(set) var problems: [PyTorchProblem] = []

  init() {}

  /// Reads the printed tree in some bytes.
  init(_ bytes: [UInt8]) {
    var reader = ModelReader(bytes)
    reader.read()
    problems = reader.problems
    for root in reader.top.node.children { add(root, of: reader.layers) }
  }

  subscript(path: String) -> Module? { modules[path] }

  private mutating func add(_ node: ModelNode, of layers: [ModelLayer]) {
    for child in node.children { add(child, of: layers) }
    guard node.kind == .module, !node.path.isEmpty else { return }
    modules[node.path] = module(node, of: layers)
  }

  /// A module of its class and arguments.
  mutating func module(
    _ node: ModelNode, of layers: [ModelLayer], isSource: Bool = false
  ) -> Module {
    let layer = node.layer.map { layers[$0] }
    let known = layer.map { $0.isOpen || $0.isNoted(.lazyChannels) ? nil : $0.layer } ?? nil
    let lazy = layer.flatMap { $0.isNoted(.lazyChannels) && !$0.isOpen ? $0.layer : nil }
    var parameters = known?.learnableNumbers ?? node.parameters
    if let known, node.isNormed {
      parameters = parameters + known.filters
      note(.weightNormAssumed)
    }
    if node.isAttention, parameters > 0 { note(.attentionAssumed) }
    return Module(
      className: node.className, layer: known ?? lazy, arguments: node.ownArguments,
      assumption: layer?.notes.first { Self.assumptions.contains($0.sentence) } ?? node.assumption,
      parameters: parameters, isSource: isSource)
  }

  private mutating func note(_ sentence: Sentence) {
    if !notes.contains(where: { $0.sentence == sentence }) { notes.append(Remark(sentence)) }
  }

  private static let assumptions: [Sentence] = [.takenFor, .padsByInput, .lazyChannels]
}

extension GraphModules.Module {
  /// Whether it makes two tensors where one of them is taken: print leaves out return_indices.
  var mayReturnIndices: Bool {
    ModuleClass.named(className)?.parameters.contains("return_indices") ?? false
  }

  /// What a call of the module does, which may ask for a size.
  func rule(
    of inputs: [GraphValue], outputSize: GraphValue = .nothing, at position: TextPosition
  ) -> GraphRule {
    if let layer {
      let isByInput = [.padsByInput, .lazyChannels].contains(assumption?.sentence)
      return isByInput || outputSize != .nothing
        ? .byInput(layer, outputSize: outputSize) : .stage(.convolution(layer))
    }
    if outputSize != .nothing { return unpool(of: inputs, to: outputSize, at: position) }
    if inputs.count == 1, let stage = ModuleClass.named(className)?.lackingIndices(className) {
      return .stage(stage)
    }
    guard let call = call(of: inputs, at: position) else { return .recorded }
    guard case .stage = call.function.effect.rule,
      let stages = try? call.arguments({ _ in .unknown }).moduleStages(), let first = stages.first
    else { return .function(call) }
    return stages.count == 1 ? .stage(first) : .oneOf(stages)
  }

  /// The size that a call asks for.
  ///
  /// Source: `forward` of `torch.nn.ConvTranspose2d` and `MaxUnpool2d`.
  func outputSize(_ arguments: [(name: String?, value: GraphValue)]) -> GraphValue {
    let isUnpool = ModuleClass.named(className)?.effect == .unpool
    guard isUnpool || layer?.direction == .transposed else { return .nothing }
    let named = arguments.first { $0.name == "output_size" } ?? arguments[at: isUnpool ? 2 : 1]
    return named?.value ?? .nothing
  }

  /// An unpool makes any of several sizes: its function takes the one that is wanted.
  private func unpool(
    of inputs: [GraphValue], to outputSize: GraphValue, at position: TextPosition
  ) -> GraphRule {
    guard let arguments, let axes = ModuleClass.named(className)?.axes,
      let function = GraphFunction.named("max_unpool\(axes)d")
    else { return .recorded }
    let given = arguments.map { (name: $0.name, value: GraphValue($0.value)) }
    let tensors = (inputs + [.nothing, .nothing]).prefix(2).map { (name: String?.none, value: $0) }
    let wanted = [(name: String?("output_size"), value: outputSize)]
    return .function(
      GraphCall(function, tensors + given + wanted, at: position, isSource: isSource))
  }

  private func call(of inputs: [GraphValue], at position: TextPosition) -> GraphCall? {
    guard let arguments else { return nil }
    let given = arguments.map { (name: $0.name, value: GraphValue($0.value)) }
    let input = (name: String?.none, value: inputs.first ?? .nothing)
    if let function = GraphFunction.ofClass(className) {
      return GraphCall(function, [input] + given, at: position, isSource: isSource)
    }
    guard let known = ModuleClass.named(className), let module = GraphEffect.named["module"] else {
      return nil
    }
    let function = GraphFunction(
      className, module, of: className, parameters: ["input"] + known.parameters)
    return GraphCall(function, [input] + given, at: position, isSource: isSource)
  }
}

extension ModelNode {
  /// That a pool pads by its input.
  fileprivate var assumption: Remark? {
    guard ModuleClass.named(className)?.remark == .padsByInput else { return nil }
    return Remark(.padsByInput, className)
  }

  fileprivate var isAttention: Bool { ModuleClass.named(className)?.weights == .attention }

  /// Its arguments; those of an attention are not printed, but its last projection has its features.
  fileprivate var ownArguments: [PyTorchArgument]? {
    guard isAttention else { return arguments }
    return children.first { $0.path == path + ".out_proj" }?.arguments
  }

  /// Whether weight norm is in it, which has a length for each filter more; `print` leaves out which
  /// dimension they are along, and it is the first one unless somebody says another.
  ///
  /// Source: `torch.nn.utils.parametrizations.weight_norm`.
  fileprivate var isNormed: Bool {
    className == "_WeightNorm"
      || children.contains { $0.layer == nil && $0.isNormed }
  }

  /// The learnable numbers of a module that is no convolution.
  fileprivate var parameters: Count {
    guard let known = ModuleClass.named(className), let arguments = ownArguments,
      let call = try? ModuleCall(known, name: className, at: position, axes: 2, arguments)
    else { return 0 }
    if case .function = known.effect { return call.matrixParameters }
    // Those of all classes with weights follow without sizes.
    guard let stages = try? call.stages(isSource: false), let stage = stages.first,
      case .channelwise(_, _, let parameters, _) = stage
    else { return 0 }
    return Count(parameters)
  }
}

extension ConvLayer {
  /// The first size of the weight.
  fileprivate var filters: Count { Count(direction == .transposed ? inChannels : outChannels) }
}
