import ConvArithmetic

// Sizes as numbers, and tensors that are made of numbers alone.

extension GraphEffect {
  static let numbers: [String: GraphEffect] = [
    "sizes": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let input = try arguments.shape()
        if let dimension = arguments["dim"], dimension != .nothing {
          return .number(input[try arguments.dimension("dim", of: input.count)])
        }
        return .list(input.map { .number($0) })
      }),
    "rank": GraphEffect(
      .sizes { arguments throws(GraphGap) in .number(try arguments.shape().count) }),
    "count": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        if case .list(let items)? = arguments["input"] { return .number(items.count) }
        return .number(try arguments.shape().first ?? 0)
      }),
    "elements": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        guard let number = Int(exactly: try arguments.shape().elements) else {
          throw arguments.open("input")
        }
        return .number(number)
      }),
    "value": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        guard let value = arguments["input"], value != .unknown else {
          throw arguments.open("input")
        }
        return value
      }),
    "filled": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let sizes = try arguments.numbers("*size")
        guard sizes.allSatisfy({ $0 >= 0 }) else { throw arguments.open("*size") }
        return .shape(sizes)
      }),
    "range": GraphEffect(
      .sizes { arguments throws(GraphGap) in
        let first = try arguments.number("start")
        let second = arguments["end"]?.number
        let (start, end) = second.map { (first, $0) } ?? (0, first)
        let step = try arguments.number("step", otherwise: 1)
        guard step >= 1, let span = Int(exactly: Count(end) - Count(start)) else {
          throw arguments.open("step")
        }
        let length = max(0, span)
        return .shape([length / step + (length.isMultiple(of: step) ? 0 : 1)])
      }),
    "ignored": GraphEffect(.ignored),
  ]
}
