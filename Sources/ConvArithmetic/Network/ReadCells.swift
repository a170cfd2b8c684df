/// The input cells that a cell reads, as runs of neighbours.
struct ReadCells: PathSum {
  /// Rising, with at least one cell between a run and the next; empty where they would be too many.
  private(set) var runs: [ReadSpan]

  /// More are not kept.
  private static let most = 4096

  static let isInterval = false

  init(runs: [ReadSpan]) { self.runs = runs }

  /// The cells themselves; an overflow where they are not kept.
  var count: Count { runs.isEmpty ? .overflow : runs.reduce(0) { $0 + $1.size } }

  var isOverflow: Bool { runs.first?.isOverflow ?? true || runs.last?.isOverflow ?? true }

  var weight: Int { runs.count }

  func shifted(by cells: Count) -> ReadCells {
    ReadCells(runs: runs.map { $0.shifted(by: cells) })
  }

  /// A run and its copy are one where no cell is left between them.
  func repeated(_ count: Int, every cells: Count) -> ReadCells {
    guard count > 1, cells > 0 else { return self }
    var all: [ReadSpan] = []
    for run in runs {
      if run.size >= cells {
        all.append(run.repeated(count, every: cells))
      } else if count <= Self.most, all.count + count <= 2 * Self.most {
        all += (0..<count).map { run.shifted(by: Count($0) * cells) }
      } else {
        return ReadCells(runs: [])
      }
    }
    return runs.count == 1 ? ReadCells(runs: all).kept : Self.united(all)
  }

  func merged(with other: ReadCells) -> ReadCells {
    guard !runs.isEmpty, !other.runs.isEmpty else { return ReadCells(runs: []) }
    return Self.united(runs + other.runs)
  }

  func isRising(from other: ReadCells) -> Bool { false }

  private static func united(_ runs: [ReadSpan]) -> ReadCells {
    var united: [ReadSpan] = []
    for run in runs.sorted(by: { $0.first < $1.first }) {
      if let last = united.last, run.first <= last.last + 1 {
        united[united.count - 1] = last.merged(with: run)
      } else {
        united.append(run)
      }
    }
    return ReadCells(runs: united).kept
  }

  private var kept: ReadCells { runs.count <= Self.most ? self : ReadCells(runs: []) }
}
