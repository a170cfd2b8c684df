import ConvArithmetic

// The same values in other sizes.

extension GraphEffect {
  static let layouts: [String: GraphEffect] = [
    "reshape": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.reshaped(arguments.shape(), arguments.numbers("*shape")))
      }, seesSources: true),
    "permute": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        let places = try arguments.dimensions("*dims", of: input.count)
        guard places.count == input.count, Set(places).count == places.count else {
          throw .refused(Remark(.noReshape, tupleText(input), tupleText(places)))
        }
        return .shape(places.map { input[$0] })
      }, seesSources: true),
    "transpose": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let first = try arguments.dimension("dim0", otherwise: -2, of: sizes.count)
        let second = try arguments.dimension("dim1", otherwise: -1, of: sizes.count)
        sizes.swapAt(first, second)
        return .shape(sizes)
      }, seesSources: true),
    "flatten": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.flattened(otherwise: 0))
      }, seesSources: true),
    "flattenOfModule": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.flattened(otherwise: 1))
      }, seesSources: true),
    "unflatten": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        let place = try arguments.dimension("dim", of: input.count)
        let inside = try arguments.reshaped([input[place]], arguments.numbers("sizes"))
        return .shape(input[..<place] + inside + input[(place + 1)...])
      }, seesSources: true),
    "unsqueeze": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        sizes.insert(1, at: try arguments.dimension("dim", of: sizes.count + 1))
        return .shape(sizes)
      }, seesSources: true),
    "squeeze": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        let places = Set(try arguments.dimensions("dim", of: input.count))
        let kept = input.indices.filter { input[$0] != 1 || !places.contains($0) }
        return .shape(kept.map { input[$0] })
      }, seesSources: true),
    "expand": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.expanded(arguments.shape(), arguments.numbers("*size")))
      }),
    "repeat": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        .shape(try arguments.repeated(arguments.shape(), arguments.numbers("*repeats")))
      }),
    "pad": GraphEffect(
      .sizes { arguments throws(GraphGap) in .shape(try arguments.padded()) }),
    "like": GraphEffect(
      .sizes { arguments throws(GraphGap) in .shape(try arguments.shape("other")) }),
  ]
}

extension GraphArguments {
  /// Other sizes of as many values, one of which may be −1.
  func reshaped(_ input: [Int], _ wanted: [Int]) throws(GraphGap) -> [Int] {
    let refusal = GraphGap.refused(Remark(.noReshape, tupleText(input), tupleText(wanted)))
    guard let all = Int(exactly: input.elements), wanted.filter({ $0 < 0 }).count <= 1,
      let known = Int(exactly: wanted.filter { $0 >= 0 }.elements)
    else { throw refusal }
    guard let open = wanted.firstIndex(where: { $0 < 0 }) else {
      guard known == all else { throw refusal }
      return wanted
    }
    guard known > 0, all % known == 0 else { throw refusal }
    var sizes = wanted
    sizes[open] = all / known
    return sizes
  }

  fileprivate func flattened(otherwise first: Int) throws(GraphGap) -> [Int] {
    let input = try shape()
    guard !input.isEmpty else { return [1] }
    let start = try dimension("start_dim", otherwise: first, of: input.count)
    let end = try dimension("end_dim", otherwise: -1, of: input.count)
    guard start <= end, let size = Int(exactly: Array(input[start...end]).elements) else {
      throw .refused(Remark(.noReshape, tupleText(input), "\(start)…\(end)"))
    }
    return input[..<start] + [size] + input[(end + 1)...]
  }

  /// A size of −1 stays; one of 1 may grow.
  fileprivate func expanded(_ input: [Int], _ wanted: [Int]) throws(GraphGap) -> [Int] {
    let refusal = GraphGap.refused(Remark(.noReshape, tupleText(input), tupleText(wanted)))
    guard wanted.count >= input.count else { throw refusal }
    var sizes = wanted
    for (place, size) in zip((wanted.count - input.count)..<wanted.count, input) {
      if sizes[place] == -1 { sizes[place] = size }
      guard size == 1 || sizes[place] == size else { throw refusal }
    }
    guard sizes.allSatisfy({ $0 >= 0 }) else { throw refusal }
    return sizes
  }

  fileprivate func repeated(_ input: [Int], _ times: [Int]) throws(GraphGap) -> [Int] {
    let refusal = GraphGap.refused(Remark(.noReshape, tupleText(input), tupleText(times)))
    guard times.count >= input.count else { throw refusal }
    var sizes = times
    for (place, size) in zip((times.count - input.count)..<times.count, input) {
      let (product, overflow) = size.multipliedReportingOverflow(by: times[place])
      guard !overflow, product >= 0 else { throw refusal }
      sizes[place] = product
    }
    return sizes
  }

  /// Cells at both ends of the last dimensions, the last one first.
  ///
  /// Source: `torch.nn.functional.pad`.
  fileprivate func padded() throws(GraphGap) -> [Int] {
    var sizes = try shape()
    let cells = try numbers("pad")
    guard cells.count.isMultiple(of: 2), cells.count / 2 <= sizes.count else { throw open("pad") }
    for (number, start) in stride(from: 0, to: cells.count, by: 2).enumerated() {
      let place = sizes.count - 1 - number
      let map = AxisMap.pad(before: cells[start], after: cells[start + 1], padMode)
      guard let size = map.output(sizes[place]) else {
        throw .refused(Remark(.noReshape, tupleText(sizes), tupleText(cells)))
      }
      sizes[place] = size
    }
    return sizes
  }

  /// What it pads with, by its argument or its name.
  var padMode: PaddingMode {
    if case .word(let word)? = self["mode"] { return PaddingMode(rawValue: word) ?? .zeros }
    if name.hasPrefix("reflection") { return .reflect }
    return name.hasPrefix("replication") ? .replicate : .zeros
  }
}
