import ConvArithmetic

extension ModelText {
  /// Whether the text itself has the input of its network.
  package var saysInput: Bool { graph != nil || written != nil }

  /// The network that the text is, where it says in which order its modules run and what each does:
  /// modules in containers such as `Sequential`.
  ///
  /// Without an input it is one that the first layer can have.
  package func network(from input: TensorShape? = nil) -> NamedNetwork? {
    if let graph { return graph.network(from: input?.dimensions) }
    if var written {
      written.input = input ?? written.input
      return written
    }
    // A list for itself says nothing about what is done with it.
    guard problems.isEmpty, hidden == nil, roots.count == 1, let root = roots.first,
      root.kind == .module, let nodes = root.chain,
      (2...NamedNetwork.mostModules).contains(nodes.count)
    else { return nil }
    let axes = layers.first?.layer.kernelSize.count ?? input?.size.count ?? 2
    var modules: [NamedNetwork.Module] = []
    for node in nodes {
      guard let stage = stage(node, axes: axes, isBatched: input?.batch != nil || input == nil)
      else { return nil }
      let name = node.path.isEmpty ? "\(modules.count)" : node.path
      modules.append(
        NamedNetwork.Module(
          name, stage, of: [modules.count], text: (node.arguments ?? []).call(of: node.className)))
    }
    guard let input = input ?? layers.first?.layer.proposedInput else { return nil }
    return NamedNetwork(modules, input: input)
  }

  /// What a module is; `nil` where its text leaves that open.
  private func stage(_ node: ModelNode, axes: Int, isBatched: Bool) -> Stage? {
    if let place = node.layer {
      let layer = layers[place]
      return layer.isPlain ? .convolution(layer.layer) : nil
    }
    let known = ModuleClass.named(node.className)
    if let stage = known?.lackingIndices(node.className) { return stage }
    guard let known, let arguments = node.arguments,
      let call = try? ModuleCall(
        known, name: node.className, at: node.position, axes: known.axes ?? axes, arguments),
      let stages = try? call.stages(isSource: isSource, isBatched: isBatched)
    else { return nil }
    return stages.count == 1 ? stages.first : nil
  }
}

extension NamedNetwork {
  /// Its convolutions, each on what comes to it, where anything does.
  var layers: [ModelLayer] {
    let shapes = network.flow(of: input).shapes
    return modules.compactMap { module in
      guard let layer = module.layer, let source = module.sources.first else { return nil }
      let input = shapes.indices.contains(source) ? shapes[source].size : nil
      return ModelLayer(
        path: module.name, moduleName: layer.op.moduleName, model: nil, layer: layer,
        position: TextPosition(), repetitions: 1, notes: [], input: input,
        basis: input == nil ? .unknown(Remark(.noModelInput)) : .computed)
    }
  }
}

extension ModelNode {
  /// The modules in it in the order in which they run; `nil` where the text does not say that.
  var chain: [ModelNode]? { chain(isOpen: false) }

  /// The same, where `isOpen` with modules of which nothing is known but that no layer is in them.
  func chain(isOpen: Bool) -> [ModelNode]? {
    guard repetitions == 1 else { return nil }
    if layer != nil || arguments != nil { return children.isEmpty ? [self] : nil }
    let holders = ModuleClass.containers.union(ModuleClass.wrappers)
    guard isComplete, kind == .group || holders.contains(className) else {
      return isOpen && kind == .module && !holdsLayers ? [self] : nil
    }
    var modules: [ModelNode] = []
    for child in children {
      guard let inside = child.chain(isOpen: isOpen) else { return nil }
      modules += inside
    }
    return modules
  }
}
