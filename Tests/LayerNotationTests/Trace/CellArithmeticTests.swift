import ConvArithmetic
import LayerNotation
import Testing

/// The arithmetic of single cells in symbols and in words.
@Suite struct CellArithmeticTests {
  /// The layer that the explorer opens with, or another one by assignments.
  private func arithmetic(
    _ assignments: String = "", _ grid: LayerGrid, _ row: Int, _ column: Int
  ) throws -> CellArithmetic {
    var subject = LayerCase.decoder
    for assignment in try Assignment.read(assignments) { try subject.assign(assignment) }
    let pass = try subject.forward()
    return CellArithmetic(
      pass, try #require(LayerTrace(pass)), grid, Spatial(height: row, width: column))
  }

  /// A Conv2d of one channel without a bias: the arithmetic alone.
  private let convolution =
    "op=conv2d in_channels=1 out_channels=1 bias=no stride=1 input=1,1,5,5"

  @Test func `an output cell is the sum of its products, over all channels, and the bias`() throws {
    // 3 = 2·2 + 0 − 1 = 1·2 + 2 − 1 and 4 = 2·2 + 1 − 1.
    let cell = try arithmetic("", .output, 3, 4)
    #expect(cell.equation(most: 9) == "y[3,4] = Σ (w[0,1]·x[2,2] + w[2,1]·x[1,2]) + bias")
    #expect(cell.equation(most: 1) == "y[3,4] = Σ w[2u,1]·x[2 − u,2] + bias, u = 0…1")
    #expect(cell.words == "2 × 1 = 2 products reach it")
    #expect(
      cell.channels == "summed over 64 input channels")
  }

  @Test func `one channel without a bias has nothing else to sum`() throws {
    let cell = try arithmetic(convolution + " kernel_size=2 padding=0", .output, 1, 2)
    #expect(
      cell.equation(most: 4)
        == "y[1,2] = w[0,0]·x[1,2] + w[0,1]·x[1,3] + w[1,0]·x[2,2] + w[1,1]·x[2,3]")
    #expect(cell.equation(most: 3) == "y[1,2] = Σ w[u,v]·x[u + 1,v + 2], u, v = 0…1")
    #expect(cell.words == "all of its 4 taps read real cells")
    #expect(cell.channels == nil)
  }

  @Test func `zeros of the padding are left out, and said`() throws {
    let cell = try arithmetic(convolution + " kernel_size=2", .output, 0, 0)
    #expect(cell.equation(most: 4) == "y[0,0] = w[1,1]·x[0,0]")
    #expect(cell.words == "1 of its 4 taps read real cells, the others zeros of the padding")
    let corner = try arithmetic(convolution + " kernel_size=2", .input, -1, -1)
    #expect(corner.equation(most: 4) == "x[−1,−1] times w[0,0]→y[0,0]")
    #expect(corner.words == "a zero of the padding, read by 1 output: it adds nothing")
  }

  @Test func `a copy is read as the cell that it copies, and says which one that is`() throws {
    let layer = "op=conv1d in_channels=1 out_channels=1 bias=no stride=1 input=1,1,8"
    var subject = LayerCase.decoder
    for assignment in try Assignment.read(layer + " kernel_size=5 padding=2 padding_mode=reflect") {
      try subject.assign(assignment)
    }
    let pass = try subject.forward()
    let trace = try #require(LayerTrace(pass))
    func cell(_ grid: LayerGrid, _ index: Int) -> CellArithmetic {
      CellArithmetic(pass, trace, grid, Spatial(index))
    }
    let output = cell(.output, 0)
    #expect(
      output.equation(most: 9)
        == "y[0] = w[0]·x[2] + w[1]·x[1] + w[2]·x[0] + w[3]·x[1] + w[4]·x[2]")
    #expect(output.equation(most: 1) == "y[0] = Σ w[u]·x[u − 2], u = 0…4; outside, x is a copy")
    #expect(output.words == "3 of its 5 taps read real cells, the others copies")
    #expect(
      output.relation(.width, most: 5, isShort: true)
        == "o·s + t·d − p = i: 0·1 + t·1 − 2 = −2→2, −1→1, 0, 1, 2 for t = 0, 1, 2, 3, 4")
    #expect(cell(.output, 3).words == "all of its 5 taps read real cells")
    let copy = cell(.input, -1)
    #expect(copy.equation(most: 9) == "x[−1] times w[0]→y[1], w[1]→y[0]")
    #expect(copy.words == "a copy of x[1], read by 2 outputs")
    // The cell itself by four outputs, and its one copy by two.
    let input = cell(.input, 1)
    #expect(
      input.equation(most: 9) == "x[1] times w[0]→y[3], w[1]→y[2], w[2]→y[1], w[3]→y[0],"
        + " w[0]→y[1], w[1]→y[0]")
    #expect(
      input.equation(most: 1) == "x[1] times w[u]→y[3 − u], u = 0…3; 2 more through copies")
    #expect(input.words == "read 6 times, 2 through copies")
    #expect(cell(.input, 4).words == "read by 5 outputs")
    #expect(
      cell(.kernel, 0).words
        == "a tap of 8 products, 6 of them with real cells, the others with copies")
  }

  @Test func `an input cell says where its products go, a tap what it multiplies`() throws {
    let input = try arithmetic("kernel_size=2 output_padding=0", .input, 0, 1)
    #expect(input.equation(most: 4) == "x[0,1] times w[1,0]→y[0,1], w[1,1]→y[0,2]")
    #expect(input.words == "2 of its 4 products are kept, the others cropped")
    #expect(input.channels == "so in each of the 2,048 pairs of channels")
    let tap = try arithmetic("kernel_size=2 output_padding=0", .kernel, 1, 0)
    #expect(tap.equation(most: 9) == "w[1,0] times x[i,j]→y[2i,2j − 1], i = 0…6, j = 1…7")
    #expect(tap.words == "a tap of 64 products, 49 of them kept")
  }

  @Test(arguments: [
    ("kernel_size=2 stride=3 padding=0", 2, 4, "y[2,4] = bias", "a hole:"),
    ("kernel_size=2 stride=3 padding=0 bias=no", 2, 4, "y[2,4] = 0", "a hole:"),
    ("kernel_size=2 padding=0", 16, 0, "y[16,0] = bias", "dead:"),
    ("", 15, 0, "y[15,0] = Σ w[2,1]·x[7,0] + bias", "kept by output_padding; 1 × 1 = 1 product"),
    ("", 0, -1, "y[0,−1] = Σ w[1,0]·x[0,0]", "before the output: padding crops its product"),
    ("", 3, 16, "y[3,16] = 0", "outside the layer"),
    (
      "padding=2", 0, 14, "y[0,14] = Σ (w[0,2]·x[1,7] + w[2,2]·x[0,7])",
      "after the output: padding crops its 2 products"
    ),
  ])
  func `each kind of output cell of a transposed layer is said`(
    assignments: String, row: Int, column: Int, equation: String, words: String
  ) throws {
    let cell = try arithmetic(assignments, .output, row, column)
    if !words.hasPrefix("outside") { #expect(cell.equation(most: 9) == equation) }
    #expect(cell.words.hasPrefix(words), "\(cell.words)")
  }

  @Test(arguments: [
    ("kernel_size=1 stride=2 padding=0", LayerGrid.input, 1, "the kernel steps over it"),
    ("kernel_size=2 stride=2 padding=0", .input, 4, "it lies after the last position"),
    ("kernel_size=2 stride=2 padding=2", .output, 0, "all of its taps read zeros of the padding"),
    ("kernel_size=1 padding=0", .output, 1, "its tap reads a real cell"),
    ("kernel_size=3 padding=0", .input, 2, "read by 9 outputs"),
    ("kernel_size=3 padding=0", .kernel, 2, "a tap of 9 products"),
    ("kernel_size=9 padding=4", .kernel, 0, "a tap of 25 products, 1 of them with real cells"),
    ("input=1,1,1,1 kernel_size=3", .kernel, 0, "meets zeros of the padding alone"),
  ])
  func `each kind of cell of a convolution is said`(
    assignments: String, grid: LayerGrid, index: Int, words: String
  ) throws {
    let cell = try arithmetic(convolution + " " + assignments, grid, index, index)
    #expect(cell.words.contains(words), "\(cell.words)")
  }

  @Test func `an input cell of which all is cropped says so`() throws {
    let cell = try arithmetic("kernel_size=1 padding=1 output_padding=0", .input, 0, 0)
    #expect(cell.words == "its product is cropped")
    #expect(cell.equation(most: 9) == "x[0,0] goes into no output")
  }

  @Test func `along an axis the equation has its solutions`() throws {
    #expect(
      try arithmetic("", .output, 3, 4).relation(.height, most: 4)
        == "i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, 1·2 + 2·1 − 1 = 3")
    #expect(
      try arithmetic("", .output, 3, 4).relation(.height, most: 1)
        == "i·s + t·d − p = o: 2·2 + 0·1 − 1 = 3, …")
    #expect(
      try arithmetic("kernel_size=2 stride=3 padding=0", .output, 2, 4).relation(.height, most: 4)
        == "i·s + t·d − p = o: never 2")
    #expect(
      try arithmetic(convolution + " kernel_size=2", .output, 0, 0).relation(.width, most: 4)
        == "o·s + t·d − p = i: 0·1 + 0·1 − 1 = −1, 0·1 + 1·1 − 1 = 0")
  }
}
