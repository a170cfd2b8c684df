import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import SeededNumbers
import Testing

/// The marks on the screen against loops over every position and tap.
@Suite struct CellsLawTests {
  /// A product of both axes by loops: input cell, tap, output cell.
  private struct Product: Hashable {
    let input: Spatial<Int>
    let tap: Spatial<Int>
    let output: Spatial<Int>

    func cell(_ grid: LayerGrid) -> Spatial<Int> {
      switch grid {
      case .input: input
      case .kernel: tap
      case .output: output
      }
    }
  }

  private func links(_ axis: AxisGeometry) -> [(input: Int, tap: Int, output: Int)] {
    let isTransposed = axis.direction == .transposed
    return (0..<(isTransposed ? axis.input : axis.output)).flatMap { position in
      (0..<axis.kernelSize).map { tap in
        let place = position * axis.stride + tap * axis.dilation - axis.paddingBefore
        return isTransposed ? (position, tap, place) : (place, tap, position)
      }
    }
  }

  private func products(_ pass: ForwardPass) -> [Product] {
    let columns = links(pass.axes.width)
    return links(pass.axes.height).flatMap { row in
      columns.map { column in
        Product(
          input: Spatial(height: row.input, width: column.input),
          tap: Spatial(height: row.tap, width: column.tap),
          output: Spatial(height: row.output, width: column.output))
      }
    }
  }

  /// The character of every cell of a grid, read off the picture.
  private func characters(
    _ grid: LayerGrid, _ cursor: CellCursor, _ trace: LayerTrace
  ) -> [Spatial<Int>: Unicode.Scalar] {
    let drawn = CellGrid(trace, cursor, grid, .unicode, nil)
    let size = drawn.panel.wholeSize
    let frame = drawn.draw(size).frame
    var characters: [Spatial<Int>: Unicode.Scalar] = [:]
    for row in 2..<size.rows {
      for column in 0..<size.columns {
        guard let cell = drawn.cell(at: Place(row: row, column: column), size) else { continue }
        // Of the two columns of a cell the one after, with the text; of a tap and the gaps after
        // it, the tap.
        let scalar = frame[row, column].scalar
        if characters[cell].map({ !letters.contains($0) }) ?? true { characters[cell] = scalar }
      }
    }
    return characters
  }

  private let letters = Array(
    "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars)

  @Test(arguments: LayerGrid.allCases)
  func `the letters are at the cells and taps of the products that the loops find`(
    active: LayerGrid
  ) throws {
    var generator = SeededGenerator(seed: 1)
    var layers = 0
    while layers < 40 {
      let subject = LayerCase.random(using: &generator)
      guard let pass = try? subject.forward() else { continue }
      layers += 1
      let trace = try #require(LayerTrace(pass))
      var state = try ExplorerState.on(80, 24, keys: "W<Enter>", subject)
      while state.cellCursor.grid != active { try state.press("m") }
      for _ in 0..<Int.random(in: 0..<9, using: &generator) {
        try state.press(
          ["<Left>", "<Up>", "<Right>", "<Down>"].randomElement(using: &generator) ?? "")
      }
      let cursor = state.cellCursor.cell(of: active, in: trace)
      let tied = products(pass).filter { $0.cell(active) == cursor }
      for grid in LayerGrid.allCases where grid != active {
        let shown = characters(grid, state.cellCursor, trace)
        let expected = Dictionary(
          tied.map { ($0.cell(grid), letter($0.tap, trace)) },
          uniquingKeysWith: { first, _ in first })
        let marked = shown.filter { letters.contains($0.value) }
        #expect(marked == expected, "\(subject.layer), \(active) \(cursor), \(grid)")
      }
    }
  }

  private func letter(_ tap: Spatial<Int>, _ trace: LayerTrace) -> Unicode.Scalar {
    letters[tap.height * trace.size(of: .kernel).width + tap.width]
  }

  @Test func `a cell without a letter shows what it is, in every grid`() throws {
    var generator = SeededGenerator(seed: 2)
    var layers = 0
    while layers < 40 {
      let subject = LayerCase.random(using: &generator)
      guard let pass = try? subject.forward() else { continue }
      layers += 1
      let trace = try #require(LayerTrace(pass))
      let state = try ExplorerState.on(80, 24, keys: "W<Enter>", subject)
      let cursor = state.cellCursor.cell(of: .output, in: trace)
      for (cell, scalar) in characters(.output, state.cellCursor, trace) where cell != cursor {
        #expect(scalar == trace.role(of: .output, at: cell)?.mark.character || scalar == "[")
      }
    }
  }

  @Test func `every mark that is drawn is in the legend, and nothing else`() throws {
    for keys in ["", "m", "mm", "<Home>kkkkk", "<End><PgDn><PgDn>"] {
      for layer in [
        ":k=2 s=3 output_padding=2 padding=0<Enter>", "t", "t:s=2 dilation=2<Enter>", "",
      ] {
        let state = try ExplorerState.on(200, 60, keys: layer + "W<Enter>" + keys)
        let lines = render(state).lines
        let line = try #require(lines.firstIndex { $0.contains("├─") })
        let legend = lines[lines.count - 2]
        // Beside the hyperparameters, between titles and the line.
        let grids = lines[3..<line].map { $0.split(separator: "│").last ?? "" }.joined(
          separator: " ")
        for role in CellRole.allCases where ![.cell, .gap, .padding].contains(role) {
          // Those of gaps and padding are among the numbers of rows and columns, too.
          let mark = role.mark
          #expect(
            legend.contains("\(mark.character) \(mark.name)")
              == grids.unicodeScalars.contains(mark.character),
            "\(layer), \(keys): \(mark.name)")
        }
      }
    }
  }
}
