import ConvArithmetic

/// The sizes that go through a model, where each is from, and what does not fit.
package struct GraphFlow: Sendable {
  /// Where a size is from.
  package enum Basis: String, Sendable {
    /// The text alone; it would not follow an edit.
    case said
    case computed
    /// Computed, where something is taken to be so; see ``GraphFlow/reasons``.
    case assumed
    case unknown
  }

  package struct Problem: Equatable, Sendable {
    /// Its place among the operations.
    package let operation: Int
    package let reason: Remark
  }

  /// What each tensor is, the inputs first.
  package internal(set) var values: [GraphValue] = []
  package internal(set) var bases: [Basis] = []
  /// Why a tensor's size is not known, or what is assumed.
  package internal(set) var reasons: [Int: Remark] = [:]
  /// Where a rule and the text do not agree; the text's sizes go on.
  package internal(set) var disagreements: [Problem] = []
  /// The operations that cannot take what comes to them.
  package internal(set) var refusals: [Problem] = []
  /// What each operation costs.
  package internal(set) var costs: [GraphCost] = []
  /// The convolutions whose numbers follow from sizes alone, by their places.
  package internal(set) var layers: [Int: ConvLayer] = [:]
  /// Those whose output_padding is not known, as if it were 0.
  private(set) var openLayers: [Int: ConvLayer] = [:]

  /// Whether nothing but the output_padding of a layer is not known.
  func isOpen(_ place: Int) -> Bool { layers[place] == nil && openLayers[place] != nil }

  /// The weights whose size no line says and no rule gives, so that their numbers are missing.
  package internal(set) var openWeights = 0
  /// Whether each tensor is as the text records it.
  var isRecorded: [Bool] = []
  /// The same layer on the same input stands many times in a model.
  private var applied: [LayerCase: (output: [Int], cost: GraphCost)] = [:]

  /// The sizes of a tensor; `nil` where they are not known, and for what is no tensor.
  package func size(of tensor: Int) -> [Int]? { values[at: tensor]?.shape }
}

extension ModelGraph {
  /// Follows sizes through all operations.
  ///
  /// `sizes` are those of the inputs of ``userInputs``, in their order, in place of the ones in the
  /// text; `nil` leaves an input as it is.
  package func flow(from sizes: [[Int]?] = []) -> GraphFlow {
    var flow = GraphFlow()
    flow.values.reserveCapacity(inputs.count + operations.count)
    flow.costs.reserveCapacity(operations.count)
    var given = sizes.makeIterator()
    for input in inputs {
      let size = input.kind == .user ? given.next() ?? nil : nil
      flow.add(input, size ?? input.said)
    }
    for place in operations.indices { flow.apply(place, of: self) }
    flow.countWeights(of: self)
    return flow
  }
}

extension GraphFlow {
  fileprivate mutating func add(_ input: ModelGraph.Input, _ size: [Int]?) {
    let isSaid = size == input.said
    values.append(size.map { .shape($0) } ?? .unknown)
    bases.append(size == nil ? .unknown : isSaid ? .said : .computed)
    isRecorded.append(isSaid)
    guard size == nil else { return }
    let reason: Sentence = input.kind == .user ? .inputNotSaid : .weightNotSaid
    reasons[values.count - 1] =
      input.name.isEmpty ? Remark(.noModelInput) : Remark(reason, input.name)
  }

  fileprivate mutating func apply(_ place: Int, of graph: ModelGraph) {
    let operation = graph.operations[place]
    let isOriginal = operation.sources.allSatisfy { isRecorded[$0] }
    var cost = GraphCost()
    do throws(GraphGap) {
      let (value, assumed) = try evaluate(operation, of: graph, &cost)
      if operation.isComplexLayer { cost.countComplex() }
      let isSame = operation.said == nil || value.shape == operation.said
      if let said = operation.said, !isSame, isOriginal {
        let computed = value.shape.map(tupleText) ?? "–"
        let reason = Remark(.computedOtherwise, operation.name, computed, tupleText(said))
        disagreements.append(Problem(operation: place, reason: reason))
        add(.shape(said), .said, isRecorded: true)
      } else {
        // Taking channels from what comes leaves nothing open.
        let ofModule = operation.isLazy ? nil : operation.assumption
        let reason = assumed ?? ofModule ?? reason(of: operation, .assumed)
        add(
          value, reason == nil ? .computed : .assumed, reason,
          isRecorded: operation.said == nil ? isOriginal : isSame)
      }
    } catch {
      fail(operation, place, error, isOriginal)
    }
    costs.append(cost)
  }

  /// An operation whose rule makes nothing: the text's size is right where what comes is the text's.
  private mutating func fail(
    _ operation: ModelGraph.Operation, _ place: Int, _ gap: GraphGap, _ isOriginal: Bool
  ) {
    let known = operation.said.flatMap { isOriginal ? $0 : nil }
    // What is not known of an earlier tensor is the reason here, too.
    let earlier = reason(of: operation, .unknown)
    var reason = earlier ?? gap.remark
    if case .refused(let remark) = gap {
      reason = remark
      let problem = Problem(operation: place, reason: remark)
      if known == nil { refusals.append(problem) } else { disagreements.append(problem) }
      // What comes after it is not refused.
      if known == nil { reason = Remark(.noOutputBefore, operation.stageName) }
    } else if known == nil, !isOriginal, operation.said != nil, earlier == nil {
      reason = Remark(.recordedAlone, operation.word)
    }
    guard let known else {
      // Of several tensors the text has the sizes where each is taken.
      let isRecorded = isOriginal && operation.said == nil
      return add(.unknown, .unknown, reason, isRecorded: isRecorded)
    }
    add(.shape(known), .said, reason, isRecorded: true)
  }

  /// The reason that a source of some basis has.
  private func reason(of operation: ModelGraph.Operation, _ basis: Basis) -> Remark? {
    operation.sources.first { bases[$0] == basis && reasons[$0] != nil }.flatMap { reasons[$0] }
  }

  private mutating func add(
    _ value: GraphValue, _ basis: Basis, _ reason: Remark? = nil, isRecorded: Bool
  ) {
    if let reason { reasons[values.count] = reason }
    values.append(value)
    bases.append(basis)
    self.isRecorded.append(isRecorded)
  }

  // MARK: Rules

  /// What an operation makes of what comes to it, and what has to be assumed for that.
  private mutating func evaluate(
    _ operation: ModelGraph.Operation, of graph: ModelGraph, _ cost: inout GraphCost
  ) throws(GraphGap) -> (value: GraphValue, assumed: Remark?) {
    switch operation.rule {
    case .stage(let stage): return (try apply(stage, operation, &cost), nil)
    case .oneOf(let stages): return (try agreed(stages, operation, &cost), nil)
    case .function(let call): return try evaluate(call, operation, of: graph, &cost)
    case .byInput(let layer, let wanted):
      return (try apply(layer, wanted, operation, &cost), nil)
    case .attribute: throw .open(Remark(.weightNotSaid, operation.name))
    case .graph: throw .open(Remark(.unknownFunction, operation.word))
    case .recorded:
      cost.isCounted = !operation.holdsGraphs && !graph.appliesWeights(operation)
      throw .open(Remark(.unknownFunction, operation.word))
    }
  }

  private mutating func apply(
    _ stage: Stage, _ operation: ModelGraph.Operation, _ cost: inout GraphCost
  ) throws(GraphGap) -> GraphValue {
    // Numbers are a tensor, too, also where it is not known what is made of them.
    guard let source = operation.sources.first, let input = values[source].asTensor.shape else {
      throw .open(Remark(.argumentNotKnown, operation.word, "input"))
    }
    return .shape(try output(of: stage, input, &cost))
  }

  /// A convolution with the padding, the channels or the output_padding that follow from what comes.
  private mutating func apply(
    _ plain: ConvLayer, _ wanted: GraphValue, _ operation: ModelGraph.Operation,
    _ cost: inout GraphCost
  ) throws(GraphGap) -> GraphValue {
    var layer = plain
    let input = operation.sources.first.flatMap { values[$0].shape }
    let size = input.flatMap { Spatial($0.suffix(layer.kernelSize.count)) }
    if operation.isLazy {
      let place = (input?.count ?? 0) - layer.kernelSize.count - 1
      layer.inChannels = input?[at: place] ?? layer.inChannels
    } else if wanted == .nothing, let ends = size.flatMap({ layer.samePadding(of: $0) }) {
      layer.padding = .explicit(ends)
    }
    if wanted != .nothing {
      guard let input, let sizes = wanted.resolved({ values[$0] }).numbers else {
        throw .open(Remark(.argumentNotKnown, operation.word, "output_size"))
      }
      layer.outputPadding = try layer.outputPadding(making: sizes, of: input)
    }
    layers[costs.count] = layer
    return try apply(.convolution(layer), operation, &cost)
  }

  /// What a stage makes of some sizes; a layer is worked out once.
  private mutating func output(
    of stage: Stage, _ input: [Int], _ cost: inout GraphCost
  ) throws(GraphGap) -> [Int] {
    guard case .convolution(let layer) = stage,
      let shape = TensorShape(dimensions: input, axes: layer.kernelSize.count)
    else { return try stage.output(of: input).sizes }
    let subject = LayerCase(layer: layer, input: shape)
    if let known = applied[subject] {
      cost = known.cost
      return known.output
    }
    let (output, pass) = try stage.output(of: input)
    if let pass { cost.count(pass) }
    applied[subject] = (output, cost)
    return output
  }

  /// What stages make that the text does not tell apart, where that is the same.
  private mutating func agreed(
    _ stages: [Stage], _ operation: ModelGraph.Operation, _ cost: inout GraphCost
  ) throws(GraphGap) -> GraphValue {
    var values: [GraphValue] = []
    for stage in stages { values.append(try apply(stage, operation, &cost)) }
    guard let first = values.first, values.allSatisfy({ $0 == first }) else {
      throw .open(Remark(.unknownRounding, operation.word, operation.position.line))
    }
    return first
  }

  private mutating func evaluate(
    _ call: GraphCall, _ operation: ModelGraph.Operation, of graph: ModelGraph,
    _ cost: inout GraphCost
  ) throws(GraphGap) -> (value: GraphValue, assumed: Remark?) {
    var assumed: Remark?
    let isElementwise = call.function.isElementwise
    var arguments = call.arguments { tensor in
      // A weight that no line gives a size is taken to fit what it is added to.
      guard isElementwise, values[tensor] == .unknown, graph.isAttribute(tensor) else {
        return values[tensor]
      }
      assumed = Remark(.broadcastAssumed, graph.name(of: tensor))
      return .nothing
    }
    if graph.origin == .onnx {
      // A tensor may be the sizes of another one.
      if let numbers = arguments.numbersAlone { return (numbers, nil) }
      arguments = arguments.withTensors
    }
    let value: GraphValue
    switch call.function.effect.rule {
    case .stage(let rule):
      let stage = try stage(rule, arguments, isSaid: operation.said != nil)
      value = .shape(try output(of: stage, arguments.shape(), &cost))
    case .sizes(let rule):
      value = try rule(arguments)
      if let output = value.shape, let products = call.function.effect.products {
        cost.multiplications = products(arguments, output)
        // The counter knows products of matrices, and none with a vector.
        let isCounted = !["mv", "dot", "vdot"].contains(call.function.name)
        cost.torchFlops = isCounted ? 2 * cost.multiplications : 0
      }
    case .ignored: value = .nothing
    }
    cost.isCounted = call.function.effect.isCounted
    learnWeights(of: call, arguments, graph, &cost)
    return (value, assumed)
  }

  /// The stage of a call, whose layer is kept, also where nothing but its output_padding is open.
  private mutating func stage(
    _ rule: (GraphArguments) throws(GraphGap) -> Stage, _ arguments: GraphArguments, isSaid: Bool
  ) throws(GraphGap) -> Stage {
    if !isSaid, let open = arguments.without("output_padding"),
      case .convolution(let layer)? = try? rule(open)
    {
      openLayers[costs.count] = layer
    }
    let stage = try rule(arguments)
    if case .convolution(let layer) = stage { layers[costs.count] = layer }
    return stage
  }
}
