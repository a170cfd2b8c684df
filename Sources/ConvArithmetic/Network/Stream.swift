/// A network along time: what it needs of the future, what it keeps of the past, and how it can be
/// fed in pieces.
package struct Stream: Equatable, Sendable {
  /// Samples of the input after its own that an output needs, at most; below 0 where it does not use
  /// its own last ones.
  package let lookAhead: Count
  /// The first stage whose outputs need samples after their own; `nil` for a causal network.
  package let offender: Int?
  /// Samples of the input for one of the output: how often one comes.
  package let hop: Ratio
  /// Samples until the first output is complete.
  package let firstOutput: Count
  /// A piece has to be a multiple of so many samples, or a stage keeps a part of a step.
  package let chunk: Count?

  package var isCausal: Bool { lookAhead <= 0 }
}

extension Reach {
  /// Samples after its own that a cell needs, at most.
  ///
  ///     last cell read − (⌈(x + 1)·jump⌉ − 1)
  ///
  /// as the own samples of cell x are those up to the next cell's: v₀ − (S − 1) for a jump of S.
  var lookAhead: Count? {
    spans.enumerated().compactMap { phase, span in
      span.map { $0.upperBound - (Ratio(Count(phase + 1)) * jump).ceiling + 1 }
    }.max()
  }
}

extension Ratio {
  fileprivate var ceiling: Count { numerator.ceilingDivided(by: denominator) }
}

extension AxisNetwork {
  /// The network as one that samples come to one after the other.
  package var stream: Result<Stream, Unreached> {
    let reaches = reaches
    return (reaches.last ?? .failure(.unknown)).flatMap { reach in
      guard let lookAhead = reach.lookAhead, let firstOutput = reach.spans[0]?.upperBound else {
        return .failure(.unknown)
      }
      let offender = reaches.dropFirst().firstIndex {
        ((try? $0.get())?.lookAhead ?? 0) > 0
      }
      return .success(
        Stream(
          lookAhead: lookAhead, offender: lookAhead > 0 ? offender.map { $0 - 1 } : nil,
          hop: reach.jump, firstOutput: max(0, firstOutput + 1), chunk: alignment))
    }
  }

  /// The cells of each tensor that are kept between pieces, of each channel; `nil` where that is not
  /// known for a stage.
  ///
  /// What several stages read is kept once, by the one that looks back furthest: e − s cells. Going
  /// up, as many sums of the output are not complete yet.
  package var state: [Count]? {
    var state = Array(repeating: Count(0), count: nodes.count + 1)
    for (place, node) in nodes.enumerated() {
      guard let taps = node.map.taps else { return nil }
      let cells = taps.reduce(Count(0)) { $0 + max(0, $1.span - Count($1.stride)) }
      if taps.first?.isUp == true {
        state[place + 1] = state[place + 1] + cells
      } else {
        for source in node.sources { state[source] = max(state[source], cells) }
      }
    }
    return state
  }
}
