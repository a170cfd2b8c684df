import ConvArithmetic
import SeededNumbers
import Testing

/// The links of an axis whose padding copies cells, against loops over an input padded by hand.
@Suite struct CopiedLinksTests {
  private func samples(_ count: Int, seed: UInt64) throws -> [(AxisTrace, NaiveTrace)] {
    let modes = PaddingMode.allCases.filter { $0 != .zeros }
    return try ForwardPass.samples(count, axes: 1, seed: seed, modes: modes, hasUnequalEnds: true)
      .map { (try #require(AxisTrace($0.axes[0])), NaiveTrace($0.axes[0])) }
  }

  @Test func `a place is tied to what reads it, and a cell to what reads its copies, too`() throws {
    for (trace, naive) in try samples(400, seed: 31) {
      for place in naive.indices(.input) {
        #expect(trace.source(of: place) == naive.source(place), "\(naive.axis), \(place)")
        #expect(trace.role(of: .input, at: place) == naive.role(.input, place))
        let own = naive.links.filter { $0.input == place }
        #expect(Set(trace.links(of: .input, at: place, hasCopies: false)) == Set(own))
        let isCell = 0..<naive.axis.input ~= place
        let all = isCell ? naive.links.filter { naive.source($0.input) == place } : own
        let links = trace.links(of: .input, at: place)
        #expect(Set(links) == Set(all) && links.count == all.count, "\(naive.axis), \(place)")
        #expect(Set(links.prefix(own.count)) == Set(own), "its own come first")
        let places = all.map(\.output)
        #expect(links.hull(.output)?.lowerBound == places.min())
        #expect(links.hull(.output)?.last == places.max())
      }
    }
  }

  @Test func `useful is every product, with the cell that is copied`() throws {
    for (trace, naive) in try samples(400, seed: 32) {
      for grid in LayerGrid.allCases {
        for index in 0..<trace.size(of: grid) {
          let expected = naive.useful.filter { $0[grid] == index }
          let links = trace.usefulLinks(of: grid, at: index)
          #expect(Set(links) == Set(expected) && links.count == expected.count, "\(naive.axis)")
          for other in LayerGrid.allCases {
            let range = 1..<3
            #expect(
              Array(links.within(range, of: other)) == links.filter { range ~= $0[other] },
              "\(naive.axis), \(grid) \(index)")
          }
        }
      }
    }
  }

  @Test func `four thousand copies of a cell are followed, and one more is not`() throws {
    var layer = ConvLayer(axes: 1)
    layer.kernelSize = Spatial(3)
    layer.paddingMode = .replicate
    for (padding, isFollowed) in [(4096, true), (4097, false)] {
      layer.padding = .explicit(Spatial(padding))
      let pass = try LayerCase(
        layer: layer, input: TensorShape(batch: 1, channels: 1, size: Spatial(5))
      ).forward()
      let trace = LayerTrace(pass)
      #expect((trace != nil) == isFollowed)
      // Three reads of each place, but of the first one alone one, and of the second one two.
      #expect(
        trace.map { $0.usefulLinks(of: .input, at: Spatial(0)).products } ?? 0
          == (isFollowed ? Count(3 * (padding + 1) - 3) : 0))
    }
  }
}
