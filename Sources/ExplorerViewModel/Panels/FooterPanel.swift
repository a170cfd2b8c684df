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
    case (.typing, nil), (.typingNumber, nil): drawHints(editHints, &frame)
    case (.help, nil): drawHints([("↑/↓", "scroll"), ("PgDn", "page"), ("Esc", "leave")], &frame)
    case (.choosing(let chooser), nil): drawHints(listHints(chooser), &frame)
    case (.browse, nil) where state.prediction != nil: drawHints(answerHints, &frame)
    case (.browse, nil):
      if saysReason, case .failure(let refusal) = state.outcome, let reason = refusal.reasons.first
      {
        let key = KeyBinding.keyNames(for: .applyRemedy)
        frame.write(
          [Span(" "), Span(key, .key), Span(" fixes  ", .faint), Span(reason.line, .bad)], row: 0)
      } else {
        drawHints(browseHints, &frame)
      }
    }
    return frame
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

  private typealias Hint = (key: String, text: String)

  /// The keys that are needed most; the one that fixes a refused layer before all others.
  private var browseHints: [Hint] {
    let hints = KeyBinding.hints.map { (key: $0.keys, text: $0.word) }
    let back = (key: KeyBinding.keyNames(for: .toggleFocus), text: "back")
    let lasting = hints.filter { ["view", "help", "quit"].contains($0.text) }
    if state.isSolverFocused { return solverHints + [back] + lasting }
    if state.isListFocused {
      return [("↑/↓", state.view.choiceName)] + choiceHints(back) + lasting
    }
    if state.numberGrid != nil { return numberHints + lasting }
    if state.isPlayerFocused {
      return playerHints + lasting.prefix(1) + [("+/-", "speed")] + lasting.dropFirst()
    }
    if state.isCellFocused {
      return [("↑↓←→", "cell"), ("< >", "leap")] + gridHints + lasting
    }
    if state.isMapFocused {
      return [("↑↓←→", "cell"), ("< >", "leap")] + (state.view == .map ? [] : [back]) + lasting
    }
    guard case .failure = state.outcome else {
      return viewHints + hints
    }
    return [(KeyBinding.keyNames(for: .applyRemedy), "fix")] + hints
  }

  private var solverHints: [Hint] {
    [
      ("↑/↓", state.view.choiceName), ("←/→", "goal"), ("Enter", "take"), ("0-9", "size"),
    ]
  }

  /// What the keys of a view do that is in sight.
  private var viewHints: [Hint] {
    let key = { (action: Action) in KeyBinding.keyNames(for: action) }
    switch state.view {
    case .cells: return gridHints
    case .steps: return [(key(.toggleFocus), "play")]
    case .compare:
      let rows = state.comparison.showsSame ? "that differ" : "all rows"
      return [
        (key(.keepLayer), "keep as A"), (key(.swapLayers), "exchange"), (key(.toggleZoom), rows),
      ]
    case .sweep: return [(key(.toggleFocus), "values"), (key(.cycleNumbers), "other plot")]
    case .budget: return [(key(.toggleFocus), "limits")]
    case .solver: return [(key(.toggleFocus), "layers")]
    case .overview, .operations, .map, .channels, .verdict, .code: return []
    }
  }

  /// What can be done with what is chosen, and how to get back.
  private func choiceHints(_ back: Hint) -> [Hint] {
    switch state.view {
    case .operations: [back, ("PgDn", "formulas")]
    case .sweep: [("Enter", "take"), (KeyBinding.keyNames(for: .cycleNumbers), "other plot"), back]
    case .budget: [("0-9", "type"), ("←/→", "change"), back]
    default: [back]
    }
  }

  private var playerHints: [Hint] {
    let key = { (action: Action) in KeyBinding.keyNames(for: action) }
    return [
      (key(.playOrPause), state.player.isPlaying ? "pause" : "play "), ("←/→", "step"),
      (key(.toggleOrder), "order"),
      (key(.toggleNumbers), state.stepValues == nil ? "numbers" : "counts "),
      (key(.toggleFocus), state.stepValues == nil ? "layer" : "change"),
    ]
  }

  private var numberHints: [Hint] {
    let key = { (action: Action) in KeyBinding.keyNames(for: action) }
    return [
      ("↑↓←→", "cell"), ("0-9 -", "number"), (key(.cycleNumbers), "others"),
      (key(.flipKernel), "flip"),
      (key(.toggleFocus), state.numberGrid == .input ? "kernel" : "layer "),
    ]
  }

  private var gridHints: [Hint] {
    [
      (KeyBinding.keyNames(for: .toggleFocus), "grid"),
      (KeyBinding.keyNames(for: .togglePin), state.cellCursor.isPinned ? "unpin" : "pin"),
    ]
  }

  private var answerHints: [Hint] {
    AnswerKey.all.filter { key in state.prediction.map(key.isUseful) == true }
      .map { ($0.keys, $0.help) }
  }

  private func listHints(_ chooser: Chooser) -> [Hint] {
    ListKey.all.filter { $0.isUseful(chooser) }.map { ($0.keys, $0.help) }
  }

  private var editHints: [Hint] { EditKey.all.map { ($0.key.name, $0.help) } }

  /// As many hints as fit, the last two (help and quit) always among them; what was dropped from
  /// the screen is said first.
  private func drawHints(_ hints: [Hint], _ frame: inout Frame) {
    let spelling = frame.spelling
    let width = { (hint: Hint) in 3 + spelling.width(hint.key) + spelling.width(hint.text) }
    var column = 0
    if !dropped.isEmpty {
      let text = droppedText(
        width: frame.size.columns, beside: hints.last.map(width) ?? 0, spelling)
      column = frame.write(text, row: 0, style: .notice)
    }
    var room = frame.size.columns - column - hints.suffix(2).reduce(0) { $0 + width($1) }
    // Where not even the last two fit, the one that ends the program is worth more.
    let lasting = room < 0 ? 1 : 2
    for (index, hint) in hints.enumerated() {
      if index < hints.count - lasting {
        guard width(hint) <= room else { continue }
        room -= width(hint)
      }
      guard column + width(hint) <= frame.size.columns else { continue }
      column = frame.write(
        [Span(column == 0 ? " " : "  "), Span(hint.key, .key), Span(" \(hint.text)", .faint)],
        row: 0, column: column)
    }
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
