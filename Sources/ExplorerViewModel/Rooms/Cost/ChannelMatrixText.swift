/// The connections of the channels as a picture: a row for each output channel, a column for each
/// input channel, or a place for a square block of them where there are too many.
struct ChannelMatrixText {
  let matrix: ChannelMatrix
  /// The room for it, with scale and legend.
  let size: ScreenSize

  /// What a place looks like, and its name in the legend.
  private static let marks: [(ChannelMatrix.Connection, mark: String, String, Style)] = [
    (.all, "█", "connected", .bar), (.some, "▒", "partly", .bar), (.none, ".", "not", .faint),
  ]
  /// What is above and below the picture: the scale and the legend.
  private static let wordRows = 2
  /// Two columns are about as wide as a row is high.
  private static let cellWidth = 2

  private var labelWidth: Int { String(matrix.outChannels - 1).count + 1 }

  /// The channels, in both directions, that a place stands for.
  ///
  /// A power of two, as most numbers of channels are, so that blocks do not straddle groups; and
  /// the same for all numbers of groups, so that the picture does not jump.
  private var block: Int {
    let columns = max(1, (size.columns - labelWidth - 1) / Self.cellWidth)
    let rows = max(1, size.rows - Self.wordRows)
    let least = max((matrix.outChannels - 1) / rows, (matrix.inChannels - 1) / columns) + 1
    var block = 1
    while block < least {
      let (next, overflow) = block.multipliedReportingOverflow(by: 2)
      if overflow { return least }
      block = next
    }
    return block
  }

  var lines: [[Span]] {
    let block = block
    let scale = block == 1 ? "" : "; \(block.grouped)×\(block.grouped) a place"
    let margin = Span(blanks(labelWidth + 1))
    let picture = (0...(matrix.outChannels - 1) / block).map { row in
      let outputs = channels(row, of: matrix.outChannels, block)
      let label = String(outputs.lowerBound)
      return [Span(blanks(labelWidth - label.count) + label + " ", .faint)]
        + (0...(matrix.inChannels - 1) / block).map { column in
          place(matrix.connection(outputs, channels(column, of: matrix.inChannels, block)))
        }
    }
    // Only a place for many channels can be connected in part.
    let marks = Self.marks.filter { block > 1 || $0.0 != .some }
    return [[margin, Span("inputs across, outputs down\(scale)", .faint)]] + picture
      + [[margin] + marks.flatMap { [Span($0.mark, $0.3), Span(" \($0.2)  ", .faint)] }]
  }

  private func channels(_ place: Int, of total: Int, _ block: Int) -> Range<Int> {
    let start = place * block
    return start..<start + min(block, total - start)
  }

  private func place(_ connection: ChannelMatrix.Connection) -> Span {
    let mark = Self.marks.first { $0.0 == connection }
    return Span(String(repeating: mark?.mark ?? " ", count: Self.cellWidth), mark?.3 ?? .plain)
  }
}
