import ConvArithmetic

extension ModelSheet {
  /// The operations of an exported or traced model, or of one in an ONNX file.
  ///
  /// `sizes` are those of its inputs in place of the ones in the text, in their order.
  package init(_ graph: ModelGraph, title: String, from sizes: [[Int]?] = []) {
    self.init(title, Origin(graph.origin))
    let flow = graph.flow(from: sizes)
    let faults = graph.faults(flow)
    var modules = graph.modules(flow)
    let outputs = modules?.close() ?? []
    let network = modules?.network
    let told = network.map { NetworkTold($0, axes: modules?.axes ?? 0) }
    var texts = RemarkTexts()
    stages.reserveCapacity(graph.operations.count)
    for place in graph.operations.indices {
      if graph.operations[place].isNoStage { continue }
      var stage = graph.stage(place, flow)
      if stage.basis != .computed, let reason = flow.reasons[graph.inputs.count + place] {
        stage.reason = texts.text(flow.isOpen(place) ? Remark(.outputPaddingOpen) : reason)
      }
      if let fault = faults[place] {
        stage.fault = fault
        if stage.basis == .unknown { stage.reason = fault.text }
      }
      if stage.basis != .unknown {
        // Where the layer is refused, its fault says so.
        try? apply(&stage)
        if let node = modules?.tensors[graph.inputs.count + place]?.node {
          note(node, of: told, in: &stage)
        }
      }
      stages.append(stage)
    }
    input = graph.userInputs.first.flatMap { flow.size(of: $0) }
    output = graph.outputs.first.flatMap { flow.size(of: $0) }
    problems = graph.problems
    notes = openNotes(graph, flow, unseen: modules?.unseen)
    unusedParameters = graph.unusedParameters
    let (total, areSized) = (flow.total, isSized)
    isWhole = areSized && flow.openWeights == 0 && total.isCounted
    torchFlops = areSized && total.isCounted ? total.torchFlops : nil
    let isRunOnce = !graph.operations.contains(where: \.holdsGraphs)
    peak = areSized && isRunOnce ? modules?.peak(network, outputs) : nil
  }
}

extension ModelSheet {
  /// Whether all was read, with every size.
  private var isSized: Bool { problems.isEmpty && stages.allSatisfy { $0.basis != .unknown } }

  /// What is assumed of a graph, and what is left open.
  private func openNotes(_ graph: ModelGraph, _ flow: GraphFlow, unseen: Remark?) -> [String] {
    let isUnseen = stages.contains { $0.layer != nil && $0.reach.isEmpty && !$0.seesEverything }
    let weights = flow.openWeights
    let open = weights > 0 ? Sentence.weightsNotSaid(weights.counted("weight")) : nil
    return graph.notes.map(\.text)
      + [isUnseen ? unseen?.text : nil, open, graph.uncounted(flow)?.text].compactMap(\.self)
  }
}

extension GraphNetwork {
  /// What recorded modules leave open; `nil` where there are none.
  fileprivate var unseen: Remark? {
    let unknown = modules.filter { $0.stage.maps.contains { !$0.seesInput } }
    guard let first = unknown.first?.name else { return nil }
    return Remark(.reachUnknown, first, unknown.count.counted("such stage"))
  }

  /// The most values that are alive at once, each module with a tensor of its own.
  ///
  /// What only gives values other dimensions has none. `nil` where a tensor is in no module.
  fileprivate func peak(_ network: Network?, _ outputs: [Int]) -> Count? {
    guard !hidesTensors, graph.userInputs.count == 1 else { return nil }
    return network?.peak(of: shapes.map(\.elements), outputs: outputs)?.elements
  }
}

extension ModelSheet.Origin {
  init(_ origin: ModelGraph.Origin) {
    switch origin {
    case .exported: self = .exported
    case .traced: self = .traced
    case .onnx: self = .onnx
    case .printed: self = .printed
    case .source: self = .source
    }
  }
}

extension ModelGraph {
  fileprivate func stage(_ place: Int, _ flow: GraphFlow) -> ModelStage {
    let operation = operations[place]
    let tensor = inputs.count + place
    let module = module(place, flow)
    var op = operation.word
    if case .convolution(let layer)? = module {
      op = layer.op.functionName
    } else if case .function(let call) = operation.rule {
      op = call.convolutionName ?? op
    }
    var stage = ModelStage(operation.stageName, op)
    stage.module = module
    stage.isConvolution = effectName(place).map(Self.convolutions.contains) ?? false
    stage.isComplex = operation.isComplexLayer
    stage.input = operation.sources.first.flatMap { flow.size(of: $0) }
    stage.output = flow.size(of: tensor)
    stage.basis = flow.bases[tensor]
    stage.parameters = flow.costs[place].parameters
    stage.line = operation.position.line
    // Nothing is multiplied where nothing is said of it, either.
    let isCounted = stage.basis != .unknown && flow.costs[place].isCounted
    stage.multiplications = isCounted ? flow.costs[place].multiplications : nil
    stage.isMinor = isMinor(place, stage)
    return stage
  }

  /// What sizes go through in an operation, where that is known.
  fileprivate func module(_ place: Int, _ flow: GraphFlow) -> Stage? {
    switch operations[place].rule {
    case .stage(let stage): return stage
    case .oneOf(let stages): return stages.first
    case .function(let call):
      if let layer = flow.layers[place] ?? flow.openLayers[place] { return .convolution(layer) }
      // Along whichever dimension it is, sizes stay.
      if call.function.effectName == "along" { return .channelwise([]) }
      return call.arguments { flow.values[$0] }.stage
    case .byInput(let layer, _): return .convolution(flow.layers[place] ?? layer)
    case .attribute, .graph, .recorded: return nil
    }
  }

  private static let convolutions: Set = ["convolution", "transposed", "either"]

  private func effectName(_ place: Int) -> String? {
    guard case .function(let call) = operations[place].rule else { return nil }
    return call.function.effectName
  }

  /// Whether an operation costs nothing, and is no stage that changes sizes, no join of channels, and
  /// nothing that is not known.
  private func isMinor(_ place: Int, _ stage: ModelStage) -> Bool {
    if case .recorded = operations[place].rule { return false }
    let changes = stage.input != stage.output && stage.module.map { !$0.maps.isEmpty } ?? false
    return stage.layer == nil && stage.parameters == 0 && (stage.multiplications ?? 0) == 0
      && !changes && !stage.isConvolution && effectName(place) != "concatenate"
  }

  /// What goes wrong, by the places of the operations.
  fileprivate func faults(_ flow: GraphFlow) -> [Int: ModelFault] {
    var faults: [Int: ModelFault] = [:]
    for problem in flow.disagreements {
      faults[problem.operation] = ModelFault(kind: .size, text: problem.reason.textOfStage)
    }
    for problem in flow.refusals {
      let isJoin = problem.reason.sentence == .sizesDoNotFit
      faults[problem.operation] = ModelFault(
        kind: isJoin ? .join : .refused, text: problem.reason.textOfStage)
    }
    return faults
  }
}
