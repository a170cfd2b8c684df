import SeededNumbers
import ConvArithmetic
import Testing

/// The closed forms against loops over every position and tap.
@Suite struct CoverageTests {
  /// A coverage as the program makes it, and the same axis by loops.
  private struct Sample: CustomStringConvertible {
    let coverage: Coverage
    let naive: NaiveAxis
    var description: String { "\(naive)" }
  }

  /// Axes of both kinds, and windows of them, some beyond the last product.
  private func samples(_ count: Int, seed: UInt64) -> [Sample] {
    var random = SeededGenerator(seed: seed)
    var samples: [Sample] = []
    while samples.count < count {
      let sample = Bool.random(using: &random) ? transposed(&random) : convolution(&random)
      if let sample { samples.append(Bool.random(using: &random) ? sample : cut(sample, &random)) }
    }
    return samples
  }

  private func transposed(_ random: inout SeededGenerator) -> Sample? {
    let (positions, taps) = (random.number(in: 1...12), random.number(in: 1...9))
    let (stride, dilation) = random.pair(in: 1...9)
    let canvas = (positions - 1) * stride + (taps - 1) * dilation + 1
    let outputPadding = random.number(in: 0...(max(stride, dilation) - 1))
    let padding = random.number(in: 0...((canvas - 1) / 2))
    let subject = LayerCase.square(
      .transposed, input: positions, kernel: taps, stride: stride, padding: padding,
      dilation: dilation, outputPadding: outputPadding)
    let naive = NaiveAxis(
      positions: positions, taps: taps, stride: stride, dilation: dilation, offset: padding,
      size: canvas - 2 * padding + outputPadding)
    return (try? subject.forward()).map {
      Sample(coverage: $0.overlap.coverage.width, naive: naive)
    }
  }

  private func convolution(_ random: inout SeededGenerator) -> Sample? {
    let (input, taps) = (random.number(in: 1...40), random.number(in: 1...9))
    let (stride, dilation) = random.pair(in: 1...9)
    let padding = random.number(in: 0...12)
    let room = input + 2 * padding - dilation * (taps - 1) - 1
    guard room >= 0 else { return nil }
    let subject = LayerCase.square(
      .convolution, input: input, kernel: taps, stride: stride, padding: padding, dilation: dilation
    )
    let naive = NaiveAxis(
      positions: room / stride + 1, taps: taps, stride: stride, dilation: dilation,
      offset: padding, size: input)
    return (try? subject.forward()).map {
      Sample(coverage: $0.overlap.coverage.width, naive: naive)
    }
  }

  private func cut(_ sample: Sample, _ random: inout SeededGenerator) -> Sample {
    let start = random.number(in: 0...(sample.naive.size - 1))
    let size = random.number(in: 1...(sample.naive.size - start))
    guard let window = sample.coverage.window(start..<(start + size)) else { return sample }
    var naive = sample.naive
    (naive.offset, naive.size) = (naive.offset + start, size)
    return Sample(coverage: window, naive: naive)
  }

  @Test(arguments: 1...4 as ClosedRange<UInt64>)
  func `every cell is reached as often as the loops count`(seed: UInt64) {
    for sample in samples(1_000, seed: seed) {
      #expect(sample.coverage.counts == sample.naive.counts, "\(sample)")
    }
  }

  @Test func `a cell outside is reached by nothing`() {
    for sample in samples(100, seed: 5) {
      let counter = CellCounter(sample.coverage)
      for cell in [-1, sample.naive.size, Int.min, Int.max] {
        #expect(counter.count(at: cell) == 0, "\(sample)")
      }
    }
  }

  @Test(arguments: 6...9 as ClosedRange<UInt64>)
  func `sum, extremes and holes are those of the counts`(seed: UInt64) throws {
    for sample in samples(1_000, seed: seed) {
      let counts = sample.naive.counts
      #expect(sample.coverage.sum == Count(counts.reduce(0, +)), "\(sample)")
      #expect(sample.coverage.maximum == counts.max().map { Count($0) }, "\(sample)")
      #expect(sample.coverage.minimum == counts.min().map { Count($0) }, "\(sample)")
      #expect(sample.coverage.holes == Count(counts.count { $0 == 0 }), "\(sample)")
    }
  }

  @Test func `the cells that are reached at least so often are those of the counts`() throws {
    for sample in samples(1_000, seed: 10) {
      let counts = sample.naive.counts
      for level in 1...(sample.naive.taps + 1) {
        let cells = Count(counts.count { $0 >= level })
        #expect(sample.coverage.cells(reachedAtLeast: level) == cells, "\(sample), \(level)")
      }
      #expect(sample.coverage.ceiling >= (counts.max() ?? 0), "\(sample)")
    }
  }

  @Test func `a window shows the cells of its range, and none is no window`() {
    for sample in samples(300, seed: 11) {
      let (counts, size) = (sample.naive.counts, sample.naive.size)
      for range in [0..<size, 0..<1, (size / 2)..<size, -5..<(size + 5), (size - 1)..<Int.max] {
        let shown = sample.coverage.window(range)?.counts
        #expect(shown == Array(counts[range.clamped(to: 0..<size)]), "\(sample), \(range)")
      }
      for range in [0..<0, -3..<0, size..<(size + 3), Int.min..<(-1)] {
        #expect(sample.coverage.window(range) == nil, "\(sample), \(range)")
      }
    }
  }

  @Test func `the sum is all products but the cropped ones`() throws {
    for sample in samples(1_000, seed: 12) {
      let naive = sample.naive
      let products = Count(naive.positions * naive.taps - naive.cropped)
      #expect(sample.coverage.sum == products, "\(sample)")
    }
  }

  @Test(arguments: 1...6, 1...5)
  func `without output_padding the counts are symmetric`(taps: Int, stride: Int) throws {
    for (positions, dilation, padding) in [(4, 1, 0), (5, 2, 1), (3, 3, 2), (7, 4, 3), (6, 5, 0)] {
      let subject = LayerCase.square(
        .transposed, input: positions, kernel: taps, stride: stride, padding: padding,
        dilation: dilation)
      guard let pass = try? subject.forward() else { continue }
      let counts = pass.overlap.coverage.height.counts
      #expect(counts == counts.reversed())
    }
  }

  @Test(arguments: 0...2, 1...4)
  func `the empty cells that output_padding keeps are those of the loops`(
    padding: Int, stride: Int
  ) throws {
    for (taps, dilation) in [(1, 1), (2, 1), (3, 1), (3, 2), (2, 5)] {
      for outputPadding in 0..<max(stride, dilation) {
        let subject = LayerCase.square(
          .transposed, input: 4, kernel: taps, stride: stride, padding: padding,
          dilation: dilation, outputPadding: outputPadding)
        guard let axis = try? subject.forward().axes.height else { continue }
        let naive = NaiveAxis(
          positions: 4, taps: taps, stride: stride, dilation: dilation, offset: padding,
          size: axis.output)
        let empty = naive.counts.suffix(outputPadding).count { $0 == 0 }
        #expect(axis.emptyKeptCells == Count(empty))
      }
    }
  }
}
