import ConvArithmetic
@testable import ExplorerViewModel
import Testing

/// Each panel by itself, on the smallest piece of screen that shows what it is about.
@Suite struct PanelPictureTests {
  @Test func `values that do not differ between the axes stand in the first column`() throws {
    let state = try ExplorerState.after(":kernel_size=3,5 batch=none<Enter>")
    let panel = HyperparameterPanel(
      state: state, size: ScreenSize(columns: 29, rows: 12), hasNotes: false)
    expectPicture(
      panel.draw().text,
      "PanelPictureTests/values-that-do-not-differ-between-the-axes-stand-in-the-firs")
  }

  @Test func `a panel that is too low keeps the selected row in sight`() throws {
    let state = try ExplorerState.after("")
    let panel = HyperparameterPanel(
      state: state, size: ScreenSize(columns: 29, rows: 5), hasNotes: false)
    expectPicture(
      panel.draw().text, "PanelPictureTests/a-panel-that-is-too-low-keeps-the-selected-row-in-sight"
    )
  }

  @Test func `a value being typed stands in place of the value`() throws {
    let state = try ExplorerState.after("3,5")
    let panel = HyperparameterPanel(
      state: state, size: ScreenSize(columns: 29, rows: 12), hasNotes: false)
    let lines = panel.draw().lines
    #expect(lines[5] == " ▸ kernel_size          3,5_")
  }

  @Test func `notes say in words what padding and output_padding do`() throws {
    #expect(try notes("") == ["crops the output by 1", "keeps 1 more at the end"])
    #expect(try notes("t") == ["adds 1 zero each side", "pads with zeros"])
    #expect(
      try notes(":padding=0 output_p=0<Enter>") == ["crops nothing", "keeps nothing more"])
    #expect(try notes("t:padding=same stride=1<Enter>").first == "as large as the input")
    #expect(
      try notes("t:padding_mode=circular<Enter>")
        == ["adds 1 cell each side", "wraps to the other end"])
    #expect(try notes("t:padding=valid<Enter>").first == "adds no zeros")
    #expect(try notes("t:padding=2,1<Enter>").first == "adds 2,1 zeros a side")
    // Kernel 1 under stride 4: of the three rows kept at the end, none has a tap.
    #expect(
      try notes(":k=1 stride=4 padding=0 output_p=3<Enter>").last == "keeps 3, 3 get nothing")
  }

  private func notes(_ keys: String) throws -> [String] {
    let panel = HyperparameterPanel(
      state: try .after(keys), size: ScreenSize(columns: 41, rows: 14), hasNotes: true)
    // They are further in than the rows.
    return panel.draw().lines.filter { $0.hasPrefix("     ") && $0.contains { $0.isLetter } }
      .map { String($0.drop { $0 == " " }) }
  }

  @Test func `the document's example is its picture`() throws {
    // moduleprofiler, ConvTranspose2d complexity: 2×2 input, kernel 2.
    let state = try ExplorerState.after("p<Down><Down><Enter>c")
    let panel = MapPanel(state, try state.subject.forward())
    expectPicture(
      panel.draw(ScreenSize(columns: 42, rows: 4)).text,
      "PanelPictureTests/the-document-s-example-is-its-picture")
  }

  @Test func `holes have a character of their own`() throws {
    // Kernel 1 under stride 2: taps at 0 and 2, nothing between them.
    let layer = LayerCase.square(2) { layer in
      layer.direction = .transposed
      layer.kernelSize = Spatial(square: 1)
      layer.stride = Spatial(square: 2)
    }
    let panel = MapPanel(try .after("", layer), try layer.forward())
    expectPicture(
      panel.draw(ScreenSize(columns: 40, rows: 4)).text,
      "PanelPictureTests/holes-have-a-character-of-their-own")
  }

  @Test func `the numbers are two size formulas and a table of the count`() throws {
    let panel = NumberPanel(state: try .after(""), countRows: NumberPanel.countRows)
    expectPicture(
      panel.draw(ScreenSize(columns: 80, rows: 4)).text,
      "PanelPictureTests/the-numbers-are-two-size-formulas-and-a-table-of-the-count")
  }

  @Test func `a refusal has each reason with its numbers and its nearest value`() throws {
    let state = try ExplorerState.after("t:k=9,3 padding=0 input=7<Enter>")
    guard case .failure(let refusal) = state.outcome else {
      Issue.record("a kernel of 9 on an input of 7 is refused")
      return
    }
    let panel = RefusalPanel(state: state, refusal: refusal)
    expectPicture(
      panel.draw(ScreenSize(columns: 46, rows: 9)).text,
      "PanelPictureTests/a-refusal-has-each-reason-with-its-numbers-and-its-nearest-v")
  }
}
