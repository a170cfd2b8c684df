import ConvArithmetic
import Testing

/// The map of a plane against loops over every cell and tap of it.
@Suite struct OverlapMapTests {
  @Test func `a transposed layer's plane sums up as its stored map would`() throws {
    let samples = LayerCase.validSamples(600, seed: 2).filter {
      $0.subject.layer.direction == .transposed
    }
    #expect(samples.count > 200)
    for (subject, pass) in samples {
      let map = NaiveLayer(subject: subject, output: pass.output.size).overlap
      let (cells, overlap) = (map.flatMap(\.self), pass.overlap)
      #expect(overlap.size == pass.output.size)
      #expect(overlap.sum == Count(cells.reduce(0, +)), "\(subject)")
      #expect(overlap.maximum == cells.max().map { Count($0) }, "\(subject)")
      #expect(overlap.minimum == cells.min().map { Count($0) }, "\(subject)")
      #expect(overlap.holes == Count(cells.count { $0 == 0 }), "\(subject)")
      #expect(overlap.documentedAdditions == Count(cells.map { $0 - 1 }.reduce(0, +)))
    }
  }

  @Test func `a cell of the plane is the product of its row and column`() {
    let samples = LayerCase.validSamples(300, seed: 3)
    for (subject, pass) in samples where subject.layer.direction == .transposed {
      let coverage = pass.overlap.coverage
      let map = coverage.height.counts.map { row in coverage.width.counts.map { row * $0 } }
      #expect(map == NaiveLayer(subject: subject, output: pass.output.size).overlap, "\(subject)")
    }
  }

  @Test func `a convolution's plane is its input, and counts who reads it`() throws {
    let subject = LayerCase.square(.convolution, input: 4, kernel: 3)
    let overlap = try subject.forward().overlap
    #expect(overlap.size == subject.input.size)
    #expect(overlap.coverage.height.counts == [1, 2, 2, 1])
    #expect(overlap.sum == 36)
  }
}
