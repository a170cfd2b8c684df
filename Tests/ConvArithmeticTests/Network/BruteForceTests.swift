import ConvArithmetic
import SeededNumbers
import Testing

/// Random networks on short axes against loops over cells and taps.
@Suite struct BruteForceTests {
  private func networks(_ count: Int, seed: UInt64) -> [AxisNetwork] {
    var random = SeededGenerator(seed: seed)
    return (0..<count).map { $0 % 3 == 0 ? random.branches() : random.chain(of: 1...4) }
  }

  @Test func `every phase of every tensor sees, reads and counts what loops find`() throws {
    var compared = 0
    for network in networks(600, seed: 1) {
      let naive = NaiveNetwork(network: network)
      let (reaches, overlaps) = (network.reaches, network.overlaps)
      for tensor in reaches.indices {
        let (reach, overlap) = (try reaches[tensor].get(), try overlaps[tensor].get())
        // A second period, and one before the first cell.
        for cell in -reach.period..<min(2 * reach.period, 40) {
          let paths = naive.paths(tensor, cell)
          let span = reach.span(of: Count(cell)).map { [$0.lowerBound, $0.upperBound] }
          let ends = paths.keys.min().flatMap { first in
            paths.keys.max().map { [Count(first), Count($0)] }
          }
          #expect(span == ends, "\(network) \(tensor) \(cell)")
          let phase = (cell % reach.period + reach.period) % reach.period
          #expect(overlap.counts?[phase] == Count(paths.values.reduce(0, +)))
          compared += 1
        }
      }
      let last = try reaches[network.nodes.count].get()
      let read = (0..<last.period).map { Count(naive.paths(network.nodes.count, $0).count) }
      #expect(try network.readCounts.get() == read, "\(network)")
    }
    #expect(compared > 10_000)
  }

  @Test func `paths to each input cell are those that loops count`() throws {
    for network in networks(600, seed: 2) {
      let naive = NaiveNetwork(network: network).paths(network.nodes.count, 5)
      guard let first = naive.keys.min(), let last = naive.keys.max() else { continue }
      let weights = try network.pathWeights(from: 5).get()
      let all = (first...last).map { Count(naive[$0] ?? 0) }
      #expect(weights.first <= Count(first))
      let before = Int(exactly: Count(first) - weights.first) ?? 0
      #expect(Array(weights.counts.dropFirst(before).prefix(all.count)) == all, "\(network)")
      #expect(weights.total == all.reduce(0) { $0 + $1 })
    }
  }

  @Test func `the smallest input is the first that goes through`() {
    for network in networks(600, seed: 3) where network.nodes.allSatisfy({ $0.sources.count == 1 })
    {
      let naive = NaiveNetwork(network: network)
      let found = (1...300).first { naive.sizes($0) != nil }
      let told = try? network.smallestInput().get()
      #expect(told.flatMap { $0 <= 300 ? $0 : nil } == found, "\(network)")
    }
  }

  @Test func `with branches it is the first that goes through and fits`() {
    var later = 0
    for network in networks(900, seed: 16) {
      let naive = NaiveNetwork(network: network)
      let found = (1...200).first { naive.sizes($0, broadcasting: true) != nil }
      let told = try? network.smallestFittingInput.get()
      #expect(told.flatMap { $0 <= 200 ? $0 : nil } == found, "\(network)")
      if let told, let alone = try? network.smallestInput().get(), told > alone { later += 1 }
    }
    #expect(later > 0)
  }

  // A pool of 3 cells that runs over the end makes 2, and those 4 again: 4 and 3 do not fit.
  @Test func `a last window over the end keeps a small input from fitting`() throws {
    let pool = AxisMap.pool(PoolingWindow(kernelSize: 2, stride: 2, isCeiling: true))
    let taps = AxisTaps(.convolution, kernelSize: 3)
    let nodes = [
      Network.Node(.channelwise([pool]), of: [0], at: 0),
      Network.Node(.channelwise([.scale(by: 2)]), of: [1], at: 1),
      Network.Node(.join(.concatenate), of: [2, 0], at: 2),
      Network.Node(.channelwise([.convolution(try #require(taps))]), of: [3], at: 3),
    ]
    let axis = try #require(Network(nodes.compactMap(\.self))).axis(0, of: 1)
    #expect(try axis.smallestInput().get() == 3)
    #expect(try axis.smallestFittingInput.get() == 4)
    let fitting = try #require(axis.fittingInputs)
    #expect(fitting.smallest == 4 && fitting.modulus == 2 && fitting.residues == [0])
  }

  // n − 100 and ⌊n / 2⌋ are both 99 for 199.
  @Test func `branches of which one grows faster fit somewhere, and not again and again`() throws {
    let taps = try #require(AxisTaps(.convolution, kernelSize: 101))
    let pool = AxisMap.pool(PoolingWindow(kernelSize: 2, stride: 2))
    let nodes = [
      Network.Node(.channelwise([.convolution(taps)]), of: [0], at: 0),
      Network.Node(.channelwise([pool]), of: [0], at: 1),
      Network.Node(.join(.concatenate), of: [1, 2], at: 2),
    ]
    let axis = try #require(Network(nodes.compactMap(\.self))).axis(0, of: 1)
    #expect(try axis.smallestFittingInput.get() == 199)
    #expect(axis.fittingInputs == nil)
  }

  @Test func `strides are whole for the inputs that leave no remainder, and for no others`() throws
  {
    for network in networks(600, seed: 4) {
      let naive = NaiveNetwork(network: network)
      guard let smallest = (1...300).first(where: { naive.sizes($0) != nil }),
        network.nodes.allSatisfy({ $0.sources.count == 1 })
      else { continue }
      let strides = try #require(network.wholeStrides)
      for input in smallest..<smallest + 100 {
        guard let sizes = naive.sizes(input) else {
          #expect(!strides.contains(input), "\(network) \(input)")
          continue
        }
        let isWhole = network.nodes.allSatisfy { $0.map.remainder(sizes[$0.sources[0]]) == 0 }
        #expect(strides.contains(input) == isWhole, "\(network) \(input)")
      }
    }
  }

  @Test func `unread cells are those after the last one that a window meets`() {
    var random = SeededGenerator(seed: 5)
    for _ in 0..<5000 {
      let (map, input) = (random.axisMap(), random.number(in: 1...30))
      guard let output = map.output(input) else { continue }
      if case .convolution(let taps, _) = map, taps.direction == .transposed { continue }
      let read = (0..<output).flatMap { NaiveNetwork.taps(map, $0).map(\.cell) }
      let last = read.filter { (0..<input).contains($0) }.max() ?? -1
      switch map {
      case .convolution, .pool: #expect(map.unread(input) == input - 1 - last, "\(map) \(input)")
      default: #expect(map.unread(input) == 0)
      }
    }
  }

  @Test func `unread ends are what no output meets, crops and transposed layers included`() {
    var random = SeededGenerator(seed: 15)
    var cropped = 0
    for _ in 0..<5000 {
      let (map, input) = (random.axisMap(), random.number(in: 1...30))
      guard let output = map.output(input) else { continue }
      let read = (0..<output).flatMap { NaiveNetwork.taps(map, $0).map(\.cell) }
        .filter { (0..<input).contains($0) }
      guard let first = read.min(), let last = read.max() else { continue }
      let expected = Ends(first, input - 1 - last)
      #expect(map.unreadEnds(input) == expected, "\(map) \(input)")
      if case .convolution(let taps, _) = map, taps.isUp, first > 0 { cropped += 1 }
    }
    #expect(cropped > 10)
    let crop = AxisMap.pad(before: -2, after: -3, .zeros)
    #expect(crop.unreadEnds(9) == Ends(2, 3))
    #expect(AxisMap.resize(to: 4, coversInput: false).unreadEnds(9) == nil)
  }

  // One window: a copy of the last cell, and the first two.
  @Test func `cells that are read as copies are not called unread`() throws {
    let taps = try #require(
      AxisTaps(.convolution, kernelSize: 3, stride: 4, before: 1, after: 1))
    #expect(AxisMap.convolution(taps).unreadEnds(4) == Ends(0, 2))
    let wrapped = AxisMap.convolution(taps, .circular)
    #expect(wrapped.unreadEnds(4) == nil && wrapped.unread(4) == nil)
  }

  @Test func `inputs that fit the joins are those whose sizes agree`() {
    for network in networks(900, seed: 6) {
      let naive = NaiveNetwork(network: network)
      guard let fitting = network.fittingInputs, fitting.modulus <= 64 else { continue }
      for input in fitting.smallest..<fitting.smallest + 3 * fitting.modulus {
        #expect(fitting.contains(input) == (naive.sizes(input) != nil), "\(network) \(input)")
      }
      let nearest = fitting.nearest(to: fitting.smallest + fitting.modulus)
      #expect(nearest.below.map { fitting.contains($0) } ?? true)
      #expect(nearest.above.map { fitting.contains($0) } ?? fitting.residues.isEmpty)
    }
  }

  @Test func `clean cells of a tile are those of the whole, and the next ones are not`() throws {
    var (compared, sharp) = (0, 0)
    for network in networks(900, seed: 7) {
      let naive = NaiveNetwork(network: network)
      guard let size = (12...40).first(where: { naive.sizes($0) != nil }),
        let alignment = network.alignment.flatMap({ Int(exactly: $0) }),
        let jump = try? network.reaches[network.nodes.count].get().jump
      else { continue }
      // Far from the whole's own borders, at a multiple of the alignment.
      let start = alignment * (200 / alignment + 1)
      guard
        let all = (start + size + 200..<start + size + 260).first(where: { naive.sizes($0) != nil }
        ),
        let sizes = naive.sizes(size), let allSizes = naive.sizes(all)
      else { continue }
      let tile = try network.tile(size).get()
      var random = SeededGenerator(seed: UInt64(compared))
      let whole = (0..<all).map { _ in random.number(in: 1...NaiveNetwork.prime - 1) }
      let seed = random.number(in: 0...1 << 20)
      let ofTile = naive.values(Array(whole[start..<start + size]), sizes: sizes, seed: seed)
      let ofWhole = naive.values(whole, sizes: allSizes, seed: seed)
      let offset = try #require(
        Int(exactly: (Ratio(Count(start)) * Ratio(jump.denominator, jump.numerator)).floor))
      let isSame = ofTile.indices.map {
        ofWhole.indices.contains(offset + $0) && ofTile[$0] == ofWhole[offset + $0]
      }
      compared += 1
      guard let clean = tile.clean, let first = Int(exactly: clean.lowerBound),
        let last = Int(exactly: clean.upperBound)
      else { continue }
      let isInterval = isSame[first...last].allSatisfy { $0 }
      let hasGaps = network.nodes.contains { ($0.map.taps ?? []).contains { !$0.readsEverywhere } }
      #expect(isInterval || hasGaps, "\(network) \(size)")
      #expect(isSame[first] && isSame[last])
      #expect(isInterval || tile.hasGaps, "\(network) \(size)")
      if isInterval, isSame.count(where: { $0 }) == last - first + 1 { sharp += 1 }
    }
    #expect(compared > 400)
    #expect(sharp > compared / 3)
  }

  @Test func `a cell is linked with those that it depends on, and that depend on it`() {
    var random = SeededGenerator(seed: 12)
    for network in networks(300, seed: 11) {
      let naive = NaiveNetwork(network: network)
      guard let sizes = (8...30).lazy.compactMap({ naive.sizes($0) }).first else { continue }
      let tensor = random.number(in: 0...network.nodes.count)
      let cell = random.number(in: 0...sizes[tensor] - 1)
      let links = network.links(of: cell, in: tensor, sizes: sizes)
      let linked = naive.links(of: cell, in: tensor, sizes: sizes)
      for place in sizes.indices {
        let cells = (0..<sizes[place]).filter { cell in
          links[place]?.contains { $0.contains(Count(cell)) } == true
        }
        #expect(Set(cells) == linked[place], "\(network) \(tensor) \(cell) \(place)")
      }
    }
  }

  @Test func `stacks are even by divisors exactly where their counts are`() throws {
    var random = SeededGenerator(seed: 8)
    var verdicts: [Bool: Int] = [:]
    for _ in 0..<3000 {
      let network = random.chain(of: 1...4)
      guard let verdict = network.divisorVerdict else { continue }
      let counts = try #require(try network.overlaps[network.nodes.count].get().counts)
      let isEven = Set(counts).count == 1
      #expect((verdict == .even) == isEven, "\(network)")
      verdicts[isEven, default: 0] += 1
      guard case .uneven(let divisor) = verdict, let left = Int(exactly: divisor) else { continue }
      #expect(left > 1 && counts.count % left == 0)
    }
    #expect(verdicts.values.allSatisfy { $0 > 100 } && verdicts.count == 2)
  }

  @Test func `stacks that go down have holes exactly where fewer cells are read than spanned`()
    throws
  {
    var random = SeededGenerator(seed: 9)
    var holes = 0
    for _ in 0..<3000 {
      let network = random.chain(of: 1...4)
      guard let gridding = network.gridding else { continue }
      let reach = try network.reaches[network.nodes.count].get()
      #expect(
        (gridding.gap != nil) == (try network.readCounts.get()[0] < reach.sizes[0]), "\(network)")
      holes += gridding.gap != nil ? 1 : 0
    }
    #expect(holes > 100)
  }
}

extension WholeStrides {
  fileprivate func contains(_ input: Int) -> Bool {
    residue.map { (Count(input) - $0).split(by: modulus).remainder == 0 } ?? false
  }
}

extension AxisTaps {
  /// Whether every output reads something, so that clean cells are one interval.
  fileprivate var readsEverywhere: Bool {
    direction == .convolution || dilation == 1 && kernelSize >= stride
  }
}
