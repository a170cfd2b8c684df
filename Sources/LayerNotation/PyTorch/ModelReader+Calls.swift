import ConvArithmetic

// MARK: Names and what they call
extension ModelReader {
  mutating func takeName(_ token: PyTorchToken) {
    let name = lexer.text(token)
    guard lexer.isBeforeParenthesis else { return takeWord(name, token) }
    switch keyword(before: token) {
    case "class":
      (sourceClass, isSource) = (name, true)
      return pushCall(.function, name, token, key: nil, repetitions: 1)
    case "def":
      isSource = true
      return pushCall(.function, name, token, key: nil, repetitions: 1)
    default: break
    }
    let isAttribute = name.contains(".")
    let className = isAttribute ? String(name.split(separator: ".").last ?? "") : name
    let begin = className.drop { $0 == "_" }.first
    let isClass = begin?.isUppercase ?? false
    let isMethod = token.range.lowerBound > 0 && lexer.byte(at: token.range.lowerBound - 1) == 0x2E
    call(className, isClass: isClass, isMethod: isMethod, token)
  }

  /// A name that calls nothing.
  private mutating func takeWord(_ name: String, _ token: PyTorchToken) {
    if name == "kernel_size", top.kind == .module, !top.isReported,
      top.className.lowercased().contains("conv")
    {
      top.isReported = true
      problems.add(PyTorchProblem(top.position, .foreignConvolution(top.className)))
    }
    let plain = name.hasPrefix("self.") ? String(name.dropFirst(5)) : name
    top.lastName = plain
    lastWord = (name, token.range.upperBound)
    if !lexer.isBeforeEquals { top.isUncertain = true }
  }

  /// The word in front of a name, where it is the last thing there.
  private func keyword(before token: PyTorchToken) -> String? {
    guard let lastWord, lastWord.end <= token.range.lowerBound,
      token.range.lowerBound - lastWord.end <= 8
    else { return nil }
    return lastWord.name
  }

  private mutating func call(
    _ className: String, isClass: Bool, isMethod: Bool, _ token: PyTorchToken
  ) {
    if isSource(className, token) { isSource = true }
    let named = top.pendingKey
    var (key, repetitions) = top.takeKey()
    // It holds the names of those that have numbers otherwise.
    if className == "OrderedDict" { key = named }
    if let signature = ConvSignature.named(className) {
      return construct(signature, className, token, key: key, repetitions: repetitions)
    }
    if SizeRule.named(className) != nil {
      return describe(className, token, key: key, repetitions: repetitions)
    }
    let refusal = ConvSignature.refusal(className)
    if let refusal { problems.add(PyTorchProblem(token.position, refusal)) }
    let kind: ModelFrame.Kind =
      isClass ? (className == "OrderedDict" ? .group : .module) : .function
    let isHandedOn = ["weight_norm", "spectral_norm"].contains(className)
    pushCall(isHandedOn ? .group : kind, className, token, key: key, repetitions: repetitions)
    top.isReported = refusal != nil
    if top.isInsideModel, !isMethod { materialize() }
    if top.kind == .module, SizeRule.containers.contains(className) || key != nil { noteUse() }
  }

  /// Whether it is source that calls a known class: `self.conv = Conv2d(` or `nn.Conv2d(`.
  private func isSource(_ className: String, _ token: PyTorchToken) -> Bool {
    let isAssigned = top.pendingKey != nil && top.kind == .top && !top.isPrinted
    guard isAssigned || token.range.count > className.utf8.count else { return false }
    return ConvSignature.named(className) != nil || SizeRule.named(className) != nil
      || SizeRule.containers.contains(className)
  }

  private mutating func pushCall(
    _ kind: ModelFrame.Kind, _ className: String, _ token: PyTorchToken, key: String?,
    repetitions: Int, node: Int? = nil
  ) {
    _ = lexer.next()
    let isIndexed = SizeRule.containers.contains(className) || className == "ModuleList"
    push(
      kind, className, token, key: key, repetitions: repetitions, isIndexed: isIndexed, node: node)
  }
}

// MARK: Modules
extension ModelReader {
  /// A convolution: a layer, or a problem.
  private mutating func construct(
    _ signature: ConvSignature, _ className: String, _ token: PyTorchToken, key: String?,
    repetitions: Int
  ) {
    noteUse()
    let start = lexer
    _ = lexer.next()
    do throws(PyTorchProblem) {
      let arguments = try lexer.arguments(of: className, opened: token.position)
      let call = try ConvCall(signature, name: className, at: token.position, arguments.list)
      layers.append(
        ModelLayer(
          path: top.path(key), moduleName: className, model: model, layer: try call.layer(),
          position: token.position, repetitions: repetitions, notes: try call.notes()))
      let node = addNode(.module, className, token, layer: layers.count - 1)
      if arguments.end == .children {
        push(
          .module, className, token, key: key, repetitions: repetitions, isIndexed: false,
          node: node)
      }
    } catch {
      problems.add(error)
      // What stands inside is looked at as if the class were unknown.
      lexer = start
      let node = addNode(.module, className, token)
      pushCall(.module, className, token, key: key, repetitions: repetitions, node: node)
      top.isReported = true
    }
  }

  /// A module whose effect on sizes is known.
  private mutating func describe(
    _ className: String, _ token: PyTorchToken, key: String?, repetitions: Int
  ) {
    noteUse()
    let start = lexer
    _ = lexer.next()
    if let arguments = try? lexer.arguments(of: className, opened: token.position),
      arguments.end == .parenthesis
    {
      addNode(.module, className, token, arguments: arguments.list)
    } else {
      lexer = start
      let node = addNode(.module, className, token)
      pushCall(.module, className, token, key: key, repetitions: repetitions, node: node)
    }
  }

  /// The model that a layer belongs to.
  private var model: String? {
    guard let outermost, outermost.kind == .module, outermost.key == nil,
      !SizeRule.containers.contains(outermost.className)
    else { return sourceClass }
    return outermost.className
  }

  /// Adds a module to the innermost one, and those around it that have no place yet.
  @discardableResult mutating func addNode(
    _ kind: ModelNode.Kind, _ className: String, _ token: PyTorchToken,
    arguments: [PyTorchArgument]? = nil, layer: Int? = nil
  ) -> Int? {
    noteUse()
    materialize()
    return append(kind, className, token.position, parent: top.node, arguments, layer)
  }

  /// Gives every open parenthesis its place among the nodes.
  private mutating func materialize() {
    guard !outer.isEmpty, top.node == nil else { return }
    var first = outer.count
    while first > 1, outer[first - 1].node == nil { first -= 1 }
    for place in first..<outer.count {
      outer[place].node = append(outer[place], parent: outer[place - 1].node)
    }
    top.node = append(top, parent: outer.last?.node)
  }

  private mutating func append(_ frame: ModelFrame, parent: Int?) -> Int? {
    let kind: ModelNode.Kind =
      switch frame.kind {
      case .top, .group: .group
      case .module: .module
      case .function: .function
      }
    return append(kind, frame.className, frame.position, parent: parent, nil, nil)
  }

  private mutating func append(
    _ kind: ModelNode.Kind, _ className: String, _ position: TextPosition, parent: Int?,
    _ arguments: [PyTorchArgument]?, _ layer: Int?
  ) -> Int? {
    guard nodes.count < ModelText.mostModules else {
      stop(position, .tooManyModules(limit: ModelText.mostModules))
      return nil
    }
    nodes.append(
      ModelNode(
        kind: kind, className: className, line: position.line, arguments: arguments, layer: layer,
        isRoot: parent == nil))
    if let parent, nodes.indices.contains(parent) { nodes[parent].children.append(nodes.count - 1) }
    return nodes.count - 1
  }
}
