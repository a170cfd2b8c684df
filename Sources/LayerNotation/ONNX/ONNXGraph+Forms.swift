import ConvArithmetic

// Operators that say something in another form than the functions of PyTorch.

extension ONNXOperator {
  /// A pool along as many axes as its window has.
  func pool(_ call: ONNXCall) -> GraphFunction {
    function.along(axes: call.numbers("kernel_size")?.count ?? 2)
  }
}

extension ONNXGraph {
  /// The operations of a node.
  mutating func apply(_ known: ONNXOperator, _ given: ONNXCall) -> GraphValue {
    var call = given
    switch known.form {
    case .same, .resize: return emit(known.function, call)
    case .pool: return emit(known.pool(call), call)
    case .transposed: return transposed(known, call)
    case .gemm:
      guard let weight = call.weight("weight", in: graph), weight.count == 2,
        call["transA"] == .number(0)
      else { return leave(call) }
      let isTurned = call["transB"] != .number(0)
      return linear(call, isTurned ? weight : weight.reversed(), input: "input", weight: "weight")
    case .matmul:
      guard let weight = call.weight("mat2", in: graph), weight.count == 2,
        call.weight("mat1", in: graph) == nil
      else { return emit(known.function, call) }
      return linear(call, weight.reversed(), input: "mat1", weight: "mat2")
    case .layerNorm:
      guard let sizes = call.weight("weight", in: graph) else { return leave(call) }
      call["normalized_shape"] = .list(sizes.map { .number($0) })
      return emit(known.function, call)
    case .split: return split(known, call)
    case .slice: return slice(call)
    case .pad: return pad(call)
    }
  }

  /// One operation of the node's arguments.
  private mutating func emit(
    _ function: GraphFunction, _ call: ONNXCall, settles: Bool = true
  ) -> GraphValue {
    emit(
      function, call.arguments, as: call.output, at: call.place,
      sources: call.sources(graph, sorted: function.isElementwise),
      settles: settles && !call.padsByInput)
  }

  private mutating func emit(
    _ name: String, _ arguments: [(name: String?, value: GraphValue)], _ call: ONNXCall,
    as output: String? = nil, sources: [Int]? = nil
  ) -> GraphValue {
    guard let function = GraphFunction.named(name) else { return .unknown }
    return emit(
      function, arguments, as: output ?? call.output, at: call.place,
      sources: sources)
  }

  // MARK: Layers

  /// A transposed layer of PyTorch crops both ends alike; what is left is cropped after it.
  private mutating func transposed(_ known: ONNXOperator, _ given: ONNXCall) -> GraphValue {
    var call = given
    if call["output_size"] != nil { return emit(known.function, call, settles: false) }
    guard let ends = call.croppedEnds(in: graph) else { return leave(call) }
    call["auto_pad"] = nil
    let least = ends.map { min($0.before, $0.after) }
    let strides = call.perAxis("stride", ends.count)
    let dilations = call.perAxis("dilation", ends.count)
    let kept = call.perAxis("output_padding", ends.count, otherwise: 0)
    let fits = ends.indices.allSatisfy { axis in
      let more = kept[axis] &+ ends[axis].before &- ends[axis].after
      return (0..<max(strides[axis], dilations[axis], 1)).contains(more)
    }
    if fits {
      call["pads"] = .list((ends.map(\.before) + ends.map(\.after)).map { .number($0) })
      return emit(known.function, call)
    }
    call["pads"] = .list((least + least).map { .number($0) })
    let whole = emit(
      known.function, call.arguments, as: call.output + "_whole", at: call.place)
    let crops = zip(ends, least).reversed().flatMap { ends, least in
      [least &- ends.before, least &- ends.after].map { GraphValue.number($0) }
    }
    return emit("pad", [("input", whole), ("pad", .list(crops))], call)
  }

  /// A linear layer, whose weight has the sizes (out, in) in PyTorch.
  private mutating func linear(
    _ call: ONNXCall, _ sizes: [Int], input: String, weight: String
  ) -> GraphValue {
    let arguments = [("input", call[input]), ("weight", .shape(sizes)), ("bias", call["bias"])]
    return emit(
      "linear", arguments.compactMap { name, value in value.map { (name, $0) } }, call,
      sources: call.sources(graph, sorted: false))
  }

  // MARK: Parts

  /// Sizes of parts, or as many parts as there are outputs.
  private mutating func split(_ known: ONNXOperator, _ call: ONNXCall) -> GraphValue {
    if call["split_size"] != nil { return emit(known.function, call) }
    let input = call["input"] ?? .unknown
    let count = GraphValue.number(max(1, call.node.outputs.count))
    return emit(
      "chunk", [("input", input), ("chunks", count), ("dim", call["dim"] ?? .number(0))], call)
  }

  /// One operation for each dimension that is cut.
  private mutating func slice(_ call: ONNXCall) -> GraphValue {
    let dims = call.numbers("axes") ?? (call["starts"]?.items.indices).map { Array($0) } ?? []
    var value = call["input"] ?? .unknown
    let isKnown = call.numbers("axes") != nil || call["starts"]?.results.isEmpty ?? false
    guard isKnown, !dims.isEmpty, dims.count <= 8 else { return leave(call) }
    guard let function = ONNXOperator.slice else { return .unknown }
    for (place, dim) in dims.enumerated() {
      let ends = ["start", "end", "step"].map { word in
        (name: String?(word), value: part(word == "end" ? "ends" : word + "s", place, call))
      }
      let isLast = place == dims.count - 1
      value = emit(
        function, [("input", value), ("dim", .number(dim))] + ends,
        as: isLast ? call.output : "\(call.output)_\(place)", at: call.place)
    }
    return value
  }

  /// A number of a list that is known, or computed by the model.
  private mutating func part(
    _ parameter: String, _ place: Int, _ call: ONNXCall
  ) -> GraphValue {
    guard let value = call[parameter] else { return .nothing }
    if value.results.isEmpty { return value.items[at: place] ?? .unknown }
    return emit(
      "getitem", [("input", value), ("index", .number(place))], call,
      as: "\(call.output)_\(parameter)_\(place)")
  }

  private static let modes = ["edge": "replicate", "wrap": "circular"]

  /// ONNX pads all beginnings and then all ends, of all dimensions or of some.
  private mutating func pad(_ call: ONNXCall) -> GraphValue {
    let input = call["input"] ?? .unknown
    var mode = call["mode"] ?? .word("constant")
    if case .word(let word) = mode, let other = Self.modes[word] { mode = .word(other) }
    if let axes = call["axes"], axes != .nothing {
      // Of dimensions one after the other up to the last one, the order is the same.
      guard let axes = axes.numbers, axes == Array(-axes.count..<0) else { return leave(call) }
    }
    guard let order = ONNXOperator.pads else { return .unknown }
    let pads = emit(
      order, [("input", call["pads"] ?? .unknown)], as: call.output + "_pads", at: call.place)
    return emit("pad", [("input", input), ("pad", pads), ("mode", mode)], call)
  }
}
