import ConvArithmetic
import Testing

/// Random chains, answered by PyTorch and by searches in integers.
@Suite struct RecordedChainTests {
  private func accepted() throws -> [RecordedChain] {
    let chains = try RecordedChain.recorded.get().filter { $0.expected.ok == true }
    #expect(chains.count == 1340)
    return chains
  }

  @Test func `shapes go through as in PyTorch, and the first module that it refuses is named`()
    throws
  {
    let chains = try RecordedChain.recorded.get()
    #expect(chains.count == 1500)
    for chain in chains {
      let flow = try #require(chain.network).flow(of: try #require(chain.shape))
      #expect(flow.failure?.node == chain.expected.module, "\(chain.id ?? "")")
      guard let shapes = chain.expected.shapes else { continue }
      #expect(flow.shapes.dropFirst().map(\.dimensions) == shapes, "\(chain.id ?? "")")
    }
  }

  @Test func `parameters and multiplications are those that were counted`() throws {
    for chain in try accepted() {
      let network = try #require(chain.network)
      let costs = network.costs(network.flow(of: try #require(chain.shape)))
      let expected = try #require(chain.expected.multiplications)
      #expect(costs.map(\.multiplications) == expected.modules.map { Count($0) })
      #expect(costs.reduce(0) { $0 + $1.multiplications } == Count(expected.total))
      #expect(costs.reduce(0) { $0 + $1.parameters } == Count(chain.expected.parameters ?? -1))
    }
  }

  @Test func `the receptive field is the one that impulses and gradients have shown`() throws {
    var compared = 0
    for chain in try accepted() {
      let network = try #require(chain.network)
      for (key, field) in chain.expected.receptiveField ?? [:] {
        let axis = network.axis(key == "w" ? 1 : 0, of: chain.axes)
        let last = try #require(axis.reaches.last)
        let reach = try last.get()
        let read = try axis.readCounts.get()
        let name = "\(chain.id ?? "") \(key)"
        #expect(reach.least == field.min.map { Count($0) }, "\(name)")
        #expect(reach.most == field.max.map { Count($0) }, "\(name)")
        #expect(read.min() == field.readMin.map { Count($0) }, "\(name)")
        #expect(read.max() == field.readMax.map { Count($0) }, "\(name)")
        #expect(reach.period == field.period, "\(name)")
        #expect(reach.jump.description == field.jump, "\(name)")
        compared += 1
        guard let phases = field.phases else { continue }
        #expect(reach.sizes == phases.map { Count($0) }, "\(name)")
        #expect(
          reach.spans.map(\.?.lowerBound) == field.start?.map { $0.map { Count($0) } }, "\(name)")
        #expect(read == field.read?.map { Count($0) }, "\(name)")
      }
    }
    #expect(compared > 1800)
  }

  @Test func `the overlap of all layers together is the one that ones have shown`() throws {
    for chain in try accepted() {
      guard let overlap = chain.expected.overlap else { continue }
      let network = try #require(chain.network)
      var patterns: [OverlapPattern] = []
      let keys = chain.axes == 1 ? ["l"] : ["h", "w"]
      for place in keys.indices {
        let key = keys[place]
        let last = try #require(network.axis(place, of: chain.axes).overlaps.last)
        patterns.append(try last.get())
        let expected = overlap.pattern(key)
        #expect(patterns[place].counts == expected?.period?.map { Count($0) }, "\(chain.id ?? "")")
        #expect(patterns[place].isEven == expected?.even, "\(chain.id ?? "")")
      }
      let ratio = OverlapPattern.ratio(patterns)
      #expect(ratio.map { "\($0.most):\($0.least)" } == overlap.ratio, "\(chain.id ?? "")")
    }
  }

  @Test func `smallest input, whole strides and unread cells are those that were searched`() throws
  {
    for chain in try accepted() {
      let network = try #require(chain.network)
      let axes = (0..<chain.axes).map { network.axis($0, of: chain.axes) }
      let name = chain.id ?? ""
      let smallest = try axes.map { try $0.smallestInput().get() }
      #expect(smallest == chain.expected.smallestInput, "\(name)")
      for (key, whole) in chain.expected.whole ?? [:] {
        let strides = try #require(axes[key == "w" ? 1 : 0].wholeStrides)
        #expect(strides.modulus == Count(whole.modulus), "\(name)")
        #expect(strides.residue.map { [$0] } ?? [] == whole.residues.map { Count($0) }, "\(name)")
      }
      let shapes = network.flow(of: try #require(chain.shape)).shapes
      let unread = network.nodes.indices.map { node in
        axes.indices.map { axes[$0].nodes[node].map.unread(shapes[node].size[$0]) }
      }
      #expect(unread == chain.expected.unread, "\(name)")
    }
  }

  @Test func `the clean cells of a tile are those that are the same in the whole`() throws {
    var compared = 0
    for chain in try accepted() {
      let network = try #require(chain.network)
      for (key, clean) in chain.expected.clean ?? [:] {
        let place = key == "w" ? 1 : 0
        let tile = try network.axis(place, of: chain.axes).tile(chain.input[place + 2]).get()
        #expect(
          tile.clean.map { [$0.lowerBound, $0.upperBound] } == clean.map { $0.map { Count($0) } },
          "\(chain.id ?? "")")
        #expect(tile.alignment == chain.expected.alignment?[key].map { Count($0) })
        compared += 1
      }
    }
    #expect(compared > 500)
  }
}
