/// The receptive field of a tensor along one axis, away from all borders: which cells of the
/// network's input each of its cells sees.
///
/// It depends on the phase of a cell where a path goes up: the cells that are a period apart see the
/// same, shifted by period·jump cells. Source: Araujo, Norris & Sim, "Computing Receptive Fields of
/// Convolutional Neural Networks" (Distill, 2019), extended to steps that go up.
package struct Reach: Equatable, Sendable {
  /// The first and last cells that the cells 0, 1, … see; `nil` for one that sees nothing.
  package let spans: [ClosedRange<Count>?]
  /// How many input cells it is from one cell to the next.
  package let jump: Ratio

  init(_ phased: Phased<ReadSpan>) {
    spans = phased.values.map { $0.map { $0.first...$0.last } }
    jump = phased.jump
  }

  package var period: Int { spans.count }

  /// The cells from the first to the last one, of each phase; 0 where nothing is seen.
  package var sizes: [Count] { spans.map { $0?.size ?? 0 } }

  package var least: Count { sizes.min() ?? 0 }
  package var most: Count { sizes.max() ?? 0 }

  /// The cells that any cell sees; `nil` where it sees nothing.
  package func span(of cell: Count) -> ClosedRange<Count>? {
    let (periods, phase) = cell.split(by: Count(period))
    guard let phase = Int(exactly: phase), let span = spans[phase] else { return nil }
    let shift = (Ratio(periods * Count(period)) * jump).floor
    return span.lowerBound + shift...span.upperBound + shift
  }
}

extension ClosedRange<Count> {
  package var size: Count { upperBound - lowerBound + 1 }
}

extension AxisNetwork {
  /// The receptive field of each tensor, in one pass.
  package var reaches: [Result<Reach, Unreached>] {
    told(ReadSpan(first: 0, last: 0)).map { $0.map { Reach($0) } }
  }

  /// How many cells those of one period of the last tensor really read: fewer than they span where
  /// taps leave gaps.
  package var readCounts: Result<[Count], Unreached> {
    let told = told(ReadCells(runs: [ReadSpan(first: 0, last: 0)]))
    return (told.last ?? .failure(.unknown)).map { $0.values.map { $0?.count ?? 0 } }
  }
}

extension Network {
  /// Whether what an output reads may be less than the axes say, one by one.
  ///
  /// After an unshuffle the channels keep their places apart until a convolution mixes all of them:
  /// a shuffle before that puts them back.
  package var readsAtMost: Bool {
    var apart = [false]
    var isBound = false
    for node in nodes {
      var isApart = node.sources.contains { apart[$0] }
      switch node.stage {
      case .pixelUnshuffle: isApart = true
      case .pixelShuffle where isApart: (isApart, isBound) = (false, true)
      case .convolution(let layer) where layer.groups == 1: isApart = false
      case .pixelShuffle, .convolution, .channelwise, .join, .recorded: break
      }
      apart.append(isApart)
    }
    return isBound
  }
}
