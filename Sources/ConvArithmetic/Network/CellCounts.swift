/// A number for each cell of a window along one axis or several.
struct CellCounts: Equatable, Sendable {
  /// The first cell of the window, and how many there are, of each axis.
  private(set) var first: [Count]
  private(set) var sizes: [Int]
  /// The last axis goes fastest.
  private(set) var counts: [Count]

  /// More cells of an axis are not kept.
  private static let most = 1 << 16

  /// One cell, with the number 1.
  init(cell: [Count]) {
    (first, sizes, counts) = (cell, cell.map { _ in 1 }, [1])
  }

  var total: Count { counts.reduce(0) { $0 + $1 } }

  /// The number of a cell; 0 outside of the window.
  subscript(_ cell: [Count]) -> Count {
    var place = 0
    for axis in cell.indices {
      guard let index = Int(exactly: cell[axis] - first[axis]), (0..<sizes[axis]).contains(index)
      else { return 0 }
      place = place * sizes[axis] + index
    }
    return counts[place]
  }

  /// The numbers along an axis, those of all other axes added up.
  func along(_ axis: Int) -> PathWeights {
    let (size, inner) = (sizes[axis], sizes[(axis + 1)...].reduce(1, *))
    var sums = Array(repeating: Count(0), count: size)
    for (row, start) in stride(from: 0, to: counts.count, by: inner).enumerated() {
      sums[row % size] = counts[start..<start + inner].reduce(sums[row % size]) { $0 + $1 }
    }
    return PathWeights(first: first[axis], counts: sums)
  }

  /// The same without the first axis, its numbers added up.
  var withoutFirstAxis: CellCounts {
    var result = self
    let inner = counts.count / max(1, sizes[0])
    result.counts = (0..<inner).map { place in
      stride(from: place, to: counts.count, by: inner).reduce(0) { $0 + counts[$1] }
    }
    result.first.removeFirst()
    result.sizes.removeFirst()
    return result
  }

  /// The products of the numbers of windows along other axes.
  static func product(
    _ factors: [CellCounts], _ effort: inout Effort
  ) throws(Unreached) -> CellCounts {
    guard var result = factors.first else { throw .unknown }
    for factor in factors.dropFirst() {
      let (size, overflow) = result.counts.count.multipliedReportingOverflow(
        by: factor.counts.count)
      guard !overflow else { throw .tooLong }
      try effort.spend(size)
      result.counts = result.counts.flatMap { count in factor.counts.map { count * $0 } }
      result.first += factor.first
      result.sizes += factor.sizes
    }
    return result
  }

  /// From the outputs of a step along an axis to its inputs; `nil` where they read nothing.
  ///
  /// Each output adds its number to all cells that it reads, which are equally far apart for all of
  /// them.
  func passed(
    back taps: AxisTaps, along axis: Int, _ effort: inout Effort
  ) throws(Unreached) -> CellCounts? {
    if taps.kernelSize == 1, taps.stride == 1, let read = taps.reads(first[axis]) {
      var moved = self
      moved.first[axis] = read.first
      return moved
    }
    let reads = (0..<sizes[axis]).map { taps.reads(first[axis] + Count($0)) }
    return try spread(reads, along: axis, &effort)
  }

  /// The cells that there are of an axis of so many: padded ones are copies of others, or none.
  func inside(
    _ size: Int, _ mode: PaddingMode, along axis: Int, _ effort: inout Effort
  ) throws(Unreached) -> CellCounts? {
    let (start, end) = (first[axis], first[axis] + Count(sizes[axis]))
    if start >= 0, end <= Count(size) { return self }
    if mode == .zeros { return cropped(to: size, along: axis) }
    let cells = (0..<sizes[axis]).map { place -> CellProgression? in
      let cell = start + Count(place)
      if cell >= 0, cell < Count(size) { return CellProgression(first: cell, step: 1, count: 1) }
      guard let rule = mode.copies(cell < 0 ? .before : .after, size: size),
        let number = Int(exactly: cell), case let source = rule.source(Int128(number)),
        (0..<size).contains(source)
      else { return nil }
      return CellProgression(first: Count(source), step: 1, count: 1)
    }
    return try spread(cells, along: axis, &effort)
  }

  /// The first cells of an axis, so many from 0 on; `nil` where the window has none of them.
  private func cropped(to size: Int, along axis: Int) -> CellCounts? {
    let start = first[axis]
    guard let from = Int(exactly: max(0, 0 - start)),
      let to = Int(exactly: min(Count(sizes[axis]), Count(size) - start)), from < to
    else { return nil }
    let inner = sizes[(axis + 1)...].reduce(1, *)
    var result = self
    result.counts = stride(from: 0, to: counts.count, by: sizes[axis] * inner).flatMap {
      counts[$0 + from * inner..<$0 + to * inner]
    }
    (result.first[axis], result.sizes[axis]) = (start + Count(from), to - from)
    return result
  }

  /// Adds what each cell of an axis has to other cells, which are equally far apart for all of them:
  /// added where they begin, taken away after their end, and summed up at the end.
  private func spread(
    _ targets: [CellProgression?], along axis: Int, _ effort: inout Effort
  ) throws(Unreached) -> CellCounts? {
    let known = targets.compactMap { $0 }
    guard let start = known.map(\.first).min(), let end = known.map(\.last).max(),
      let step = known.first.flatMap({ Int(exactly: $0.step) })
    else { return nil }
    guard let size = Int(exactly: end - start + 1), size <= Self.most else { throw .tooLong }
    let inner = sizes[(axis + 1)...].reduce(1, *)
    let outer = sizes[..<axis].reduce(1, *)
    try effort.spend(counts.count)
    let (cells, overflow) = (outer * inner).multipliedReportingOverflow(by: size)
    guard !overflow else { throw .tooLong }
    try effort.spend(cells)
    var sums = Array(repeating: Count(0), count: cells)
    for block in 0..<outer {
      for (place, target) in targets.enumerated() {
        guard let target, let begin = Int(exactly: target.first - start),
          let after = Int(exactly: target.last + target.step - start)
        else { continue }
        let from = (block * sizes[axis] + place) * inner
        let to = (block * size + begin) * inner
        for cell in 0..<inner { sums[to + cell] = sums[to + cell] + counts[from + cell] }
        guard after < size else { continue }
        let beyond = (block * size + after) * inner
        for cell in 0..<inner { sums[beyond + cell] = sums[beyond + cell] - counts[from + cell] }
      }
      guard step < size else { continue }
      let rows = block * size * inner..<(block + 1) * size * inner
      for cell in rows.dropFirst(step * inner) {
        sums[cell] = sums[cell] + sums[cell - step * inner]
      }
    }
    var result = self
    (result.first[axis], result.sizes[axis], result.counts) = (start, size, sums)
    return result
  }

  /// Both together, cell by cell.
  func added(_ other: CellCounts, _ effort: inout Effort) throws(Unreached) -> CellCounts {
    var result = self
    result.first = zip(first, other.first).map { min($0, $1) }
    var cells = 1
    for axis in sizes.indices {
      let end = max(first[axis] + Count(sizes[axis]), other.first[axis] + Count(other.sizes[axis]))
      guard let size = Int(exactly: end - result.first[axis]), size <= Self.most,
        case let (all, overflow) = cells.multipliedReportingOverflow(by: size), !overflow
      else { throw .tooLong }
      (result.sizes[axis], cells) = (size, all)
    }
    try effort.spend(cells)
    result.counts = Array(repeating: 0, count: cells)
    result.add(self)
    result.add(other)
    return result
  }

  /// Adds numbers of a window that lies in this one.
  private mutating func add(_ other: CellCounts) {
    let offsets = zip(first, other.first).map { Int(exactly: $1 - $0) ?? 0 }
    let length = other.sizes.last ?? 1
    for row in 0..<other.counts.count / length {
      var (rest, place, unit) = (row, offsets.last ?? 0, sizes.last ?? 1)
      for axis in sizes.indices.dropLast().reversed() {
        place += (rest % other.sizes[axis] + offsets[axis]) * unit
        (rest, unit) = (rest / other.sizes[axis], unit * sizes[axis])
      }
      for cell in 0..<length {
        counts[place + cell] = counts[place + cell] + other.counts[row * length + cell]
      }
    }
  }
}
