import ConvArithmetic
import SeededNumbers
import Testing

/// Sums of weights by phases, against layers of ones that are really computed.
@Suite struct WeightedOverlapTests {
  /// A transposed layer over ones with a kernel, all cells by loops.
  private func output(_ subject: LayerCase, _ kernel: [[Int]], _ size: Spatial<Int>) -> [[Int]] {
    guard let padding = subject.layer.padding.equal else { return [] }
    let (stride, dilation) = (subject.layer.stride, subject.layer.dilation)
    var cells = Array(repeating: Array(repeating: 0, count: size.width), count: size.height)
    for row in 0..<subject.input.size.height {
      for column in 0..<subject.input.size.width {
        for (rowTap, weights) in kernel.enumerated() {
          for (columnTap, weight) in weights.enumerated() {
            let place = (
              row * stride.height + rowTap * dilation.height - padding.height,
              column * stride.width + columnTap * dilation.width - padding.width
            )
            if cells.indices.contains(place.0), cells[place.0].indices.contains(place.1) {
              cells[place.0][place.1] += weight
            }
          }
        }
      }
    }
    return cells
  }

  /// The cells of a plane that no border touches.
  private func inside(_ cells: [[Int]], _ pass: ForwardPass) -> [Int] {
    let (rows, columns) = (
      pass.overlap.coverage.height.interior, pass.overlap.coverage.width.interior
    )
    return rows.flatMap { cells[$0][columns] }
  }

  @Test func `the extremes of an edited kernel are those of its layer of ones`() throws {
    var random = SeededGenerator(seed: 31)
    for _ in 0..<400 {
      var subject = LayerCase.square(.transposed, input: 14, kernel: 1)
      subject.layer.kernelSize = random.spatial(in: 1...4)
      subject.layer.stride = random.spatial(in: 1...3)
      subject.layer.dilation = random.spatial(in: 1...3)
      subject.layer.padding = .explicit(random.spatial(in: 0...2))
      let kernel = (0..<subject.layer.kernelSize.height).map { _ in
        (0..<subject.layer.kernelSize.width).map { _ in random.number(in: -9...9) }
      }
      guard let pass = try? subject.forward(), let grid = IntegerGrid(kernel) else { continue }
      let cells = inside(output(subject, kernel, pass.output.size), pass)
      let weighted = try #require(
        try WeightedOverlap(.kernel(grid, denominator: 1), pass.overlap))
      #expect(weighted.range.lowerBound == cells.min().map { Count($0) }, "\(subject)")
      #expect(weighted.range.upperBound == cells.max().map { Count($0) }, "\(subject)")
      #expect(weighted.isFlat == (Set(cells).count == 1), "\(subject)")
      #expect(weighted.axes == nil)
    }
  }

  @Test func `ones sum up to the counts`() throws {
    for (subject, pass) in LayerCase.validSamples(400, seed: 32) {
      let weighted = try #require(WeightedOverlap(.ones, pass.overlap), "\(subject)")
      let extremes = pass.overlap.interiorExtremes
      #expect(weighted.range == extremes.least...extremes.most, "\(subject)")
      #expect(weighted.isFlat == pass.overlap.isEvenInside)
      let axes = try #require(weighted.axes)
      for phase in 0..<subject.layer.stride.height {
        #expect(axes.height[phase] == Count(pass.overlap.coverage.height.phases[phase]))
      }
    }
  }

  /// Caffe's rule for a bilinear enlargement by f: k = 2f − f mod 2, p = ⌈(f − 1)/2⌉.
  @Test(arguments: 1...40)
  func `a bilinear enlargement by any factor is flat, and of its size`(factor: Int) throws {
    let subject = LayerCase.square(
      .transposed, input: 5, kernel: 2 * factor - factor % 2, stride: factor,
      padding: factor / 2)
    let pass = try subject.forward()
    #expect(pass.output.size == Spatial(square: 5 * factor))
    let weighted = try #require(WeightedOverlap(.bilinear, pass.overlap))
    #expect(weighted.isFlat)
    #expect(weighted.extremes.least == Ratio(1))
    // Counts are even for even factors only, and where there is nothing to enlarge.
    #expect(pass.overlap.isEvenInside == (factor % 2 == 0 || factor == 1))
  }

  @Test func `counts 2, 2, 1 with bilinear weights sum up to 1 each`() throws {
    let pass = try LayerCase.square(.transposed, input: 4, kernel: 5, stride: 3, padding: 1)
      .forward()
    #expect((0..<3).map { pass.overlap.coverage.height.phases[$0] } == [2, 2, 1])
    let weighted = try #require(WeightedOverlap(.bilinear, pass.overlap))
    let axis = try #require(weighted.axes).height
    #expect(axis.denominator == 3)
    #expect((0..<3).map { axis[$0] } == [3, 3, 3])
    #expect(axis.range == 3...3)
  }

  @Test func `a phase without taps counts as a sum of nothing`() throws {
    let pass = try LayerCase.square(.transposed, input: 4, kernel: 2, stride: 3).forward()
    let ones = try #require(WeightedOverlap(.ones, pass.overlap))
    #expect(ones.range == 0...1 && !ones.isFlat)
    let grid = try #require(IntegerGrid([[-1, -1], [-1, -1]]))
    let edited = try #require(try WeightedOverlap(.kernel(grid, denominator: 1), pass.overlap))
    #expect(edited.range == Count(-1)...0)
  }

  @Test func `a kernel of another size, or one that nobody could sum, has no sums`() throws {
    let pass = try LayerCase.square(.transposed, input: 4, kernel: 3).forward()
    let grid = try #require(IntegerGrid([[1, 1], [1, 1]]))
    #expect(try WeightedOverlap(.kernel(grid, denominator: 1), pass.overlap) == nil)
    let large = try LayerCase.square(.transposed, input: 4, kernel: 4_097).forward()
    #expect(WeightedOverlap(.bilinear, large.overlap) == nil)
  }
}
