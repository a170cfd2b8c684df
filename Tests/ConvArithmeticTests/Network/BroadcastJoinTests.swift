import ConvArithmetic
import Testing

/// Joins of tensors of one cell, and modules of which only a record is known.
@Suite struct BroadcastJoinTests {
  static let gated = Network(
    [
      Network.Node(.channelwise([.resize(to: 1), .resize(to: 1)]), of: [0], at: 0),
      Network.Node(.join(.add), of: [0, 1], at: 1),
    ].compactMap(\.self))

  @Test func `one cell stands for all cells of the others`() throws {
    let network = try #require(Self.gated)
    let input = TensorShape(batch: 1, channels: 4, size: Spatial(5, 7))
    let flow = network.flow(of: input)
    #expect(flow.mismatches.isEmpty)
    #expect(flow.shapes.last == input)
    let axis = network.axis(1, of: 2)
    #expect(axis.links(of: 3, in: 2, sizes: [7, 1, 7]) == [[0...6], [0...0], [3...3]])
    #expect(axis.links(of: 0, in: 1, sizes: [7, 1, 7])[2] == [0...6])
  }

  @Test func `other sizes and channels do not fit`() throws {
    let network = try #require(Self.gated)
    let pool = AxisMap.pool(PoolingWindow(kernelSize: 2, stride: 2))
    let halved = try #require(
      Network(
        [
          Network.Node(.channelwise([pool, pool]), of: [0], at: 0),
          Network.Node(.join(.add), of: [0, 1], at: 1),
        ].compactMap(\.self)))
    let input = TensorShape(batch: 1, channels: 4, size: Spatial(6, 6))
    #expect(network.flow(of: input).mismatches.isEmpty)
    #expect(halved.flow(of: input).mismatches.map(\.node) == [1])
  }

  @Test func `a recorded module takes the recorded shape alone`() throws {
    let input = TensorShape(batch: 1, channels: 4, size: Spatial(6, 6))
    let output = TensorShape(batch: 1, channels: 9, size: Spatial(1, 1))
    let cost = StageCost(parameters: 5, multiplications: 7)
    let stage = Stage.recorded(RecordedStage("attention", of: [input], output: output, cost: cost))
    let network = Network(chain: [stage])
    let flow = network.flow(of: input)
    #expect(flow.shapes == [input, output])
    #expect(network.costs(flow) == [cost])
    var other = input
    other.size = Spatial(6, 7)
    guard case .recorded? = network.flow(of: other).failure?.reason else {
      Issue.record("another shape is refused")
      return
    }
  }

  // What a recorded module may leave out, no mean brings back; a branch around it does.
  @Test(
    arguments: zip(
      [RecordedStage.Reads.unknown, .some, .all],
      [
        [Unreached.unknown, .unknown, .uncounted, .everything],
        [.uncounted, .everything, .uncounted, .everything],
        [.everything, .everything, .everything, .everything],
      ]))
  func `a recorded module sees what is known of it`(
    reads: RecordedStage.Reads, expected: [Unreached]
  ) throws {
    let input = TensorShape(batch: 1, channels: 4, size: Spatial(6, 6))
    let stage = Stage.recorded(
      RecordedStage("f", of: [input], output: input, cost: .none, reads: reads))
    let mean = AxisMap.resize(to: 1)
    let network = try #require(
      Network(
        [
          Network.Node(stage, of: [0], at: 0),
          Network.Node(.channelwise([mean, mean]), of: [1], at: 1),
          Network.Node(.join(.add), of: [0, 1], at: 2),
          Network.Node(.channelwise([mean, mean]), of: [3], at: 3),
        ].compactMap(\.self)))
    let reaches = network.axis(0, of: 2).reaches.dropFirst()
    #expect(Array(reaches) == expected.map { .failure($0) })
  }
}
