import SeededNumbers
import ConvArithmetic
import Testing

/// The links of an axis against loops over every position and tap.
@Suite struct AxisTraceTests {
  private func samples(_ count: Int, seed: UInt64) throws -> [(AxisTrace, NaiveTrace)] {
    try LayerCase.validSamples(count, seed: seed)
      .flatMap { [$0.pass.axes.height, $0.pass.axes.width] }
      .map { (try #require(AxisTrace($0)), NaiveTrace($0)) }
  }

  @Test func `a cell, a tap and a place around them have the links that the loops find`() throws {
    for (trace, naive) in try samples(500, seed: 1) {
      for grid in LayerGrid.allCases {
        for index in naive.indices(grid) {
          let expected = naive.links.filter { $0[grid] == index }
          let links = trace.links(of: grid, at: index)
          #expect(links.count == expected.count, "\(naive.axis), \(grid) \(index)")
          #expect(Set(links) == Set(expected), "\(naive.axis), \(grid) \(index)")
          let useful = Set(trace.usefulLinks(of: grid, at: index))
          #expect(useful == Set(naive.useful.filter { $0[grid] == index }), "\(naive.axis)")
        }
      }
    }
  }

  @Test func `links come in the order of their taps, those of a tap in that of its positions`()
    throws
  {
    for (trace, naive) in try samples(100, seed: 2) {
      for grid in [LayerGrid.input, .output] {
        for index in naive.indices(grid) {
          let taps = trace.links(of: grid, at: index).map(\.tap)
          #expect(taps == taps.sorted())
        }
      }
      for tap in 0..<naive.axis.kernelSize {
        let links = Array(trace.links(of: .kernel, at: tap))
        #expect(links.map(\.input) == links.map(\.input).sorted())
        #expect(links.map(\.output) == links.map(\.output).sorted())
      }
    }
  }

  @Test func `the links of a range of places are those that the filter leaves`() throws {
    var random = SeededGenerator(seed: 3)
    for (trace, naive) in try samples(200, seed: 3) {
      for grid in LayerGrid.allCases {
        let indices = naive.indices(grid)
        let links = trace.links(of: grid, at: random.number(in: indices))
        let other = LayerGrid.allCases.randomElement(using: &random) ?? .input
        let start = random.number(in: naive.indices(other))
        let range = start..<start + random.number(in: 0...6)
        #expect(
          Array(links.within(range, of: other)) == links.filter { range ~= $0[other] },
          "\(naive.axis)")
      }
    }
  }

  @Test func `each place is what the words for it say`() throws {
    for (trace, naive) in try samples(500, seed: 4) {
      for grid in LayerGrid.allCases {
        for index in naive.indices(grid) {
          #expect(
            trace.role(of: grid, at: index) == naive.role(grid, index),
            "\(naive.axis), \(grid) \(index)")
          #expect(trace.places(of: grid).contains(index) == (naive.role(grid, index) != nil))
        }
      }
    }
  }

  @Test func `a counterpart is a place of the other grid, below the kernel, and never goes back`()
    throws
  {
    for (trace, naive) in try samples(200, seed: 7) {
      for (grid, other) in [(LayerGrid.input, LayerGrid.output), (.output, .input)] {
        var last = Int.min
        for index in naive.indices(grid) {
          let place = trace.counterpart(of: grid, at: index)
          #expect(trace.places(of: other).contains(place), "\(naive.axis)")
          #expect(place >= last, "\(naive.axis)")
          last = place
          // Of a position it lies below its kernel; a place may be below none.
          let isPosition = (grid == .input) == (naive.axis.direction == .transposed)
          let places = naive.links.filter { $0[grid] == index }.map { $0[other] }
          guard isPosition, let least = places.min(), let most = places.max() else { continue }
          #expect((least...most).contains(place), "\(naive.axis), \(grid) \(index)")
        }
      }
    }
  }

  @Test(arguments: MeasuredAxesTests.all)
  func `a measured axis has as many links in each cell as products were measured`(
    axis: MeasuredAxesTests.Axis
  ) throws {
    let geometry = try axis.subject.forward().axes.height
    let trace = try #require(AxisTrace(geometry))
    let links = (0..<geometry.output).map { trace.usefulLinks(of: .output, at: $0) }
    #expect(links.map(\.count) == axis.counts)
    let holes = (0..<geometry.output).filter {
      [.hole, .dead].contains(trace.role(of: .output, at: $0))
    }
    #expect(holes == axis.counts.indices.filter { axis.counts[$0] == 0 })
  }

  @Test func `the odd stride of the guide's figure leaves the last zeros unread`() throws {
    let subject = LayerCase.square(.convolution, input: 6, kernel: 3, stride: 2, padding: 1)
    let trace = try #require(AxisTrace(subject.forward().axes.height))
    #expect(trace.places(of: .input) == -1..<7)
    let unread = trace.places(of: .input).filter { trace.links(of: .input, at: $0).isEmpty }
    #expect(unread == [6], "the last row of the padded input")
    #expect(trace.role(of: .input, at: 6) == .padding)
  }
}
