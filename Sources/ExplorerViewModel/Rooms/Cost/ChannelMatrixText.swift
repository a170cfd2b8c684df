/// The connections of the channels as a picture: a row for each output channel, a column for each
/// input channel, or a place for a square block of them where there are too many.
struct ChannelMatrixText {
  let matrix: ChannelMatrix
  /// The weights of a kernel, one of which stands for each connection.
  let weights: Count
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
  /// At so many rows a place has its weights written into it; larger ones would say no more.
  private static let mostCellRows = 3

  private var labelWidth: Int { String(matrix.outChannels - 1).count + 1 }

  /// The channels, in both directions, that a place stands for.
  ///
  /// A power of two, as most numbers of channels are, so that blocks do not straddle groups; and
  /// the same for all numbers of groups, so that the picture does not jump.
  var block: Int {
    let (columns, rows) = (max(1, room.columns / Self.cellWidth), max(1, room.rows))
    let least = max((matrix.outChannels - 1) / rows, (matrix.inChannels - 1) / columns) + 1
    var block = 1
    while block < least {
      let (next, overflow) = block.multipliedReportingOverflow(by: 2)
      if overflow { return least }
      block = next
    }
    return block
  }

  private var room: ScreenSize {
    ScreenSize(columns: size.columns - labelWidth - 1, rows: size.rows - Self.wordRows)
  }

  /// The rows of a place: as many as fit, where each stands for one connection; 0 where not even
  /// blanks between the places do.
  private var cellRows: Int {
    guard block == 1 else { return 0 }
    return (1...Self.mostCellRows).last { rows in
      // Higher ones have a row between them, too.
      let gap = rows > 1 ? 1 : 0
      return matrix.inChannels * (Self.cellWidth * rows + 1) <= room.columns
        && matrix.outChannels * (rows + gap) - gap <= room.rows
    } ?? 0
  }

  var lines: [[Span]] {
    let (block, cellRows) = (block, cellRows)
    let scale = block == 1 ? "" : "; \(block.grouped)×\(block.grouped) a place"
    let margin = Span(blanks(labelWidth + 1))
    let picture = (0...(matrix.outChannels - 1) / block).map { row in
      let outputs = channels(row, of: matrix.outChannels, block)
      let label = String(outputs.lowerBound)
      let connections = (0...(matrix.inChannels - 1) / block).map { column in
        matrix.connection(outputs, channels(column, of: matrix.inChannels, block))
      }
      return (0..<max(1, cellRows)).map { line in
        let start = line == 0 ? blanks(labelWidth - label.count) + label + " " : margin.text
        return [Span(start, .faint)] + connections.map { place($0, line, of: cellRows) }
      }
    }
    return [[margin, Span("inputs across, outputs down\(scale)", .faint)]]
      + picture.joined(separator: cellRows > 1 ? [[]] : [])
      + [[margin] + (block == 1 ? key : Self.key)]
  }

  /// What the marks mean where a place stands for many connections.
  private static let key = marks.flatMap { [Span($0.mark, $0.3), Span(" \($0.2)  ", .faint)] }

  /// What they mean where it stands for one.
  private var key: [Span] {
    let kernel = " kernel of \(weights.grouped) \(weights == 1 ? "weight" : "weights")"
    let none = matrix.groups == 1 ? "" : "  . none"
    return [Span("██", .bar), Span(kernel + none, .faint)]
  }

  private func channels(_ place: Int, of total: Int, _ block: Int) -> Range<Int> {
    let start = place * block
    return start..<start + min(block, total - start)
  }

  /// A row of a place, with a blank after it unless there is no room for one.
  private func place(
    _ connection: ChannelMatrix.Connection, _ line: Int, of rows: Int
  ) -> Span {
    let mark = Self.marks.first { $0.0 == connection }
    let width = Self.cellWidth * max(1, rows)
    var text = String(repeating: mark?.mark ?? " ", count: width)
    let (inside, free) = (weights.grouped, width - 2 - weights.grouped.count)
    if rows == Self.mostCellRows, line == 1, connection == .all, free >= 0 {
      text = "█\(blanks(free / 2))\(inside)\(blanks(free - free / 2))█"
    }
    return Span(text + (rows > 0 ? " " : ""), mark?.3 ?? .plain)
  }
}
