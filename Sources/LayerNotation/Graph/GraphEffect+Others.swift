import ConvArithmetic

// Functions with rules of their own.

extension GraphEffect {
  static let others: [String: GraphEffect] = [
    "einsum": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (_, output, sizes) = try arguments.einsum()
        return .shape(output.compactMap { sizes[$0] })
      },
      products: { arguments, _ in
        // As one product of batches of matrices: all indices run once.
        guard let (inputs, output, sizes) = try? arguments.einsum(), inputs.count == 2,
          sizes.keys.contains(where: { !output.contains($0) })
        else { return 0 }
        return Array(sizes.values).elements
      }),
    "extreme": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        if let other = arguments["dim"]?.shape { return .shape(try [sizes, other].broadcast()) }
        guard let dim = arguments["dim"], dim != .nothing else { return .shape([]) }
        let place = try arguments.dimension("dim", of: sizes.count)
        sizes[place] = 1
        if !(arguments["keepdim"]?.isTrue ?? false) { sizes.remove(at: place) }
        return .list([.shape(sizes), .shape(sizes)])
      }),
    "largest": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let place = try arguments.dimension("dim", otherwise: -1, of: sizes.count)
        sizes[place] = try arguments.number("k")
        return .list([.shape(sizes), .shape(sizes)])
      }),
    "gate": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let place = try arguments.dimension("dim", otherwise: -1, of: sizes.count)
        guard sizes[place].isMultiple(of: 2) else {
          throw .refused(Remark(.noReshape, tupleText(sizes), sizes[place] / 2))
        }
        sizes[place] /= 2
        return .shape(sizes)
      }),
    "index": GraphEffect(.sizes { arguments throws(GraphGap) in .shape(try arguments.taken()) }),
    "along": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let sizes = try arguments.shape()
        do throws(GraphGap) {
          _ = try arguments.dimensions("dim", of: sizes.count)
        } catch {
          // Whichever it is, sizes stay.
          if case .refused = error { throw error }
        }
        return .shape(sizes)
      }, seesSources: true),
    "moved": GraphEffect(.sizes { arguments throws(GraphGap) in .shape(try arguments.shape()) }),
  ]
}

extension GraphArguments {
  /// The indices of `bnc,bmc->bnm`: those of each tensor, of what comes out, and their sizes.
  ///
  /// Source: `torch.einsum`.
  fileprivate func einsum() throws(GraphGap) -> (
    inputs: [[Character]], output: [Character], sizes: [Character: Int]
  ) {
    guard case .word(let equation)? = self["equation"], !equation.contains("...") else {
      throw open("equation")
    }
    let sides = equation.filter { $0 != " " }.split(separator: ">", maxSplits: 1)
    let inputs =
      sides[at: 0]?.split(separator: ",").map { $0.filter { $0 != "-" }.map(\.self) } ?? []
    guard let shapes = self["*tensors"]?.items.map(\.shape).complete(), sides.count == 2,
      shapes.map(\.count) == inputs.map(\.count)
    else { throw open("equation") }
    var sizes: [Character: Int] = [:]
    for (letter, size) in zip(inputs.joined(), shapes.joined()) {
      guard [1, size].contains(sizes[letter] ?? size) || size == 1 else {
        throw .refused(Remark(.sizesDoNotFit, shapes.sizesText))
      }
      sizes[letter] = max(size, sizes[letter] ?? size)
    }
    return (inputs, Array(sides[1]), sizes)
  }

  /// Cells that other tensors number: theirs take the place of the first indexed dimension.
  ///
  /// Source: `aten::index`.
  fileprivate func taken() throws(GraphGap) -> [Int] {
    let sizes = try shape()
    let indices = self["indices"]?.items ?? []
    let places = indices.indices.filter { indices[$0] != .nothing }
    guard let first = places.first, let shapes = places.map({ indices[$0].shape }).complete(),
      let last = places.last, last < sizes.count, last - first == places.count - 1
    else { throw open("indices") }
    return try sizes[..<first] + shapes.broadcast() + sizes[(last + 1)...]
  }
}
