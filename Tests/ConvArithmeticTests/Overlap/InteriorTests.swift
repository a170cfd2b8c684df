import ConvArithmetic
import Testing

/// The cells that no border touches, for every stride, dilation and kernel up to 9.
@Suite struct InteriorTests {
  /// An axis long enough for at least one whole period of its pattern inside.
  private func axis(
    _ taps: Int, _ stride: Int, _ dilation: Int
  ) throws -> (coverage: Coverage, naive: NaiveAxis) {
    let positions = dilation * (taps - 1) / stride + 3
    let subject = LayerCase.square(
      .transposed, input: positions, kernel: taps, stride: stride, dilation: dilation)
    let naive = NaiveAxis(
      positions: positions, taps: taps, stride: stride, dilation: dilation, offset: 0,
      size: (positions - 1) * stride + (taps - 1) * dilation + 1)
    return (try subject.forward().overlap.coverage.height, naive)
  }

  /// Whether each tap that could meet a cell on an endless axis has its position on this one.
  private func hasAll(_ cell: Int, _ naive: NaiveAxis) -> Bool {
    (0..<naive.taps).allSatisfy { tap in
      let place = cell - tap * naive.dilation
      // The places of an endless axis' positions are all multiples of the stride, also below 0.
      let isPlace = place % naive.stride == 0
      return !isPlace || (0..<naive.positions).contains(place / naive.stride) && place >= 0
    }
  }

  /// The longest run of such cells around the place where the borders are farthest.
  private func inside(_ naive: NaiveAxis) -> ArraySlice<Int> {
    let middle = naive.dilation * (naive.taps - 1)
    var (first, last) = (middle, middle)
    while first > 0, hasAll(first - 1, naive) { first -= 1 }
    while last < naive.size - 1, hasAll(last + 1, naive) { last += 1 }
    return naive.counts[first...last]
  }

  @Test(arguments: 1...9, 1...9)
  func `the interior is the longest run of cells that lack no position`(
    taps: Int, stride: Int
  ) throws {
    for dilation in 1...9 {
      let (coverage, naive) = try axis(taps, stride, dilation)
      let inside = inside(naive)
      #expect(coverage.interior == inside.startIndex..<inside.endIndex)
      #expect(inside.count >= stride)
    }
  }

  @Test(arguments: 1...9, 1...9)
  func `the counts inside range as the rule says`(taps: Int, stride: Int) throws {
    for dilation in 1...9 {
      let (coverage, naive) = try axis(taps, stride, dilation)
      let inside = inside(naive)
      #expect(coverage.interiorRange.lowerBound == inside.min(), "dilation \(dilation)")
      #expect(coverage.interiorRange.upperBound == inside.max(), "dilation \(dilation)")
    }
  }

  @Test(arguments: 1...9, 1...9)
  func `the inside is even just where the stride divides the kernel and shares no divisor`(
    taps: Int, stride: Int
  ) throws {
    for dilation in 1...9 {
      let (coverage, naive) = try axis(taps, stride, dilation)
      let shared = (2...9).contains { stride % $0 == 0 && dilation % $0 == 0 }
      #expect(coverage.isEvenInside == (!shared && taps % stride == 0), "dilation \(dilation)")
      #expect(coverage.isEvenInside == (Set(inside(naive)).count == 1), "dilation \(dilation)")
    }
  }

  @Test(arguments: 1...9, 1...9)
  func `each period inside shares out all taps`(taps: Int, stride: Int) throws {
    for dilation in 1...9 {
      let coverage = try axis(taps, stride, dilation).coverage
      let start = coverage.interior.lowerBound
      let period = try #require(coverage.window(start..<(start + stride)))
      #expect(period.sum == Count(taps), "dilation \(dilation)")
    }
  }

  @Test func `a short axis has no interior`() throws {
    let subject = LayerCase.square(.transposed, input: 2, kernel: 4)
    #expect(try subject.forward().overlap.coverage.height.interior.isEmpty)
  }

  @Test func `the pattern of a plane is that of its axes`() throws {
    var subject = LayerCase.square(.transposed, input: 8, kernel: 3, stride: 2)
    var overlap = try subject.forward().overlap
    #expect(!overlap.isEvenInside)
    #expect(overlap.interiorExtremes == (1, 4))
    subject.layer.kernelSize[.height] = 4
    overlap = try subject.forward().overlap
    #expect(!overlap.isEvenInside)
    #expect(overlap.interiorExtremes == (2, 4))
    subject.layer.kernelSize[.width] = 4
    overlap = try subject.forward().overlap
    #expect(overlap.isEvenInside)
    #expect(overlap.interiorExtremes == (4, 4))
    subject.layer.kernelSize[.height] = 3
    #expect(try !subject.forward().overlap.isEvenInside)
  }
}
