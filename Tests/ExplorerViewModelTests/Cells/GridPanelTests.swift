import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The drawing of a plane of small cells with numbers around it.
@Suite struct GridPanelTests {
  private func panel(
    _ rows: Range<Int>, _ columns: Range<Int>, focus: (Int, Int) = (0, 0)
  ) -> GridPanel {
    GridPanel(
      bounds: Spatial(height: rows, width: columns),
      focus: Spatial(height: focus.0, width: focus.1))
  }

  private let dots: (Spatial<Int>) -> GridCell = { _ in GridCell(".") }

  @Test func `a plane has a title, numbers and its cells, the cursor between brackets`() {
    var panel = panel(-1..<3, -1..<3)
    panel.title = [Span("output y")]
    panel.cursor = Spatial(height: 1, width: 2)
    let frame = panel.draw(panel.wholeSize) { cell in
      GridCell(String(abs(cell.height * cell.width)), mark: cell.height < 0 ? "/" : " ")
    }
    expectPicture(
      frame.text, "GridPanelTests/a-plane-has-a-title-numbers-and-its-cells-the-cursor-between")
    #expect(panel.wholeSize == ScreenSize(columns: 12, rows: 6))
    #expect(frame.places(of: .cursor).count == 3)
  }

  @Test func `numbers of several digits have wider cells, against the right edge`() {
    var panel = panel(0..<2, 0..<3)
    panel.textWidth = 3
    let frame = panel.draw(panel.wholeSize) { GridCell(($0.height * 100 - $0.width).plain) }
    expectPicture(
      frame.text, "GridPanelTests/numbers-of-several-digits-have-wider-cells-against-the-right")
  }

  @Test(arguments: [(0..<12, 10), (0..<120, 30), (-2..<9, 7), (0..<3_000_000_000, 3)])
  func `numbers above the columns never touch`(columns: Range<Int>, focus: Int) {
    for width in 4...60 {
      let panel = panel(0..<4, columns, focus: (0, focus))
      let frame = panel.draw(ScreenSize(columns: width, rows: 6), content: dots)
      let window = panel.window(ScreenSize(columns: width, rows: 6)).width
      for number in frame.lines[1].split(separator: " ").compactMap({ Int($0) }) {
        #expect(window.contains(number), "\(frame.lines[1])")
      }
    }
  }

  @Test func `each number stands above its column`() throws {
    let panel = panel(0..<4, 90..<110, focus: (0, 100))
    let size = ScreenSize(columns: 30, rows: 6)
    let frame = panel.draw(size, content: dots)
    let window = panel.window(size).width
    for column in window {
      guard let place = frame.place(of: " \(column)") else { continue }
      let end = Place(row: 2, column: place.column + String(column).count)
      #expect(panel.cell(at: end, size) == Spatial(height: 0, width: column))
    }
  }

  @Test func `the window keeps the focus in the middle, and stops at the ends`() {
    let size = ScreenSize(columns: 13, rows: 7)
    for (focus, window) in [(0, 0..<5), (2, 0..<5), (3, 1..<6), (50, 48..<53), (99, 95..<100)] {
      #expect(panel(0..<100, 0..<9, focus: (focus, 0)).window(size).height == window)
    }
    #expect(panel(-7 ..< -2, 0..<9, focus: (-99, 0)).window(size).height == -7 ..< -2)
  }

  @Test func `the cell at a place is the one that is drawn there`() {
    let panel = panel(-3..<40, -2..<50, focus: (20, 30))
    let size = ScreenSize(columns: 40, rows: 20)
    let frame = panel.draw(size) { GridCell($0.width % 10 == $0.height % 10 ? "x" : ".") }
    for row in 0..<22 {
      for column in 0..<42 {
        let cell = panel.cell(at: Place(row: row, column: column), size)
        if frame[row, column].scalar == "x" {
          #expect(cell.map { $0.width % 10 == $0.height % 10 } == true)
        }
        if let cell, frame[row, column].scalar == "." {
          #expect(cell.width % 10 != cell.height % 10)
        }
      }
    }
  }

  @Test func `only the cells of the window are asked for, however large the plane is`() {
    let most = Int(Int32.max)
    let panel = panel(-most..<most * most, -most..<most * most, focus: (.max, .min))
    for (columns, rows) in [(0, 0), (1, 1), (5, 3), (24, 4), (80, 24), (300, 100)] {
      var asked = 0
      let frame = panel.draw(ScreenSize(columns: columns, rows: rows)) { _ in
        asked += 1
        return GridCell(".")
      }
      #expect(frame.cells.count == columns * rows)
      #expect(asked <= columns * rows)
    }
    #expect(panel.wholeSize.columns >= 1_000_000)
  }

  @Test func `a plane of nothing is a title`() {
    var panel = panel(0..<0, 3..<3)
    panel.title = [Span("nothing")]
    let frame = panel.draw(ScreenSize(columns: 9, rows: 3), content: dots)
    #expect(frame.text == "nothing\n\n")
    #expect(panel.cell(at: Place(row: 2, column: 1), frame.size) == nil)
  }
}
