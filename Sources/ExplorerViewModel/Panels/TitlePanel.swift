import ConvArithmetic
import LayerNotation

/// The first row: the kind of layer, the shapes, and whether the layer is valid.
struct TitlePanel {
  let state: ExplorerState

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    frame.style(row: 0, columns: 0..<size.columns, .title)
    let (status, style) = status
    let statusColumn = size.columns - frame.spelling.width(status)
    let spans = [Span(" convscope ", .title), Span("  \(kind)  ", .title), Span(shapes, .title)]
    let needed = spans.reduce(0) { $0 + frame.spelling.width($1.text) }
    if needed < statusColumn {
      frame.write(spans, row: 0)
      frame.write(status, row: 0, column: statusColumn, style: style)
    } else {
      frame.write([Span(" \(shapes) ", .title), Span(status, style)], row: 0)
    }
    return frame
  }

  private var kind: String { state.subject.layer.kind.moduleName }

  private var shapes: String {
    let input = state.subject.input.text
    switch state.outcome {
    case .success(let pass): return "\(input) → \(pass.output.text)"
    case .failure: return "\(input) → no output"
    }
  }

  private var status: (String, Style) {
    switch state.outcome {
    case .success: ("valid ", .title)
    case .failure(let refusal):
      (" invalid: \(refusal.reasons.count) reason\(refusal.reasons.count == 1 ? "" : "s") ", .bad)
    }
  }
}

/// The last row: a line being typed, a message, or the keys that are needed most.
struct FooterPanel {
  let state: ExplorerState
  /// What does not fit on the screen.
  var dropped: [String] = []

  func draw(_ columns: Int) -> Frame {
    var frame = Frame(
      size: ScreenSize(columns: columns, rows: 1), spelling: state.capabilities.spelling)
    switch (state.mode, state.message) {
    case (.command(let entry), let message): drawCommand(entry, message, &frame)
    case (_, let message?): frame.write(" " + message.text, row: 0, style: message.style)
    case (.typing, nil): drawHints(editHints, &frame)
    case (.help, nil): drawHints([("↑↓", "scroll"), ("PgDn", "page"), ("Esc", "leave")], &frame)
    case (.presets, nil):
      drawHints([("↑↓", "select"), ("Enter", "take"), ("Esc", "leave")], &frame)
    case (.browse, nil): drawHints(browseHints, &frame)
    }
    return frame
  }

  private func drawCommand(_ entry: TextEntry, _ message: Message?, _ frame: inout Frame) {
    // The end of a long line stays in sight: that is where it is typed.
    let room = max(1, frame.size.columns - 4)
    let scalars = frame.spelling.spell(entry.text)
    let shown = String(String.UnicodeScalarView(scalars.suffix(room)))
    let start = scalars.count > room ? "…" : ":"
    let end = frame.write([Span(start, .key), Span(shown, .value), Span("_", .focus)], row: 0)
    frame.cursor = Place(row: 0, column: max(0, end - 1))
    let rest = frame.size.columns - end - 2
    let text = message?.text ?? "Enter take  Esc leave"
    if rest > 8 {
      frame.write(
        [Span(text, message?.style ?? .faint)], row: 0, column: end + 1, width: rest)
    }
  }

  private typealias Hint = (key: String, text: String)

  private var browseHints: [Hint] {
    KeyBinding.hints.map { ($0.keys, $0.word) }
  }

  private var editHints: [Hint] { EditKey.all.map { ($0.key.name, $0.help) } }

  /// As many hints as fit, the last two (help and quit) always among them; what was dropped from
  /// the screen is said first.
  private func drawHints(_ hints: [Hint], _ frame: inout Frame) {
    var column = 0
    if !dropped.isEmpty {
      let text = " not shown: \(dropped.joined(separator: ", "))"
      column = frame.write(text, row: 0, style: .notice)
    }
    let spelling = frame.spelling
    let width = { (hint: Hint) in 3 + spelling.width(hint.key) + spelling.width(hint.text) }
    var room = frame.size.columns - column - hints.suffix(2).reduce(0) { $0 + width($1) }
    for (index, hint) in hints.enumerated() {
      let isLast = index >= hints.count - 2
      if !isLast {
        guard width(hint) <= room else { continue }
        room -= width(hint)
      }
      guard column + width(hint) <= frame.size.columns else { continue }
      column = frame.write(
        [Span(column == 0 ? " " : "  "), Span(hint.key, .key), Span(" \(hint.text)", .faint)],
        row: 0, column: column)
    }
  }
}
