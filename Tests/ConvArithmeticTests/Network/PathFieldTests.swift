import ConvArithmetic
import SeededNumbers
import Testing

/// The paths of a plane against loops over all of them: cells outside of a tensor are none.
@Suite struct PathFieldTests {
  /// A network of two axes whose branches meet, and the size of each of its tensors.
  private struct Plane {
    var nodes: [Network.Node] = []
    var sizes: [Spatial<Int>]

    var network: Network { Network(nodes) ?? Network(chain: []) }

    mutating func add(_ stage: Stage, of sources: [Int]) {
      guard let node = Network.Node(stage, of: sources, at: nodes.count),
        let size = stage.size(sizes[sources[0]]), size.allSatisfy({ $0 <= 24 })
      else { return }
      nodes.append(node)
      sizes.append(size)
    }

    /// The paths from a cell of a tensor to each cell of the input, by row and column.
    func paths(_ tensor: Int, _ row: Int, _ column: Int) -> [[Int]: Int] {
      guard (0..<sizes[tensor][.height]).contains(row),
        (0..<sizes[tensor][.width]).contains(column)
      else { return [:] }
      if tensor == 0 { return [[row, column]: 1] }
      let node = nodes[tensor - 1]
      var found: [[Int]: Int] = [:]
      for tap in taps(node, 0, row) {
        for other in taps(node, 1, column) {
          for source in node.sources {
            let paths = paths(source, tap.cell, other.cell)
            found.merge(paths.mapValues { $0 * tap.weight * other.weight }) { $0 + $1 }
          }
        }
      }
      return found
    }

    private func taps(_ node: Network.Node, _ axis: Int, _ cell: Int) -> [(cell: Int, weight: Int)]
    {
      let map = node.stage.map(axis, of: 2)
      let last = Array(sizes[node.sources[0]])[axis] - 1
      return NaiveNetwork.taps(map, cell).map { tap in
        switch map {
        // The border's values go on.
        case .scale, .convolution(_, .replicate): (min(max(tap.cell, 0), last), tap.weight)
        case .convolution(_, .circular): ((tap.cell + last + 1) % (last + 1), tap.weight)
        case .convolution(_, .reflect): (last - abs(last - abs(tap.cell)), tap.weight)
        default: tap
        }
      }
    }
  }

  private func plane(_ random: inout SeededGenerator) -> Plane {
    var plane = Plane(sizes: [Spatial(random.number(in: 5...9), random.number(in: 5...9))])
    for _ in 0..<random.number(in: 2...7) {
      let last = plane.nodes.count
      let twins = (0..<last).filter { plane.sizes[$0] == plane.sizes[last] }
      if Bool.random(using: &random), let twin = twins.randomElement(using: &random) {
        plane.add(.join(.add), of: [last, twin])
      } else {
        plane.add(.channelwise([map(&random), map(&random)]), of: [random.number(in: 0...last)])
      }
    }
    return plane
  }

  private func map(_ random: inout SeededGenerator) -> AxisMap {
    let half = random.number(in: 0...2)
    let same = AxisTaps(
      .convolution, kernelSize: 2 * half + 1, before: Count(half), after: Count(half))
    let modes = PaddingMode.allCases
    return switch random.number(in: 0...5) {
    case 0...2: same.map { .convolution($0, modes[random.number(in: 0...3)]) } ?? .unknown
    case 3: .pool(PoolingWindow(kernelSize: 3, stride: 2, padding: 1))
    case 4: .scale(by: 2, Bool.random(using: &random) ? .linear : .nearest)
    default: random.axisMap()
    }
  }

  @Test func `each cell of a plane has as many paths as loops count, where branches meet too`()
    throws
  {
    var random = SeededGenerator(seed: 21)
    var (compared, joined) = (0, 0)
    while compared < 300 {
      let plane = plane(&random)
      let tensor = plane.nodes.count
      let cell = plane.sizes[tensor].map { random.number(in: 0...$0 - 1) }
      let naive = plane.paths(tensor, cell[0], cell[1])
      let field = try plane.network.pathField(
        from: cell.map { Count($0) }, in: tensor, sizes: plane.sizes
      ).get()
      let (rows, columns) = (0..<plane.sizes[0][.height], 0..<plane.sizes[0][.width])
      let all = field?.plane(rows: rows.map { Count($0) }, columns: columns.map { Count($0) })
      for row in rows {
        for column in columns {
          let expected = Count(naive[[row, column]] ?? 0)
          #expect(all?[row][column] ?? 0 == expected, "\(plane.network) \(cell) \(row) \(column)")
        }
      }
      #expect(field?.total ?? 0 == Count(naive.values.reduce(0, +)))
      let across = columns.map { column in
        Count(rows.reduce(0) { $0 + (naive[[$1, column]] ?? 0) })
      }
      if let told = field?.along(1), let first = Int(exactly: told.first) {
        #expect(Array(across[first..<first + told.counts.count]) == told.counts)
      }
      compared += 1
      joined += plane.nodes.contains { $0.sources.count > 1 } ? 1 : 0
    }
    #expect(joined > 100)
  }

  @Test func `far from all borders each cell has as many paths, which need no window`() throws {
    var random = SeededGenerator(seed: 22)
    var compared = 0
    for _ in 0..<300 {
      let plane = plane(&random)
      let (network, tensor) = (plane.network, plane.nodes.count)
      let field = try network.pathField(from: [0, 0], in: tensor, sizes: nil).get()
      guard let inside = network.pathsInside(of: tensor, axes: 2) else { continue }
      #expect(field?.total == inside && field?.isCut == false, "\(network)")
      compared += 1
    }
    #expect(compared > 50)
  }

  /// `a = Conv2d(1, 1, 3, padding=1)(x); b = a + x`.
  @Test func `a sum of a window and its middle is no product`() throws {
    let tap = AxisTaps(.convolution, kernelSize: 3, before: 1, after: 1)
    let map = try #require(tap.map { AxisMap.convolution($0) })
    let network = try #require(
      Network(
        [
          Network.Node(.channelwise([map, map]), of: [0], at: 0),
          Network.Node(.join(.add), of: [1, 0], at: 1),
        ].compactMap { $0 }))
    let field = try #require(
      try network.pathField(from: [4, 4], in: 2, sizes: nil).get())
    #expect(
      field.plane(rows: [3, 4, 5], columns: [3, 4, 5]) == [[1, 1, 1], [1, 2, 1], [1, 1, 1]])
    #expect(field.along(1).counts == [3, 4, 3] && field.along(1).first == 3)
    // In the corner only what there is counts.
    let size = Spatial(9, 9)
    let corner = try network.pathField(from: [0, 0], in: 2, sizes: [size, size, size]).get()
    #expect(corner?.along(1).counts == [3, 2])
  }

  @Test func `taps that are further apart than numbers reach are counted, or said to be too far`()
    throws
  {
    let far = try #require(AxisTaps(.convolution, kernelSize: 2, dilation: .max))
    let near = try #require(AxisTaps(.convolution, kernelSize: 3, before: 1, after: 1))
    let maps = [AxisMap.convolution(far), .convolution(near)]
    let network = Network(chain: [.channelwise(maps), .channelwise(maps.reversed())])
    let sizes = Array(repeating: Spatial(9, 9), count: 3)
    #expect(network.pathField(from: [4, 4], in: 2, sizes: nil) == .failure(.tooLong))
    #expect(network.pathField(from: [4, 4], in: 2, sizes: sizes) == .failure(.tooLong))
    let up = try #require(AxisTaps(.transposed, kernelSize: 2, dilation: .max))
    let raised = Network(chain: [.channelwise([.convolution(up), .convolution(near)])])
    #expect(raised.pathField(from: [4, 4], in: 1, sizes: nil) == .failure(.tooLong))
  }

  /// Each module has three times as many paths along each of its axes.
  @Test(arguments: [1, 2]) func `paths are counted as far as numbers reach`(axes: Int) throws {
    let taps = try #require(AxisTaps(.convolution, kernelSize: 3, before: 1, after: 1))
    let stage = Stage.channelwise(Array(repeating: .convolution(taps), count: axes))
    let cell = Array(repeating: Count(0), count: axes)
    var (paths, fits) = (Int128(1), true)
    for modules in 1...100 {
      for _ in 0..<axes {
        let next = paths.multipliedReportingOverflow(by: 3)
        (paths, fits) = (next.partialValue, fits && !next.overflow)
      }
      let network = Network(chain: Array(repeating: stage, count: modules))
      let field = network.pathField(from: cell, in: modules, sizes: nil)
      #expect(fits ? try field.get()?.total == Count(paths) : field == .failure(.tooLong))
    }
    #expect(!fits)
  }

  /// The first modules of ResNet-18: at the border the padding of the modules in between is not read.
  @Test func `a path through the padding of a module in between is none`() throws {
    let maps = [(7, 2, 3), (3, 2, 1), (3, 1, 1)].compactMap { kernel, stride, before in
      AxisTaps(
        .convolution, kernelSize: kernel, stride: stride, before: Count(before),
        after: Count(before)
      ).map { AxisMap.convolution($0) }
    }
    let network = Network(chain: maps.map { .channelwise([$0]) }).axis(0, of: 1)
    #expect(try network.pathWeights(from: 0).get().total == 63)
    let weights = try network.pathWeights(from: 0, sizes: [224, 112, 56, 56]).get()
    // Cells 0 and 1 of the pool read conv1's 0, 1 and 1, 2, 3; those read up to 3 cells each side.
    let loops = [0, 1, 1, 2, 3].flatMap { cell in
      (0..<7).map { 2 * cell + $0 - 3 }.filter { $0 >= 0 }
    }
    #expect(weights.first == 0)
    #expect(weights.counts == (0...9).map { cell in Count(loops.count { $0 == cell }) })
    #expect(weights.counts[0] == 3)
  }
}

extension Network {
  fileprivate func pathField(
    from cell: [Count], in tensor: Int, sizes: [Spatial<Int>]?
  ) -> Result<PathField?, Unreached> {
    cell.indices.map { axis($0, of: cell.count) }.pathField(from: cell, in: tensor, sizes: sizes)
  }
}
