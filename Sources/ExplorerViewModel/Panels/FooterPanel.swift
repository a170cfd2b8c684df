/// The last row: a line being typed, the keys that are needed most, or a message of any length.
struct FooterPanel {
  let state: ExplorerState
  let dropped: [String]
  /// Whether this is the only place on the screen for the reasons of a refusal.
  let saysReason: Bool
  /// The keys that mean something in a state, the most needed first.
  let commands: (ExplorerState) -> [(keys: String, word: String)]

  func draw(_ columns: Int) -> Frame {
    let spelling = state.spelling
    var said = said(columns)
    let hasLine = asked != nil || said.isEmpty
    var line = Frame(size: ScreenSize(columns: columns, rows: hasLine ? 1 : 0), spelling: spelling)
    if let (prompt, entry) = asked {
      let room = max(1, columns - 3 - spelling.width(prompt))
      let end = line.write(typed: entry.text, after: prompt, row: 0, room: room)
      let beside = state.message ?? Message(text: "Enter take  Esc leave", style: .faint)
      if said.isEmpty || end + spelling.width(beside.text) < columns {
        line.write(beside.text, row: 0, column: end + 1, style: beside.style)
        said = []
      }
    } else if hasLine {
      drawHints(hints, &line)
    }
    let most = max(1, state.size.rows - state.headRows) - line.size.rows
    // The rest becomes one long line, which is visibly cut.
    if said.count > most { said[max(0, most - 1)...] = [Array(said[max(0, most - 1)...].joined())] }
    let rows = max(1, min(most, said.count) + line.size.rows)
    var frame = Frame(size: ScreenSize(columns: columns, rows: rows), spelling: spelling)
    frame.write(lines: said)
    frame.place(line, row: rows - line.size.rows, column: 0)
    return frame
  }

  /// The line that is being typed here, with its prompt.
  private var asked: (prompt: String, entry: TextEntry)? {
    guard case .asking(let question, let entry) = state.mode else { return nil }
    return question.prompt(state).map { ($0, entry) }
  }

  /// What is shown in place of the keys, in as many lines as needed: a message, or the first reason
  /// of a refusal, if there is no other place for it.
  private func said(_ columns: Int) -> [[Span]] {
    let lines = { (start: [Span], text: String, style: Style) in
      let width = state.spelling.width(start)
      return wrap(text, width: max(1, columns - width), state.spelling)
        .enumerated().map { ($0 == 0 ? start : [Span(blanks(width))]) + [Span($1, style)] }
    }
    if let message = state.message {
      let isShort = state.spelling.width(message.text) < columns
      return lines(
        [Span(" ")], isShort ? message.text : message.short ?? message.text, message.style)
    }
    guard saysReason, state.mode == .browse, state.prediction == nil,
      case .failure(let refusal) = state.outcome, let reason = refusal.lines.first
    else { return [] }
    let key = [Span(" "), Span(Command.fix.keyNames, .key), Span(" fixes  ", .faint)]
    return lines(key, reason, .bad)
  }

  private var hints: [Hint] {
    switch state.mode {
    case .asking:
      [
        ("Enter", "take"), ("Esc", "leave"), ("Backspace", "delete"), ("Ctrl-W", "delete a word"),
        ("Ctrl-U", "delete all"),
      ]
    case .choosing(let chooser): chooser.hints
    case .browse, .help: commands(state).map { ($0.keys, $0.word) }
    }
  }

  /// A key with what it does; a click on it presses the key.
  typealias Hint = (key: String, text: String)

  /// The columns of a hint, with two blanks before it.
  private func width(_ hint: Hint) -> Int {
    3 + state.spelling.width(hint.key) + state.spelling.width(hint.text)
  }

  /// As many hints as fit, always including the last two (help and quit); what was dropped from the
  /// screen comes first.
  private func placed(_ hints: [Hint], _ columns: Int) -> [(hint: Hint, column: Int)] {
    var column = state.spelling.width(droppedText(hints, columns))
    var room = columns - column - hints.suffix(2).reduce(0) { $0 + width($1) }
    // If not even the last two fit, the one that ends the program stays.
    let lasting = room < 0 ? 1 : 2
    var placed: [(hint: Hint, column: Int)] = []
    for (index, hint) in hints.enumerated() {
      if index < hints.count - lasting {
        guard width(hint) <= room else { continue }
        room -= width(hint)
      }
      // The first one has a blank before it, the others two.
      let isFirst = column == 0
      guard column + width(hint) <= columns else { continue }
      placed.append((hint, column + (isFirst ? 1 : 2)))
      column += width(hint) - (isFirst ? 1 : 0)
    }
    return placed
  }

  private func drawHints(_ hints: [Hint], _ frame: inout Frame) {
    let columns = frame.size.columns
    frame.write(droppedText(hints, columns), row: 0, style: .notice)
    for (hint, column) in placed(hints, columns) {
      frame.write([Span(hint.key, .key), Span(" \(hint.text)", .faint)], row: 0, column: column)
    }
  }

  func key(at column: Int, _ columns: Int) -> KeyPress? {
    guard asked == nil, said(columns).isEmpty else { return nil }
    let hit = placed(hints, columns).last {
      $0.column <= column && column < $0.column + width($0.hint) - 2
    }
    return hit.flatMap { KeyPress(shown: $0.hint.key) }
  }

  /// What is not shown: all names, without hints if necessary, or those that fit beside the last
  /// hint.
  private func droppedText(_ hints: [Hint], _ columns: Int) -> String {
    guard !dropped.isEmpty else { return "" }
    let last = hints.last.map(width) ?? 0
    return (1...dropped.count).reversed().lazy.map { count in
      " not shown: \(dropped.prefix(count).joined(separator: ", "))"
        + (count < dropped.count ? ", …" : "")
    }.first { state.spelling.width($0) <= columns - ($0.hasSuffix("…") ? last : 0) }
      ?? " not all shown"
  }
}
