import ConvArithmetic

extension ModelSheet {
  /// The modules of a network; `lines` are their places in the text, where it has any.
  ///
  /// Without an input its sizes are not known.
  package init(
    _ named: NamedNetwork, title: String, _ origin: Origin, lines: [Int] = [],
    isInputKnown: Bool = true
  ) {
    self.init(title, origin)
    let network = named.network
    let flow = network.flow(of: named.input)
    let told = NetworkTold(network, axes: named.input.size.count)
    let costs = network.costs(flow)
    let refusals = network.refusals
    notes = named.notes.map(\.text)
    for (place, module) in named.modules.enumerated() {
      var stage = ModelStage(module.name, module.op)
      stage.module = module.stage
      stage.line = lines[at: place] ?? 1
      stage.parameters = costs[place].parameters
      note(place + 1, of: told, in: &stage)
      stage.isMinor = module.stage.isPointwise && stage.parameters == 0
      if isInputKnown {
        fill(&stage, place, module, flow, costs[place])
      } else {
        (stage.basis, stage.reason) = (.unknown, Sentence.noModelInput())
      }
      // PyTorch needs no sizes to refuse it.
      if stage.fault == nil, let refusal = refusals[place] {
        stage.fault = ModelFault(kind: .refused, text: refusal.text)
      }
      stages.append(stage)
    }
    isWhole = isInputKnown && flow.failure == nil
    guard isInputKnown else { return }
    input = named.input.dimensions
    output = isWhole ? flow.shapes.last?.dimensions : nil
    peak = network.peak(flow, inPlace: false)?.elements
  }

  private mutating func fill(
    _ stage: inout ModelStage, _ place: Int, _ module: NamedNetwork.Module, _ flow: NetworkFlow,
    _ cost: StageCost
  ) {
    stage.input = module.sources.first.flatMap { flow.shapes[at: $0]?.dimensions }
    stage.output = flow.shapes[at: place + 1]?.dimensions
    if let mismatch = flow.mismatches.first(where: { $0.node == place }) {
      stage.fault = ModelFault(kind: .join, text: mismatch.text)
    }
    guard stage.output == nil else {
      stage.multiplications = cost.multiplications
      // PyTorch refuses the join, so that what comes after it is no more than taken to be so.
      if let first = flow.mismatches.first, first.node <= place {
        stage.basis = .assumed
        stage.reason = Sentence.firstSizeGoesOn(stages[at: first.node]?.path ?? stage.path)
      }
      try? apply(&stage)
      return
    }
    stage.basis = .unknown
    guard let failure = flow.failure else { return }
    let refusal = failure.reason.text
    if failure.node == place {
      stage.reason = refusal
      stage.fault = ModelFault(kind: .refused, text: refusal)
    } else {
      stage.reason = Sentence.noOutputBefore(stages[at: failure.node]?.path ?? stage.path)
    }
  }
}

extension NamedNetwork.Module {
  /// The function of a convolution; `add`, `cat`, or the name of its class.
  var op: String {
    switch stage {
    case .convolution(let layer): return layer.op.functionName
    case .join(.add): return "add"
    case .join(.concatenate): return "cat"
    default:
      let name = constructor.prefix { $0 != "(" }
      return name.split(separator: ".").last.map(String.init) ?? String(name)
    }
  }
}
