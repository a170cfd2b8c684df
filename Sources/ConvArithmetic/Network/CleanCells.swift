/// Which cells of a tensor are the same for a tile as for the whole picture: no stage on their way
/// reads padding or beyond the tile's edge.
enum CleanCells: Equatable {
  /// From the first to the last one; none where the last is before the first.
  case interval(first: Count, last: Count)
  /// Each cell, where they are not one interval.
  case each([Bool])

  var hasGaps: Bool { if case .each = self { true } else { false } }

  /// The first and the last clean cell; `nil` for none.
  var ends: ClosedRange<Count>? {
    switch self {
    case .interval(let first, let last): first <= last ? first...last : nil
    case .each(let cells):
      cells.firstIndex(of: true).flatMap { first in
        cells.lastIndex(of: true).map { Count(first)...Count($0) }
      }
    }
  }

  /// The clean cells of a step's output, where those of its input are these.
  ///
  /// What lies outside the `size` cells of the input is not clean; of the output there are `output`.
  func passed(
    through taps: AxisTaps, size: Count, output: Count, _ effort: inout Effort
  ) throws(Unreached) -> CleanCells {
    guard case .interval(let first, let last) = self, taps.isDense else {
      return try each(through: taps, size: size, output: output, &effort)
    }
    guard first <= last else { return .interval(first: 1, last: 0) }
    let (start, end) = taps.inside(first: first, last: last)
    guard !start.isOverflow, !end.isOverflow else { throw .tooLong }
    return .interval(first: max(0, start), last: min(output - 1, end))
  }

  /// Cell by cell: one that reads nothing is clean.
  private func each(
    through taps: AxisTaps, size: Count, output: Count, _ effort: inout Effort
  ) throws(Unreached) -> CleanCells {
    guard let size = Int(exactly: size), let output = Int(exactly: output) else { throw .tooLong }
    try effort.spend(max(size, output))
    let clean = cells(size)
    var result: [Bool] = []
    for cell in 0..<output {
      guard let reads = taps.reads(Count(cell)) else {
        result.append(true)
        continue
      }
      guard reads.first >= 0, reads.last < Count(size), let first = Int(exactly: reads.first),
        let step = Int(exactly: reads.step)
      else {
        result.append(false)
        continue
      }
      try effort.spend(reads.count)
      result.append((0..<reads.count).allSatisfy { clean[first + $0 * step] })
    }
    return CleanCells(result)
  }

  private func cells(_ size: Int) -> [Bool] {
    switch self {
    case .each(let cells): cells
    case .interval(let first, let last):
      (0..<size).map { first <= Count($0) && Count($0) <= last }
    }
  }

  private init(_ cells: [Bool]) {
    self = .each(cells)
    let count = cells.count { $0 }
    if count == 0 { self = .interval(first: 1, last: 0) }
    guard let ends, ends.size == Count(count) else { return }
    self = .interval(first: ends.lowerBound, last: ends.upperBound)
  }

  func joined(with other: CleanCells, size: Int) -> CleanCells {
    if case .interval(let first, let last) = self, case .interval(let start, let end) = other {
      return .interval(first: max(first, start), last: min(last, end))
    }
    return CleanCells(zip(cells(size), other.cells(size)).map { $0 && $1 })
  }
}
