import Synchronization

/// The counts of the axes that were asked for last.
///
/// A frame asks many times for those of the same few axes, and a coverage that held lists itself
/// would be slow to copy for all that have none.
private let recentCounts = Mutex<[(axis: Coverage, counts: Coverage.Counts)]>([])
/// The axes of two layers, an old one and a new one.
private let mostRecent = 6

extension Coverage {
  /// Padding that copies kept cells, whose reads count for the cells that they copy.
  ///
  /// Plain numbers, so that a coverage is copied like one; see ``recentCounts``.
  struct Copying: Hashable, Sendable {
    let mode: PaddingMode
    /// The padded cells at the ends, of more than are looked at one more than these.
    let before: UInt16
    let after: UInt16
    /// The kept cells of the whole axis, and which of them is the first one of this window.
    let size: Int
    var start = 0

    /// Whether there are more copies than are looked at: their reads are in the sum of all cells and
    /// nowhere else.
    ///
    /// Such a layer has ``Features/longCopies``, and what needs more than the sum does not cover it.
    var isLong: Bool { max(before, after) > Coverage.mostCopies }

    init(mode: PaddingMode, before: Int, after: Int, size: Int) {
      let most = Coverage.mostCopies + 1
      (self.mode, self.size) = (mode, size)
      (self.before, self.after) = (UInt16(min(before, most)), UInt16(min(after, most)))
    }
  }

  /// The longest padding whose copies are counted: each of them is looked at.
  package static let mostCopies = 4096

  /// Where copies are counted: the counts of the first and the last cells, which are all that is
  /// copied, and the cells between them.
  struct Parts: Equatable, Sendable {
    let first: ArraySlice<Int>
    let last: ArraySlice<Int>
    let uncopied: Range<Int>
    /// The coverage of those; `nil` where there are none.
    let middle: Coverage?

    var listed: [Int] { Array(first + last) }

    /// The count of a cell that is listed.
    subscript(cell: Int) -> Int? {
      if cell < uncopied.lowerBound { return first[first.startIndex + cell] }
      return cell < uncopied.upperBound
        ? nil : last[last.startIndex + cell - uncopied.upperBound]
    }
  }

  /// `nil` without copies, and where there are more of them than are looked at.
  var parts: Parts? {
    guard let copying, !copying.isLong else { return nil }
    var direct = self
    direct.copying = nil
    let (first, last) = counts(copying)
    // What of the lists is in the window.
    let range = copying.start..<copying.start + size
    let lastStart = copying.size - last.count
    let middle = (first.count..<lastStart).clamped(to: range)
    let uncopied = middle.lowerBound - copying.start..<middle.upperBound - copying.start
    let lastCells = range.clamped(to: lastStart..<copying.size)
    return Parts(
      first: first[range.clamped(to: 0..<first.count)],
      last: last[lastCells.lowerBound - lastStart..<lastCells.upperBound - lastStart],
      uncopied: uncopied, middle: direct.window(uncopied))
  }

  /// The counts of the first and the last cells of the whole axis, their copies included.
  typealias Counts = (first: [Int], last: [Int])

  /// The same, kept for a while; a window has those of its axis.
  private func counts(_ copying: Copying) -> Counts {
    var axis = Coverage(
      positions: positions, taps: taps, stride: stride, dilation: dilation,
      offset: offset - copying.start, size: copying.size)
    axis.copying = copying
    axis.copying?.start = 0
    if let kept = recentCounts.withLock({ $0.first { $0.axis == axis }?.counts }) { return kept }
    let counts = axis.madeCounts(copying)
    recentCounts.withLock { $0 = Array(([(axis, counts)] + $0).prefix(mostRecent)) }
    return counts
  }

  private func madeCounts(_ copying: Copying) -> Counts {
    var direct = self
    direct.copying = nil
    let counter = CellCounter(direct)
    func chain(_ cell: Int128) -> Int { counter.chain(at: cell).count }
    func reads(_ end: PaddedEnd, _ places: Range<Int128>) -> [(cell: Int, count: Int)] {
      guard let rule = copying.mode.copies(end, size: copying.size) else { return [] }
      return places.map { (rule.source($0), chain($0)) }
    }
    let size = Int128(copying.size)
    let reads =
      reads(.before, -Int128(copying.before)..<0)
      + reads(.after, size..<size + Int128(copying.after))
    // Where copies of both ends meet, each cell is still in one list.
    let middle = copying.size / 2
    let firstEnd = (reads.map(\.cell).filter { $0 < middle }.max() ?? -1) + 1
    let lastStart = reads.map(\.cell).filter { $0 >= middle }.min() ?? copying.size
    var first = (0..<firstEnd).map { chain(Int128($0)) }
    var last = (lastStart..<copying.size).map { chain(Int128($0)) }
    for (cell, count) in reads {
      if cell < middle { first[cell] += count } else { last[cell - lastStart] += count }
    }
    return (first, last)
  }
}
