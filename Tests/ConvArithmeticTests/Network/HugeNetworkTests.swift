import ConvArithmetic
import SeededNumbers
import Testing

/// Numbers near the end of 64 bits, and very many stages: a figure may say that it is not counted, but
/// nothing traps, and nothing waits.
@Suite struct HugeNetworkTests {
  /// Asks for every figure; the sum of what was told, so that nothing is left out.
  @discardableResult
  private func ask(_ network: AxisNetwork, tile: Int) -> Int {
    var told = network.reaches.count { (try? $0.get()) != nil }
    told += network.overlaps.count { (try? $0.get()) != nil }
    told += (try? network.readCounts.get())?.count ?? 0
    told += (try? network.smallestInput().get()) == nil ? 0 : 1
    told += network.wholeStrides == nil ? 0 : 1
    told += network.fittingInputs?.nearest(to: tile).above == nil ? 0 : 1
    told += (try? network.tile(tile).get())?.grid(over: .max) == nil ? 0 : 1
    told += (try? network.stream.get()) == nil ? 0 : 1
    told += network.state?.count ?? 0
    told += (try? network.pathWeights(from: 0).get())?.variance == nil ? 0 : 1
    told += network.pathVariance == nil ? 0 : 1
    told += network.divisorVerdict == nil ? 0 : 1
    told += network.gridding == nil ? 0 : 1
    told += network.hybridDilation == nil ? 0 : 1
    for node in network.nodes {
      told += node.map.unread(tile) ?? 0 > 0 ? 1 : 0
      told += node.map.remainder(tile) > 0 ? 1 : 0
      told += node.map.unusedPaddingAfter(tile) > 0 ? 1 : 0
    }
    return told + (network.centreGap(at: network.nodes.count - 1, network.reaches) == nil ? 0 : 1)
  }

  @Test func `no numbers trap`() {
    var random = SeededGenerator(seed: 10)
    let numbers = [1, 2, 3, 7, 1000, 4096, 1 << 31, 1_000_000_007, 1 << 40, .max / 2, .max]
    func number() -> Int { numbers.randomElement(using: &random) ?? 1 }
    for _ in 0..<700 {
      let stages = (0..<random.number(in: 1...5)).map { _ -> Stage in
        let direction: ConvLayer.Direction =
          Bool.random(using: &random) ? .transposed : .convolution
        let taps = AxisTaps(
          direction, kernelSize: number(), stride: number(), dilation: number(),
          before: Count(number() - 1), after: Count(number() - 1))
        let pool = PoolingWindow(
          kernelSize: number(), stride: number(), padding: number() / 2, dilation: number(),
          isCeiling: true)
        let maps: [AxisMap] = [
          taps.map { .convolution($0) } ?? .unknown, .pool(pool), .shuffle(number()),
          .unshuffle(number()), .scale(by: Double(number()), .linear),
          .scale(by: 1 / Double(number())), .pad(before: number(), after: -number(), .zeros),
          .pad(before: .min, after: .min, .reflect), .resize(to: number()), .mixed, .unknown,
          taps.map { .convolution($0, .circular) } ?? .unknown,
        ]
        return .channelwise([maps.randomElement(using: &random) ?? .unchanged])
      }
      ask(Network(chain: stages).axis(0, of: 1), tile: number())
    }
  }

  @Test func `one window of a billion taps is told exactly`() throws {
    let taps = try #require(
      AxisTaps(.convolution, kernelSize: 1_000_000_000, stride: 7, dilation: 1_000_000_007))
    let axis = Network(chain: [.channelwise([.convolution(taps)])]).axis(0, of: 1)
    #expect(try axis.reaches[1].get().most == 1_000_000_007 * 999_999_999 + 1)
    #expect(try axis.overlaps[1].get().counts == [1_000_000_000])
    // Too many cells with gaps to be kept one by one.
    #expect(axis.readCounts == .failure(.tooLong))
    #expect(axis.gridding.map { $0.gap != nil } == true)
    let near = try #require(AxisTaps(.convolution, kernelSize: 1_000_000_000, stride: 7))
    let dense = Network(chain: [.channelwise([.convolution(near)])]).axis(0, of: 1)
    #expect(try dense.readCounts.get() == [1_000_000_000])
  }

  @Test func `a stage that goes up by a billion says that its phases are too many`() throws {
    let taps = try #require(
      AxisTaps(.transposed, kernelSize: 2_000_000_001, stride: 1_000_000_000))
    let axis = Network(chain: Array(repeating: .channelwise([.convolution(taps)]), count: 2))
      .axis(0, of: 1)
    #expect(axis.reaches[1] == .failure(.tooLong))
    #expect(axis.overlaps[2] == .failure(.tooLong))
    // Still told without counting: 2·10^9 + 1 taps are no multiple of the stride.
    #expect(axis.divisorVerdict == .uneven(divisor: 2))
    #expect(try axis.smallestInput().get() == 1)
  }

  @Test func `a thousand stages are told, though their paths are more than 127 bits count`() throws
  {
    let taps = try #require(AxisTaps(.convolution, kernelSize: 3, before: 1, after: 1))
    let axis = Network(chain: Array(repeating: .channelwise([.convolution(taps)]), count: 1000))
      .axis(0, of: 1)
    #expect(try axis.reaches[1000].get().sizes == [2001])
    #expect(try axis.overlaps[1000].get().isEven)
    #expect(try axis.overlaps[1000].get().counts == nil)
    #expect(try axis.overlaps[70].get().counts?.count == 1)
    #expect(try axis.readCounts.get() == [2001])
    #expect(axis.pathVariance?.description == "2000/3")
    #expect(try axis.tile(5000).get().clean == 1000...3999)
    ask(axis, tile: 5000)
  }
}
