import SeededNumbers
import ConvArithmetic
import Testing

/// Which channels are connected, against what PyTorch's documentation says of groups.
@Suite struct ChannelMatrixTests {
  private func matrix(in inputs: Int, out outputs: Int, groups: Int) throws -> ChannelMatrix {
    var subject = LayerCase.square(.convolution, input: 3, kernel: 3)
    (subject.layer.inChannels, subject.layer.outChannels) = (inputs, outputs)
    subject.layer.groups = groups
    subject.input.channels = inputs
    return ChannelMatrix(try subject.forward())
  }

  /// Group by group: its outputs read its inputs.
  private func connected(_ inputs: Int, _ outputs: Int, _ groups: Int) -> [[Bool]] {
    var rows = Array(repeating: Array(repeating: false, count: inputs), count: outputs)
    for group in 0..<groups {
      for output in 0..<outputs / groups {
        for input in 0..<inputs / groups {
          rows[group * (outputs / groups) + output][group * (inputs / groups) + input] = true
        }
      }
    }
    return rows
  }

  @Test func `every rectangle is connected as its pairs of channels are`() throws {
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      let groups = random.number(in: 1...6)
      let (inputs, outputs) = (
        groups * random.number(in: 1...4), groups * random.number(in: 1...4)
      )
      let matrix = try matrix(in: inputs, out: outputs, groups: groups)
      let pairs = connected(inputs, outputs, groups)
      for _ in 0..<20 {
        let (top, left) = (random.number(in: 0...outputs - 1), random.number(in: 0...inputs - 1))
        let rows = top..<random.number(in: top + 1...outputs)
        let columns = left..<random.number(in: left + 1...inputs)
        let inside = rows.flatMap { row in columns.map { pairs[row][$0] } }
        let expected: ChannelMatrix.Connection =
          inside.allSatisfy { $0 } ? .all : inside.contains(true) ? .some : .none
        #expect(matrix.connection(rows, columns) == expected)
      }
      #expect(matrix.connection(0..<0, 0..<inputs) == .none)
    }
  }

  @Test func `the number of groups has a word`() throws {
    #expect(try matrix(in: 64, out: 32, groups: 1).pattern == .dense)
    #expect(try matrix(in: 1, out: 6, groups: 1).pattern == .dense)
    #expect(try matrix(in: 64, out: 32, groups: 4).pattern == .grouped)
    #expect(try matrix(in: 64, out: 32, groups: 32).pattern == .grouped)
    #expect(try matrix(in: 32, out: 32, groups: 32).pattern == .depthwise(multiplier: 1))
    #expect(try matrix(in: 8, out: 24, groups: 8).pattern == .depthwise(multiplier: 3))
  }

  @Test func `an output channel reads the channels of its group`() throws {
    let matrix = try matrix(in: 64, out: 32, groups: 4)
    #expect(matrix.inChannelsPerGroup == 16)
    #expect(matrix.outChannelsPerGroup == 8)
    #expect(matrix.connection(8..<16, 16..<32) == .all)
    #expect(matrix.connection(8..<9, 15..<16) == .none)
    #expect(matrix.connection(7..<9, 16..<17) == .some)
  }

  @Test func `as many channels as can be typed are answered at once`() throws {
    let most = Int(Int32.max)
    let matrix = try matrix(in: most, out: most, groups: most)
    #expect(matrix.connection(0..<most, 0..<most) == .some)
    #expect(matrix.connection(most - 1..<most, most - 1..<most) == .all)
    #expect(matrix.connection(0..<most - 1, most - 1..<most) == .none)
  }
}
