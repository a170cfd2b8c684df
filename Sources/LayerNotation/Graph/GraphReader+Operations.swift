import ConvArithmetic

// Operations from calls of functions and modules.

extension GraphReader {
  /// A call of a function, of a method or of an operator.
  mutating func call(
    _ name: String, _ arguments: [(name: String?, value: GraphValue)], at position: TextPosition
  ) -> GraphValue {
    let (word, function) = function(name)
    guard let function else {
      if name.hasPrefix("torch.ops.higher_order.") { return run(word, arguments, at: position) }
      return add(word, .recorded, arguments.map(\.value), at: position)
    }
    if function.effect.isIgnored { return .nothing }
    let call = GraphCall(function, arguments, at: position)
    let value = add(word, .function(call), arguments.map(\.value), at: position)
    let isPair = call.value(of: "return_indices")?.isTrue ?? false
    graph.operations[graph.operations.count - 1].results = isPair ? .pair : function.results
    return value
  }

  /// `x[0]` of a tensor, or of several ones that a call makes.
  ///
  /// The first is the call's own, and the second of a pair has its sizes. No rule makes the others.
  mutating func item(
    _ base: GraphValue, _ index: GraphValue, at position: TextPosition
  ) -> GraphValue {
    // What a graph inside gives back.
    if case .list(let items) = base, let value = index.number.flatMap({ items[at: $0] }) {
      return value
    }
    var maker: ModelGraph.Operation?
    if case .result(let tensor) = base { maker = graph.operation(making: tensor) }
    let isModule = maker?.path.isEmpty == false
    switch (maker?.results ?? .one, index) {
    case (.pair, .number(0...1)), (.tuple, .number(0)):
      let isNoted = graph.notes.contains { $0.sentence == .indicesAssumed }
      if isModule, !isNoted { graph.notes.append(Remark(.indicesAssumed, maker?.path ?? "")) }
      return base
    case (.tuple, _) where !isModule, (.pair, _) where !isModule:
      return add("getitem", .recorded, [base], at: position)
    default: return call("getitem", [(nil, base), (nil, index)], at: position)
    }
  }

  /// What a name stands for, looked up once.
  private mutating func function(_ name: String) -> (word: String, function: GraphFunction?) {
    if let known = functions[name] { return known }
    let (word, isAten) = Self.lastWord(name)
    let function =
      (isAten ? GraphFunction.named("aten." + word) : nil) ?? GraphFunction.named(word)
    functions[name] = (word, function)
    return (word, function)
  }

  /// `torch.ops.aten.conv2d.default` is aten's `conv2d`; of other names it is the last word.
  private static func lastWord(_ name: String) -> (word: String, isAten: Bool) {
    let words = name.split(separator: ".")
    if words.count > 3, words[0] == "torch", words[1] == "ops" {
      return (String(words[3]), words[2] == "aten")
    }
    return (words.last.map(String.init) ?? name, false)
  }

  /// A call of a module: `self.layer1.conv(x)`.
  mutating func apply(
    _ path: String, _ arguments: [(name: String?, value: GraphValue)], at position: TextPosition
  ) -> GraphValue {
    let inputs = arguments.map(\.value)
    guard let module = modules[path] else {
      let word = path.split(separator: ".").last.map(String.init) ?? path
      if GraphFunction.named(word)?.effect.isIgnored ?? false { return .nothing }
      return add(word, .recorded, inputs, at: position, path: path)
    }
    let isNew = countedPaths.insert(path).inserted
    let value = add(
      module.className,
      module.rule(of: inputs, outputSize: module.outputSize(arguments), at: position), inputs,
      at: position, path: path)
    let place = graph.operations.count - 1
    graph.operations[place].assumption = module.assumption
    if module.mayReturnIndices { graph.operations[place].results = .pair }
    if isNew { graph.operations[place].parameters = module.parameters }
    return value
  }

  /// A parameter or buffer of a traced model; one that is read twice is one tensor.
  mutating func weight(_ path: String, at position: TextPosition) -> GraphValue {
    if let known = names["self." + path] { return known }
    let words = path.split(separator: ".")
    let value = add(
      words.last.map(String.init) ?? path, .attribute, [], at: position,
      path: words.dropLast().joined(separator: "."))
    names["self." + path] = value
    return value
  }

  mutating func add(
    _ word: String, _ rule: GraphRule, _ values: [GraphValue], at position: TextPosition,
    path: String = ""
  ) -> GraphValue {
    let plain = word.hasSuffix("_") ? String(word.dropLast()) : word
    var sources: [Int] = []
    for value in values { value.add(to: &sources) }
    graph.operations.append(
      ModelGraph.Operation(
        name: word, path: path, word: plain, rule: rule, sources: sources,
        position: position))
    stages.settleLast(in: &graph)
    return .result(last)
  }
}
