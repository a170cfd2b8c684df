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
    var (together, previous) = (GraphSignatureEntry.Kind?.none, PyTorchToken.Kind.symbol)
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
        let isKey = lexer.peek() == UInt8(ascii: "=") && !lexer.matches(token, "target")
        together = isKey ? GraphSignatureEntry.together[lexer.whole(token)] : nil
      case .text where together != nil:
        if previous == .colon {
          entry.target = lexer.wholeInside(token)
        } else {
          take(entry, &outputs)
          entry = GraphSignatureEntry(name: lexer.wholeInside(token), kind: together)
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
      let kind = GraphSignatureEntry.word(of: lexer.whole(token))
    {
      take(entry, &outputs)
      entry = GraphSignatureEntry(kind: GraphSignatureEntry.kinds[kind])
    } else if token.startsLine {
      take(entry, &outputs)
      entry = GraphSignatureEntry(name: lexer.whole(token))
    } else if entry.kind == nil {
      entry.kind = GraphSignatureEntry.kinds[lexer.whole(token)]
    }
  }

  private mutating func take(_ entry: GraphSignatureEntry, _ outputs: inout [Int]) {
    switch entry.kind {
    case .input(let kind):
      guard let place = input(entry.name) else { return }
      graph.inputs[place].kind = kind
      graph.inputs[place].target = entry.target
      hasSignature = true
    case .output: if case .result(let tensor)? = names[entry.name] { outputs.append(tensor) }
    case nil: break
    }
  }

  /// The place of an input by its name.
  private mutating func input(_ name: String) -> Int? {
    var place = nextInput
    if !graph.inputs.indices.contains(place) || graph.inputs[place].name != name {
      guard case .result(let tensor)? = names[name], graph.inputs.indices.contains(tensor) else {
        return nil
      }
      place = tensor
    }
    nextInput = place + 1
    return place
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
  enum Kind {
    case input(ModelGraph.Input.Kind)
    case output
  }

  var name = ""
  /// `nil` where it has not been said, or is none of these.
  var kind: Kind?
  var target = ""

  static let kinds: [String: Kind] = [
    "PARAMETER": .input(.parameter), "BUFFER": .input(.buffer),
    "CONSTANT_TENSOR": .input(.constant), "CUSTOM_OBJ": .input(.constant),
    "TOKEN": .input(.constant), "USER_INPUT": .input(.user), "USER_OUTPUT": .output,
  ]

  /// What PyTorch 2.1 calls all names of a kind.
  static let together: [String: Kind] = [
    "inputs_to_parameters": .input(.parameter), "inputs_to_buffers": .input(.buffer),
    "user_inputs": .input(.user), "user_outputs": .output,
  ]

  /// `PARAMETER` of `InputKind.PARAMETER`; `nil` for another word.
  static func word(of word: String) -> String? {
    ["InputKind.", "OutputKind."].first(where: word.hasPrefix).map {
      String(word.dropFirst($0.count))
    }
  }

  static let beginnings: [String: ModelGraph.Input.Kind] = [
    "p_": .parameter, "b_": .buffer, "c_": .constant,
  ]
}
