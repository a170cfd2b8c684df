import ConvArithmetic
import ExplorerViewModel
import LayerNotation
import Testing

/// Layers of one axis and of three on the screen.
@Suite struct AxesPictureTests {
  private static func subject(_ op: LayerOp) -> LayerCase {
    var subject = Preset.start.subject
    subject.use(op)
    return subject
  }

  private static let (one, three) = (
    subject(LayerOp(.transposed, axes: 1)), subject(LayerOp(.transposed, axes: 3))
  )

  @Test func `one axis is a band of cells above its profile`() throws {
    let state = try ExplorerState.on(80, 24, Self.one)
    expectPicture(state.text, "AxesPictureTests/one-axis-is-a-band-above-its-profile")
  }

  @Test func `one axis is watched in rows, one below the other`() throws {
    let state = try ExplorerState.on(80, 24, keys: "W", Self.one)
    expectPicture(state.text, "AxesPictureTests/one-axis-is-watched-in-rows")
  }

  @Test func `a long axis is seen in blocks, and its profile has the borders`() throws {
    var subject = Self.subject(LayerOp(.convolution, axes: 1))
    subject.input.size = Spatial(16_000)
    subject.layer.kernelSize = Spatial(10)
    subject.layer.stride = Spatial(4)
    let state = try ExplorerState.on(120, 40, subject)
    expectPicture(state.text, "AxesPictureTests/a-long-axis-is-seen-in-blocks")
  }

  @Test func `three axes are a slice, whose counts are those of the whole`() throws {
    let state = try ExplorerState.on(80, 24, Self.three)
    expectPicture(state.text, "AxesPictureTests/three-axes-are-a-slice")
    // 8 = 2·2·2 in the even slice; the next one has the half, as its products are 1·2·2.
    #expect(state.text.contains("@") && state.text.contains("slice 4"))
    let next = try ExplorerState.on(80, 24, keys: "]", Self.three)
    #expect(next.text.contains("slice 5"))
    #expect(render(next).lines[3...12].allSatisfy { !$0.contains("@") })
  }

  @Test func `three axes are watched in the slices that are tied to each other`() throws {
    let state = try ExplorerState.on(80, 24, keys: "W", Self.three)
    expectPicture(state.text, "AxesPictureTests/three-axes-are-watched-in-tied-slices")
  }

  // Slice 4 of the output has two products along D: x 2 by tap 0, and x 1 by tap 2.
  @Test func `brackets go through the slices that are tied to the cell, then to the next`() throws {
    let slices = try ["W", "W]", "W]]", "W]["].map { keys in
      let text = try ExplorerState.on(80, 24, keys: keys, Self.three).text
      return ["x input D ", "w kernel D ", "y output D "].map { name in
        text.firstRange(of: name).map { String(text[$0.upperBound...].prefix(1)) }
      }
    }
    #expect(slices == [["2", "0", "4"], ["1", "2", "4"], ["2", "1", "5"], ["2", "0", "4"]])
  }

  @Test func `the number of axes goes round, and what has a place on them stays`() throws {
    var state = try ExplorerState.on(80, 24, Preset.start.subject)
    for (axes, name) in [(3, "ConvTranspose3d"), (1, "ConvTranspose1d"), (2, "ConvTranspose2d")] {
      try state.press("d")
      #expect(state.subject.layer.axes.count == axes)
      #expect(state.text.contains("\(name)(1, 1, 3, stride=2)") || axes == 3)
      #expect(state.text.contains("uneven overlap"))
    }
    #expect(state.subject == Preset.start.subject)
    try state.press("uu")
    #expect(state.subject.layer.axes.count == 3)
  }

  @Test func `on one axis up and down move nothing in the picture`() throws {
    var state = try ExplorerState.on(80, 24, keys: "<Enter>", Self.one)
    let before = state.cellCursor
    try state.press("<Up><Down>")
    #expect(state.cellCursor == before)
    try state.press("<Right>")
    #expect(state.text.contains("cell 5: 1"))
  }

  @Test func `each axis is turned by itself, and all of them together`() throws {
    let texts = try ["l", "al", "aal", "aaal", "aaaal"].map { keys in
      try ExplorerState.on(80, 24, keys: keys, Self.three).subject.layer.kernelSize
    }
    #expect(
      texts == [
        Spatial(4, 4, 4), Spatial(4, 3, 3), Spatial(3, 4, 3), Spatial(3, 3, 4), Spatial(4, 4, 4),
      ])
  }

  @Test func `a cell of three axes has its sum over all slices`() throws {
    let text = try ExplorerState.on(80, 24, keys: ":cell 4 4 4<Enter>", Self.three).text
    #expect(text.contains("2 × 2 × 2 = 8 products reach it."))
    #expect(text.contains("D w[2,2,2]·x[1,1,1] + bias"))
  }
}
