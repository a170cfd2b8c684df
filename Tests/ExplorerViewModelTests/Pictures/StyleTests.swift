import ConvArithmetic
import ExplorerViewModel
import Testing

/// What the places of the screen mean; the pictures have the characters alone.
@Suite struct StyleTests {
  @Test func `the row of the layer is a title from end to end`() throws {
    let frame = render(try .after(""))
    #expect(frame.row(1).allSatisfy { $0.style == .title })
  }

  @Test func `the status of an invalid layer is bad`() throws {
    let frame = render(try .after(":groups=5<Enter>"))
    #expect(frame.style(of: "invalid: 2 reasons") == .bad)
    #expect(frame.style(of: "no output: PyTorch") == .bad)
    #expect(frame.style(of: "groups 4") == .good)
  }

  @Test func `the selected row is marked from end to end`() throws {
    let frame = render(try .after("j"))
    let row = try #require(frame.place(of: "▸ stride")).row
    let marked = (1..<29).filter { frame[row, $0].style != .plain }
    #expect(marked == Array(1..<29))
    #expect(frame.style(of: "▸ stride") == .selected)
    #expect(frame.style(of: "kernel_size") == .plain)
  }

  @Test(
    arguments: [("", [21, 27]), ("a", [21]), ("aa", [27]), ("aaa", [21, 27])])
  func `the axes that a change touches have the focus`(keys: String, columns: [Int]) throws {
    let frame = render(try .after(keys))
    let row = try #require(frame.place(of: "▸ kernel_size")).row
    #expect(frame.places(of: .focus) == columns.map { Place(row: row, column: $0) })
    let letters = frame.places(of: .key).filter { $0.row == 2 }
    #expect(letters == columns.map { Place(row: 2, column: $0) })
  }

  @Test func `a hyperparameter of the layer has the focus whichever axis is chosen`() throws {
    for keys in ["", "a", "aa"] {
      let frame = render(try .after(keys + "<Home>j"))
      #expect(frame.style(of: "64       │") == .focus)
      #expect(frame.places(of: .focus).map(\.column) == [20, 21])
    }
  }

  @Test func `with colours each level has its style and its character`() throws {
    let frame = render(try .on(80, 30, colors: 256))
    // The first cells of the map: 1 and 2, below them 2 and 4.
    #expect(frame[4, 32].style == .heat1)
    #expect(frame[4, 34].style == .heat4)
    #expect(frame[5, 34].style == .heat8)
    let characters = [frame[4, 32], frame[4, 34], frame[5, 34]].map(\.scalar)
    #expect(Set(characters).count == 3)
  }

  @Test func `without colours the map has none`() throws {
    let frame = render(try .after(""))
    #expect(Style.heat.allSatisfy { frame.places(of: $0).isEmpty })
  }

  @Test func `holes are of the lowest heat`() throws {
    let frame = render(try .on(80, 24, keys: ":k=1 padding=0<Enter>", colors: 8))
    #expect(frame[3, 31].style != .heat0)
    #expect(frame[3, 34].style == .heat0)
  }

  @Test func `the cell under the cursor is marked, and the terminal's cursor is there`() throws {
    let frame = render(try .on(80, 30, keys: "<Enter><Home><PgUp>jjlll"))
    // Four rows of bar, title, legend and ruler, two down; the map begins in column 32, cells are two wide.
    #expect(
      frame.places(of: .cursor) == [Place(row: 6, column: 38), Place(row: 6, column: 39)])
    #expect(frame.cursor == Place(row: 6, column: 38))
    #expect(frame.style(of: "row 2, column 3") == .value)
  }

  @Test func `the cursor of the terminal is at the value that the keys change`() throws {
    let frame = render(try .after("a"))
    #expect(frame.cursor == Place(row: 7, column: 21))
  }

  @Test func `even is good, uneven is something to look at`() throws {
    #expect(render(try .after("")).style(of: "uneven 4:1") == .notice)
    #expect(render(try .after(":k=4 output_p=0<Enter>")).style(of: "even") == .good)
  }

  @Test func `an error in a command is bad, and an unknown key is only said`() throws {
    #expect(render(try .after(":x=1<Enter>")).style(of: "'x' names no single") == .bad)
    #expect(render(try .after("Q")).style(of: "Q does nothing") == .faint)
  }
}
