import ConvArithmetic
import Testing

/// Networks with branches, with numbers of papers and measurements.
@Suite struct BuiltNetworkTests {
  /// Bytes in fp32 for one image of 3×224×224, measured with PyTorch's allocations.
  @Test(arguments: [
    (NetworkBuilder.resNet([2, 2, 2, 2], isBottleneck: false), 4_014_080, 6_422_528),
    (NetworkBuilder.resNet([3, 4, 6, 3], isBottleneck: true), 7_225_344, 9_633_792),
    (NetworkBuilder.vgg16(), 25_690_112, 25_690_112),
    (NetworkBuilder.mobileNetV2(), 6_021_120, 9_633_792),
  ])
  func `the most memory that is alive at once is what was measured`(
    builder: NetworkBuilder, inPlace: Int, byOperation: Int
  ) throws {
    let network = try #require(builder.network)
    let flow = network.flow(of: TensorShape(batch: 1, channels: 3, size: Spatial(224, 224)))
    #expect(flow.failure == nil)
    #expect(flow.mismatches.isEmpty)
    #expect(network.peak(flow, inPlace: true).map { 4 * $0.elements } == Count(inPlace))
    #expect(network.peak(flow, inPlace: false).map { 4 * $0.elements } == Count(byOperation))
  }

  /// Parameters without the classifier, as torchvision's models have them.
  @Test(arguments: [
    (NetworkBuilder.resNet([2, 2, 2, 2], isBottleneck: false), 435, 11_689_512 - 513_000),
    (NetworkBuilder.resNet([3, 4, 6, 3], isBottleneck: true), 427, 25_557_032 - 2_049_000),
  ])
  func `the longest path through its blocks is what a ResNet sees`(
    builder: NetworkBuilder, size: Int, parameters: Int
  ) throws {
    let network = try #require(builder.network)
    let axis = network.axis(0, of: 2)
    let reach = try #require(axis.reaches.last).get()
    #expect(reach.sizes == [Count(size)])
    #expect(reach.jump == Ratio(32))
    let reaches = axis.reaches
    #expect(axis.nodes.indices.allSatisfy { axis.centreGap(at: $0, reaches)?.most == Ratio(0) })
    #expect(axis.wholeStrides?.residue == 1 && axis.wholeStrides?.modulus == 32)
    let costs = network.costs(
      network.flow(of: TensorShape(batch: 1, channels: 3, size: Spatial(224, 224))))
    #expect(costs.reduce(0) { $0 + $1.parameters } == Count(parameters))
    // As many paths as there are ways through the blocks: more than one path to a cell.
    let weights = try axis.pathWeights(from: 0).get()
    #expect(weights.counts.count == size)
    #expect(weights.counts == weights.counts.reversed())
  }

  private func tap(_ kernel: Int, stride: Int = 1, before: Int = 0) -> AxisMap {
    AxisTaps(
      .convolution, kernelSize: kernel, stride: stride, before: Count(before), after: Count(before)
    ).map { .convolution($0) } ?? .unknown
  }

  private func shift(_ cells: Int) -> AxisMap { .pad(before: -cells, after: cells, .zeros) }

  /// Distill, "Computing Receptive Fields of Convolutional Neural Networks", on alignment.
  @Test func `branches are aligned, or apart by half a cell`() throws {
    func gap(_ branches: [[AxisMap]]) throws -> CentreGap? {
      var nodes: [Network.Node?] = []
      var ends: [Int] = []
      for branch in branches {
        var source = 0
        for map in branch {
          nodes.append(Network.Node(.channelwise([map]), of: [source], at: nodes.count))
          source = nodes.count
        }
        ends.append(source)
      }
      nodes.append(Network.Node(.join(.concatenate), of: ends, at: nodes.count))
      let network = try #require(Network(nodes.compactMap { $0 }))
      let axis = network.axis(0, of: 1)
      return axis.centreGap(at: nodes.count - 1, axis.reaches)
    }
    #expect(
      try gap([[tap(3, stride: 2, before: 1), tap(3, before: 1)], [tap(1, stride: 2)]])?.most == 0)
    let pool = AxisMap.pool(PoolingWindow(kernelSize: 3, stride: 2))
    let inception = [
      [tap(3, stride: 2)], [tap(1), tap(3, before: 1), tap(3, stride: 2)], [pool],
    ]
    #expect(try gap(inception)?.most == 0)
    let half = try #require(try gap([[tap(2, stride: 2)], [tap(3, stride: 2, before: 1)]]))
    #expect(half.most == Ratio(1, 2) && half.course == .steady)
    // Cells 2n and 2n + 1 both see 2n and 2n + 1, half a cell after the one and before the other.
    let back = try #require(try gap([[tap(2, stride: 2), .scale(by: 2)], []]))
    #expect(back.most == Ratio(1, 2) && back.course == .turns)
    // The same shifted by a cell: 3/2 and 1/2 before.
    let late = try #require(try gap([[tap(2, stride: 2), .scale(by: 2)], [shift(1)]]))
    #expect(late.most == Ratio(3, 2) && late.course == .varies)
    #expect(try gap([[tap(2, stride: 2)], [tap(3)]]) == nil)
  }

  /// All pairs and triples of dilations up to 12, for kernels of 3.
  @Test func `the published rule for dilations and the exact one differ where they were found to`()
    throws
  {
    func verdict(_ dilations: [Int]) throws -> (published: Bool, exact: Bool) {
      let maps = dilations.map { dilation in
        AxisTaps(.convolution, kernelSize: 3, dilation: dilation).map { AxisMap.convolution($0) }
      }
      let axis = Network(chain: maps.compactMap { $0 }.map { .channelwise([$0]) }).axis(0, of: 1)
      let rule = try #require(axis.hybridDilation)
      return (rule.distance <= Count(rule.kernelSize), axis.gridding.map { $0.gap == nil } == true)
    }
    var (pairs, triples, missed) = (0, 0, 0)
    for first in 1...12 {
      for second in 1...12 {
        let pair = try verdict([first, second])
        pairs += pair.published && !pair.exact ? 1 : 0
        for third in 1...12 {
          let triple = try verdict([first, second, third])
          triples += triple.published && !triple.exact ? 1 : 0
          missed += !triple.published && triple.exact ? 1 : 0
        }
      }
    }
    #expect([pairs, triples, missed] == [31, 181, 38])
  }

  @Test func `tiles cover a picture, each from where the one before is no longer clean`() throws {
    let axis = try #require(NetworkBuilder.vgg16().network).axis(0, of: 2)
    let tile = try axis.tile(1024).get()
    let (clean, jump) = (try #require(tile.clean), Count(32))
    let grid = try #require(tile.grid(over: 10_000))
    #expect(tile.alignment == 32)
    #expect(grid.step.split(by: 32).remainder == 0)
    #expect(clean.lowerBound + grid.step.floorDivided(by: jump) <= clean.upperBound + 1)
    #expect((grid.tiles - 1) * grid.step + 1024 >= 10_000)
    #expect((grid.tiles - 2) * grid.step + 1024 < 10_000)
    #expect(grid.repeated == Ratio(1024 - grid.step, 1024))
    #expect(tile.grid(over: 1000)?.tiles == 1)
    #expect(try axis.tile(200).get().grid(over: 1000) == nil)
  }

  /// Ronneberger, Fischer & Brox (2015): tiles of 572 give 388, all of which the next one continues.
  @Test func `the tiles of the first U-Net overlap by what its valid convolutions take away`()
    throws
  {
    let named = try NamedNetwork.recorded.get().first {
      $0.name == "unet of the paper, depth 4, at 572"
    }
    let tile = try #require(named?.network).axis(0, of: 1).tile(572).get()
    #expect(tile.clean == 0...387)
    let grid = try #require(tile.grid(over: 2000))
    // The most that 16 divides; ⌈(2000 − 2·92)/384⌉.
    #expect(grid.step == 384 && grid.tiles == 5 && grid.repeated == Ratio(47, 143))
  }

  /// EnCodec's causal convolution of a kernel of 16 with stride 8 keeps 8 samples.
  @Test
  func `a stream keeps what the next windows still read, and names the stage that looks ahead`()
    throws
  {
    let pad = AxisMap.pad(before: 8, after: 0, .zeros)
    let causal = Network(chain: [
      .channelwise([pad]), .channelwise([tap(16, stride: 8)]),
    ]).axis(0, of: 1)
    #expect(causal.state == [0, 8, 0])
    // What filter and gate of WaveNet read is kept once, by the one that looks back further.
    let gated = Network(
      [
        Network.Node(.channelwise([pad]), of: [0], at: 0),
        Network.Node(.channelwise([tap(9)]), of: [1], at: 1),
        Network.Node(.channelwise([tap(5)]), of: [1], at: 2),
      ].compactMap { $0 })
    #expect(gated?.axis(0, of: 1).state == [0, 8, 0, 0])
    let stream = try causal.stream.get()
    #expect(stream.isCausal && stream.offender == nil)
    #expect(stream.firstOutput == 8 && stream.hop == 8 && stream.chunk == 8)
    let centred = Network(chain: [
      .channelwise([pad]), .channelwise([tap(16, stride: 8)]), .channelwise([tap(3, before: 1)]),
    ]).axis(0, of: 1)
    let late = try centred.stream.get()
    #expect(late.lookAhead == 8 && late.offender == 2 && !late.isCausal)
    #expect(late.firstOutput == 16)
  }
}
