/// The layers of a text from PyTorch: what `print(model)` shows, or source with constructors.
///
/// Both are read by one rule: a known class and its parenthesis make a layer, whatever stands
/// around. Modules are not run, and variables have no value.
package struct ModelText: Sendable {
  /// Every convolution, in the order of the text, with the sizes that need no input.
  package let layers: [ModelLayer]
  /// What was not understood, in the order of the text: the first ones.
  package let problems: [PyTorchProblem]
  package let furtherProblems: Int
  let roots: [ModelNode]
  /// Whether it is source, and not what `print(model)` shows.
  package let isSource: Bool
  /// Why it does not say what its outermost modules are applied to.
  let hidden: Remark?
  /// The network that its lines are, where they say what takes what.
  let written: NamedNetwork?
  /// The model that an exported or a traced one is.
  package let graph: ModelGraph?
  /// What its network is called.
  package private(set) var title = "network"

  package init(reading text: String, values: [String: Int] = [:]) throws(PyTorchProblem) {
    try self.init(reading: Array(text.utf8), values: values)
  }

  /// Reads the bytes of a text, which should be UTF-8; a place that is not becomes a problem.
  ///
  /// `values` are those of names in a source, and go before what it assigns them.
  ///
  /// `takesAnyModule` takes other modules without a convolution for a model, too.
  ///
  /// - Throws: ``PyTorchProblem`` for a text that is too long, or has nothing of PyTorch in it.
  package init(
    reading bytes: [UInt8], values: [String: Int] = [:], takesAnyModule: Bool = false
  ) throws(PyTorchProblem) {
    var bytes = bytes
    if let graph = try ModelGraph(of: &bytes) {
      self.init(graph)
      return
    }
    try self.init(plain: bytes, values: values, takesAnyModule: takesAnyModule)
  }

  /// Reads modules in plain text.
  init(plain: [UInt8], values: [String: Int], takesAnyModule: Bool) throws(PyTorchProblem) {
    let reader = try ModelReader(plain: plain, given: values)
    let hasModules = takesAnyModule && !reader.top.node.children.isEmpty
    guard !reader.layers.isEmpty || reader.hasProblems || hasModules else {
      throw PyTorchProblem(TextPosition(), .noLayer)
    }
    self.init(reader)
  }

  init(_ reader: ModelReader) {
    let bytes = reader.lexer.bytes
    var problems = reader.problems + reader.variables.map(\.summary)
    var written: NamedNetwork?
    if NetworkReader.isMeant(by: bytes) {
      do { written = try NamedNetwork(reading: bytes) } catch { problems.append(error) }
    }
    self.written = written
    self.problems = problems.sorted { $0.position < $1.position }
    furtherProblems = reader.furtherProblems
    isSource = reader.isSource
    var read = reader.layers.withPathsApart
    // Source of a pad and a layer alone is one layer, as the code of unequal padding is written.
    if isSource, let padded = try? reader.paddedLayer, let module = reader.top.node.modules.last {
      (read, roots) = ([padded], [module])
    } else {
      roots = reader.top.node.children
    }
    graph = nil
    hidden = reader.hiddenOrder
    let sizes = ModelSizes(layers: read, isSource: isSource)
    layers = written?.layers ?? sizes.layers(of: roots, from: nil, hidden: hidden)
  }

  package init(_ graph: ModelGraph) {
    (self.graph, roots, isSource, written, hidden) = (graph, [], false, nil, nil)
    (layers, problems, furtherProblems) = (graph.layers(), graph.problems, 0)
  }

  /// A well-known network.
  package init(_ preset: PresetNetwork) throws(PyTorchProblem) {
    try self.init(reading: preset.lines.joined(separator: "\n"))
    title = preset.title
  }

  /// The input that lines of a network begin with; `nil` for other texts.
  package var writtenInput: TensorShape? { written?.input }

  /// The layers with the sizes that follow from the model's input, and from those of layers that
  /// `given` has by their places.
  ///
  /// `assumingPrintedOrder` takes the modules of a printed model to run in the order in which they
  /// stand, each once, where nothing says another order; sizes that depend on it are marked.
  package func layers(
    from input: TensorShape?, at given: [Int: TensorShape] = [:], assumingPrintedOrder: Bool = false
  ) -> [ModelLayer] {
    if let graph { return graph.layers(from: input?.dimensions) }
    guard var written else {
      if input == nil, given.isEmpty, !assumingPrintedOrder { return layers }
      var sizes = ModelSizes(layers: layers, isSource: isSource)
      (sizes.given, sizes.assumesOrder) = (given, assumingPrintedOrder)
      return sizes.layers(of: roots, from: input, hidden: hidden)
    }
    written.input = input ?? written.input
    return written.layers
  }
}

extension [ModelLayer] {
  /// The layers, where several have one path all but the first with their lines, and each with a
  /// remark that names them.
  fileprivate var withPathsApart: [ModelLayer] {
    let paths = lazy.map(\.path).filter { !$0.isEmpty }
    if Set(paths).count == paths.count { return self }
    let places = Dictionary(grouping: indices.filter { !self[$0].path.isEmpty }) { self[$0].path }
    var layers = self
    for (path, places) in places where places.count > 1 {
      let lines = places.prefix(4).map { "\(self[$0].line)" }.joined(separator: ", ")
      let remark = Remark(
        .samePath, places.count.grouped, path, lines + (places.count > 4 ? ", …" : ""))
      for place in places { layers[place].notes.append(remark) }
      for place in places.dropFirst() { layers[place].path += " (line \(self[place].line))" }
    }
    return layers
  }
}

extension ModelReader {
  /// Why the text does not say what its outermost modules are applied to: it has a `forward` of its
  /// own, or may have one in the class.
  fileprivate var hiddenOrder: Remark? {
    guard isSource, let root = top.node.children.first else { return nil }
    if root.isPrinted { return hasForward ? Remark(.ownForward) : nil }
    return layers.first?.model.map {
      Remark(hasForward ? .forwardNotRead : .unknownOrderOfClass, $0)
    }
  }
}
