import ConvArithmetic
import Testing

/// Small planes of numbers, and those to begin with.
@Suite struct IntegerGridTests {
  @Test func `a plane is cropped at its end or repeated from its start`() {
    let grid = IntegerGrid([[1, 2, 3], [4, 5, 6]])
    #expect(grid?.resized(to: Spatial(height: 1, width: 2))?.rows == [[1, 2]])
    #expect(
      grid?.resized(to: Spatial(height: 3, width: 4))?.rows
        == [[1, 2, 3, 1], [4, 5, 6, 4], [1, 2, 3, 1]])
    #expect(grid?.flipped.rows == [[6, 5, 4], [3, 2, 1]])
  }

  @Test func `a plane has rows and columns from 1 to 64`() {
    for (height, width) in [(0, 1), (1, 0), (-1, 1), (65, 1), (1, Int.max)] {
      #expect(IntegerGrid(size: Spatial(height: height, width: width)) { _, _ in 0 } == nil)
      let grid = IntegerGrid([[1]])
      #expect(grid?.resized(to: Spatial(height: height, width: width)) == nil)
    }
    #expect(IntegerGrid(size: Spatial(square: 64)) { _, _ in 0 } != nil)
    #expect(IntegerGrid([]) == nil)
    #expect(IntegerGrid([[1, 2], [3]]) == nil)
  }

  @Test func `outside of a plane is nothing, and nothing is written there`() {
    var grid = IntegerGrid([[1]])
    for (row, column) in [(-1, 0), (0, -1), (1, 0), (0, 1), (Int.max, Int.min)] {
      grid?[row, column] = 5
      #expect(grid?[row, column] == 0)
    }
    #expect(grid?.rows == [[1]])
  }

  @Test(arguments: [
    (1, [1], 1), (2, [1, 1], 2), (3, [1, 2, 1], 2), (4, [1, 3, 3, 1], 4), (5, [1, 2, 3, 2, 1], 3),
    (8, [1, 3, 5, 7, 7, 5, 3, 1], 8),
  ])
  func `a bilinear kernel has the weights of a tent over their denominator`(
    size: Int, weights: [Int], denominator: Int
  ) throws {
    let bilinear = try #require(StartingValues.all.first { $0.name == "bilinear" })
    let kernel = bilinear.kernel(Spatial(height: size, width: 1))
    #expect(kernel?.rows == weights.map { [$0] })
    #expect(bilinear.denominator(Spatial(height: size, width: 1)) == denominator)
    #expect(bilinear.denominator(Spatial(square: size)) == denominator * denominator)
  }

  @Test(arguments: 2...8)
  func `the bilinear kernel that enlarges f times keeps a flat input flat inside`(f: Int) throws {
    // Kernel and padding as Caffe's bilinear filler has them.
    let kernel = 2 * f - f % 2
    let subject = LayerCase.square(
      .convTranspose2d, input: 6, kernel: kernel, stride: f, padding: f / 2)
    let bilinear = try #require(StartingValues.all.first { $0.name == "bilinear" })
    let trace = try #require(LayerTrace(subject.forward()))
    var values = try #require(LayerValues(trace, bilinear))
    values.input = try #require(IntegerGrid(size: values.input.size) { _, _ in 1 })
    let one = Count(bilinear.denominator(values.kernel.size))
    for cell in trace.axes.height.geometry.coverage.interior {
      #expect(values.output(at: Spatial(square: cell)) == one)
    }
  }

  @Test func `all starting values fill any input and kernel up to 64`() {
    for start in StartingValues.all {
      for side in [1, 2, 3, 5, 64] {
        #expect(start.input(Spatial(square: side))?.size == Spatial(square: side))
        #expect(start.kernel(Spatial(square: side))?.size == Spatial(square: side))
      }
      for side in [Int.min, 0, 65, Int.max] {
        #expect(start.input(Spatial(square: side)) == nil)
        #expect(start.kernel(Spatial(square: side)) == nil)
        #expect(start.denominator(Spatial(square: side)) > 0)
      }
    }
    #expect(Set(StartingValues.all.map(\.name)).count == StartingValues.all.count)
  }
}
