import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

@Suite struct MouseTests {
  /// The start layer at 80×24: row 3 of the screen is in_channels, the map begins at row 2,
  /// column 31, two columns a cell.
  private func state(_ keys: String = "") throws -> ExplorerState { try .on(80, 24, keys: keys) }

  private func event(_ kind: MouseEvent.Kind, _ row: Int, _ column: Int) -> KeyPress {
    .mouse(MouseEvent(kind, at: Place(row: row, column: column)))
  }

  @Test func `a click selects the row under it`() throws {
    var state = try state()
    #expect(state.press(event(.press, 4, 5)) == nil)
    #expect(state.selected == .inChannels)
    _ = state.press(event(.press, 9, 20))
    #expect(state.selected == .padding)
  }

  @Test func `the wheel scrolls over a hyperparameter, too, and changes none`() throws {
    var state = try ExplorerState.on(120, 16, keys: "C")
    let (subject, text) = (state.subject, state.text)
    _ = state.press(event(.wheelDown, 7, 5))
    #expect(state.text != text)
    _ = state.press(event(.wheelUp, 8, 5))
    #expect(state.text == text && state.subject == subject)
  }

  @Test func `a row is one of those that the layer has`() throws {
    var state = try state("t")
    _ = state.press(event(.press, 12, 5))
    #expect(state.selected == .bias)
    _ = state.press(event(.press, 13, 5))
    #expect(state.selected == .paddingMode)
  }

  @Test func `a click on the map places the cursor there, and a drag moves it`() throws {
    var state = try ExplorerState.on(80, 30)
    // Below the ruler of the inside, and beside it.
    _ = state.press(event(.press, 4 + 3, 32 + 2 * 5))
    #expect(state.isMapFocused)
    // Rows and columns of the start layer receive 1 2 1 2 …
    #expect(render(state).text.contains("row 3, column 5: 2 × 2 = 4"))
    _ = state.press(event(.drag, 4 + 4, 32 + 2 * 6))
    #expect(render(state).text.contains("row 4, column 6: 1 × 1 = 1"))
    _ = state.press(event(.press, 4, 5))
    #expect(!state.isMapFocused)
  }

  @Test func `the wheel scrolls a text and the presets`() throws {
    var help = try state("?")
    let before = render(help).text
    _ = help.press(event(.wheelDown, 10, 10))
    #expect(render(help).text != before)
    _ = help.press(event(.wheelUp, 10, 10))
    #expect(render(help).text == before)
    var presets = try state("p")
    _ = presets.press(event(.wheelDown, 10, 10))
    #expect(presets.chooser?.selected == 1)
    _ = presets.press(event(.press, 5, 10))
    #expect(presets.chooser?.selected == 2)
    _ = presets.press(event(.press, 5, 10))
    #expect(presets.subject == Preset.all[2].subject)
  }

  @Test func `outside of everything nothing happens`() throws {
    for keys in ["", "C", "Om<Enter>", "?", "p", ":k", "3", ":groups=7<Enter>"] {
      var state = try state(keys)
      let subject = state.subject
      for place in [(-1, -1), (0, 58), (23, 79), (24, 80), (1000, 1000), (5, 79), (.max, .max)] {
        for kind in [MouseEvent.Kind.press, .drag, .wheelUp, .wheelDown] {
          _ = state.press(event(kind, place.0, place.1))
        }
      }
      #expect(state.subject == subject, "\(keys)")
    }
  }
}
