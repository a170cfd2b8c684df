import ConvArithmetic

/// Makes a model of the operators in an ONNX file.
struct ONNXGraph {
  let file: ONNXFile
  var graph = ModelGraph(origin: .onnx, inputs: [], operations: [], outputs: [], problems: [])
  /// What the names of tensors stand for.
  private(set) var values: [String: GraphValue] = [:]
  /// The weights that are small, with their numbers, and the sizes of all that no node makes.
  private(set) var numbers: [String: GraphValue] = [:]
  private(set) var sizes: [String: [Int]] = [:]
  /// What nodes of the graph have the numbers of, and not its initializers.
  private var constants: Set<String> = []
  /// Whether the numbers of each input of the graph may be learnt.
  private var isLearnable: [Bool] = []
  private var stages = SettledStages()
  /// Further outputs of operators that are said to make one: the operation, and what is said.
  private var further: [String: ModelGraph.Operation] = [:]
  /// The module that each operation is in.
  private var paths: [String] = []
  private var current = ""

  /// - Throws: ``WireReader/Fault`` for a file that does not hold what it promises.
  init(_ file: ONNXFile) throws(WireReader.Fault) {
    self.file = file
    let most = min(file.nodes.count, ModelGraph.mostOperations)
    graph.operations.reserveCapacity(most)
    values.reserveCapacity(file.weights.count + most)
    addInputs()
    for part in file.nodes { try addConstant(part) }
    for (place, part) in file.nodes.enumerated() {
      guard graph.operations.count < ModelGraph.mostOperations else {
        report(place, .tooManyModules, ModelGraph.mostOperations.grouped)
        break
      }
      try add(ONNXNode(WireReader(file.bytes, in: part)), at: place)
    }
    let outputs = file.outputs.compactMap { output in resolve(output.name, at: file.nodes.count) }
    graph.outputs = outputs.flatMap(\.results)
    graph.shareParameters()
    placeOperations()
    if graph.inputs.contains(where: { $0.kind == .parameter }) {
      graph.notes.append(Remark(.learntAssumed, "ONNX"))
    }
  }

  mutating func report(_ place: Int, _ sentence: Sentence, _ parts: any CustomStringConvertible...)
  {
    guard graph.problems.count < 100 else { return }
    let message = sentence.text(parts)
    graph.problems.append(PyTorchProblem(TextPosition(line: place + 1), message))
  }

  // MARK: Tensors

  private mutating func addInputs() {
    let names = Set(file.weights.map(\.name))
    for input in file.inputs where !names.contains(input.name) {
      add(input.name, .user, input.numbers)
      if let symbols = input.symbols {
        graph.notes.append(Remark(.openSizes, input.name, printable(symbols)))
      }
    }
    for weight in file.weights { add(weight) }
    for tensor in file.between + file.outputs {
      guard let numbers = tensor.numbers,
        numbers.count > 1 || !Self.wholeTypes.contains(tensor.type)
      else { continue }
      sizes[tensor.name] = numbers
    }
  }

  /// The types of tensors that may be sizes of other ones: int32, int64 and bool.
  private static let wholeTypes: Set<Int> = [6, 7, 9]

  private mutating func add(
    _ name: String, _ kind: ModelGraph.Input.Kind, _ said: [Int]?, isLearnable: Bool = false
  ) {
    values[name] = .result(graph.inputs.count)
    self.isLearnable.append(isLearnable)
    graph.inputs.append(
      ModelGraph.Input(
        name: name, kind: kind, target: kind == .user ? "" : ModulePath.ofWeight(name), said: said))
  }

  private mutating func add(_ weight: ONNXTensor) {
    if let value = weight.value {
      numbers[weight.name] = value
      if weight.isWhole { return values[weight.name] = value }
    }
    add(weight.name, .constant, weight.sizes, isLearnable: weight.isLearnable)
  }

  /// A number that is a factor of a tensor, or of its sizes, and not learnt.
  func factor(_ name: String) -> GraphValue? {
    guard let value = numbers[name] else { return nil }
    return value.isItem || value.items.count == 1 && constants.contains(name) ? value : nil
  }

  /// The tensor of a `Constant`, before all operations.
  private mutating func addConstant(_ part: Range<Int>) throws(WireReader.Fault) {
    let whole = WireReader(file.bytes, in: part)
    guard try ONNXNode.isConstant(whole) else { return }
    let node = try ONNXNode(whole)
    guard let name = node.outputs.first else { return }
    values[name] = .unknown
    constants.insert(name)
    // It has one of them; where a broken file has several, the first here.
    let keys = ["value", "value_int", "value_ints", "value_float", "value_floats"]
    guard let key = keys.first(where: { node[attribute: $0] != nil }),
      let attribute = node[attribute: key]
    else { return }
    if key == "value" {
      if let tensor = attribute.tensor { add(tensor.named(name)) }
      return
    }
    numbers[name] = attribute.value
    switch key {
    case "value_float": add(name, .constant, [])
    case "value_floats": add(name, .constant, [attribute.value.items.count])
    default: values[name] = attribute.value
    }
  }

  /// What a name stands for; `nil` for an empty one.
  mutating func resolve(_ name: String, at place: Int) -> GraphValue? {
    if name.isEmpty { return nil }
    if let value = values[name] { return value }
    if let operation = further.removeValue(forKey: name) {
      let value = append(operation)
      values[name] = value
      return value
    }
    report(place, .noTensorBefore, name)
    values[name] = .unknown
    return .unknown
  }

  /// The module that has a weight, by its name; `nil` for a made-up name, and for another tensor.
  func module(ofWeight value: GraphValue) -> String? {
    guard case .result(let tensor) = value, let input = graph.inputs[at: tensor],
      let point = input.target.lastIndex(of: ".")
    else { return nil }
    return String(input.target[..<point])
  }

  /// Whether a value is numbers that are known, or a tensor that the file has the numbers of.
  private func isConstant(_ value: GraphValue) -> Bool {
    guard case .result(let tensor) = value else { return value != .unknown }
    return graph.inputs[at: tensor].map { $0.kind != .user } ?? false
  }

  /// Takes a weight for one that is learnt, where its numbers may be.
  mutating func learn(_ value: GraphValue) {
    for tensor in value.results where isLearnable[at: tensor] == true {
      graph.inputs[tensor].kind = .parameter
    }
  }

  // MARK: Operations

  private mutating func add(_ node: ONNXNode, at place: Int) {
    if node.type == "Constant", node.domain.isEmpty { return }
    for name in node.outputs where !name.isEmpty {
      if let known = values[name], known != .unknown { report(place, .madeTwice, name) }
    }
    // A weight by another name.
    if node.type == "Identity", node.inputs.count == 1, let value = values[node.inputs[0]],
      isConstant(value), let output = node.outputs.first
    {
      (values[output], numbers[output]) = (value, numbers[node.inputs[0]])
      if constants.contains(node.inputs[0]) { constants.insert(output) }
      return
    }
    current = node.scopes.map(ModulePath.inScopes) ?? ModulePath.inName(node.name)
    guard let known = ONNXOperator(node) else { return record(node, at: place) }
    var call = ONNXCall(node, place, makesSeveral: known.makesSeveral)
    call.fill(known, in: &self)
    if let module = call.module { current = module }
    let value = apply(known, call)
    let outputs = node.outputs
    guard known.makesSeveral else {
      if let first = outputs.first { values[first] = value }
      for name in outputs.dropFirst() where !name.isEmpty {
        further[name] = second(of: known, call, value, named: name)
      }
      return
    }
    let item = GraphFunction.named("getitem")
    for (index, name) in outputs.enumerated() where !name.isEmpty {
      guard let item else { continue }
      values[name] = emit(
        item, [("input", value), ("index", .number(index))], as: name, at: place)
    }
  }

  /// A further output: the places of a pool's largest values have their sizes.
  private func second(
    of known: ONNXOperator, _ call: ONNXCall, _ value: GraphValue, named name: String
  ) -> ModelGraph.Operation {
    let position = TextPosition(line: call.place + 1)
    let isPool = known.form == .pool
    let same = isPool ? GraphFunction.named("alias") : nil
    let rule = same.map { GraphRule.function(GraphCall($0, [("input", value)], at: position)) }
    let word = isPool ? known.pool(call).name : known.function.name
    return operation(named: name, word, rule ?? .recorded, value.results, at: call.place)
  }

  /// An operator of which nothing is known but what the file says of its outputs.
  private mutating func record(_ node: ONNXNode, at place: Int) {
    let names = node.inputs + Set(node.inner).filter { values[$0] != nil }.sorted()
    let sources = names.compactMap { resolve($0, at: place) }
    for source in sources { learn(source) }
    if node.holdsGraphs { note(Remark(.graphsInside, node.type)) }
    for name in node.outputs where !name.isEmpty {
      var new = operation(
        named: name, printable(node.type), .recorded, sources.flatMap(\.results), at: place)
      new.holdsGraphs = node.holdsGraphs
      values[name] = append(new)
    }
  }

  private mutating func note(_ remark: Remark) {
    // As many as a person reads.
    if graph.notes.count < 100, !graph.notes.contains(remark) { graph.notes.append(remark) }
  }

  /// An operation of which nothing is known but what the file says of the node's first output.
  mutating func leave(_ call: ONNXCall) -> GraphValue {
    let sources = call.arguments.flatMap(\.value.results)
    return append(
      operation(named: call.output, printable(call.node.type), .recorded, sources, at: call.place))
  }

  /// Adds the call of a function; numbers alone make numbers at once.
  mutating func emit(
    _ function: GraphFunction, _ arguments: [(name: String?, value: GraphValue)],
    as name: String, at place: Int, sources: [Int]? = nil, settles: Bool = true
  ) -> GraphValue {
    let call = GraphCall(function, arguments, at: TextPosition(line: place + 1))
    let results = sources ?? arguments.flatMap(\.value.results)
    if results.isEmpty, let numbers = call.arguments({ _ in .unknown }).numbersAlone {
      return numbers
    }
    let value = append(
      operation(named: name, function.name, .function(call), results, at: place))
    if settles, !function.castsNumbers { stages.settleLast(in: &graph) }
    return value
  }

  private func operation(
    named name: String, _ word: String, _ rule: GraphRule, _ sources: [Int], at place: Int
  ) -> ModelGraph.Operation {
    ModelGraph.Operation(
      name: name, path: "", word: word, rule: rule, sources: sources, said: sizes[name],
      position: TextPosition(line: place + 1))
  }

  private mutating func append(_ operation: ModelGraph.Operation) -> GraphValue {
    graph.operations.append(operation)
    paths.append(current)
    return .result(graph.inputs.count + graph.operations.count - 1)
  }

  /// Gives operations the modules that they are in, by the weight or by the node; those right in a
  /// module that has others, such as a sum, their own word after it.
  private mutating func placeOperations() {
    var (holders, last) = (Set<Substring>(), "")
    for path in paths where path != last {
      last = path
      for place in path.utf8.indices where path.utf8[place] == UInt8(ascii: ".") {
        holders.insert(path[..<place])
      }
    }
    for (place, path) in paths.enumerated() where !path.isEmpty {
      let word = graph.operations[place].word
      let isHolder = holders.contains(path[...]) && graph.operations[place].parameters == 0
      graph.operations[place].path = isHolder ? "\(path).\(word)" : path
    }
  }
}
