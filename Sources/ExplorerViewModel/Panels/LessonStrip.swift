/// The rows of a lesson above the footer: its heading, the text, and what is to be done.
///
/// Their number follows from the whole lesson, so that nothing jumps from screen to screen.
struct LessonStrip {
  private let progress: LessonProgress
  private let text: LessonText
  private let next: Lesson?
  private let columns: Int
  private let spelling: Spelling
  private let isPresenting: Bool
  /// What Esc does now; as long as the other word.
  private let wayOut: String
  /// The rows that are not left to the explorer, and what they are for.
  private let room: Int
  private var (taskRows, textRows) = (0, 0)

  private static let widest = LessonLimit.columns
  private static let textColumn = 2
  private static let taskColumn = 8

  /// The strip of a state; `nil` where no lesson is shown.
  init?(_ state: ExplorerState) {
    // A question other than the screen's own has the whole screen, since the strip could give its
    // answer away. Help and lists have all of it.
    guard let progress = state.lesson, state.mode != .help, state.chooser == nil,
      state.prediction == nil || progress.screen?.asked != nil && state.prediction?.exercise == nil
    else { return nil }
    self.progress = progress
    text = LessonText(state)
    next = state.lesson(after: progress.lesson.number)
    columns = state.size.columns
    spelling = state.spelling
    isPresenting = state.isPresenting
    wayOut = state.leavesLesson ? "leave" : "back "
    room = max(0, state.size.rows - 2) / 2
    measure()
  }

  var rows: Int { headRows + textRows + taskRows }

  /// A picture that is shown alone has the text and the task below it, and nothing more.
  private var headRows: Int { room > 1 && !isPresenting ? 1 : 0 }

  /// The task comes first; the text has the other rows, and shows where it is cut.
  private mutating func measure() {
    let tasks = progress.lesson.screens.flatMap { [$0.task, $0.answer] } + [outlook]
    let texts = progress.lesson.screens.map(\.text) + [[ending]]
    let rest = room - headRows
    let most = tasks.map { lines([$0], Self.taskColumn).count }.max() ?? 1
    taskRows = min(most, max(min(rest, 1), rest - 1))
    textRows = min(texts.map { lines($0, Self.textColumn).count }.max() ?? 1, rest - taskRows)
  }

  private var ending: String {
    let lesson = progress.lesson
    let ending = "That was lesson \(lesson.number), \(lesson.title). You set out to \(lesson.goal)."
    return lesson.source.isEmpty ? ending : ending + " Read on: \(lesson.source)."
  }

  private var outlook: String {
    let leave = Command.goBack.keyNames
    guard let next else { return "\(leave) gives your layer back." }
    let key = Command.nextScreen.keyNames
    return "\(key) begins lesson \(next.number), \(next.title); \(leave) leaves."
  }

  private func lines(_ lines: [String], _ column: Int) -> [String] {
    let width = max(1, min(Self.widest, columns - column - Self.textColumn))
    // Lines stay as they were written if there is room for them.
    if lines.allSatisfy({ spelling.width($0) <= width }) { return lines }
    return wrap(lines.joined(separator: " "), width: width, spelling)
  }

  func draw() -> Frame {
    var frame = Frame(size: ScreenSize(columns: columns, rows: rows), spelling: spelling)
    if headRows > 0 { drawHeading(&frame) }
    let lines = progress.screen.map { $0.text.map(text.filled) } ?? [ending]
    let style = progress.isTextTrue ? Style.plain : .faint
    draw(lines, Self.textColumn, first: headRows, rows: textRows, style, &frame)
    let (label, todo, color) = task
    frame.write(label, row: headRows + textRows, column: Self.textColumn, style: color)
    draw([todo], Self.taskColumn, first: headRows + textRows, rows: taskRows, .plain, &frame)
    return frame
  }

  /// What is said of a text about another layer, as much of it as there is room for.
  private static let remarks = [
    " this text is about the layer before your change; \(Command.undo.keyNames) undoes it ",
    " before your change; \(Command.undo.keyNames) undoes it ", " before your change ",
  ]

  private func drawHeading(_ frame: inout Frame) {
    frame.line(row: 0)
    let short = "Lesson \(progress.lesson.number)"
    let total = progress.lesson.screens.count
    let place = progress.isOver ? " end " : " \(progress.index + 1)/\(total) "
    let keys = [(Command.nextScreen, "next"), (.previousScreen, "back"), (.goBack, wayOut)]
      .map { " \($0.keyNames) \($1) " }.joined()
    // The layer on the screen is not the one that the text is about.
    let remarks = progress.isTextTrue || progress.isOver ? [""] : Self.remarks
    // A text that is dimmed says why; its title has been read by then. If there is still no room,
    // the remark is dropped first, then the keys, then the end of the title.
    let room = columns - 4
    let whole = "\(short): \(progress.lesson.title)"
    let isTrue = remarks == [""]
    let remark =
      remarks.first { spelling.width($0 + place + keys + short) <= room } ?? remarks.last ?? ""
    let isFull = spelling.width(remark + place + keys + whole) <= room
    let name = isFull || isTrue ? whole : short
    let ending =
      [remark + place + keys, place + keys, remark + place]
      .first { spelling.width($0 + name) <= room } ?? place
    let width = columns - 2 - spelling.width(ending)
    frame.write([Span(" "), Span(name, .heading), Span(" ")], row: 0, column: 1, width: width)
    let parts = [(remark, Style.notice), (place, .value), (keys, .faint)]
      .filter { ending.contains($0.0) }.map { Span($0.0, $0.1) }
    frame.write(parts, row: 0, column: 1 + max(0, width))
  }

  /// The task, or that it is done, in a word and a sentence.
  private var task: (label: String, text: String, style: Style) {
    guard let screen = progress.screen else { return ("next", outlook, .key) }
    let task = text.filled(screen.task)
    guard screen.until != nil else { return ("look", task, .key) }
    guard progress.isDone else { return ("to do", task, .notice) }
    return (
      "done", text.answer(screen, progress) ?? "\(Command.nextScreen.keyNames) goes on.", .good
    )
  }

  private func draw(
    _ text: [String], _ column: Int, first: Int, rows: Int, _ style: Style, _ frame: inout Frame
  ) {
    var lines = lines(text, column)
    if rows > 0, lines.count > rows { lines[rows - 1] += " …" }
    frame.write(lines: lines.prefix(rows).map { [Span($0, style)] }, row: first, column: column)
  }
}

extension ExplorerState {
  /// The state as the pages have it: on a screen without the bar and the strip of a lesson.
  var inside: ExplorerState {
    var inside = self
    inside.size.rows -= headRows - 1
    guard let strip = LessonStrip(self) else { return inside }
    inside.lesson = nil
    inside.hintsAtAdvice = false
    inside.size.rows -= strip.rows
    return inside
  }
}
