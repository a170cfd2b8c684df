/// The first and the last input cell that a cell reads.
struct ReadSpan: PathSum {
  let first: Count
  let last: Count

  static let isInterval = true

  var size: Count { last - first + 1 }

  var isOverflow: Bool { first.isOverflow || last.isOverflow }

  var weight: Int { 1 }

  func shifted(by cells: Count) -> ReadSpan { ReadSpan(first: first + cells, last: last + cells) }

  func repeated(_ count: Int, every cells: Count) -> ReadSpan {
    ReadSpan(first: first, last: last + Count(count - 1) * cells)
  }

  func merged(with other: ReadSpan) -> ReadSpan {
    ReadSpan(first: min(first, other.first), last: max(last, other.last))
  }

  func isRising(from other: ReadSpan) -> Bool { first >= other.first && last >= other.last }
}
