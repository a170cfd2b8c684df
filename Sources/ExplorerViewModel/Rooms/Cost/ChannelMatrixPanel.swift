import ConvArithmetic
import LayerNotation

/// The connections of the channels as a picture: a row for each output channel, a column for each
/// input channel, or a place for a square block of them where there are too many.
struct ChannelMatrixPanel {
  let matrix: ChannelMatrix
  let spelling: Spelling

  /// What a place looks like, and what the legend calls it.
  private static let marks: [(ChannelMatrix.Connection, Unicode.Scalar, String, Style)] = [
    (.all, "█", "connected", .bar), (.some, "▒", "partly", .bar), (.none, ".", "not", .faint),
  ]
  /// What is above and below the picture: the scale and the legend.
  static let wordRows = 2
  /// Two columns are about as wide as a row is high.
  private static let cellWidth = 2

  /// The channels, in both directions, that a place stands for.
  ///
  /// A power of two, as most numbers of channels are, so that blocks do not straddle groups; and
  /// the same for all numbers of groups, so that the picture does not jump.
  private func block(_ size: ScreenSize) -> Int {
    let rows = max(1, size.rows - Self.wordRows)
    let columns = max(1, (size.columns - labelWidth) / Self.cellWidth)
    let least = max((matrix.outChannels - 1) / rows, (matrix.inChannels - 1) / columns) + 1
    var block = 1
    while block < least {
      let (next, overflow) = block.multipliedReportingOverflow(by: 2)
      if overflow { return least }
      block = next
    }
    return block
  }

  private var labelWidth: Int { String(matrix.outChannels - 1).count + 1 }

  /// The rows of the whole picture without a scale, words included.
  var wholeRows: Int { min(matrix.outChannels, Int(Int32.max)) + Self.wordRows }

  /// The rows of the picture in a pane, without the words.
  func rows(_ size: ScreenSize) -> Int {
    min((matrix.outChannels - 1) / block(size) + 1, max(0, size.rows - Self.wordRows))
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: spelling)
    let (block, rows) = (block(size), rows(size))
    let columns = (matrix.inChannels - 1) / block + 1
    drawScale(block, &frame)
    for row in 0..<rows {
      let outputs = channels(row, of: matrix.outChannels, block)
      frame.write(
        String(outputs.lowerBound), row: row + 1, endingAt: labelWidth - 1, style: .faint)
      for column in 0..<min(columns, size.columns) {
        let inputs = channels(column, of: matrix.inChannels, block)
        draw(matrix.connection(outputs, inputs), row + 1, column, &frame)
      }
    }
    drawLegend(row: rows + 1, block, &frame)
    return frame
  }

  private func channels(_ place: Int, of total: Int, _ block: Int) -> Range<Int> {
    let start = place * block
    return start..<start + min(block, total - start)
  }

  private func draw(
    _ connection: ChannelMatrix.Connection, _ row: Int, _ column: Int, _ frame: inout Frame
  ) {
    guard let mark = Self.marks.first(where: { $0.0 == connection }),
      let character = spelling.spell(String(mark.1)).first
    else { return }
    let start = labelWidth + column * Self.cellWidth
    for offset in 0..<Self.cellWidth {
      frame[row, start + offset] = Cell(character, style: mark.3)
    }
  }

  private func drawScale(_ block: Int, _ frame: inout Frame) {
    let directions = "inputs across, outputs down"
    let scale = block == 1 ? "" : "\(block.grouped)×\(block.grouped) a place"
    let texts = ["\(directions)\(block == 1 ? "" : "; ")\(scale)", scale]
    let room = frame.size.columns - labelWidth
    let text = texts.first { spelling.width($0) <= room } ?? scale
    frame.write(text, row: 0, column: labelWidth, style: .faint)
  }

  /// What the characters mean; only a place for many channels can be connected in part.
  private func drawLegend(row: Int, _ block: Int, _ frame: inout Frame) {
    let marks = Self.marks.filter { block > 1 || $0.0 != .some }
    let spans = marks.flatMap { [Span(String($0.1), $0.3), Span(" \($0.2)  ", .faint)] }
    frame.write(spans, row: row, column: labelWidth)
  }
}
