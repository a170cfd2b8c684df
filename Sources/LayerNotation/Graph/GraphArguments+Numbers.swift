import ConvArithmetic

// In ONNX the sizes of a tensor are a tensor of numbers, which operators put together.

extension GraphArguments {
  /// What an operator makes of numbers alone; `nil` where a true tensor is among them, or where what
  /// it makes is not numbers.
  var numbersAlone: GraphValue? {
    let tensors = zip(call.function.parameters, values).compactMap { parameter, value in
      Self.tensors.contains(parameter) ? value : nil
    }
    guard tensors.allSatisfy(\.isNumbers), let made = made(of: tensors), made.isShort else {
      return nil
    }
    return made
  }

  /// The same with the sizes of numbers in place of them, where a tensor is wanted.
  var withTensors: GraphArguments {
    GraphArguments(
      call: call,
      values: zip(call.function.parameters, values).map { parameter, value in
        guard let value, Self.tensors.contains(parameter) else { return value }
        if parameter.hasSuffix("tensors") { return .list(value.items.map { $0.asTensor }) }
        return value.asTensor
      })
  }

  /// The parameters that take tensors, which may be numbers.
  private static let tensors: Set<String> = [
    "input", "other", "third", "indices", "tensors", "*tensors", "mat1", "mat2",
  ]

  private func made(of tensors: [GraphValue]) -> GraphValue? {
    switch call.function.effectName {
    case "filled": return filled
    case "range": return counted
    case _ where tensors.isEmpty: return nil
    case "same": return cast(tensors[0])
    case "elementwise": return elementwise(tensors.count == 1 ? tensors[0].items : tensors)
    case "concatenate": return .list(tensors[0].items.flatMap(\.items))
    case "reshape": return shaped(tensors[0])
    case "squeeze": return tensors[0].items.count == 1 ? tensors[0].items[0] : tensors[0]
    case "unsqueeze": return tensors[0].isItem ? .list([tensors[0]]) : nil
    case "slice":
      let ends = ["start", "end", "step"].map { self[$0] ?? .nothing }
      return GraphValue.slice(tensors[0].items, ends).map { .list($0) }
    case "gather": return tensors.count == 2 ? tensors[0].taken(tensors[1]) : nil
    case "item": return self["index"].flatMap { tensors[0].taken($0) }
    case "permute": return tensors[0].transposed
    case "reduce":
      let words = ["prod": "mul", "amax": "maximum", "amin": "minimum"]
      guard tensors[0].items.allSatisfy(\.isItem) else { return nil }
      return words[name].flatMap { elementwise(tensors[0].items, by: $0) }
    case "expand", "repeat": return repeated(tensors[0].items)
    case "chunk", "split": return parts(tensors[0].items)
    case "pads": return padsInOrder(tensors[0])
    default: return nil
    }
  }

  private func cast(_ value: GraphValue) -> GraphValue? {
    guard case .list(let items) = value else { return castOne(value) }
    return items.map { castOne($0) }.complete().map { .list($0) }
  }

  /// Item by item; one alone goes with each of a list.
  private func elementwise(_ tensors: [GraphValue], by reduction: String? = nil) -> GraphValue? {
    let lists = tensors.map(\.items)
    let count = lists.map(\.count).max() ?? 0
    guard lists.allSatisfy({ $0.count == count || $0.count == 1 }) else { return nil }
    let word = self["fmod"]?.isTrue ?? false ? "fmod" : reduction ?? name
    let made = (0..<count).map { place in
      GraphValue.number(by: word, lists.map { $0[$0.count == 1 ? 0 : place] })
    }
    guard let made = made.complete() else { return nil }
    return tensors.allSatisfy(\.isItem) || reduction != nil ? made.first : .list(made)
  }

  /// A list, or one number of it, as many times as is wanted along one dimension.
  private func repeated(_ items: [GraphValue]) -> GraphValue? {
    guard let wanted = (self["*size"] ?? self["*repeats"])?.numbers, wanted.count == 1,
      (1...GraphValue.mostNumbers).contains(wanted[0]), items.allSatisfy(\.isItem)
    else { return nil }
    if self["*size"] == nil || items.count == 1 {
      return .list(Array(repeatElement(items, count: wanted[0]).joined()))
    }
    return [1, items.count].contains(wanted[0]) ? .list(items) : nil
  }

  /// Parts of the lengths that are said, or as many as are said.
  private func parts(_ items: [GraphValue]) -> GraphValue? {
    guard items.allSatisfy(\.isItem) else { return nil }
    var lengths = self["split_size"]?.numbers ?? []
    if let count = self["chunks"]?.number, (1...GraphValue.mostNumbers).contains(count) {
      let length = (items.count + count - 1) / count
      lengths = (0..<count).map { max(0, min(length, items.count - $0 * length)) }
    }
    var (parts, rest) = ([GraphValue](), items[...])
    for length in lengths {
      guard (0...rest.count).contains(length) else { return nil }
      parts.append(.list(Array(rest.prefix(length))))
      rest = rest.dropFirst(length)
    }
    return rest.isEmpty && !parts.isEmpty ? .list(parts) : nil
  }

  private func shaped(_ value: GraphValue) -> GraphValue? {
    let count = value.items.reduce(0) { $0 + $1.items.count }
    guard let wanted = self["*shape"]?.numbers, count <= GraphValue.mostNumbers else { return nil }
    let flat = value.items.flatMap(\.items)
    switch wanted.count {
    case 0: return flat.first
    case 1: return .list(flat)
    case 2 where wanted[1] > 0 && flat.count.isMultiple(of: wanted[1]):
      return .list(
        stride(from: 0, to: flat.count, by: wanted[1]).map {
          .list(Array(flat[$0..<$0 + wanted[1]]))
        })
    default: return nil
    }
  }

  /// A tensor of one dimension with a whole number everywhere.
  private var filled: GraphValue? {
    let value = self["value"]?.items.first ?? .number(0)
    guard let sizes = self["*size"]?.numbers, sizes.count == 1, value.number != nil,
      (0...GraphValue.mostNumbers).contains(sizes[0])
    else { return nil }
    return .list(Array(repeating: value, count: sizes[0]))
  }

  private var counted: GraphValue? {
    let ends = ["start", "end", "step"].map { self[$0]?.items.first?.number }
    guard let ends = ends.complete(), ends[2] != 0,
      ends.allSatisfy({ (-1 << 40...1 << 40).contains($0) })
    else { return nil }
    let numbers = stride(from: ends[0], to: ends[1], by: ends[2]).prefix(GraphValue.mostNumbers + 1)
    return .list(numbers.map { .number($0) })
  }

  /// ONNX's pads, all beginnings and then all ends, as `torch.nn.functional.pad` takes them.
  private func padsInOrder(_ value: GraphValue) -> GraphValue? {
    let pads = value.items
    guard pads.count.isMultiple(of: 2) else { return nil }
    let half = pads.count / 2
    return .list((0..<half).reversed().flatMap { [pads[$0], pads[$0 + half]] })
  }
}

extension GraphValue {
  /// No model works with more sizes than these at a time.
  static let mostNumbers = 256

  var decimal: Double? {
    switch self {
    case .decimal(let number): number
    case .number(let number): Double(number)
    default: nil
    }
  }

  /// A number, a flag, or a list of them.
  var isNumbers: Bool {
    switch self {
    case .number, .decimal, .flag: true
    case .list(let items): items.allSatisfy(\.isNumbers)
    default: false
    }
  }

  fileprivate var isShort: Bool { items.count <= Self.mostNumbers }

  /// The sizes of a tensor of these numbers.
  var asTensor: GraphValue {
    guard isNumbers else { return self }
    guard case .list(let items) = self else { return .shape([]) }
    return .shape([items.count] + (items.first?.asTensor.shape ?? []))
  }

  fileprivate func taken(_ indices: GraphValue) -> GraphValue? {
    guard case .list(let all) = self else { return nil }
    let taken = indices.items.map { index in
      index.number.flatMap { all[at: $0 < 0 ? $0 &+ all.count : $0] }
    }
    guard let taken = taken.complete() else { return nil }
    return indices.isItem ? taken.first : .list(taken)
  }

  /// Rows as columns.
  fileprivate var transposed: GraphValue? {
    let rows = items.map(\.items)
    guard let width = rows.first?.count, rows.allSatisfy({ $0.count == width }) else { return nil }
    return .list((0..<width).map { column in .list(rows.map { $0[column] }) })
  }

  /// The items that a slice keeps, also backwards; `nil` for ends that are not known.
  static func slice(_ items: [GraphValue], _ ends: [GraphValue]) -> [GraphValue]? {
    places(of: ends, in: items.count).map { first, step, count in
      (0..<count).map { items[first + $0 * step] }
    }
  }

  /// The first place that `[start, end, step]` keeps of so many, the step, and how many it keeps.
  static func places(of ends: [GraphValue], in all: Int) -> (first: Int, step: Int, count: Int)? {
    var known: [Int?] = []
    for value in ends {
      guard value == .nothing || value.items.count == 1 && value.items[0].number != nil else {
        return nil
      }
      known.append(value.items[0].number)
    }
    let step = (known[at: 2] ?? nil) ?? 1
    guard step != 0 else { return nil }
    // What is before the beginning or after the end is next to it.
    func place(_ end: Int?, otherwise: Int) -> Int {
      guard let end else { return otherwise }
      let counted = end < 0 ? max(end, -all - 1) + all : end
      return step > 0 ? min(max(counted, 0), all) : min(max(counted, -1), all - 1)
    }
    let first = place(known[at: 0] ?? nil, otherwise: step > 0 ? 0 : all - 1)
    let last = place(known[at: 1] ?? nil, otherwise: step > 0 ? all : -1)
    let span = step > 0 ? last - first : first - last
    let width = Int(clamping: step.magnitude)
    return (first, step, span > 0 ? (span - 1) / width + 1 : 0)
  }
}
