import ConvArithmetic
import Foundation
import Testing

/// Networks of the literature, with the numbers of their papers, tables and issues.
@Suite struct NamedNetworkTests {
  private func axes(
    _ isWanted: (NamedNetwork.Expected) -> Bool
  ) throws -> [(network: NamedNetwork, axis: AxisNetwork)] {
    let networks = try NamedNetwork.recorded.get()
    #expect(networks.count == 146)
    return try networks.filter { isWanted($0.expected) }.map {
      ($0, try #require($0.network).axis(0, of: $0.input.count - 2))
    }
  }

  @Test func `a skip that does not fit is named with both sizes, and so are all others`() throws {
    let networks = try axes { $0.mismatches != nil }
    #expect(networks.count == 8)
    for (network, axis) in networks {
      let flow = try #require(network.network).flow(of: try #require(network.shape))
      #expect(flow.mismatches.map { $0.shapes.map { $0.size[0] } } == network.expected.mismatches)
      #expect(flow.failure == nil)
      let fitting = try #require(axis.fittingInputs)
      // 3×3 with a padding of 1, pools and steps up by 2: the inputs that 2^depth divides.
      let depth = network.joins?.count ?? 0
      #expect(fitting.modulus == 1 << depth)
      #expect(fitting.residues == [0])
      #expect(fitting.contains(network.input[2]) == (network.expected.mismatches == []))
    }
  }

  @Test func `a join unites what its branches see`() throws {
    let networks = try axes { $0.receptiveField?["l"]?.phases != nil }
      .filter { $0.network.joinRule == "exact" }
    #expect(networks.count == 8)
    for (network, axis) in networks {
      let reach = try axis.reaches[axis.nodes.count].get()
      let field = network.expected.receptiveField?["l"]
      #expect(reach.sizes == field?.phases?.map { Count($0) }, "\(network.name)")
      #expect(reach.least == field?.min.map { Count($0) })
      #expect(reach.most == field?.max.map { Count($0) })
    }
  }

  @Test func `the first output reads what a stream has to wait for`() throws {
    let networks = try axes { $0.firstOutputReads != nil }
    #expect(networks.count == 25)
    for (network, axis) in networks {
      let span = try axis.reaches[axis.nodes.count].get().spans[0]
      let stream = try axis.stream.get()
      #expect(
        span.map { [$0.lowerBound, $0.upperBound] }
          == network.expected.firstOutputReads?.map { Count($0) })
      #expect(stream.lookAhead == network.expected.lookAhead.map { Count($0) }, "\(network.name)")
      #expect(stream.isCausal == (stream.offender == nil))
    }
  }

  @Test func `strides use as much of the padding as was measured`() throws {
    let networks = try axes { $0.paddingUsed != nil }
    #expect(networks.count == 11)
    for (network, axis) in networks {
      let sizes = try #require(network.network).flow(of: try #require(network.shape)).shapes
        .map { $0.size[0] }
      for (place, used) in (network.expected.paddingUsed ?? []).enumerated() {
        let map = axis.nodes[place].map
        #expect([sizes[place], sizes[place + 1]] == Array(used[..<2]))
        // They pad both ends alike: what is not used is the rest.
        let unused = map.unusedPaddingAfter(sizes[place])
        #expect(unused == Count(used[2] - used[3]), "\(network.name) \(place)")
        #expect(map.unread(sizes[place]) == used[4])
      }
      let uneven = axis.nodes.enumerated().count { $1.map.remainder(sizes[$0]) != 0 }
      #expect(uneven == network.expected.unevenStages, "\(network.name)")
    }
  }

  @Test func `paths weigh the cells as was counted, and as their variance says`() throws {
    let networks = try axes { $0.pathWeights != nil }
    #expect(networks.count == 10)
    for (network, axis) in networks {
      let expected = try #require(network.expected.pathWeights)
      let weights = try axis.pathWeights(from: 0).get()
      #expect(weights.counts.count == expected.cells)
      #expect(weights.middle(holding: Ratio(95, 100)) == expected.middle95, "\(network.name)")
      #expect(axis.pathVariance?.description == expected.variance, "\(network.name)")
      if let variance = weights.variance { #expect(variance == axis.pathVariance) }
      let sigma = (axis.pathVariance?.value ?? 0).squareRoot()
      #expect((sigma * 1000).rounded() == (expected.sigma * 1000).rounded())
      guard let vector = expected.vector else { continue }
      #expect(weights.counts == vector.map { Count($0) }, "\(network.name)")
    }
  }

  @Test func `dilated stacks miss as much of the plane as was measured`() throws {
    let networks = try axes { _ in true }.filter { $0.network.planePercent != nil }
    #expect(networks.count == 8)
    for (network, axis) in networks {
      let read = try axis.readCounts.get()[0]
      let span = try axis.reaches[axis.nodes.count].get().sizes[0]
      let share = Ratio(read, span).value
      #expect(Int((100 * share * share).rounded()) == network.planePercent, "\(network.name)")
      #expect(axis.gridding.map { $0.gap != nil } == (read < span), "\(network.name)")
    }
  }

  @Test func `the least input without a part of a stride is the one that was searched`() throws {
    let networks = try axes { _ in true }.filter { $0.network.leastWhole != nil }
    #expect(networks.count == 4)
    for (network, axis) in networks {
      let least = axis.wholeStrides?.least(from: Count(try axis.smallestInput().get()))
      #expect(least == network.leastWhole.map { Count($0) }, "\(network.name)")
    }
  }
}
