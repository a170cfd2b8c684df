/// Which input channels each output channel reads: one block for each group, along the diagonal.
///
/// A row is an output channel, a column an input channel. Output channel *o* is in group
/// ⌊o / (C_out/groups)⌋, an input channel likewise, and reads those of its own group. So any
/// rectangle of channels is answered from its four borders, however large it is.
package struct ChannelMatrix: Equatable, Sendable {
  package let inChannels: Int
  package let outChannels: Int
  package let groups: Int

  /// - Parameter pass: A valid layer: its groups divide its channels.
  package init(_ pass: ForwardPass) {
    (inChannels, outChannels) = (pass.layer.inChannels, pass.layer.outChannels)
    groups = pass.layer.groups
  }

  package var inChannelsPerGroup: Int { inChannels / groups }
  package var outChannelsPerGroup: Int { outChannels / groups }

  /// What a number of groups is called (`torch.nn.Conv2d`).
  package enum Pattern: Equatable, Sendable {
    case dense
    case grouped
    /// Each output channel reads one input channel, and each input channel is read by as many
    /// output channels as the multiplier says.
    case depthwise(multiplier: Int)
  }

  package var pattern: Pattern {
    if groups == 1 { return .dense }
    return groups == inChannels ? .depthwise(multiplier: outChannelsPerGroup) : .grouped
  }

  package enum Connection: Equatable, Sendable { case none, some, all }

  /// Whether the outputs read none, some or all of the inputs.
  package func connection(_ outputs: Range<Int>, _ inputs: Range<Int>) -> Connection {
    guard let rows = groups(of: outputs, outChannelsPerGroup),
      let columns = groups(of: inputs, inChannelsPerGroup), rows.overlaps(columns)
    else { return .none }
    let isOneGroup = rows.lowerBound == rows.upperBound && rows == columns
    return isOneGroup ? .all : .some
  }

  /// The groups that channels are in; `nil` without channels.
  private func groups(of channels: Range<Int>, _ perGroup: Int) -> ClosedRange<Int>? {
    guard !channels.isEmpty, perGroup > 0 else { return nil }
    let (first, last) = (channels.lowerBound / perGroup, (channels.upperBound - 1) / perGroup)
    return first...max(first, last)
  }
}
