import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// What the layer options and a LAYER describe together.
nonisolated struct LayerChoice: Sendable {
  var subject: LayerCase
  /// The model that the layer is of.
  var model: Model?
  /// What had to be assumed.
  var remark: String?
}

/// What the options say of a layer, in place of what it has by itself.
nonisolated struct LayerChanges: Sendable {
  let assignments: [Assignment]
  /// The layer of a model, by its path.
  var path: String?

  /// The value of `--input`.
  private var input: HyperparameterValue? {
    assignments.last { $0.hyperparameter == .input }?.value
  }
}

extension LayerOptions {
  var changes: LayerChanges { LayerChanges(assignments: assignments, path: layerPath) }

  /// The one layer that a command is about.
  ///
  /// - Parameter text: The LAYER argument.
  /// - Returns: The layer and its input, whether or not PyTorch would accept them.
  /// - Throws: A usage error, also for a model with several layers and no `--layer`.
  func subject(_ text: String?) throws -> LayerCase {
    guard let text else {
      try changes.requireNoPath()
      return try subject()
    }
    switch try changes.choice(LayerArgument(text)) {
    case .layer(let choice):
      if let remark = choice.remark { PipedText.say(remark) }
      return choice.subject
    case .model(let model):
      LayerChanges.list(model)
      throw ExitCode(EX_USAGE)
    }
  }
}

nonisolated extension LayerChanges {
  enum Choice {
    case layer(LayerChoice)
    /// Of whose layers none was chosen.
    case model(Model)
  }

  /// Refuses `--layer` where there is no model.
  func requireNoPath() throws {
    guard path == nil else { throw ValidationError("--layer chooses a layer of a model") }
  }

  /// What a LAYER and the options are about.
  func choice(_ argument: LayerArgument) throws -> Choice {
    switch argument {
    case .preset(let preset): return .layer(LayerChoice(subject: try changed(preset.subject)))
    case .constructor(let layer):
      var choice = LayerChoice(subject: try changed(layer.proposed))
      var remarks = layer.notes.map(\.text)
      if input == nil {
        remarks.insert("no input is given; \(choice.subject.input.text) is taken", at: 0)
      }
      choice.remark = remarks.isEmpty ? nil : remarks.joined(separator: "; ")
      return .layer(choice)
    case .model(let text):
      let model = try self.model(text)
      guard let index = try chosen(model) else { return .model(model) }
      return .layer(try choice(model, index))
    }
  }

  /// A model with the sizes that follow from `--input`.
  func model(_ text: ModelText) throws -> Model {
    var shape: TensorShape?
    if let input, let first = text.layers.first {
      shape = try changed(input, LayerCase(layer: first.layer, input: first.proposed.input)).input
    }
    return Model(text, input: shape)
  }

  /// The layer of `--layer`, or the only one; `nil` where there are several.
  func chosen(_ model: Model) throws -> Int? {
    guard let path else { return model.layers.count == 1 ? 0 : nil }
    guard let index = model.index(of: path) else {
      throw ValidationError(
        "the model has no layer \(quoted(path)); without --layer they are listed")
    }
    return index
  }

  /// A layer of a model, with what the options change of it.
  func choice(_ model: Model, _ index: Int) throws -> LayerChoice {
    var model = model
    model.choose(index)
    if let known = model.subject(index) {
      return LayerChoice(subject: try changed(known, except: .input), model: model)
    }
    let layer = model.layers[index]
    let gap = layer.gap.map { " (\($0.text))" } ?? ""
    let subject = try changed(layer.proposed)
    let source = input == nil ? "is taken" : "of --input is taken for its own"
    return LayerChoice(
      subject: subject, model: model,
      remark: "the input of \(layer.name) does not follow\(gap); \(subject.input.text) \(source)")
  }

  /// A layer with what the options say in place of its own values.
  private func changed(_ subject: LayerCase, except left: Hyperparameter? = nil) throws -> LayerCase
  {
    var new = subject
    for assignment in assignments where assignment.hyperparameter != .input {
      do throws(NotationError) { try new.assign(assignment) } catch {
        throw ValidationError(error.message)
      }
    }
    guard left != .input, let input else { return new }
    return try changed(input, new)
  }

  /// A layer on another input, whose channels may be wrong for it.
  private func changed(_ input: HyperparameterValue, _ subject: LayerCase) throws -> LayerCase {
    var new = subject
    if case .shape(let shape) = input {
      new.input = shape
      return new
    }
    do throws(NotationError) { try new.assign(Assignment(.input, input)) } catch {
      throw ValidationError(error.message)
    }
    return new
  }

  /// Says which layers there are to choose from.
  static func list(_ model: Model) {
    PipedText.say("the model has \(model.countText); --layer chooses one of them:")
    for index in model.layers.indices { PipedText.say("  " + model.line(index)) }
    for problem in model.problemLines { PipedText.say("not understood: " + problem) }
  }
}
