// What the inputs of an exported model are: parameters by their paths, buffers, and the tensors
// that a caller gives.

extension GraphReader {
  /// Reads the graph's signature, after `forward`; PyTorch before 2.6 writes it as one value, and 2.1
  /// with the names of each kind together.
  ///
  ///     p_conv1_weight: PARAMETER target='conv1.weight'
  ///     linear: USER_OUTPUT
  ///     InputSpec(kind=<InputKind.PARAMETER: 1>, arg=TensorArgument(name='p_w'), target='w')
  ///     user_inputs=['x'], inputs_to_parameters={'arg0_1': 'conv.weight'}
  mutating func readSignature() {
    guard graph.origin == .exported else { return }
    var (entry, key, outputs) = (GraphSignatureEntry(), PyTorchToken?.none, [Int]())
    var (together, previous) = (String?.none, PyTorchToken.Kind.symbol)
    while true {
      let token = lexer.next()
      switch token.kind {
      case .end:
        take(entry, &outputs)
        if !outputs.isEmpty { graph.outputs = outputs }
        return
      case .name:
        readWord(token, &entry, &outputs)
        key = token
        let isKey = lexer.peek() == UInt8(ascii: "=")
        together = isKey ? GraphSignatureEntry.together[lexer.whole(token)] : nil
      case .text where together != nil:
        if previous == .colon {
          entry.target = lexer.wholeInside(token)
        } else {
          take(entry, &outputs)
          entry = GraphSignatureEntry(name: lexer.wholeInside(token), kind: together ?? "")
        }
      case .text:
        guard let key else { break }
        if lexer.matches(key, "target") { entry.target = lexer.wholeInside(token) }
        if lexer.matches(key, "name"), entry.name.isEmpty {
          entry.name = lexer.wholeInside(token)
        }
      default: break
      }
      previous = token.kind
    }
  }

  private mutating func readWord(
    _ token: PyTorchToken, _ entry: inout GraphSignatureEntry, _ outputs: inout [Int]
  ) {
    let first = lexer.byte(at: token.range.lowerBound)
    if first == UInt8(ascii: "I") || first == UInt8(ascii: "O"),
      let kind = GraphSignatureEntry.kind(of: lexer.whole(token))
    {
      take(entry, &outputs)
      entry = GraphSignatureEntry(kind: kind)
    } else if token.startsLine {
      take(entry, &outputs)
      entry = GraphSignatureEntry(name: lexer.whole(token))
    } else if entry.kind.isEmpty {
      let word = lexer.whole(token)
      if GraphSignatureEntry.kinds[word] != nil { entry.kind = word }
    }
  }

  private mutating func take(_ entry: GraphSignatureEntry, _ outputs: inout [Int]) {
    guard let kind = GraphSignatureEntry.kinds[entry.kind],
      case .result(let tensor)? = names[entry.name]
    else { return }
    guard let kind else { return outputs.append(tensor) }
    guard graph.inputs.indices.contains(tensor) else { return }
    graph.inputs[tensor].kind = kind
    graph.inputs[tensor].target = entry.target
    hasSignature = true
  }

  /// Gives parameters and paths to the operations that use them.
  mutating func shareParameters() {
    guard graph.origin == .exported else { return }
    // Without a signature, names begin with what they are.
    for place in graph.inputs.indices where !hasSignature {
      let beginning = String(graph.inputs[place].name.prefix(2))
      if let kind = GraphSignatureEntry.beginnings[beginning] { graph.inputs[place].kind = kind }
    }
    if graph.inputs.allSatisfy({ $0.kind == .user }), !hasSignature, graph.findWeights() {
      graph.notes.append(Remark(.learntAssumed, "the text"))
    }
    graph.shareParameters()
  }
}

private struct GraphSignatureEntry {
  var name = ""
  var kind = ""
  var target = ""

  /// `nil` for an output.
  static let kinds: [String: ModelGraph.Input.Kind?] = [
    "PARAMETER": .parameter, "BUFFER": .buffer, "CONSTANT_TENSOR": .constant,
    "CUSTOM_OBJ": .constant, "TOKEN": .constant, "USER_INPUT": .user, "USER_OUTPUT": nil,
  ]

  /// What PyTorch 2.1 calls all names of a kind.
  static let together = [
    "inputs_to_parameters": "PARAMETER", "inputs_to_buffers": "BUFFER",
    "user_inputs": "USER_INPUT", "user_outputs": "USER_OUTPUT",
  ]

  /// `PARAMETER` of `InputKind.PARAMETER`; `nil` for another word.
  static func kind(of word: String) -> String? {
    ["InputKind.", "OutputKind."].first(where: word.hasPrefix).map {
      String(word.dropFirst($0.count))
    }
  }

  static let beginnings: [String: ModelGraph.Input.Kind] = [
    "p_": .parameter, "b_": .buffer, "c_": .constant,
  ]
}
