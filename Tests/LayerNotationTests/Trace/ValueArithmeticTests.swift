import ConvArithmetic
import LayerNotation
import Testing

/// Single steps with their numbers.
@Suite struct ValueArithmeticTests {
  private func arithmetic(
    _ assignments: String, _ grid: LayerGrid, _ row: Int, _ column: Int,
    change: (inout LayerValues) -> Void = { _ in }
  ) throws -> ValueArithmetic {
    var subject = LayerCase.decoder
    for assignment in try Assignment.read(assignments) { try subject.assign(assignment) }
    let trace = try #require(LayerTrace(subject.forward()))
    var values = try #require(LayerValues(trace, StartingValues.all[0]))
    change(&values)
    return ValueArithmetic(values, grid, Spatial(height: row, width: column))
  }

  private let convolution = "op=conv2d input=5 k=2 stride=1 padding=0"

  @Test func `an output cell is weight times input, added up`() throws {
    // The paper's input has 3 3, 0 0 at its corner, and its kernel 0 1, 2 2.
    let cell = try arithmetic(convolution, .output, 0, 0)
    #expect(cell.equation(most: 4) == "y[0,0] = 0·3 + 1·3 + 2·0 + 2·0 = 3")
    #expect(cell.equation(most: 3) == "y[0,0] = 3, of 4 products")
  }

  @Test func `an input cell says what it adds where`() throws {
    let cell = try arithmetic(convolution, .input, 1, 2)
    let text = "x[1,2] = 1 adds 0 to y[1,2], 1 to y[1,1], 2 to y[0,2], 2 to y[0,1]"
    #expect(cell.equation(most: 9) == text)
    #expect(
      cell.equation(most: 0) == "x[1,2] = 1, times a weight each, is added to 4 outputs")
  }

  @Test func `negative numbers have a true minus, and brackets after a sign`() throws {
    let cell = try arithmetic(convolution, .output, 0, 0) {
      $0.input[Spatial(0, 1)] = -5
      $0.kernel[Spatial(0, 0)] = -2
    }
    #expect(cell.equation(most: 4) == "y[0,0] = (−2)·3 + 1·(−5) + 2·0 + 2·0 = −11")
    let input = try arithmetic(convolution, .input, 0, 0) { $0.kernel[Spatial(0, 0)] = -2 }
    #expect(input.equation(most: 4) == "x[0,0] = 3 adds −6 to y[0,0]")
  }

  @Test func `a hole is nothing, and a lost input goes nowhere`() throws {
    let hole = try arithmetic("k=1 padding=0", .output, 0, 1)
    #expect(hole.equation(most: 4) == "y[0,1] = 0, nothing is added")
    let lost = try arithmetic("k=1 stride=1 padding=1 output_padding=0", .input, 0, 0)
    #expect(lost.equation(most: 4) == "x[0,0] = 3 goes into no output")
  }
}
