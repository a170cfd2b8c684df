import ConvArithmetic
@testable import ExplorerViewModel
import LayerNotation
import Testing

/// The printed order taken for that of execution, and sizes that are typed, in the explorer.
@Suite struct PrintedOrderTests {
  private static let text = """
    Net(
      (stem): Conv2d(3, 8, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
      (head): Conv2d(8, 4, kernel_size=(3, 3), padding=(1, 1))
    )
    """

  private static func state() throws -> ExplorerState {
    try ModelTests.state(text, input: TensorShape(batch: 1, channels: 3, size: Spatial(square: 32)))
  }

  @Test func `a key takes the printed order, marks what follows, and takes it back`() throws {
    var state = try Self.state()
    #expect(!state.text.contains("on 16×16"))
    try state.press("<C-p>")
    #expect(state.text.contains("assumed 16×16") && state.text.contains("order assumed"))
    #expect(state.message?.text.contains("2 sizes assumed") == true)
    try state.press("<C-p>")
    #expect(!state.text.contains("16×16"))
    #expect(state.message?.text == "modules are no longer assumed to run in the printed order")
  }

  @Test func `the layer that is explored bears the mark as long as it has that input`() throws {
    var state = try Self.state()
    try state.press("<C-p><End><Enter>")
    #expect(state.subject.input.dimensions == [1, 8, 16, 16])
    #expect(render(state).lines[1].contains("input assumed"))
    var session = PlainSession(state)
    #expect(session.answer("show").contains("input (1, 8, 16, 16), assumed"))
    try state.press("<Esc>:input=20<Enter>")
    #expect(!render(state).lines[1].contains("assumed"))
  }

  @Test func `undo takes back the order, and redo takes it again`() throws {
    var state = try Self.state()
    try state.press("<C-p><Esc>u")
    #expect(state.model?.sizes.assumesPrintedOrder == false)
    #expect(state.message?.text == "the sizes of the model are as they were; M lists them")
    try state.press("<C-r>M")
    #expect(state.text.contains("assumed 16×16"))
  }

  @Test func `undo takes back a typed size with the layer that was explored for it`() throws {
    var state = try ModelTests.state(Self.text)
    let before = state.subject
    try state.press("stem<Enter><C-u>1,3,64,64<Enter>")
    #expect(state.model?.sizes.given.count == 1)
    try state.press("u")
    #expect(state.subject == before && state.model?.sizes.given.isEmpty == true)
    try state.press("M")
    #expect(!state.text.contains("64×64"))
  }

  @Test func `sizes of a model are not those of the next one`() throws {
    var state = try ModelTests.state(Self.text)
    try state.press("<C-p><Esc>")
    state.explore(Model(try ModelText(reading: ModelTests.broken)))
    try state.press("<Esc>uu")
    #expect(state.model?.sizes.assumesPrintedOrder == false)
  }

  @Test func `a network has an order of its own`() throws {
    let state = try ExplorerState.after(":network dcgan<Enter>:assume<Enter>")
    #expect(state.isFaulty)
  }

  @Test func `plain mode says what became of the input, and takes the printed order`() throws {
    let text = try ModelText(reading: Self.text)
    var state = try ExplorerState.on(80, 24, #require(text.layers.first).proposed)
    let input = TensorShape(batch: 1, channels: 3, size: Spatial(square: 32))
    state.explore(Model(text, input: input))
    var session = PlainSession(state)
    let opening = session.opening
    #expect(
      opening.first?.hasPrefix("the sizes of 0 of 2 layers follow from the input (1, 3, 32, 32)")
        == true)
    #expect(opening.contains("its own input is not known; (1, 3, 8, 8) is used"))
    #expect(
      session.answer("assume").suffix(3) == [
        "1  stem: Conv2d 3→8, k3 s2 p1, input (1, 3, 32, 32) (assumed)",
        "2  head: Conv2d 8→4, k3 p1, input (1, 8, 16, 16) (assumed)",
        "`layer 1` explores the first",
      ])
    _ = session.answer("undo")
    #expect(session.answer("layers").contains("1  stem: Conv2d 3→8, k3 s2 p1, input not known"))
  }

  @Test func `an input that is taken for a network is said`() throws {
    let chain = """
      Sequential(
        (0): Conv2d(3, 8, kernel_size=(3, 3))
        (1): ReLU()
        (2): Conv2d(8, 8, kernel_size=(3, 3))
      )
      """
    let state = try ModelTests.state(chain)
    #expect(state.message?.text == "the input is not given; (1, 3, 8, 8) is used")
    let input = TensorShape(batch: 1, channels: 3, size: Spatial(square: 9))
    #expect(try ModelTests.state(chain, input: input).message == nil)
  }
}
