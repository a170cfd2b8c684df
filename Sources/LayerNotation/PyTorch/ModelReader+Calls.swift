// MARK: Names and what they call
extension ModelReader {
  mutating func takeName(_ token: PyTorchToken) {
    let name = lexer.text(token)
    if name == "for", takeComprehension() { return }
    guard lexer.isBeforeParenthesis else { return takeWord(name, token) }
    let keyword = keyword(before: token)
    guard keyword != "class", keyword != "def" else {
      if keyword == "class" { sourceClass = name }
      if name == "forward" { hasForward = true }
      isSource = true
      foreignCalls += 1
      return pushCall(ModelNode(.function, name, at: token.position), key: nil, repetitions: 1)
    }
    call(lexer.lastPart(token), token)
  }

  private mutating func takeWord(_ name: String, _ token: PyTorchToken) {
    if name == "kernel_size", top.kind == .module, !top.isReported,
      top.node.className.lowercased().contains("conv")
    {
      top.isReported = true
      report(PyTorchProblem(top.node.position, .foreignConvolution, top.node.className))
    }
    top.lastName = name.hasPrefix("self.") ? String(name.dropFirst(5)) : name
    lastWord = (name, token.range.upperBound)
    if !lexer.isBeforeEquals { top.node.isUncertain = true }
  }

  /// The word before a name, where it is the last thing there.
  private func keyword(before token: PyTorchToken) -> String? {
    guard let lastWord, lastWord.end <= token.range.lowerBound,
      token.range.lowerBound - lastWord.end <= 8
    else { return nil }
    return lastWord.name
  }

  private mutating func call(_ className: String, _ token: PyTorchToken) {
    var known = moduleClass(className, token)
    var isKnown = known != nil || ModuleClass.containers.contains(className)
    if isKnown, isSource(className, token) { isSource = true }
    let alias = aliased(token)
    var meant = className
    if !isKnown, let alias {
      meant = alias.className
      (known, isKnown, isSource) = (ModuleClass.named(meant), true, true)
    }
    let (named, own) = (top.pendingKey, top.pendingRepetitions)
    var (key, repetitions) = top.takeKey()
    let kind = known == nil ? kind(of: className) : .module
    var node = ModelNode(kind, meant, at: token.position)
    node.repetitions = own
    if let known {
      return construct(known, node, token, alias, key: key, repetitions: repetitions)
    }
    if !isKnown, kind != .group, !takePad(token) { foreignCalls += 1 }
    // It holds the names of those that have numbers otherwise.
    if className == "OrderedDict" { key = named }
    let isMethod = lexer.isMethod(token)
    pushCall(node, key: key, repetitions: repetitions)
    top.isNeeded = top.isInsideModel && !isMethod
    if !isKnown { missLayer(lexer.text(token), token) }
  }

  /// Notes a call of `torch.nn.functional.pad`; what stands in it is read as in any function.
  private mutating func takePad(_ token: PyTorchToken) -> Bool {
    let names = [Self.padFunction, "nn.functional.pad", "torch.nn.functional.pad"]
    var ahead = lexer
    guard names.contains(lexer.text(token)), ahead.next().kind == .open,
      let arguments = try? ahead.arguments(of: Self.padFunction, opened: token.position)
    else { return false }
    functionPads.append((arguments.list, token.position))
    return true
  }

  private func kind(of className: String) -> ModelNode.Kind {
    if ["OrderedDict", "weight_norm", "spectral_norm"].contains(className) { return .group }
    let first = className.first { $0 != "_" }
    return first?.isUppercase ?? false ? .module : .function
  }

  /// Whether it is source that calls a known class: `self.conv = Conv2d(` or `nn.Conv2d(`.
  private func isSource(_ className: String, _ token: PyTorchToken) -> Bool {
    let isAssigned = top.pendingKey != nil && outer.isEmpty && !top.node.isPrinted
    return isAssigned || token.range.count > className.utf8.count
  }

  /// The class of a name, or the convolution that it is taken for in a printed model; a container
  /// of that name has no arguments.
  private func moduleClass(_ className: String, _ token: PyTorchToken) -> ModuleClass? {
    let isContainer = ModuleClass.containers.contains(className)
    if !isContainer, let known = ModuleClass.named(className) { return known }
    let isRoot = outer.isEmpty && token.startsLine && top.pendingKey == nil
    var ahead = lexer
    guard top.node.isPrinted || isRoot, kind(of: className) == .module, ahead.next().kind == .open
    else { return nil }
    let arguments = ahead
    guard ahead.next().kind == .integer else { return nil }
    ahead = arguments
    let list = try? ahead.arguments(of: className, opened: token.position).list
    let taken = list.flatMap { ModuleClass.takenFor(className, $0) }
    return isContainer && taken != nil ? ModuleClass.named(className) : taken
  }

  private mutating func pushCall(_ node: ModelNode, key: String?, repetitions: Int) {
    _ = lexer.next()
    let isIndexed =
      ModuleClass.containers.contains(node.className) || node.className == "ModuleList"
    push(node, key: key, repetitions: repetitions, isIndexed: isIndexed)
  }

  // MARK: Modules

  /// A module of a known class, and the layer of a convolution; or a problem.
  ///
  /// `alias` is what a name stands for; `nil` for the class's own.
  private mutating func construct(
    _ known: ModuleClass, _ module: ModelNode, _ token: PyTorchToken, _ alias: Alias?,
    key: String?, repetitions: Int
  ) {
    guard hasRoom(at: token.position) else { return }
    let (start, className) = (lexer, module.className)
    var (node, unknown) = (module, [String]())
    node.path = top.path(key)
    let isPlain = known.isConvolution && known.remark == nil && alias == nil
    let (text, said) = (isPlain ? lexer.call(of: token) : nil, alias?.defaults ?? [])
    if addAgain(text, &node, token, repetitions) { return }
    do throws(PyTorchProblem) {
      _ = lexer.next()
      let arguments = try lexer.arguments(of: className, opened: token.position)
      if known.isConvolution, arguments.hasChildren, arguments.list.isEmpty {
        // Another class of that name, which holds one.
        lexer = start
        return pushCall(module, key: key, repetitions: repetitions)
      }
      let (list, missing, defaults) = resolve(
        (alias?.given ?? []).followed(by: arguments.list))
      unknown = missing
      if case .convolution(let kind) = known.effect {
        let call = try ModuleCall(
          known, name: className, at: token.position, axes: known.axes ?? 2, list)
        let read = (layer: try call.layer(kind), notes: call.notes + said + defaults)
        append(read, to: &node, token, repetitions)
        let isWhole = lexer.offset == text?.endIndex && arguments.list.allSatisfy(\.isWritten)
        if let text, isWhole { written[text] = read }
      } else if !arguments.hasChildren {
        node.arguments = list
      }
      guard arguments.hasChildren else { return add(node) }
      push(node, key: key, repetitions: repetitions, isIndexed: false)
    } catch {
      // What stands inside is looked at as if the class were unknown.
      lexer = start
      pushCall(node, key: key, repetitions: repetitions)
      if known.isConvolution { miss(unknown, error) }
    }
    top.isNeeded = true
  }

  /// Adds a convolution that has been read before: one whose arguments are all in its text is the
  /// same wherever it stands.
  private mutating func addAgain(
    _ text: ArraySlice<UInt8>?, _ node: inout ModelNode, _ token: PyTorchToken, _ repetitions: Int
  ) -> Bool {
    guard let text, let read = written[text] else { return false }
    lexer.advance(to: text.endIndex)
    append(read, to: &node, token, repetitions)
    add(node)
    return true
  }

  private mutating func append(
    _ read: (layer: ConvLayer, notes: [Remark]), to node: inout ModelNode, _ token: PyTorchToken,
    _ repetitions: Int
  ) {
    var layer = ModelLayer(
      path: node.path, moduleName: node.className, model: model, layer: read.layer,
      position: token.position, repetitions: repetitions, notes: read.notes)
    layer.multiply(by: rounds(at: token.range.lowerBound))
    layers.append(layer)
    node.layer = layers.count - 1
  }

  private var model: String? {
    guard let outermost, outermost.kind == .module, outermost.key == nil,
      !ModuleClass.containers.contains(outermost.node.className)
    else { return sourceClass }
    return outermost.node.className
  }

  mutating func add(_ node: ModelNode) {
    // What is open where the reading stops has children that were read.
    _ = hasRoom(at: node.position)
    modules += 1
    var node = node
    if outer.isEmpty, isSource { node.repeatAgain(rounds(at: lexer.offset - 1) ?? 1) }
    top.node.children += copies(of: node)
  }

  /// Whether another module may come; stops where it may not.
  private mutating func hasRoom(at position: TextPosition) -> Bool {
    guard modules >= ModelLimits.modules else { return true }
    stop(position, Sentence.tooManyModules(ModelLimits.modules.grouped))
    return false
  }
}
