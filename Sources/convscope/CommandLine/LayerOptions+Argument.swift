/// What the layer options and a LAYER describe together.
nonisolated struct LayerChoice: Sendable {
  var subject: LayerCase
  var model: Model?
  /// Which input had to be assumed, and why.
  var inputRemark: String?
  /// What a constructor says that is left out.
  var notes: [String] = []

  var remark: String? {
    let remarks = (inputRemark.map { [$0] } ?? []) + notes
    return remarks.isEmpty ? nil : remarks.joined(separator: "; ")
  }
}

nonisolated extension LayerOptions {
  enum Choice {
    case layer(LayerChoice)
    /// Of whose layers none was chosen.
    case model(Model)
  }

  /// The one layer that a command with a LAYER is about, whether or not PyTorch would accept it.
  func subject(_ text: String?) throws -> LayerCase { try subject(of: argument(text)) }

  func subject(of argument: LayerArgument?) throws -> LayerCase {
    guard let argument else {
      try requireNoPath()
      return try subject()
    }
    let choice = try layer(argument)
    if let remark = choice.remark { complain(remark) }
    return choice.subject
  }

  /// What a LAYER or `--network` is; `nil` where neither is given.
  func argument(_ text: String?) throws -> LayerArgument? {
    guard let network else { return try text.map { try LayerArgument($0) } }
    guard text == nil else {
      throw ValidationError("--network takes the place of a layer; give one of the two")
    }
    return try LayerArgument(network: network)
  }

  func requireNoPath() throws {
    guard path == nil else { throw ValidationError("\(pathOption) chooses a layer of a model") }
  }

  /// The one layer that a LAYER and the options are about; of several, one has to be chosen.
  func layer(_ argument: LayerArgument) throws -> LayerChoice {
    switch try choice(argument) {
    case .layer(let choice): return choice
    case .model(let model):
      let lines = model.layers.indices.map { "  " + model.line($0) }
      let problems = model.problemLines.map { "not understood: " + $0 }
      throw Failure(
        reasons: ["the model has \(model.countText); \(pathOption) chooses one of them:"] + lines
          + problems, status: ExitCode.validationFailure.rawValue)
    }
  }

  func choice(_ argument: LayerArgument) throws -> Choice {
    switch argument {
    case .preset(let preset): return .layer(LayerChoice(subject: try changed(preset.subject)))
    case .constructor(let layer):
      var choice = LayerChoice(subject: try changed(layer))
      choice.notes = layer.notes.map(\.text)
      if self[.input] == nil {
        choice.inputRemark = "no input is given; \(choice.subject.input.text) is used"
      }
      return .layer(choice)
    case .model(let text):
      let model = try self.model(text)
      guard let index = try chosen(model) else { return .model(model) }
      return .layer(try choice(model, index))
    }
  }

  /// A model with the sizes that follow from `--input`.
  func model(_ text: ModelText) throws -> Model {
    var shape = text.writtenInput
    if let input = self[.input], let first = text.layers.first {
      let usual = shape ?? first.layer.proposedInput
      shape = try changed(input, LayerCase(layer: first.layer, input: usual)).input
    }
    return Model(text, input: shape)
  }

  /// The layer of `--layer`, or the only one; `nil` where there are several.
  func chosen(_ model: Model) throws -> Int? {
    guard let path else { return model.layers.count == 1 ? 0 : nil }
    guard let index = model.index(of: path) else {
      throw ValidationError(Sentence.noLayerOfModel(path, pathOption))
    }
    return index
  }

  /// A layer of a model, with what the options change of it.
  func choice(_ model: Model, _ index: Int) throws -> LayerChoice {
    var model = model
    model.chosen = index
    if let known = model.subject(index) {
      let words = model.layers[index].notes + model.layers[index].assumptions
      return LayerChoice(
        subject: try changed(known, exceptInput: true), model: model, notes: words.map(\.text))
    }
    let layer = model.layers[index]
    let gap = layer.gap.map { " (\($0.text))" } ?? ""
    let subject = try changed(layer)
    let source = self[.input] == nil ? "is used" : "of --input is used as its own"
    return LayerChoice(
      subject: subject, model: model,
      inputRemark:
        "the input of \(layer.name) does not follow\(gap); \(subject.input.text) \(source)",
      notes: layer.notes.map(\.text))
  }

  /// A layer on the input that is said, or on one that it can have, with what the options change.
  private func changed(_ layer: ModelLayer) throws -> LayerCase {
    try changed(layer.subject(on: changed(layer.proposed).input))
  }

  /// A layer with what the options say in place of its own values.
  private func changed(_ subject: LayerCase, exceptInput: Bool = false) throws -> LayerCase {
    var new = subject
    for assignment in assignments where assignment.hyperparameter != .input {
      try new.assign(assignment)
    }
    guard !exceptInput, let input = self[.input] else { return new }
    return try changed(input, new)
  }

  /// A layer on another input, whose channels may be wrong for it.
  private func changed(_ input: HyperparameterValue, _ subject: LayerCase) throws -> LayerCase {
    var new = subject
    if case .dimensions(let numbers) = input,
      let shape = TensorShape(dimensions: numbers, axes: new.layer.axes.count)
    {
      new.input = shape
    } else {
      try new.assign(Assignment(.input, input))
    }
    return new
  }
}
