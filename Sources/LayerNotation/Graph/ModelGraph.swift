import ConvArithmetic

/// A model as operations in the order in which they run, each of earlier ones, as
/// `print(torch.export.export(model, (x,)))` and `print(torch.fx.symbolic_trace(model))` show it, or
/// as an ONNX file has it.
///
/// Its tensors are numbered: the inputs first, then what each operation makes. Sizes are followed
/// by ``flow(from:)``.
package struct ModelGraph: Sendable {
  package struct Input: Sendable {
    package enum Kind: Sendable { case user, parameter, buffer, constant }

    package let name: String
    package internal(set) var kind: Kind
    /// The parameter's path in the model: `layer1.0.conv1.weight`; empty where no line says it.
    package internal(set) var target = ""
    /// The sizes in the text; `nil` where it has none, or symbols.
    package let said: [Int]?
  }

  package struct Operation: Sendable {
    /// The tensor's name in the text.
    package internal(set) var name: String
    /// The path of its module; empty where the text does not say that.
    package internal(set) var path: String
    /// Its path, or its name where it has none.
    var stageName: String { path.isEmpty ? name : path }
    /// The class of a module, or the last word of a function's name.
    package let word: String
    package internal(set) var rule: GraphRule
    /// The tensors that it takes.
    package let sources: [Int]
    /// The sizes that the text records; `nil` where it has none, or symbols.
    package internal(set) var said: [Int]?
    /// The learnable numbers that no operation before it has; of weights that come as attributes,
    /// see ``GraphFlow/costs``.
    package internal(set) var parameters: Count = 0
    /// How many tensors it makes; its size is that of the first one.
    var results = GraphFunction.Results.one
    /// Whether it has operations inside of it, which are not followed, or run nobody knows how often.
    var holdsGraphs = false
    /// Why it is not known how often it runs.
    var runs: Remark?
    /// What is taken to be so of its module.
    var assumption: Remark?
    /// Whether the text says that its numbers are complex.
    var isComplex = false
    package let position: TextPosition

    /// Whether it is a weight, or a graph that another one runs.
    var isNoStage: Bool {
      switch rule {
      case .attribute, .graph: true
      default: false
      }
    }
  }

  /// Which text it is.
  package enum Origin: Sendable { case exported, traced, onnx, printed, source }

  package let origin: Origin
  package internal(set) var inputs: [Input]
  package internal(set) var operations: [Operation]
  /// Tensor numbers.
  package internal(set) var outputs: [Int]
  /// What was not understood, in the order of the text: the first ones.
  package internal(set) var problems: [PyTorchProblem]
  /// What had to be assumed of its modules.
  package internal(set) var notes: [Remark] = []
  /// The parameters that no operation uses.
  package internal(set) var unusedParameters: Count = 0

  /// The longest text that is read.
  package static let limit = 256 << 20
  /// The most operations, inputs among them.
  package static let mostOperations = 1_000_000

  /// The inputs that are not weights.
  package var userInputs: [Int] { inputs.indices.filter { inputs[$0].kind == .user } }

  /// The operation that makes a tensor; `nil` for an input.
  package func operation(making tensor: Int) -> Operation? {
    operations[at: tensor - inputs.count]
  }

  package func name(of tensor: Int) -> String {
    inputs[at: tensor]?.name ?? operation(making: tensor)?.name ?? ""
  }

  /// The sizes that the text records of a tensor.
  func said(of tensor: Int) -> [Int]? {
    // Without a copy of the whole operation.
    if inputs.indices.contains(tensor) { return inputs[tensor].said }
    let place = tensor - inputs.count
    return operations.indices.contains(place) ? operations[place].said : nil
  }
}

/// What an operation does to sizes.
package enum GraphRule: Sendable {
  /// A module of the network, on its first source; equal ones share it.
  indirect case stage(Stage)
  /// A module of which the text leaves open which of these it is.
  case oneOf([Stage])
  case function(GraphCall)
  /// A convolution that pads by its input, as TensorFlow's `SAME` does, or takes its channels from it;
  /// or a transposed one that is asked for an output of this size.
  indirect case byInput(ConvLayer, outputSize: GraphValue)
  /// A parameter or buffer whose size no line says.
  case attribute
  /// A module inside that an operation runs: no tensor.
  case graph
  /// Not known: the size is the one of the text, for the sizes of the text alone.
  case recorded
}

extension ModelGraph {
  /// Whether a tensor is a weight, or a buffer.
  func isAttribute(_ tensor: Int) -> Bool {
    if let input = inputs[at: tensor] { return input.kind != .user }
    if case .attribute? = operation(making: tensor)?.rule { return true }
    return false
  }

  /// Whether an operation has weights for something that is none.
  func appliesWeights(_ operation: Operation) -> Bool {
    let isWeight = { (tensor: Int) in
      self.inputs[at: tensor].map { $0.kind == .parameter } ?? self.isAttribute(tensor)
    }
    return operation.sources.contains { !isAttribute($0) }
      && (operation.parameters > 0 || operation.sources.contains(where: isWeight))
  }
}
