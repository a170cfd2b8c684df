import ConvArithmetic

// Several tensors that become one, and one that becomes several, or less.

extension GraphEffect {
  static let joins: [String: GraphEffect] = [
    "elementwise": GraphEffect(
      .sizes { arguments throws(GraphGap) in try arguments.elementwise() }, seesSources: true),
    "concatenate": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let tensors = try arguments.tensors()
        // PyTorch takes a tensor of the sizes (0,) for nothing.
        let shapes = tensors.filter { $0 != [0] }
        guard var sizes = shapes.first else { return .shape([0]) }
        let place = try arguments.dimension("dim", otherwise: 0, of: sizes.count)
        var sum = Count(0)
        for shape in shapes {
          var same = shape
          if shape.indices.contains(place) { same[place] = sizes[place] }
          guard same == sizes else { throw .refused(Remark(.sizesDoNotFit, shapes.sizesText)) }
          sum = sum + Count(shape[place])
        }
        sizes[place] = Int(exactly: sum) ?? .max
        return .shape(sizes)
      }),
    "stack": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let tensors = try arguments.tensors()
        guard var sizes = tensors.first, tensors.allSatisfy({ $0 == sizes }) else {
          throw .refused(Remark(.sizesDoNotFit, tensors.sizesText))
        }
        let place = try arguments.dimension("dim", otherwise: 0, of: sizes.count + 1)
        sizes.insert(tensors.count, at: place)
        return .shape(sizes)
      }, seesSources: true),
  ]

  static let parts: [String: GraphEffect] = [
    "reduce": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        let places = Set(try arguments.dimensions("dim", of: input.count))
        if arguments["keepdim"]?.isTrue ?? false {
          return .shape(input.indices.map { places.contains($0) ? 1 : input[$0] })
        }
        return .shape(input.indices.filter { !places.contains($0) }.map { input[$0] })
      }, seesSources: true),
    "select": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        sizes.remove(at: try arguments.dimension("dim", of: sizes.count))
        return .shape(sizes)
      }),
    "slice": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let place = try arguments.dimension("dim", otherwise: 0, of: sizes.count)
        let ends = [arguments["start"], arguments["end"], arguments["step"]].map { $0 ?? .nothing }
        sizes[place] = try arguments.slice(ends, of: sizes[place])
        return .shape(sizes)
      }),
    "narrow": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        sizes[try arguments.dimension("dim", of: sizes.count)] = try arguments.number("length")
        return .shape(sizes)
      }),
    "chunk": GraphEffect(.sizes { arguments throws(GraphGap) in try arguments.chunks() }),
    "split": GraphEffect(.sizes { arguments throws(GraphGap) in try arguments.split() }),
    "splitAt": GraphEffect(.sizes { arguments throws(GraphGap) in try arguments.splitAt() }),
    "unbind": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let count = sizes.remove(at: try arguments.dimension("dim", otherwise: 0, of: sizes.count))
        return .list(try arguments.repeated(.shape(sizes), count))
      }),
    "item": GraphEffect(.sizes { arguments throws(GraphGap) in try arguments.item() }),
    "embedding": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.shape("indices") + arguments.shape("weight").suffix(1))
      }),
    "embeddingOfModule": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.shape() + [arguments.number("embedding_dim")])
      }),
    "sample": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.shape().prefix(2) + arguments.shape("grid").dropFirst().dropLast())
      }),
  ]
}

extension GraphArguments {
  /// The sizes of a list of tensors.
  fileprivate func tensors() throws(GraphGap) -> [[Int]] {
    guard let shapes = self["tensors"]?.items.map(\.shape).complete(), !shapes.isEmpty else {
      throw open("tensors")
    }
    return shapes
  }

  /// Values one by one: of tensors, as they are broadcast; of numbers alone, a number.
  fileprivate func elementwise() throws(GraphGap) -> GraphValue {
    let given = values.compactMap(\.self).flatMap(\.items)
    guard !given.contains(.unknown) else { throw open("other") }
    let shapes = given.compactMap(\.shape)
    guard shapes.isEmpty else { return .shape(try shapes.broadcast()) }
    guard !given.isEmpty, given.allSatisfy({ $0.decimal != nil }) else { throw open("other") }
    // One number, also where it is not known which.
    return try arithmetic(given.map(\.number).complete() ?? []) ?? .shape([])
  }

  private func arithmetic(_ numbers: [Int]) throws(GraphGap) -> GraphValue? {
    guard numbers.count == 2 else { return nil }
    let (left, right) = (numbers[0], numbers[1])
    let result: (partialValue: Int, overflow: Bool)
    switch name {
    case "add": result = left.addingReportingOverflow(right)
    case "sub": result = left.subtractingReportingOverflow(right)
    case "mul": result = left.multipliedReportingOverflow(by: right)
    case "eq": return .flag(left == right)
    case "ne": return .flag(left != right)
    case "lt": return .flag(left < right)
    case "le": return .flag(left <= right)
    case "gt": return .flag(left > right)
    case "ge": return .flag(left >= right)
    case "floordiv", "mod":
      guard right != 0 else { throw open("other") }
      let (quotient, rest) = Count(left).split(by: Count(right))
      result = (Int(exactly: name == "mod" ? rest : quotient) ?? 0, false)
    default: return nil
    }
    guard !result.overflow else { throw open("other") }
    return .number(result.partialValue)
  }

  /// As many cells as a slice of Python keeps.
  fileprivate func slice(_ ends: [GraphValue], of size: Int) throws(GraphGap) -> Int {
    func end(_ place: Int, otherwise: Int) throws(GraphGap) -> Int {
      let value = ends[at: place] ?? .nothing
      if value == .nothing { return otherwise }
      guard let number = value.number else { throw open("end") }
      return min(max(number < 0 ? number &+ size : number, 0), size)
    }
    guard let step = (ends[at: 2] ?? .nothing) == .nothing ? 1 : ends[2].number, step >= 1 else {
      throw open("step")
    }
    let length = max(0, try end(1, otherwise: size) - end(0, otherwise: 0))
    return length / step + (length.isMultiple(of: step) ? 0 : 1)
  }

  /// As many parts as are wanted, or fewer: each of ⌈size / chunks⌉ but the last.
  fileprivate func chunks() throws(GraphGap) -> GraphValue {
    let sizes = try shape()
    let place = try dimension("dim", otherwise: 0, of: sizes.count)
    let count = try number("chunks")
    guard count >= 1 else { throw open("chunks") }
    let length = sizes[place] / count + (sizes[place].isMultiple(of: count) ? 0 : 1)
    return try parts(of: sizes, along: place, length: max(1, length))
  }

  /// Parts of one length, or of those in a list.
  fileprivate func split() throws(GraphGap) -> GraphValue {
    let sizes = try shape()
    let place = try dimension("dim", otherwise: 0, of: sizes.count)
    if let length = self["split_size"]?.number, length >= 1 {
      return try parts(of: sizes, along: place, length: length)
    }
    let lengths = try numbers("split_size")
    let all = lengths.reduce(Count(0)) { $0 + Count($1) }
    guard all == Count(sizes[place]), lengths.allSatisfy({ $0 >= 0 }) else {
      throw .refused(Remark(.noReshape, tupleText(sizes), tupleText(lengths)))
    }
    return .list(lengths.map { part(of: sizes, along: place, $0) })
  }

  /// As many parts as are said, the first ones a cell longer where it does not come out even; or a
  /// part before each place, and one after the last.
  ///
  /// Source: `torch.tensor_split`.
  fileprivate func splitAt() throws(GraphGap) -> GraphValue {
    let sizes = try shape()
    let place = try dimension("dim", otherwise: 0, of: sizes.count)
    guard let count = self["indices_or_sections"]?.number else {
      let places = try numbers("indices_or_sections").map { GraphValue.number($0) }
      return .list(
        try zip([.nothing] + places, places + [.nothing]).map { start, end throws(GraphGap) in
          part(of: sizes, along: place, try slice([start, end], of: sizes[place]))
        })
    }
    guard count >= 1 else { throw open("indices_or_sections") }
    let (length, rest) = sizes[place].quotientAndRemainder(dividingBy: count)
    let longer = try repeated(part(of: sizes, along: place, length + 1), rest)
    return .list(
      longer + (try repeated(part(of: sizes, along: place, length), count - rest)))
  }

  private func parts(
    of sizes: [Int], along place: Int, length: Int
  ) throws(GraphGap) -> GraphValue {
    let (full, rest) = sizes[place].quotientAndRemainder(dividingBy: length)
    let whole = try repeated(part(of: sizes, along: place, length), full)
    return .list(whole + (rest > 0 ? [part(of: sizes, along: place, rest)] : []))
  }

  private func part(of sizes: [Int], along place: Int, _ length: Int) -> GraphValue {
    var sizes = sizes
    sizes[place] = length
    return .shape(sizes)
  }

  /// A list of equal values, unless nobody has written a model with so many.
  fileprivate func repeated(_ value: GraphValue, _ count: Int) throws(GraphGap) -> [GraphValue] {
    guard (0...Self.mostParts).contains(count) else { throw open("input") }
    return Array(repeating: value, count: count)
  }

  private static let mostParts = 4096

  /// `x[0]`, of a list or of a tensor.
  fileprivate func item() throws(GraphGap) -> GraphValue {
    let index = self["index"] ?? .nothing
    switch self["input"] {
    case .list(let items)?:
      if case .slice(let ends) = index { return .list(try slice(ends, items)) }
      let place = try place(try number("index"), of: items.count)
      return items[place]
    case .shape(let sizes)?: return .shape(try indexed(sizes, index.items))
    default: throw open("input")
    }
  }

  private func slice(_ ends: [GraphValue], _ items: [GraphValue]) throws(GraphGap) -> [GraphValue] {
    guard (ends[at: 2] ?? .nothing) == .nothing else { throw open("step") }
    let kept = try slice(ends, of: items.count)
    let first = ends.first?.number ?? 0
    let start = min(max(first < 0 ? first &+ items.count : first, 0), items.count)
    return Array(items[start...].prefix(kept))
  }

  private func indexed(_ sizes: [Int], _ indices: [GraphValue]) throws(GraphGap) -> [Int] {
    var (left, output) = (sizes[...], [Int]())
    let taken = indices.filter { $0 != .nothing && $0 != .word("...") }.count
    guard taken <= sizes.count else { throw .refused(Remark(.noDimension, taken - 1, sizes.count)) }
    for index in indices {
      switch index {
      case .nothing: output.append(1)
      case .number: left = left.dropFirst()
      case .slice(let ends):
        guard let size = left.popFirst() else { throw open("index") }
        output.append(try slice(ends, of: size))
      case .word("..."):
        let skipped = sizes.count - taken
        output += left.prefix(skipped)
        left = left.dropFirst(skipped)
      default: throw open("index")
      }
    }
    return output + left
  }
}
