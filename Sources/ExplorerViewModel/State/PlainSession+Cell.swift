import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// The arithmetic of the cell that was asked for last.
  var cell: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    guard let trace = state.trace else { return ["the places of this layer exceed 64 bits"] }
    let grid = state.cellCursor.grid
    let arithmetic = CellArithmetic(
      pass, trace, grid, state.cellCursor.cell(of: grid, in: trace))
    return [arithmetic.equation(most: 16), arithmetic.words]
      + [arithmetic.channels].compactMap { $0 }
      + Axis.allCases.map { "\($0.letter)  \(arithmetic.relation($0, most: 4))" }
  }

  /// The arithmetic of a cell: row and column, with the letter of its grid in front unless it is
  /// one of the output.
  mutating func cell(_ words: [String]) -> [String]? {
    let grid = LayerGrid.allCases.first { $0.symbol == words.first }
    let numbers = words.dropFirst(grid == nil ? 0 : 1).compactMap { Int($0) }
    guard numbers.count == 2, words.count == (grid == nil ? 2 : 3) else { return nil }
    guard let trace = state.trace else { return cell }
    let place = Spatial(height: numbers[0], width: numbers[1])
    guard trace.role(of: grid ?? .output, at: place) != nil else {
      return ["there is no \((grid ?? .output).symbol)[\(numbers[0].plain),\(numbers[1].plain)]"]
    }
    state.cellCursor.move(to: place, of: grid ?? .output)
    return cell
  }
}
