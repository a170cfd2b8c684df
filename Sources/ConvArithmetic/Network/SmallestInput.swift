/// Why there is no smallest input.
package enum NoInput: Error, Equatable, Sendable {
  /// No input at all goes through.
  case never
  /// It would take too long to find, or does not fit.
  case tooLong
  case unknown
}

extension AxisMap {
  /// The least input with so many output cells or more.
  func leastInput(_ output: Count) -> Count? {
    switch self {
    case .unchanged, .mixed: return output
    case .resize(let size, _): return output <= Count(size) ? 1 : nil
    case .recorded(let from, let size, _): return output <= Count(size) ? Count(from) : nil
    case .unknown: return nil
    case .scale(let factor, _): return taps?.leastInput(output) ?? leastInput(output, by: factor)
    case .convolution(let taps, let mode):
      return taps.isUp
        ? taps.leastInput(output)
        : max(taps.leastInput(output), mode.leastInput(max(taps.before, taps.after)))
    case .pad(let before, let after, let mode):
      guard let least = taps?.leastInput(output) else { return nil }
      return max(least, mode.leastInput(Count(max(before, after))))
    case .pool, .shuffle, .unshuffle: return taps?.leastInput(output)
    }
  }

  /// The same for a factor that is no whole number, whose products are rounded as doubles are.
  private func leastInput(_ output: Count, by factor: Double) -> Count? {
    guard factor > 0, let guess = Int(exactly: (output.value / factor).rounded(.up)),
      let wanted = Int(exactly: output)
    else { return nil }
    let candidates = max(1, guess.subtractingReportingOverflow(2).partialValue)...guess &+ 2
    return candidates.first { self.output($0).map { $0 >= wanted } ?? false }.map { Count($0) }
  }
}

extension [AxisTaps] {
  fileprivate func leastInput(_ output: Count) -> Count {
    reversed().reduce(output) { $1.leastInput($0) }
  }
}

extension PaddingMode {
  /// The least input that has as many cells to copy.
  fileprivate func leastInput(_ padding: Count) -> Count {
    switch self {
    case .zeros, .replicate: 1
    case .reflect: padding + 1
    case .circular: padding
    }
  }
}

extension AxisNetwork {
  /// The least input for which every tensor has cells, and the last one as many as are wanted.
  ///
  /// Backwards, since no output shrinks where its input grows. An unshuffle takes multiples alone:
  /// then inputs are gone through, each time to the next one that makes such a multiple.
  package func smallestInput(for output: Int = 1) -> Result<Int, NoInput> {
    let period = alignment
    return Result { () throws(NoInput) in
      var input = try leastInput(for: Count(output), tensor: nodes.count)
      let first = input
      for _ in 0..<max(64, (1 << 18) / max(1, nodes.count)) {
        guard let size = Int(exactly: input) else { throw .tooLong }
        guard let (node, coming) = firstRefused(size) else { return size }
        guard case .unshuffle(let factor) = nodes[node].map, factor >= 1 else { throw .unknown }
        let next = Count(coming).floorDivided(by: Count(factor)) + 1
        input = max(
          input + 1, try leastInput(for: next * Count(factor), tensor: nodes[node].sources[0]))
        // What comes after that happens again.
        if let period, input > first + 2 * period { throw .never }
      }
      throw .tooLong
    }
  }

  private func leastInput(for output: Count, tensor: Int) throws(NoInput) -> Count {
    var least = Array(repeating: Count(1), count: tensor + 1)
    least[tensor] = max(1, output)
    for (place, node) in nodes.prefix(tensor).enumerated().reversed() {
      if node.map == .unknown { throw .unknown }
      guard let input = node.map.leastInput(least[place + 1]) else { throw .never }
      for source in node.sources { least[source] = max(least[source], input) }
    }
    return least[0]
  }

  /// The first node that an input has no output at, and what comes to it.
  private func firstRefused(_ input: Int) -> (node: Int, coming: Int)? {
    var sizes = [input]
    for (place, node) in nodes.enumerated() {
      let coming = sizes[node.sources.min() ?? 0]
      guard let size = node.map.output(coming) else { return (place, coming) }
      sizes.append(size)
    }
    return nil
  }
}
