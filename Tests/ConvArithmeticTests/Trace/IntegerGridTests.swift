import ConvArithmetic
import Testing

/// Small grids of numbers, and those to begin with.
@Suite struct IntegerGridTests {
  @Test func `the paper's numbers are cropped at their end or repeated from their start`() {
    let paper = StartingValues.all[0]
    #expect(paper.kernel(Spatial(1, 2))?.rows == [[0, 1]])
    #expect(
      paper.kernel(Spatial(4, 5))?.rows
        == [[0, 1, 2, 0, 1], [2, 2, 0, 2, 2], [0, 1, 2, 0, 1], [0, 1, 2, 0, 1]])
    #expect(paper.kernel(Spatial(4))?.values == [0, 1, 2, 0])
    #expect(paper.kernel(Spatial(2, 2, 2))?.values == [0, 1, 2, 2, 0, 1, 2, 2])
  }

  @Test func `a flipped grid has all axes reversed`() {
    #expect(IntegerGrid([[1, 2, 3], [4, 5, 6]])?.flipped.rows == [[6, 5, 4], [3, 2, 1]])
  }

  @Test func `a grid has sides from 1 to 64`() {
    for size in [
      Spatial(0, 1), Spatial(1, 0), Spatial(-1, 1), Spatial(65, 1), Spatial(1, Int.max), Spatial(0),
      Spatial(65), Spatial(1, 1, 65),
    ] {
      #expect(IntegerGrid(size: size) { _ in 0 } == nil)
    }
    for size in [Spatial(64), Spatial(64, 64), Spatial(64, 64, 64)] {
      #expect(IntegerGrid(size: size) { _ in 0 }?.values.count == size.reduce(1, *))
    }
  }

  @Test func `outside of a grid is nothing, and nothing is written there`() {
    var grid = IntegerGrid([[1]])
    for cell in [
      Spatial(-1, 0), Spatial(0, -1), Spatial(1, 0), Spatial(0, 1), Spatial(Int.max, Int.min),
    ] {
      grid?[cell] = 5
      #expect(grid?[cell] == 0)
    }
    #expect(grid?.values == [1])
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
      .transposed, input: 6, kernel: kernel, stride: f, padding: f / 2)
    let bilinear = try #require(StartingValues.all.first { $0.name == "bilinear" })
    let trace = try #require(LayerTrace(subject.forward()))
    var values = try #require(LayerValues(trace, bilinear))
    values.input = try #require(IntegerGrid(size: values.input.size) { _ in 1 })
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
