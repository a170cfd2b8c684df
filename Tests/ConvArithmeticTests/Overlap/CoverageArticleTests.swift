import ConvArithmetic
import Testing

/// The worked examples of the article on coverage, number by number.
@Suite struct CoverageArticleTests {
  private func axis(_ subject: LayerCase) throws -> Coverage {
    try subject.forward().axes.height.coverage
  }

  /// How many cells are reached at least 1, 2, … times.
  private func levels(_ coverage: Coverage, upTo last: Int) throws -> [Count] {
    (1...last).map { coverage.cells(reachedAtLeast: $0) }
  }

  @Test func `the example with output_padding comes out`() throws {
    let subject = LayerCase.square(
      .transposed, input: 3, kernel: 3, stride: 2, padding: 1, outputPadding: 1)
    let coverage = try axis(subject)
    #expect(coverage.counts == [1, 2, 1, 2, 1, 1])
    #expect(coverage.sum == 8)
    #expect(try levels(coverage, upTo: 3) == [6, 2, 0])
    #expect(coverage.holes == 0)
    #expect(coverage.minimum == 1)
    #expect(coverage.maximum == 2)
    #expect(CellCounter(coverage).count(at: 3) == 2)
    #expect(try subject.forward().overlap.documentedAdditions == 28)
  }

  @Test func `the example with a gap comes out`() throws {
    let subject = LayerCase.square(.transposed, input: 2, kernel: 2, stride: 3)
    let coverage = try axis(subject)
    #expect(coverage.sum == 4)
    #expect(coverage.holes == 1)
    let overlap = try subject.forward().overlap
    #expect(overlap.documentedAdditions == Count(-9))
    #expect(overlap.holes == 9)
  }

  @Test func `the example with a common divisor comes out`() throws {
    let coverage = try axis(
      .square(.transposed, input: 3, kernel: 4, stride: 2, dilation: 2))
    #expect(coverage.counts == [1, 0, 2, 0, 3, 0, 3, 0, 2, 0, 1])
    #expect(try levels(coverage, upTo: 4) == [6, 4, 2, 0])
    #expect(coverage.sum == 12)
    #expect(coverage.holes == 5)
    #expect(coverage.maximum == 3)
    #expect(coverage.ceiling == 4)
  }
}
