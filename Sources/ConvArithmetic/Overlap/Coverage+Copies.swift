extension Coverage {
  /// What lies around the kept cells.
  enum Border: Hashable, Sendable {
    /// Nothing, or zeros.
    case plain
    /// Copies of kept cells, whose reads count for the cells that they copy: the counts of the first
    /// cells and of the last ones, which are all that is copied.
    case copies(first: [Int], last: [Int])
    /// More copies than are looked at: their reads are in the sum of all cells and nowhere else.
    ///
    /// Such a layer has ``Features/longCopies``, and what needs more than the sum does not cover it.
    case uncounted
  }

  /// The longest padding whose copies are counted: each of them is looked at.
  package static let mostCopies = 4096

  /// The same coverage with padding that copies cells.
  ///
  /// - Parameters:
  ///   - mode: Any but zeros.
  ///   - before: The padded cells before the kept ones; as many as the mode allows.
  ///   - after: Those after them, likewise.
  /// - Returns: The coverage of the kept cells, the reads of their copies included.
  func copying(_ mode: PaddingMode, before: Int, after: Int) -> Coverage {
    var result = self
    guard max(before, after) <= Self.mostCopies else {
      result.border = .uncounted
      return result
    }
    let counter = CellCounter(self)
    func reads(_ cells: Int, _ end: PaddedEnd) -> [(cell: Int, count: Int)] {
      guard cells > 0 else { return [] }
      return (1...cells).compactMap { distance in
        let place = end == .before ? -Int128(distance) : Int128(size) - 1 + Int128(distance)
        return mode.source(distance, end, size: size).map { ($0, counter.chain(at: place).count) }
      }
    }
    let reads = reads(before, .before) + reads(after, .after)
    // Where copies of both ends meet, each cell is still in one list.
    let middle = size / 2
    let firstEnd = (reads.map(\.cell).filter { $0 < middle }.max() ?? -1) + 1
    let lastStart = reads.map(\.cell).filter { $0 >= middle }.min() ?? size
    var first = (0..<firstEnd).map { counter.chain(at: Int128($0)).count }
    var last = (lastStart..<size).map { counter.chain(at: Int128($0)).count }
    for (cell, count) in reads {
      if cell < middle { first[cell] += count } else { last[cell - lastStart] += count }
    }
    result.border = .copies(first: first, last: last)
    return result
  }

  /// Where copies are counted: the counts that are listed, and the cells between them, which
  /// nothing copies.
  var parts: (listed: [Int], middle: Coverage?)? {
    guard case .copies(let first, let last) = border else { return nil }
    return (first + last, direct.window(first.count..<size - last.count))
  }

  /// The coverage without the reads of copies.
  private var direct: Coverage {
    var result = self
    result.border = .plain
    return result
  }

  /// The cells that are neither copied nor listed.
  var uncopied: Range<Int> {
    guard case .copies(let first, let last) = border else { return 0..<size }
    return first.count..<size - last.count
  }

  /// The count of a cell that is listed.
  func listed(_ cell: Int) -> Int? {
    guard case .copies(let first, let last) = border else { return nil }
    if cell < first.count { return first[cell] }
    let place = cell - (size - last.count)
    return place < 0 ? nil : last[place]
  }
}

extension Coverage.Border {
  /// The border of a window of a coverage.
  func window(_ range: Range<Int>, of size: Int) -> Self {
    guard case .copies(let first, let last) = self else { return self }
    let places = range.clamped(to: size - last.count..<size)
    let lastPlaces = places.lowerBound - (size - last.count)
    return .copies(
      first: Array(first[range.clamped(to: 0..<first.count)]),
      last: Array(last[lastPlaces..<lastPlaces + places.count]))
  }
}
