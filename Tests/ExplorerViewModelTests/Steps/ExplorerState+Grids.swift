import ConvArithmetic
import ExplorerViewModel
import Testing

/// A cell of a grid as it is drawn: what stands before it, the letter, and the text.
struct ShownCell {
  var mark: Unicode.Scalar = " "
  var letter: Unicode.Scalar = " "
  var text = ""
  var style = Style.plain

  var number: Int? {
    Int(text.filter { $0.isNumber || $0 == "−" }.replacing("−", with: "-"))
  }
}

extension ExplorerState {
  /// The cells of a grid, read off its picture with room for a letter before each text.
  func shown(_ pane: WatchPane) throws -> [Spatial<Int>: ShownCell] {
    let grid = WatchGrid(try #require(WatchScene(self)), pane)
    let pitch = Pitch(columns: grid.panel(.least).textWidth + 3, rows: 1)
    let panel = grid.panel(pitch)
    let frame = grid.draw(pitch, panel.wholeSize).frame
    var shown: [Spatial<Int>: ShownCell] = [:]
    var columns: [Spatial<Int>: Int] = [:]
    for row in 0..<frame.size.rows {
      for column in 0..<frame.size.columns {
        guard let cell = panel.cell(at: Place(row: row, column: column), frame.size) else {
          continue
        }
        let place = columns[cell, default: 0]
        columns[cell] = place + 1
        let drawn = frame[row, column]
        switch place {
        case 0: shown[cell, default: ShownCell()].mark = drawn.scalar
        case 1: shown[cell, default: ShownCell()].letter = drawn.scalar
        default:
          if drawn.scalar != " " {
            shown[cell, default: ShownCell()].text.unicodeScalars.append(drawn.scalar)
          }
        }
        shown[cell]?.style = drawn.style
      }
    }
    return shown
  }

  /// The numbers of a grid by their cells.
  func numbers(of pane: WatchPane) throws -> [Spatial<Int>: Int] {
    try shown(pane).compactMapValues(\.number)
  }
}
