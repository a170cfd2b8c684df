import LayerNotation
import ConvArithmetic

/// The last row: a line being typed, a message, or the keys that are needed most.
struct FooterPanel {
  var state: ExplorerState
  /// What does not fit on the screen.
  var dropped: [String] = []
  /// Whether the reasons of a refusal have no place on the screen but this one.
  var saysReason = false

  func draw(_ columns: Int) -> Frame {
    var frame = Frame(
      size: ScreenSize(columns: columns, rows: 1), spelling: state.capabilities.spelling)
    switch (state.mode, state.message) {
    case (.command(let entry), let message): drawLine(":", entry, message, &frame)
    case (.asking(let question, let entry), let message):
      drawLine(question.prompt(state), entry, message, &frame)
    case (_, let message?): frame.write(" " + message.text, row: 0, style: message.style)
    case (.browse, nil) where state.prediction == nil && reason != nil:
      let key = Command.fix.keyNames
      frame.write(
        [Span(" "), Span(key, .key), Span(" fixes  ", .faint), Span(reason ?? "", .bad)], row: 0)
    default: drawHints(hints, &frame)
    }
    return frame
  }

  /// The first reason of a refusal, where it has no place but this one.
  private var reason: String? {
    guard saysReason, case .failure(let refusal) = state.outcome else { return nil }
    return refusal.said.first?.line
  }

  /// The keys that mean something now.
  private var hints: [Hint] {
    switch state.mode {
    case .typing, .typingNumber, .command, .asking: EditKey.all.map { ($0.key.name, $0.help) }
    case .choosing(let chooser):
      ListKey.all.filter { $0.isUseful(chooser) }.map { ($0.keys, $0.help) }
    case .browse, .help: Command.hints(in: state).map { ($0.keys, $0.word) }
    }
  }

  private func drawLine(
    _ prompt: String, _ entry: TextEntry, _ message: Message?, _ frame: inout Frame
  ) {
    // The end of a long line stays in sight: that is where it is typed.
    let room = max(1, frame.size.columns - 3 - frame.spelling.width(prompt))
    let scalars = frame.spelling.spell(entry.text)
    let shown = String(String.UnicodeScalarView(scalars.suffix(room)))
    let start = scalars.count > room ? "…" : prompt
    let end = frame.write([Span(start, .key), Span(shown, .value), Span("_", .focus)], row: 0)
    frame.cursor = Place(row: 0, column: max(0, end - 1))
    let rest = frame.size.columns - end - 2
    let text = message?.text ?? "Enter take  Esc leave"
    if rest > 8 {
      frame.write(
        [Span(text, message?.style ?? .faint)], row: 0, column: end + 1, width: rest)
    }
  }

  /// A key with what it does; a click on it presses the key.
  private typealias Hint = (key: String, text: String)

  /// As many hints as fit, the last two (help and quit) always among them; what was dropped from
  /// the screen is said first.
  private func placed(
    _ hints: [Hint], _ columns: Int, _ spelling: Spelling
  ) -> [(hint: Hint, column: Int)] {
    let width = { (hint: Hint) in 3 + spelling.width(hint.key) + spelling.width(hint.text) }
    var column = spelling.width(droppedText(hints, columns, spelling))
    var room = columns - column - hints.suffix(2).reduce(0) { $0 + width($1) }
    // Where not even the last two fit, the one that ends the program is worth more.
    let lasting = room < 0 ? 1 : 2
    var placed: [(hint: Hint, column: Int)] = []
    for (index, hint) in hints.enumerated() {
      if index < hints.count - lasting {
        guard width(hint) <= room else { continue }
        room -= width(hint)
      }
      // The first one has a blank in front of it, the others two.
      let isFirst = column == 0
      guard column + width(hint) <= columns else { continue }
      placed.append((hint, column + (isFirst ? 1 : 2)))
      column += width(hint) - (isFirst ? 1 : 0)
    }
    return placed
  }

  private func drawHints(_ hints: [Hint], _ frame: inout Frame) {
    let columns = frame.size.columns
    frame.write(droppedText(hints, columns, frame.spelling), row: 0, style: .notice)
    for (hint, column) in placed(hints, columns, frame.spelling) {
      frame.write(
        [Span(hint.key, .key), Span(" \(hint.text)", .faint)], row: 0, column: column)
    }
  }

  /// The key that a click on a column presses.
  func key(at column: Int, _ columns: Int) -> KeyPress? {
    let spelling = state.capabilities.spelling
    let hit = placed(hints, columns, spelling).last { item in
      let width = spelling.width(item.hint.key) + 1 + spelling.width(item.hint.text)
      return item.column <= column && column < item.column + width
    }
    return hit.flatMap { KeyPress(shown: $0.hint.key) }
  }

  private func droppedText(_ hints: [Hint], _ columns: Int, _ spelling: Spelling) -> String {
    guard !dropped.isEmpty else { return "" }
    let last = hints.last.map { 3 + spelling.width($0.key) + spelling.width($0.text) } ?? 0
    return droppedText(width: columns, beside: last, spelling)
  }

  /// What is not shown: all names, at the cost of the hints if need be, or as many as fit.
  private func droppedText(
    width: Int, beside hintWidth: Int, _ spelling: Spelling
  ) -> String {
    let text = { (count: Int) in
      " not shown: \(dropped.prefix(count).joined(separator: ", "))"
        + (count < dropped.count ? ", …" : "")
    }
    if spelling.width(text(dropped.count)) <= width { return text(dropped.count) }
    return stride(from: dropped.count - 1, through: 1, by: -1).map(text)
      .first { spelling.width($0) <= width - hintWidth } ?? " not all shown"
  }
}
