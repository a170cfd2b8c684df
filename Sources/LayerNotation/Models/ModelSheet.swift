import ConvArithmetic

/// What there is to say of a model stage by stage, from whatever text it comes.
package struct ModelSheet: Sendable {
  /// What the text is.
  package enum Origin: String, CaseIterable, Sendable {
    case exported, traced, onnx, printed, source, network
  }

  package let title: String
  package let origin: Origin
  /// The sizes of the first input that is no weight, and of the first output; `nil` where they are
  /// not known.
  package internal(set) var input: [Int]?
  package internal(set) var output: [Int]?
  /// In the order in which they run, or of the text where that does not say it.
  package internal(set) var stages: [ModelStage] = []
  /// The convolutions on their inputs, each distinct one once.
  var layers = AppliedLayers()
  /// What was not understood, in the order of the text: the first ones.
  package internal(set) var problems: [PyTorchProblem] = []
  package internal(set) var furtherProblems = 0
  /// What had to be assumed of the whole, and what is left out of it.
  package internal(set) var notes: [String] = []
  /// The learnable numbers that no stage uses.
  var unusedParameters: Count = 0
  /// What `torch.utils.flop_counter.FlopCounterMode` counts of all operations; `nil` where the text
  /// does not have all of them.
  package internal(set) var torchFlops: Count?
  /// The most values that are alive at once, each stage with a tensor of its own; `nil` where that
  /// is not known.
  package internal(set) var peak: Count?
  /// Whether nothing is left out, so that its totals are those of the model.
  package internal(set) var isWhole = true

  init(_ title: String, _ origin: Origin) { (self.title, self.origin) = (title, origin) }
}

/// One operation of a model.
package struct ModelStage: Sendable {
  /// The path of its module, or the name of its tensor.
  package let path: String
  /// `conv2d`, `conv_transpose1d`; of what is no convolution the word of the text.
  package let op: String
  package internal(set) var input: [Int]?
  package internal(set) var output: [Int]?
  /// Where the output's size is from.
  package internal(set) var basis = GraphFlow.Basis.computed
  /// Why the size is not known, or what it assumes.
  package internal(set) var reason: String?
  /// What sizes go through, where that is known.
  var module: Stage?
  /// Whether it is a convolution, also one of which the text does not say the weight's size.
  package internal(set) var isConvolution = false
  /// Whether it is a convolution of complex numbers.
  var isComplex = false
  /// The place of a convolution on its input in ``ModelSheet/layers``.
  var applied: Int?
  package internal(set) var parameters: Count = 0
  /// Those of a direct implementation; `nil` where sizes are missing.
  package internal(set) var multiplications: Count?
  /// The least and the most input cells that one output cell sees along each axis.
  var reaches: [Result<ClosedRange<Count>, Unreached>] = []
  /// How even the overlap of all stages up to this one is, where something goes up.
  package internal(set) var wholeOverlap: String?
  package internal(set) var line = 1
  /// How many equal stages the text has in its place.
  package internal(set) var repetitions = 1
  /// What is wrong with it, by itself.
  var fault: ModelFault?
  /// Whether there is little to say of it: it is left out of short lists.
  package internal(set) var isMinor = false

  init(_ path: String, _ op: String) { (self.path, self.op) = (path, op) }

  /// The most input cells that one output cell sees along each axis; empty where that is not known.
  package var reach: [Count?] {
    let axes = reaches.map { try? $0.get().upperBound }
    return axes.allSatisfy { $0 == nil } ? [] : axes
  }

  /// Whether it sees all of the input, however large.
  package var seesEverything: Bool { reaches.contains(.failure(.everything)) }

  /// The layer of a convolution.
  package var layer: ConvLayer? {
    if case .convolution(let layer)? = module { layer } else { nil }
  }
}

/// Why a stage does not go with what comes to it.
struct ModelFault: Sendable {
  let kind: FindingKind
  let text: String
}

/// Layers on their inputs: the same one stands many times in a model, and is worked out once.
struct AppliedLayers: Sendable {
  private(set) var passes: [ForwardPass] = []
  private var places: [LayerCase: Result<Int, Refusal>] = [:]

  mutating func place(of subject: LayerCase) throws(Refusal) -> Int {
    if let known = places[subject] { return try known.get() }
    let place = Result { () throws(Refusal) in try subject.forward() }.map { pass in
      passes.append(pass)
      return passes.count - 1
    }
    places[subject] = place
    return try place.get()
  }
}

extension ModelSheet {
  /// A convolution applied to what comes to it; `nil` for another stage, and where that is not known.
  package func pass(_ stage: ModelStage) -> ForwardPass? { stage.applied.map { layers.passes[$0] } }

  /// How even the overlap of a transposed layer is by itself: `even`, `4:1`, or `holes`.
  package func overlap(_ stage: ModelStage) -> String? {
    (stage.layer?.verdict).flatMap { $0 == .flat ? nil : $0.text }
  }

  /// All learnable numbers that are known.
  package var parameters: Count {
    stages.reduce(unusedParameters) { $0 + $1.parameters * Count($1.repetitions) }
  }

  /// Those of all stages whose sizes are known.
  package var multiplications: Count {
    stages.reduce(0) { $0 + ($1.multiplications ?? 0) * Count($1.repetitions) }
  }

  /// The convolutions, and those whose sizes are known; equal ones each time.
  package var convolutions: (all: Count, known: Count) {
    stages.reduce(into: (all: 0, known: 0)) { counts, stage in
      guard stage.isConvolution || stage.layer != nil else { return }
      counts.all = counts.all + Count(stage.repetitions)
      if stage.applied != nil { counts.known = counts.known + Count(stage.repetitions) }
    }
  }

  /// Notes what is told of the tensor that a stage makes.
  func note(_ tensor: Int, of told: NetworkTold?, in stage: inout ModelStage) {
    guard let told else { return }
    stage.reaches = told.reaches.map { $0[tensor].map { $0.least...$0.most } }
    stage.wholeOverlap = told.knownOverlap(tensor)
  }

  /// Applies a convolution to its input.
  mutating func apply(_ stage: inout ModelStage) throws(Refusal) {
    guard let layer = stage.layer, let input = stage.input,
      let shape = TensorShape(dimensions: input, axes: layer.kernelSize.count)
    else { return }
    stage.applied = try layers.place(of: LayerCase(layer: layer, input: shape))
  }
}

extension ConvLayer {
  /// How evenly a transposed layer's products meet away from the borders, at whatever size; flat
  /// for another layer, and for numbers that make no sense.
  package var verdict: OverlapVerdict {
    guard direction == .transposed, let (least, most) = interiorExtremes, !most.isOverflow else {
      return .flat
    }
    if least == 0 { return .holes }
    return most == least ? .even : .uneven(most, least)
  }
}
