import ConvArithmetic

extension ModelSheet {
  /// The operations of an exported or traced model, or of one in an ONNX file.
  ///
  /// `sizes` are those of its inputs in place of the ones in the text, in their order.
  package init(_ graph: ModelGraph, title: String, from sizes: [[Int]?] = []) {
    self.init(title, Origin(graph.origin))
    let flow = graph.flow(from: sizes)
    let told = GraphTold(graph, flow).told
    let faults = graph.faults(flow)
    var memory = LivingTensors(graph, flow)
    for place in graph.operations.indices {
      memory.run(place)
      if case .attribute = graph.operations[place].rule { continue }
      var stage = graph.stage(place, flow)
      stage.fault = faults[place]
      // Where the layer is refused, its fault says so.
      try? apply(&stage)
      note(place + 1, of: told, in: &stage)
      stages.append(stage)
    }
    input = graph.userInputs.first.flatMap { flow.size(of: $0) }
    output = graph.outputs.first.flatMap { flow.size(of: $0) }
    problems = graph.problems
    notes = graph.notes.map(\.text)
    if flow.openWeights > 0 { notes.append(Sentence.weightsNotSaid(flow.openWeights.grouped)) }
    unusedParameters = graph.unusedParameters
    peak = memory.peak
    let areSized = stages.allSatisfy { $0.basis != .unknown } && problems.isEmpty
    isWhole = areSized && flow.openWeights == 0
    torchFlops = areSized ? flow.total.torchFlops : nil
  }
}

extension ModelSheet.Origin {
  init(_ origin: ModelGraph.Origin) {
    switch origin {
    case .exported: self = .exported
    case .traced: self = .traced
    case .onnx: self = .onnx
    }
  }
}

extension ModelGraph {
  fileprivate func stage(_ place: Int, _ flow: GraphFlow) -> ModelStage {
    let operation = operations[place]
    let tensor = inputs.count + place
    let module = module(place, flow)
    var op = operation.word
    if case .convolution(let layer)? = module { op = layer.op.functionName }
    var stage = ModelStage(operation.path.isEmpty ? operation.name : operation.path, op)
    stage.module = module
    stage.input = operation.sources.first.flatMap { flow.size(of: $0) }
    stage.output = flow.size(of: tensor)
    stage.basis = flow.bases[tensor]
    stage.reason = flow.reasons[tensor]?.text
    stage.parameters = flow.costs[place].parameters
    stage.line = operation.position.line
    // Nothing is multiplied where nothing is said of it, either.
    let isSized = stage.basis != .unknown
    stage.multiplications = isSized ? flow.costs[place].multiplications : nil
    stage.isMinor = isMinor(place, stage)
    return stage
  }

  /// Whether an operation costs nothing, and is no stage that changes sizes, no join of channels, and
  /// nothing that is not known.
  private func isMinor(_ place: Int, _ stage: ModelStage) -> Bool {
    if case .recorded = operations[place].rule { return false }
    let changes = stage.input != stage.output && stage.module.map { !$0.maps.isEmpty } ?? false
    return stage.layer == nil && stage.parameters == 0 && (stage.multiplications ?? 0) == 0
      && !changes && !concatenates(place)
  }

  /// What goes wrong, by the places of the operations.
  fileprivate func faults(_ flow: GraphFlow) -> [Int: ModelFault] {
    var faults: [Int: ModelFault] = [:]
    for problem in flow.disagreements {
      faults[problem.operation] = ModelFault(kind: .size, text: problem.reason.text)
    }
    for problem in flow.refusals {
      let isJoin = problem.reason.sentence == .sizesDoNotFit
      faults[problem.operation] = ModelFault(
        kind: isJoin ? .join : .refused, text: problem.reason.text)
    }
    return faults
  }
}

/// The values that are alive while a model runs, each operation with a tensor of its own.
private struct LivingTensors {
  private let graph: ModelGraph
  private let lastUse: [Int]
  private let elements: [Count?]
  private var alive: Count?
  private(set) var peak: Count?

  init(_ graph: ModelGraph, _ flow: GraphFlow) {
    self.graph = graph
    var lastUse = [Int](repeating: -1, count: graph.inputs.count + graph.operations.count)
    for (place, operation) in graph.operations.enumerated() {
      for source in operation.sources { lastUse[source] = place }
    }
    for output in graph.outputs { lastUse[output] = graph.operations.count }
    self.lastUse = lastUse
    let isData = graph.isData
    elements = flow.values.indices.map { tensor in
      guard isData[tensor] else { return 0 }
      return flow.bases[tensor] == .unknown ? nil : flow.values[tensor].shape?.elements ?? 0
    }
    let inputs = elements.prefix(graph.inputs.count)
    alive = inputs.reduce(Count(0)) { sum, size in size.flatMap { own in sum.map { $0 + own } } }
    peak = alive
  }

  /// Runs an operation; its sources and its output are there at the same time.
  mutating func run(_ place: Int) {
    let tensor = graph.inputs.count + place
    guard let before = alive, let own = elements[tensor] else { return (alive, peak) = (nil, nil) }
    var after = before + own
    peak = peak.map { max($0, after) }
    for source in Set(graph.operations[place].sources) where lastUse[source] == place {
      after = after - (elements[source] ?? 0)
    }
    alive = lastUse[tensor] < 0 ? after - own : after
  }
}
