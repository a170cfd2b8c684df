import ConvArithmetic

/// Makes a model of the operators in an ONNX file.
struct ONNXGraph {
  private(set) var file: ONNXFile
  private var kinds = ONNXKinds()
  var graph = ModelGraph(origin: .onnx, inputs: [], operations: [], outputs: [], problems: [])
  /// By the numbers of their names.
  private(set) var tensors: [Tensor] = []
  /// Whether the numbers of each input of the graph may be learnt.
  private var learnable: [Bool] = []
  /// Further outputs of operators that are said to make one: the operation, and what is said.
  private var further: [Int: ModelGraph.Operation] = [:]
  /// The module that each operation is in.
  private var paths: [String] = []
  private var current = ""

  struct Tensor {
    /// What its name stands for.
    var value: GraphValue?
    /// The numbers of a small weight.
    var numbers: GraphValue?
    /// What the file says of a tensor that a node makes.
    var sizes: [Int]?
  }

  /// - Throws: ``WireReader/Fault`` for a file that does not hold what it promises.
  init(_ file: ONNXFile) throws(WireReader.Fault) {
    self.file = file
    addInputs()
    let most = min(file.nodes.count, ModelGraph.mostOperations)
    graph.operations.reserveCapacity(most)
    var isConstant: [Bool] = []
    for part in file.nodes { isConstant.append(try addConstant(part)) }
    kinds = ONNXKinds()
    for (place, part) in file.nodes.enumerated() where !isConstant[place] {
      guard graph.operations.count < ModelGraph.mostOperations else {
        report(place, .tooManyModules, ModelGraph.mostOperations.grouped)
        break
      }
      try add(try node(part), at: place)
    }
    let outputs = file.outputs.compactMap { output in resolve(output.name, at: file.nodes.count) }
    graph.outputs = outputs.flatMap(\.results)
    graph.shareParameters()
    placeOperations()
    if graph.inputs.contains(where: { $0.kind == .parameter }) {
      graph.notes.append(Remark(.learntAssumed))
    }
  }

  private mutating func node(_ part: Range<Int>) throws(WireReader.Fault) -> ONNXNode {
    let node = try ONNXNode(WireReader(file.bytes, in: part), &kinds, &file.names)
    while tensors.count < file.names.count { tensors.append(Tensor()) }
    return node
  }

  func name(_ tensor: Int) -> String { file.names[tensor] }

  mutating func report(_ place: Int, _ sentence: Sentence, _ parts: any CustomStringConvertible...)
  {
    guard graph.problems.count < 100 else { return }
    let message = sentence.text(parts)
    graph.problems.append(PyTorchProblem(TextPosition(line: place + 1), message))
  }

  // MARK: Tensors

  private mutating func addInputs() {
    tensors = Array(repeating: Tensor(), count: file.names.count)
    var isWeight = Array(repeating: false, count: file.names.count)
    for weight in file.weights { isWeight[weight.name] = true }
    for input in file.inputs where !isWeight[input.name] {
      add(input.name, .user, input.numbers)
      if let symbols = input.symbols {
        graph.notes.append(Remark(.openSizes, name(input.name), printable(symbols)))
      }
    }
    for weight in file.weights { add(weight) }
    for tensor in file.between + file.outputs {
      guard let numbers = tensor.numbers,
        numbers.count > 1 || !Self.wholeTypes.contains(tensor.type)
      else { continue }
      tensors[tensor.name].sizes = numbers
    }
  }

  /// The types of tensors that may be sizes of other ones: int32, int64 and bool.
  private static let wholeTypes: Set<Int> = [6, 7, 9]

  private mutating func add(
    _ tensor: Int, _ kind: ModelGraph.Input.Kind, _ said: [Int]?, isLearnable: Bool = false
  ) {
    tensors[tensor].value = .result(graph.inputs.count)
    learnable.append(isLearnable)
    let name = name(tensor)
    graph.inputs.append(
      ModelGraph.Input(
        name: name, kind: kind, target: kind == .user ? "" : ModulePath.ofWeight(name), said: said))
  }

  private mutating func add(_ weight: ONNXTensor) {
    if let value = weight.value {
      tensors[weight.name].numbers = value
      if weight.isWhole { return tensors[weight.name].value = value }
    }
    add(weight.name, .constant, weight.sizes, isLearnable: weight.isLearnable)
  }

  /// Adds the tensor of a `Constant`, before all operations, if a node is one.
  ///
  /// - Returns: Whether that is all that it is.
  private mutating func addConstant(_ part: Range<Int>) throws(WireReader.Fault) -> Bool {
    guard try ONNXNode.isConstant(WireReader(file.bytes, in: part)) else { return false }
    let node = try node(part)
    if let tensor = node.outputs.first { addConstant(tensor, node.kind) }
    return node.kind.domain.isEmpty
  }

  private mutating func addConstant(_ tensor: Int, _ kind: ONNXKind) {
    tensors[tensor].value = .unknown
    // It has one of them; where a broken file has several, the first here.
    let keys = ["value", "value_int", "value_ints", "value_float", "value_floats"]
    guard let key = keys.first(where: { kind[attribute: $0] != nil }),
      let attribute = kind[attribute: key]
    else { return }
    if key == "value" {
      if let weight = attribute.tensor { add(weight.named(tensor)) }
      return
    }
    tensors[tensor].numbers = attribute.value
    switch key {
    case "value_float": add(tensor, .constant, [])
    case "value_floats": add(tensor, .constant, [attribute.value.items.count])
    default: tensors[tensor].value = attribute.value
    }
  }

  /// What a name stands for; `nil` for an empty one.
  mutating func resolve(_ tensor: Int, at place: Int) -> GraphValue? {
    if tensor == 0 { return nil }
    if let value = tensors[tensor].value { return value }
    if let operation = further.removeValue(forKey: tensor) {
      let value = append(operation)
      tensors[tensor].value = value
      return value
    }
    report(place, .noTensorBefore, name(tensor))
    tensors[tensor].value = .unknown
    return .unknown
  }

  /// The module that has a weight, by its name; `nil` for a made-up name, and for another tensor.
  func module(ofWeight value: GraphValue) -> String? {
    guard case .result(let tensor) = value, let input = graph.inputs[at: tensor],
      let point = input.target.utf8.lastIndex(of: UInt8(ascii: "."))
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
    switch value {
    case .result(let tensor):
      if learnable[at: tensor] ?? false { graph.inputs[tensor].kind = .parameter }
    case .list(let items): for item in items { learn(item) }
    default: break
    }
  }

  // MARK: Operations

  private mutating func add(_ node: ONNXNode, at place: Int) throws(WireReader.Fault) {
    for tensor in node.outputs where tensor != 0 {
      if let known = tensors[tensor].value, known != .unknown {
        report(place, .madeTwice, name(tensor))
      }
    }
    // A weight by another name.
    if node.kind.type == "Identity", node.inputs.count == 1, let output = node.outputs.first,
      let value = tensors[node.inputs[0]].value, isConstant(value)
    {
      tensors[output].value = value
      tensors[output].numbers = tensors[node.inputs[0]].numbers
      return
    }
    current = try node.module(in: file.bytes)
    guard let known = node.kind.known else { return record(node, at: place) }
    var call = ONNXCall(node, place, makesSeveral: known.makesSeveral)
    call.fill(known, in: &self)
    if let module = call.module { current = module }
    let value = apply(known, call)
    let outputs = node.outputs
    guard known.makesSeveral else {
      if let first = outputs.first { tensors[first].value = value }
      for tensor in outputs.dropFirst() where tensor != 0 {
        further[tensor] = operation(
          tensor, known.function.name, .recorded, value.results, at: place)
      }
      return
    }
    let item = GraphFunction.named("getitem")
    for (index, tensor) in outputs.enumerated() where tensor != 0 {
      guard let item else { continue }
      tensors[tensor].value = emit(
        item, [("input", value), ("index", .number(index))], as: tensor, at: place)
    }
  }

  /// An operator of which nothing is known but what the file says of its outputs.
  private mutating func record(_ node: ONNXNode, at place: Int) {
    let inner = Set(node.kind.inner).filter { tensors[$0].value != nil }
    let taken = node.inputs + inner.sorted { name($0) < name($1) }
    let sources = taken.compactMap { resolve($0, at: place) }
    for source in sources { learn(source) }
    if node.kind.holdsGraphs { note(Remark(.graphsInside, node.kind.type)) }
    for tensor in node.outputs where tensor != 0 {
      var new = operation(
        tensor, printable(node.kind.type), .recorded, sources.flatMap(\.results), at: place)
      new.holdsGraphs = node.kind.holdsGraphs
      tensors[tensor].value = append(new)
    }
  }

  private mutating func note(_ remark: Remark) {
    if !graph.notes.contains(remark) { graph.notes.append(remark) }
  }

  /// An operation of which nothing is known but what the file says of the node's first output.
  mutating func leave(_ call: ONNXCall) -> GraphValue {
    let sources = call.arguments.flatMap(\.value.results)
    return append(
      operation(
        call.output, printable(call.kind.type), .recorded, sources, at: call.place,
        suffix: call.suffix))
  }

  /// Adds the call of a function; numbers alone make numbers at once.
  mutating func emit(
    _ function: GraphFunction, _ arguments: [(name: String?, value: GraphValue)],
    as tensor: Int, _ suffix: String = "", at place: Int, sources: [Int]? = nil,
    settles: Bool = true
  ) -> GraphValue {
    let call = GraphCall(function, arguments, at: TextPosition(line: place + 1))
    let results = sources ?? arguments.flatMap(\.value.results)
    if results.isEmpty, let numbers = call.arguments({ _ in .unknown }).numbersAlone {
      return numbers
    }
    var new = operation(
      tensor, function.name, .function(call), results, at: place, suffix: suffix)
    if settles, !function.castsNumbers,
      let stage = call.stage({ graph.said(of: $0).map { .shape($0) } ?? .unknown })
    {
      new.rule = .stage(stage)
    }
    return append(new)
  }

  /// An operation that makes a tensor, or what is named after one.
  private func operation(
    _ tensor: Int, _ word: String, _ rule: GraphRule, _ sources: [Int], at place: Int,
    suffix: String = ""
  ) -> ModelGraph.Operation {
    ModelGraph.Operation(
      name: name(tensor) + suffix, path: "", word: word, rule: rule, sources: sources,
      said: suffix.isEmpty ? tensors[tensor].sizes : nil, position: TextPosition(line: place + 1))
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
