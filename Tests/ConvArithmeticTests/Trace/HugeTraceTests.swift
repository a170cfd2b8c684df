import SeededNumbers
import ConvArithmetic
import Testing

/// Sizes of which no computer could visit every cell.
@Suite struct HugeTraceTests {
  private let most = Int(Int32.max)

  @Test func `a tap of a huge layer has a link for each position, and the last is right`() throws {
    let subject = LayerCase.square(.transposed, input: most, kernel: 4, stride: 2, padding: 1)
    let trace = try #require(AxisTrace(subject.forward().axes.height))
    let links = trace.links(of: .kernel, at: 3)
    #expect(links.count == most)
    #expect(links.last == Link(input: most - 1, tap: 3, output: 2 * (most - 1) + 2))
    #expect(trace.useful(links).count == most - 1, "the last product is cropped")
  }

  @Test func `a cell far inside has the links of any cell of its phase`() throws {
    let subject = LayerCase.square(.transposed, input: most, kernel: 5, stride: 3, padding: 1)
    let trace = try #require(AxisTrace(subject.forward().axes.height))
    let cell = 3_000_000_001
    // o + p = 3·i + t: the taps that leave the rest 2 under 3.
    #expect(
      Array(trace.links(of: .output, at: cell)) == [
        Link(input: 1_000_000_000, tap: 2, output: cell)
      ])
    #expect(trace.links(of: .output, at: cell + 1).map(\.tap) == [0, 3])
  }

  @Test func `a huge kernel has its links without a loop`() throws {
    let subject = LayerCase.square(.convolution, input: most, kernel: most - 4)
    let trace = try #require(AxisTrace(subject.forward().axes.height))
    #expect(trace.links(of: .output, at: 4).count == most - 4)
    #expect(trace.links(of: .input, at: most / 2).count == 5)
  }

  @Test func `random numbers up to 2^31 − 1 give links that fulfil the equation`() throws {
    var random = SeededGenerator(seed: 7)
    for _ in 0..<2_000 {
      let subject = random.layer { random in
        let bits = random.number(in: 0...30)
        return random.number(in: 0...(1 << bits))
      }
      guard let pass = try? subject.forward(), let trace = AxisTrace(pass.axes.height)
      else { continue }
      for grid in LayerGrid.allCases {
        let places = trace.places(of: grid)
        for index in [places.lowerBound, places.upperBound - 1, random.number(in: -9...9)] {
          let links = trace.links(of: grid, at: index)
          for link in [links.first, links.last].compactMap({ $0 }) {
            #expect(link[grid] == index)
            let (position, place) = (link[trace.stand], link[trace.plane])
            let geometry = trace.geometry
            // i·s + t·d − p = o, in twice the bits.
            #expect(
              Int128(position) * Int128(geometry.stride) + Int128(link.tap)
                * Int128(geometry.dilation) - Int128(geometry.paddingBefore) == Int128(place))
          }
        }
      }
    }
  }

  @Test func `any index at all has an answer`() throws {
    for (_, pass) in LayerCase.validSamples(50, seed: 8) {
      let trace = try #require(AxisTrace(pass.axes.height))
      for index in [Int.min, Int.min + 1, -1, Int.max - 1, Int.max] {
        for grid in LayerGrid.allCases {
          _ = trace.role(of: grid, at: index)
          _ = trace.links(of: grid, at: index).count
        }
      }
    }
  }

  @Test func `places beyond 64 bits are refused, not computed wrongly`() throws {
    let subject = LayerCase.square(
      .convolution, input: 1 << 62, kernel: 2, stride: 1 << 62, padding: 1 << 62, dilation: 1 << 62)
    let axis = try subject.forward().axes.height
    #expect(axis.output == 2)
    #expect(AxisTrace(axis) == nil)
  }
}
