import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// The keys of a list that can be searched.
@Suite struct ChooserTests {
  private func chooser(_ keys: String, columns: Int = 80, rows: Int = 24) throws -> Chooser {
    try #require(try ExplorerState.on(columns, rows, keys: keys).chooser)
  }

  private func names(_ keys: String) throws -> [String] {
    let chooser = try chooser(keys)
    return chooser.matches.map { chooser.items[$0].name }
  }

  @Test func `letters filter, whatever they do elsewhere`() throws {
    #expect(try names("pzhu") == ["CycleGAN up 1", "CycleGAN up 2"])
    #expect(try names("pq") != [])
    #expect(try names("pkjq?:") == [])
    #expect(try ExplorerState.after("pcyclegan up 2<Enter>").subject == preset("CycleGAN up 2"))
  }

  @Test func `several words are found in any order, hyphens and accents apart`() throws {
    #expect(try names("p4 fsrcnn") == names("pfsrcnn 4"))
    #expect(try names("punet 2d") == ["U-Net conv1", "U-Net up-conv 1", "U-Net up-conv 4"])
    for text in ["p1x7 mixed", "p1×7 mixed"] {
      #expect(try names(text) == ["Inception-v3 Mixed_6b 1×7"])
    }
    #expect(try names("pRONNEBERGER stride=2") == ["U-Net up-conv 1", "U-Net up-conv 4"])
  }

  @Test func `a name that has the words is selected before what is found in the rest`() throws {
    // "alexnet" is in the source of no other layer, "conv1" in the names of many.
    let chooser = try chooser("p2d 1a")
    #expect(chooser.selected.map { chooser.items[$0].name } == "Inception-v3 Conv2d_1a_3x3")
  }

  @Test func `the line is edited, and with the last letter all items come back`() throws {
    #expect(try chooser("pfcn<BS>").filter.text == "fc")
    #expect(try chooser("pfcn 8s<C-w>").filter.text == "fcn ")
    #expect(try chooser("pfcn 8s<C-u>").matches.count == Preset.all.count)
    #expect(try chooser("pfcn<BS><BS><BS><BS><BS>").matches.count == Preset.all.count)
    #expect(try chooser("p<C-h>x<C-h>").filter.text.isEmpty)
  }

  @Test func `what was selected stays so when the filter goes`() throws {
    let chooser = try chooser("pfcn 8s upscore8<C-u>")
    #expect(chooser.selected.map { chooser.items[$0].name } == "FCN-8s upscore8")
  }

  @Test func `Esc clears the line first, and then closes`() throws {
    var state = try ExplorerState.after("pfcn<Esc>")
    #expect(state.chooser?.filter.text.isEmpty == true)
    #expect(state.chooser?.matches.count == Preset.all.count)
    try state.press("<Esc>")
    #expect(state.mode == .browse)
    #expect(state.subject == LayerCase.decoder)
  }

  @Test func `keys move within the matches and stop at their ends`() throws {
    #expect(try chooser("pfcn<Up>").position == 0)
    #expect(try chooser("pfcn<Down><Down>").position == 2)
    #expect(try chooser("pfcn<End>").position == 6)
    #expect(try chooser("pfcn<End><Down>").position == 6)
    #expect(try chooser("pfcn<End><Home>").position == 0)
    #expect(try chooser("pfcn<PgDn>").position == 6)
    #expect(try chooser("pfcn<End><PgUp>").position == 0)
  }

  @Test(arguments: [(80, 24, 13), (80, 40, 29), (80, 12, 6), (80, 4, 1), (80, 3, 1), (80, 1, 1)])
  func `a page is what is shown of the list`(columns: Int, rows: Int, page: Int) throws {
    #expect(try chooser("p<PgDn>", columns: columns, rows: rows).position == page)
    #expect(
      try chooser("p<PgDn><PgDn><PgUp>", columns: columns, rows: rows).position == page)
  }

  @Test func `where nothing matches, Enter says so and takes nothing`() throws {
    let state = try ExplorerState.after("pxyzzy<Enter>")
    #expect(state.chooser?.matches == [])
    #expect(state.chooser?.selected == nil)
    #expect(state.message?.text == "nothing matches")
    #expect(state.subject == LayerCase.decoder)
    #expect(state.text.contains("0 of \(Preset.all.count)"))
    #expect(state.text.contains("nothing matches; Backspace, or Esc"))
    #expect(try ExplorerState.after("pxyzzy<Esc>").chooser?.selected == 0)
  }

  @Test func `the program's own keys do what they always do`() throws {
    var state = try ExplorerState.after("pfc")
    #expect(try state.press("<C-c><C-z><C-l>") == [.quit, .suspend, .repaint])
    #expect(state.chooser?.filter.text == "fc")
    try state.press("<Tab>")
    #expect(state.message?.text == "Tab does nothing in a list")
    #expect(state.view == .overview)
    try state.press("<Down>")
    #expect(state.message == nil)
  }

  @Test func `a paste is text, and so are its line ends and control codes`() throws {
    var state = try ExplorerState.after("p")
    _ = state.press(.pasted("dcgan\r\nd1"))
    #expect(state.chooser?.selected.map { Preset.all[$0].name } == "DCGAN D1")
    _ = state.press(.pasted(String(repeating: "漢\u{1B}[31m", count: 10_000)))
    #expect(state.chooser?.matches == [])
    #expect(!state.text.contains("\u{1B}"))
  }

  @Test func `lessons are found by their titles and goals`() throws {
    #expect(try chooser("Lambig").selected == 9)
    let state = try ExplorerState.after("Lambig<Enter>")
    #expect(state.lesson?.lesson.number == 10)
  }

  @Test func `a click is for the match under it, and for none below or beside`() throws {
    var state = try ExplorerState.after("pfcn")
    let event = { (row: Int, column: Int) in
      KeyPress.mouse(MouseEvent(.press, at: Place(row: row, column: column)))
    }
    for (row, column) in [(2, 5), (10, 5), (17, 5), (21, 5)] { _ = state.press(event(row, column)) }
    #expect(state.chooser?.position == 0)
    _ = state.press(event(5, 30))
    #expect(state.chooser?.position == 2)
    _ = state.press(event(5, 30))
    #expect(state.subject == (try preset("FCN upscore2")))
  }

  private func preset(_ name: String) throws -> LayerCase {
    try #require(Preset.all.first { $0.name == name }).subject
  }
}
