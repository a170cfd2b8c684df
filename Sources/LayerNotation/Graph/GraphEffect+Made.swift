import ConvArithmetic

// Tensors that numbers or the sizes of other ones make, and complex ones.

extension GraphEffect {
  static let made: [String: GraphEffect] = [
    "grid": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let tensors = try arguments.allTensors()
        guard tensors.allSatisfy({ $0.count < 2 }) else { throw arguments.open("*tensors") }
        var sizes = tensors.map { $0.first ?? 1 }
        if arguments["indexing"] == .word("xy"), sizes.count > 1 { sizes.swapAt(0, 1) }
        return .list(tensors.map { _ in .shape(sizes) })
      }),
    "together": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let tensors = try arguments.allTensors()
        let sizes = try tensors.broadcast()
        return .list(tensors.map { _ in .shape(sizes) })
      }),
    "spaced": GraphEffect(
      .sizes { arguments throws(GraphGap) in .shape([try arguments.length("steps")]) }),
    "square": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let rows = try arguments.length("n")
        return .shape([rows, try arguments.length("m", otherwise: rows)])
      }),
    "scalar": GraphEffect(.sizes { _ throws(GraphGap) in .shape([]) }),
    "repeatEach": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let times = try arguments.length("repeats")
        guard let dim = arguments["dim"], dim != .nothing else {
          let all = Int(exactly: sizes.elements) ?? 0
          return .shape([try arguments.size(all, times: times, "repeats")])
        }
        let place = try arguments.dimension("dim", of: sizes.count)
        sizes[place] = try arguments.size(sizes[place], times: times, "repeats")
        return .shape(sizes)
      }),
    "loss": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let sizes = try [arguments.shape(), arguments.shape("target")].broadcast()
        // `Reduction::None` of aten is 0.
        let isKept = [.word("none"), .number(0)].contains(arguments["reduction"])
        return .shape(isKept ? sizes : [])
      }),
    "real": GraphEffect(
      .sizes { arguments throws(GraphGap) in .shape(try arguments.shape() + [2]) }),
    "paired": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let sizes = try arguments.shape()
        guard sizes.last == 2 else {
          throw .refused(Remark(.otherFeatures, 2, sizes.last ?? 1))
        }
        return .shape(sizes.dropLast())
      }),
  ]
}

extension GraphArguments {
  /// The sizes of all tensors that follow, one by one or in a list.
  fileprivate func allTensors() throws(GraphGap) -> [[Int]] {
    guard let shapes = self["*tensors"]?.items.map(\.shape).complete() else {
      throw open("*tensors")
    }
    return shapes
  }

  /// A number of cells.
  fileprivate func length(
    _ parameter: String, otherwise: Int? = nil
  ) throws(GraphGap) -> Int {
    let length = try number(parameter, otherwise: otherwise)
    guard length >= 0 else { throw open(parameter) }
    return length
  }
}
