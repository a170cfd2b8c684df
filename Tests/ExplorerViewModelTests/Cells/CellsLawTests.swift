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

  private let letters = Array(
    "abcdefghijklmnpqrstuvwzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars)

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
        let expected = Dictionary(
          tied.map { ($0.cell(grid), letter($0.tap, trace)) },
          uniquingKeysWith: { first, _ in first })
        #expect(
          try marked(grid, state, trace) == expected,
          "\(subject.layer), \(active) \(cursor), \(grid)")
      }
    }
  }

  /// The letters of the cells that are marked; a tap always has its letter, and is marked by its
  /// style.
  private func marked(
    _ grid: LayerGrid, _ state: ExplorerState, _ trace: LayerTrace
  ) throws -> [Spatial<Int>: Unicode.Scalar] {
    guard grid == .kernel else {
      return try state.shown(grid == .input ? .input : .output).compactMapValues { cell in
        letters.contains(cell.letter) ? cell.letter : nil
      }
    }
    let spread = trace.axes.map { $0.dilatedSize <= 9 }.isAll(true)
    var marked: [Spatial<Int>: Unicode.Scalar] = [:]
    for (place, cell) in try state.shown(.kernel) where cell.style != .filled {
      guard let letter = cell.text.unicodeScalars.first, letter != "-" else { continue }
      marked[place.along { spread ? place[$0] / trace.axes[$0].geometry.dilation : place[$0] }] =
        letter
    }
    return marked
  }

  private func letter(_ tap: Spatial<Int>, _ trace: LayerTrace) -> Unicode.Scalar {
    letters[tap.height * trace.size(of: .kernel).width + tap.width]
  }

  @Test func `a cell without a letter shows its count, or what else it is`() throws {
    var generator = SeededGenerator(seed: 2)
    var layers = 0
    while layers < 40 {
      let subject = LayerCase.random(using: &generator)
      guard let pass = try? subject.forward() else { continue }
      layers += 1
      let trace = try #require(LayerTrace(pass))
      let state = try ExplorerState.on(80, 24, keys: "W<Enter>", subject)
      let cursor = state.cellCursor.cell(of: .output, in: trace)
      let counts = scatter(pass)
      for (cell, shown) in try state.shown(.output) where cell != cursor {
        let role = try #require(trace.role(of: .output, at: cell))
        switch role {
        case .cell, .kept:
          let isTransposed = subject.layer.direction == .transposed
          let expected = isTransposed ? "\(counts[cell.height][cell.width])" : "y"
          #expect(shown.text == expected, "\(subject.layer) at \(cell)")
          #expect((shown.mark == "+") == (role == .kept))
        default: #expect(shown.text == String(role.mark.character))
        }
        #expect((shown.style == .faint) == role.isHollow, "real cells are filled")
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
        let text = try #require(
          lines.firstIndex { line in ["w[", "] = ", "] goes"].contains { line.contains($0) } })
        let legend = lines[lines.count - 2]
        // Beside the hyperparameters, between titles and the arithmetic.
        let grids = lines[4..<text].map { line in
          line.split(separator: "│").dropFirst().joined().replacing("×", with: "")
        }.joined(separator: " ")
        for role in CellRole.allCases where role != .cell {
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
