import ConvArithmetic

/// What a person says of a model besides its text.
package struct ModelQuestion: Sendable {
  /// The sizes of its inputs, in their order; those in the text where nothing is said.
  package var inputs: [[Int]]
  /// Whether the modules of a printed model are taken to run in the order in which they stand.
  package var assumesPrintedOrder: Bool
  /// Numbers for names in a source, which go before what it assigns them.
  package var values: [String: Int]

  package init(
    inputs: [[Int]] = [], assumesPrintedOrder: Bool = false, values: [String: Int] = [:]
  ) {
    (self.inputs, self.assumesPrintedOrder, self.values) = (inputs, assumesPrintedOrder, values)
  }
}

extension ModelSheet {
  /// Reads a model from any text that PyTorch prints or runs, or an ONNX file.
  ///
  /// - Throws: ``PyTorchProblem`` for a text without a layer, ``NotationError`` for an input that
  ///   the model does not have, and a ``Remark`` for one with other axes than it takes.
  package init(reading bytes: [UInt8], title: String, _ question: ModelQuestion = .init()) throws {
    var bytes = bytes
    if let graph = try ModelGraph(of: &bytes) {
      try self.init(graph, title: title, question)
      return
    }
    let text = try ModelText(plain: bytes, values: question.values, takesAnyModule: true)
    try self.init(text, title: title, question, lines: text.lines(in: bytes))
  }

  /// A model with the sizes that a person says of its inputs.
  ///
  /// - Throws: ``NotationError`` for more inputs than the model has.
  package init(_ graph: ModelGraph, title: String, _ question: ModelQuestion) throws {
    let inputs = graph.userInputs.count
    guard question.inputs.count <= inputs else {
      throw NotationError(
        "the model has \(inputs.counted("input")), not \(question.inputs.count)", of: "input")
    }
    self.init(graph, title: title, from: question.inputs)
  }

  /// A well-known network.
  package init(_ preset: PresetNetwork, _ question: ModelQuestion = .init()) throws {
    try self.init(try ModelText(preset), title: preset.title, question)
  }

  private init(
    _ text: ModelText, title: String, _ question: ModelQuestion, lines: [Int] = []
  ) throws {
    if let chain = text.chain, chain.beginsWithoutAxes, question.inputs.count == 1 {
      self.init(chain: chain, title: title, on: question.inputs[0])
      return
    }
    let input = try text.shape(question.inputs)
    guard let named = text.network(from: input) else {
      if let chain = text.chain {
        self.init(chain: chain, title: title, on: input?.dimensions, from: input)
        return
      }
      guard !text.layers.isEmpty else {
        throw text.problems.first ?? PyTorchProblem(TextPosition(), .noLayer)
      }
      self.init(
        text, title: title, from: input, assumingPrintedOrder: question.assumesPrintedOrder)
      return
    }
    let origin = text.written != nil ? Origin.network : text.isSource ? .source : .printed
    self.init(
      named, title: title, origin, lines: lines,
      isInputKnown: input != nil || text.writtenInput != nil)
  }
}

extension ModelText {
  /// The input that a person says: its shape, or the sizes along the axes alone.
  fileprivate func shape(_ inputs: [[Int]]) throws -> TensorShape? {
    guard let dimensions = inputs.first else { return nil }
    guard inputs.count == 1 else {
      // A chain, and a network in convscope's own words, have one.
      let isOne = chain != nil || written != nil
      let known = isOne ? "the model has 1 input" : Sentence.inputsNotSaid()
      throw NotationError("\(known), not \(inputs.count)", of: "input")
    }
    let first = layers.first?.layer
    let axes = first?.kernelSize.count ?? max(1, dimensions.count - 2)
    if let shape = TensorShape(dimensions: dimensions, axes: axes) { return shape }
    guard var usual = writtenInput ?? first?.proposedInput, dimensions.count == axes,
      let size = Spatial(dimensions)
    else {
      guard let first else {
        throw NotationError("\(tupleText(dimensions)) is not N,C,H,W", of: "input")
      }
      throw Remark(
        .otherModelInput, first.op.moduleName, axes.counted("axis", "axes"), first.inputLetters,
        tupleText(dimensions))
    }
    usual.size = size
    return usual
  }

  /// The lines of the modules of its network, where it is one.
  fileprivate func lines(in plain: [UInt8]) -> [Int] {
    guard written != nil else { return roots.first?.chain?.map(\.line) ?? [] }
    var reader = NetworkReader(plain)
    _ = try? reader.network()
    return reader.lines
  }
}
