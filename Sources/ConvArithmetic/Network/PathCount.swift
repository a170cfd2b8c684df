/// How many paths lead from a cell to the input: one for each way through the taps.
struct PathCount: PathSum {
  let count: Count

  static let isInterval = false

  var isOverflow: Bool { count.isOverflow }

  var weight: Int { 1 }

  func shifted(by cells: Count) -> PathCount { self }

  func repeated(_ count: Int, every cells: Count) -> PathCount {
    PathCount(count: self.count * Count(count))
  }

  func merged(with other: PathCount) -> PathCount { PathCount(count: count + other.count) }

  func isRising(from other: PathCount) -> Bool { false }
}
