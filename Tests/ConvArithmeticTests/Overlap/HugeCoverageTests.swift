import SeededNumbers
import ConvArithmetic
import Testing

/// Sizes that no loop could visit, with sums and extremes that follow by hand.
@Suite(.timeLimit(.minutes(1))) struct HugeCoverageTests {
  /// The largest number that 31 bits hold: 2³¹ − 1.
  private static let huge = Int(Int32.max)
  private let huge = Self.huge

  private func coverage(
    _ input: Int, _ kernel: Int, stride: Int = 1, padding: Int = 0, dilation: Int = 1
  ) throws -> Coverage {
    try LayerCase.square(
      .transposed, input: input, kernel: kernel, stride: stride, padding: padding,
      dilation: dilation
    ).forward().overlap.coverage.height
  }

  @Test(arguments: [
    (huge, 3, 1, 1), (huge, huge, huge, huge), (huge, 1_000, 999, 77), (65_537, huge, 3, 5),
    (huge, huge, 2, 1), (huge, huge, huge - 1, huge),
  ])
  func `without padding the sum is input times kernel`(
    input: Int, kernel: Int, stride: Int, dilation: Int
  ) throws {
    let coverage = try coverage(input, kernel, stride: stride, dilation: dilation)
    #expect(coverage.sum == Count(input * kernel))
  }

  @Test func `a stride beyond the kernel leaves holes between groups of single cells`() throws {
    let coverage = try coverage(huge, 3, stride: huge)
    #expect(coverage.size == (huge - 1) * huge + 3)
    #expect(coverage.holes == Count(coverage.size - 3 * huge))
    #expect(coverage.maximum == 1)
    #expect(coverage.minimum == 0)
    let counter = CellCounter(coverage)
    let cells = [0, 2, 3, huge - 1, huge, coverage.size - 1]
    #expect(cells.map(counter.count) == [1, 1, 0, 0, 1, 1])
  }

  @Test func `unit strides make a triangle as high as the kernel`() throws {
    let coverage = try coverage(huge, huge)
    #expect(coverage.size == 2 * huge - 1)
    #expect(coverage.maximum == Count(huge))
    #expect(coverage.minimum == 1)
    #expect(coverage.holes == 0)
    for level in [1, 2, 1_000_000, huge - 1, huge] {
      // The triangle loses a cell on each side from level to level.
      #expect(coverage.cells(reachedAtLeast: level) == Count(2 * (huge - level) + 1))
    }
    let counter = CellCounter(coverage)
    for cell in [0, 1, 123_456_789, huge - 1] {
      #expect(counter.count(at: cell) == cell + 1)
      #expect(counter.count(at: coverage.size - 1 - cell) == cell + 1)
    }
  }

  @Test func `equal stride and dilation make that triangle on every so many cells`() throws {
    let coverage = try coverage(huge, huge, stride: huge, dilation: huge)
    #expect(coverage.size == huge * (2 * huge - 2) + 1)
    #expect(coverage.maximum == Count(huge))
    #expect(coverage.holes == Count(coverage.size - (2 * huge - 1)))
    #expect(coverage.interiorRange == 0...huge)
    #expect(CellCounter(coverage).count(at: huge * (huge - 1)) == huge)
  }

  @Test func `padding crops the triangle's feet`() throws {
    let crop = 1_000_000_000
    let coverage = try coverage(huge, huge, padding: crop)
    // 1 + 2 + … + crop on each side.
    let feet = Count(crop) * (Count(crop) + 1)
    #expect(coverage.sum == Count(huge) * Count(huge) - feet)
    #expect(coverage.minimum == Count(crop + 1))
    #expect(coverage.maximum == Count(huge))
  }

  @Test func `a convolution that tiles its input reads each cell once`() throws {
    let kernel = 46_341
    let subject = LayerCase.square(
      .convolution, input: kernel * kernel, kernel: kernel, stride: kernel)
    let pass = try subject.forward()
    #expect(pass.output.size == Spatial(square: kernel))
    #expect(pass.overlap.minimum == 1)
    #expect(pass.overlap.maximum == 1)
    #expect(pass.overlap.sum == Count(kernel * kernel) * Count(kernel * kernel))
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `the sum of any axis is that of its taps, one by one`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<300 {
      let (input, kernel) = (random.number(in: 1...Self.huge), random.number(in: 1...20))
      let (stride, dilation) = random.pair(in: 1...Self.huge)
      let padding = random.number(in: 0...Self.huge)
      let subject = LayerCase.square(
        .transposed, input: input, kernel: kernel, stride: stride, padding: padding,
        dilation: dilation)
      guard let coverage = try? subject.forward().overlap.coverage.height else { continue }
      let taps = (0..<kernel).map { tap in
        // The positions whose product with this tap is kept: from the first to the last.
        let first = max(0, padding - tap * dilation + stride - 1) / stride
        let beyond = padding + coverage.size - tap * dilation
        let last = beyond > 0 ? min(input - 1, (beyond - 1) / stride) : -1
        return max(0, last - first + 1)
      }
      #expect(coverage.sum == Count(taps.reduce(0, +)), "\(subject)")
      let counter = CellCounter(coverage)
      let range = coverage.minimum...coverage.maximum
      for _ in 0..<20 {
        let cell = random.number(in: 0...(coverage.size - 1))
        #expect(range.contains(Count(counter.count(at: cell))), "\(subject), cell \(cell)")
      }
    }
  }
}
