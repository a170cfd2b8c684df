/// Why there is no output, each reason with its numbers and the nearest value that would do.
struct RefusalPanel {
  let state: ExplorerState
  let refusal: Refusal

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    frame.write(lines: fitted(size).lines)
    return frame
  }

  /// The reasons at the right, and the last valid map where it was, dimmed; they cover a part of it
  /// if there is no room beside it.
  func draw(_ size: ScreenSize, beside map: ScreenSize) -> Frame {
    guard let pass = try? state.former?.forward() else { return draw(size) }
    var frame = Frame(size: size, spelling: state.spelling)
    var panel = MapPanel(state, pass)
    panel.isDimmed = true
    frame.place(panel.draw(map), row: 0, column: 0)
    let beside = size.columns - panel.layout(map).columns - Self.gap
    let widths = stride(from: max(Self.leastWidth, beside), to: size.columns, by: 4)
    let width = widths.first { fitted(ScreenSize(columns: $0, rows: size.rows)).isWhole }
    guard let width else { return draw(size) }
    var reasons = Frame(
      size: ScreenSize(columns: Self.gap + width, rows: size.rows), spelling: frame.spelling)
    let drawn = draw(ScreenSize(columns: width, rows: size.rows))
    reasons.place(drawn, row: 0, column: Self.gap)
    frame.place(reasons, row: 0, column: size.columns - reasons.size.columns)
    return frame
  }

  private static let gap = 2
  private static let leastWidth = 24

  /// The reasons between a heading and the keys that help; what does not fit is counted.
  private func fitted(_ size: ScreenSize) -> (lines: [[Span]], isWhole: Bool) {
    let writer = LineWriter(width: size.columns, spelling: state.spelling)
    let head = writer.paragraph("no output: PyTorch refuses this layer", .bad, indent: 0)
    let keys =
      hint(.fix, "applies the nearest valid values", writer)
      + hint(.undo, "undoes the last change", writer)
    let reasons = refusal.said.map { lines($0, writer) }
    let airy = head + [[]] + reasons.flatMap { $0 + [[]] } + keys
    guard airy.count > size.rows else { return (airy, true) }
    let room = size.rows - head.count - keys.count - 1
    var shown: [[Span]] = []
    for (index, reason) in reasons.enumerated() {
      guard shown.count + reason.count <= (index == reasons.count - 1 ? room + 1 : room) else {
        let more = "… and \((reasons.count - index).counted("more reason"))"
        return (head + shown + [[Span(more, .notice)]] + keys, false)
      }
      shown += reason
    }
    return (head + shown + keys, true)
  }

  private func lines(_ reason: Refusal.Said, _ writer: LineWriter) -> [[Span]] {
    [[Span(reason.hyperparameter.rawValue, .heading)]] + writer.paragraph(reason.message, indent: 2)
      + (reason.nearest.map { writer.paragraph("nearest: \($0)", .good, indent: 2) } ?? [])
  }

  private func hint(_ command: Command, _ text: String, _ writer: LineWriter) -> [[Span]] {
    writer.named(
      Span(command.keyNames, .key), text, .faint, column: writer.spelling.width(command.keyNames))
  }
}
