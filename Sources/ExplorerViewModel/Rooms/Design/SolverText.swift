import ConvArithmetic
import LayerNotation

/// The solver's goal, its layers and the round trip, in as many rows as there are.
struct SolverText {
  private let state: ExplorerState
  private let rows: Int
  private let table: SolutionTable?
  private let head: [[Span]]
  private let below: [[Span]]
  /// What there is no room for.
  let dropped: [String]

  /// Rows of layers that are worth more than what stands around them.
  private static let leastRows = 5

  init(_ state: ExplorerState, _ size: ScreenSize) {
    (self.state, rows) = (state, size.rows)
    let table = state.solution.map { SolutionTable($0, state, width: size.columns) }
    self.table = table.flatMap { $0.rowCount > 0 ? $0 : nil }
    let words = SolverWords(state, width: size.columns)
    let least = self.table.map { min($0.rowCount, Self.leastRows) + 1 } ?? 0
    var room = size.rows - least
    var dropped: [String] = []
    func fitting(_ parts: [SolverWords.Part]) -> [[Span]] {
      parts.flatMap { part -> [[Span]] in
        if part.lines.count > room {
          dropped.append(part.name)
          return []
        }
        room -= part.lines.count
        return part.lines
      }
    }
    head = fitting(words.head)
    below = fitting(words.below)
    self.dropped = dropped
  }

  private var listRows: Int { max(0, rows - head.count - 1 - below.count) }

  var lines: [[Span]] {
    guard let table else { return head + below }
    return head + [table.heading] + table.lines(listRows) + below
  }

  /// Where the chosen layer stands.
  var cursorRow: Int? {
    guard let table, state.isSolverFocused, listRows > 0 else { return nil }
    return head.count + 1 + state.choice - table.first(listRows)
  }

  /// The layer in a row.
  func index(at row: Int) -> Int? {
    guard let table, row > head.count, row <= head.count + listRows else { return nil }
    let index = table.first(listRows) + row - head.count - 1
    return index < table.rowCount ? index : nil
  }
}
