import ConvArithmetic

extension ModelText {
  /// The modules of a `Sequential`, or one alone, as operations each of which takes what the one
  /// before it makes; `nil` where the text does not say their order.
  ///
  /// It has all modules, also those of which no size is known, and those that work along no axes.
  var chain: ModelGraph? {
    guard graph == nil, written == nil, hidden == nil, roots.count == 1, let root = roots.first,
      root.kind == .module, let nodes = root.chain(isOpen: true), !nodes.isEmpty,
      nodes.count <= NamedNetwork.mostModules, !isLone,
      nodes.contains(where: { $0.layer != nil || ModuleClass.named($0.className) != nil })
    else { return nil }
    var graph = ModelGraph(
      origin: isSource ? .source : .printed, inputs: [], operations: [], outputs: [],
      problems: problems)
    graph.inputs = [ModelGraph.Input(name: "", kind: .user, said: nil)]
    var modules = GraphModules()
    for (place, node) in nodes.enumerated() {
      let module = modules.module(node, of: layers, isSource: isSource)
      var operation = ModelGraph.Operation(
        name: node.path.isEmpty ? "\(place)" : node.path, path: node.path, word: node.className,
        rule: module.rule(of: [.result(place)], at: node.position), sources: [place],
        position: node.position)
      (operation.parameters, operation.assumption) = (module.parameters, module.assumption)
      graph.operations.append(operation)
    }
    graph.notes = modules.notes
    graph.outputs = [nodes.count]
    return graph
  }

  /// Whether the text is a single convolution.
  var isLone: Bool { roots.count == 1 && roots.first?.layer != nil && layers.count == 1 }
}

extension ModelGraph {
  /// Whether its first operation takes dimensions that are no axes, as `Linear` does.
  var beginsWithoutAxes: Bool {
    guard case .function(let call)? = operations.first?.rule else { return false }
    return ["linearOfFeatures", "embeddingOfModule", "unflatten", "fold"]
      .contains(call.function.effectName)
  }
}

extension ModelGraph.Operation {
  /// Whether it is a convolution that takes its channels from what comes.
  var isLazy: Bool { assumption?.sentence == .lazyChannels }
}

extension ModelSheet {
  /// A chain with what PyTorch refuses of it whatever the sizes are.
  init(chain graph: ModelGraph, title: String, on sizes: [Int]?, from input: TensorShape? = nil) {
    self.init(graph, title: title, from: [sizes])
    var tensor = OpenTensor(channels: input?.channels, axes: input?.size.count)
    for place in stages.indices {
      guard var module = stages[place].module else {
        tensor = OpenTensor()
        continue
      }
      if case .convolution(var layer) = module, graph.operations[place].isLazy {
        stages[place].parameters = layer.inChannels < 1 ? 0 : layer.learnableNumbers
        layer.inChannels = tensor.channels ?? max(1, layer.groups)
        module = .convolution(layer)
      }
      // With sizes it has been refused for these.
      if stages[place].fault == nil, stages[place].input == nil,
        let refusal = module.refusal(tensor)
      {
        stages[place].fault = ModelFault(kind: .refused, text: refusal.text)
      }
      tensor = module.output([tensor])
    }
  }
}
