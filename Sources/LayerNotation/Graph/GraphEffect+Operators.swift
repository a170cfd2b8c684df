import ConvArithmetic

// What operators of ONNX do otherwise than the functions of PyTorch.
//
// Source: docs/Operators.md of ONNX 1.23.

extension GraphEffect {
  static let operators: [String: GraphEffect] = [
    "window": GraphEffect(.stage { arguments throws(GraphGap) in try arguments.window() }),
    "globalPool": GraphEffect(
      .stage { arguments throws(GraphGap) in
        let axes = max(1, try arguments.shape().count - 2)
        return .channelwise(Array(repeating: .resize(to: 1), count: axes))
      }),
    "resample": GraphEffect(.stage { arguments throws(GraphGap) in try arguments.resampled() }),
    "matrix": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        let axis = try arguments.number("dim", otherwise: 1)
        let place = axis == input.count ? axis : try arguments.place(axis, of: input.count)
        let sides = [Array(input[..<place]), Array(input[place...])].map {
          Int(exactly: $0.elements)
        }
        guard let sides = sides.complete() else { throw arguments.open("input") }
        return .shape(sides)
      }),
    "kept": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        var wanted = try arguments.numbers("*shape")
        if !(arguments["allowzero"]?.isTrue ?? false) {
          for place in wanted.indices where wanted[place] == 0 {
            guard place < input.count else { throw arguments.open("*shape") }
            wanted[place] = input[place]
          }
        }
        return .shape(try arguments.reshaped(input, wanted))
      }),
    "insert": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (input, places) = (try arguments.shape(), try arguments.numbers("dim"))
        var new: Set<Int> = []
        for place in places {
          new.insert(try arguments.place(place, of: input.count + places.count))
        }
        guard new.count == places.count else { throw arguments.open("dim") }
        var left = input[...]
        return .shape(
          (0..<input.count + new.count).map { new.contains($0) ? 1 : left.removeFirst() })
      }),
    "both": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let wanted = try arguments.numbers("*size")
        guard wanted.allSatisfy({ $0 >= 0 }) else { throw arguments.open("*size") }
        return .shape(try [arguments.shape(), wanted].broadcast())
      }),
    "gather": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let (input, indices) = (try arguments.shape(), try arguments.shape("indices"))
        let place = try arguments.dimension("dim", otherwise: 0, of: input.count)
        return .shape(input[..<place] + indices + input[(place + 1)...])
      }),
    "sizesBetween": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let sizes = try arguments.shape().map { GraphValue.number($0) }
        let ends = [arguments["start"] ?? .nothing, arguments["end"] ?? .nothing]
        return .list(GraphValue.slice(sizes, ends) ?? [])
      }),
    "part": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        var sizes = try arguments.shape()
        let place = try arguments.dimension("dim", of: sizes.count)
        let ends = ["start", "end", "step"].map { arguments[$0] ?? .nothing }
        guard let kept = GraphValue.places(of: ends, in: sizes[place]) else {
          throw arguments.open("end")
        }
        sizes[place] = kept.count
        return .shape(sizes)
      }),
    // Of numbers alone.
    "pads": GraphEffect(
      .sizes { arguments throws(GraphGap) in throw arguments.open("input") }),
  ]
}

extension GraphArguments {
  /// Scales or sizes of all dimensions, of which samples and channels stay.
  fileprivate func resampled() throws(GraphGap) -> Stage {
    let input = try shape()
    let policy = self["policy"] ?? .word("stretch")
    guard input.count > 2, input.count <= 5, policy == .word("stretch") else { throw open("input") }
    let scales = self["scale_factor"]?.items ?? []
    if !scales.isEmpty, scales != [.nothing] {
      let all = try ofAllDimensions(
        scales, otherwise: input.map { _ in .number(1) }, "scale_factor")
      let factors = all.map(\.decimal).complete() ?? []
      guard factors.count == input.count, factors[0] == 1, factors[1] == 1,
        factors.allSatisfy({ $0 > 0 && $0.isFinite })
      else { throw open("scale_factor") }
      return .channelwise(factors.dropFirst(2).map { .scale(by: $0, interpolation) })
    }
    let wanted = try numbers("size").map { GraphValue.number($0) }
    let all = try ofAllDimensions(wanted, otherwise: input.map { .number($0) }, "size")
    let sizes = all.map(\.number).complete() ?? []
    guard sizes.count == input.count, sizes.prefix(2) == input.prefix(2) else { throw open("size") }
    return .channelwise(sizes.dropFirst(2).map { .resize(to: $0, coversInput: false) })
  }

  /// Values of some dimensions as those of all.
  private func ofAllDimensions(
    _ values: [GraphValue], otherwise all: [GraphValue], _ parameter: String
  ) throws(GraphGap) -> [GraphValue] {
    guard let places = self["axes"], places != .nothing else { return values }
    let axes = try dimensions("axes", of: all.count)
    guard axes.count == values.count else { throw open(parameter) }
    return zip(axes, values).reduce(into: all) { $0[$1.0] = $1.1 }
  }

  private var interpolation: Interpolation {
    switch self["mode"] {
    case .word("nearest"): .nearest
    case .word("linear"):
      [.word("half_pixel"), .word("pytorch_half_pixel")].contains(self["transformation"])
        ? .linear : .other
    default: .other
    }
  }
}
