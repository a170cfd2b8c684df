import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The picture alone, as large as it goes.
@Suite struct PresentationTests {
  private static let first = LayerCase.square(4) { layer in
    layer.direction = .transposed
    layer.stride = Spatial(square: 2)
  }

  private func after(
    _ keys: String, columns: Int = 80, rows: Int = 24, colors: Int = 0
  ) throws -> ExplorerState {
    try .on(columns, rows, keys: keys, Self.first, colors: colors)
  }

  @Test(arguments: [
    ("PresentationTests/map-80x24", "P", 80, 24),
    ("PresentationTests/map-120x40", "P", 120, 40),
    ("PresentationTests/map-200x60", "P", 200, 60),
    ("PresentationTests/grey-80x24", "OmmP", 80, 24),
    ("PresentationTests/grey-120x40", "OmmP", 120, 40),
    ("PresentationTests/watch-80x24", "WP", 80, 24),
    ("PresentationTests/watch-120x40", "WP", 120, 40),
    ("PresentationTests/watch-200x60", "WP", 200, 60),
  ])
  func `map, grey pictures and grids have the screen, the layer above and a sentence below`(
    name: String, keys: String, columns: Int, rows: Int
  ) throws {
    var picture = try after(keys, columns: columns, rows: rows)
    // Any key takes the name of the selected row away.
    _ = picture.press(.control("l"))
    expectPicture(picture.text, name)
  }

  @Test func `nothing else is on the screen, and the footer has the keys that leave`() throws {
    var state = try after("P")
    _ = state.press(.control("l"))
    let lines = render(state).lines
    #expect(!lines.joined().contains("Watch") && !lines.joined().contains("hyperparameter"))
    #expect(lines[0].contains("ConvTranspose2d(1, 1, 3, stride=2)"))
    #expect(lines[23] == " Esc leave  q quit")
  }

  @Test func `arrows turn a hyperparameter, and a line names it with its value`() throws {
    var state = try after("P")
    #expect(render(state).lines[23] == " kernel_size 3; Esc leaves")
    try state.press("l")
    #expect(state.subject.layer.kernelSize == Spatial(square: 4))
    #expect(render(state).lines[23] == " kernel_size 3 → 4")
    #expect(render(state).lines[0].contains("(1, 1, 10, 10)"))
    try state.press("j")
    #expect(render(state).lines[23] == " stride 2")
    try state.press("5<Enter>")
    #expect(render(state).lines[23] == " stride 2 → 5")
  }

  @Test func `Esc leaves it, a level at a time, and leaves the room where it is`() throws {
    var state = try after("OmP<Enter>")
    try state.press("<Esc>")
    #expect(state.isPresenting && state.focus == .knobs)
    try state.press("<Esc>")
    #expect(!state.isPresenting && state.view == .map)
    try state.press("<Esc>")
    #expect(state.view == .overview)
  }

  @Test func `the keys of the rooms change the picture, and Space plays`() throws {
    var state = try after("POmm")
    #expect(state.isPresenting && state.text.contains("fixed"))
    try state.press(" ")
    #expect(state.isPresenting && state.player.isPlaying)
    try state.press("O")
    #expect(state.isPresenting && !state.player.isPlaying)
  }

  @Test func `a click on the map places the cursor`() throws {
    var state = try after("Pz")
    let line = try #require(render(state).lines.firstIndex { $0.contains("=@") })
    let text = render(state).lines[line]
    let column = text.distance(
      from: text.startIndex, to: try #require(text.firstIndex(of: "@")))
    _ = state.press(.mouse(MouseEvent(.press, at: Place(row: line, column: column))))
    #expect(state.isMapFocused && state.text.contains("row 2, column 2: 2 × 2 = 4"))
  }

  @Test(arguments: ["P", "PO", "POmm", "POm<Enter>", "PK", "P:padding=9<Enter>"])
  func `its share line opens it again`(keys: String) throws {
    let state = try after(keys)
    let again = try ExplorerState(
      ShareLine(reading: state.shareLine.text), size: state.size,
      capabilities: state.capabilities)
    #expect(again.isPresenting)
    #expect(render(again) == render(state.lasting))
  }

  /// Sizes by (i − 1)·3 + k, the most taps of a cell by ⌈k/3⌉².
  @Test(arguments: [
    (1 << 40, 1_000_000_000, "3299534883325", "111,111,111,555,555,556"),
    (64, 31, "220", "121"), (4, 1, "10", "1"),
  ])
  func `no kernel is too large for it`(
    size: Int, kernel: Int, output: String, most: String
  ) throws {
    let layer = LayerCase.square(size) { layer in
      layer.direction = .transposed
      layer.kernelSize = Spatial(square: kernel)
      layer.stride = Spatial(square: 3)
    }
    let lines = render(try .on(200, 60, keys: "P", layer, colors: 256)).lines
    #expect(lines[0].contains("→ (1, 1, \(output), \(output)) "))
    #expect(lines.dropFirst().contains { $0.contains(most) })
    // The smallest output has ten rows of cells.
    #expect(lines[2..<58].count { !$0.isEmpty } >= 10)
  }
}
