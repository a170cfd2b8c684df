import LayerNotation

/// The rows of a lesson above the footer: its heading, the text, and what is to be done.
///
/// Their number follows from the whole lesson, so that nothing jumps from screen to screen.
struct LessonStrip {
  private let progress: LessonProgress
  private let next: Lesson?
  private let columns: Int
  private let spelling: Spelling
  private let hasHeading: Bool
  private let textRows: Int
  private let taskRows: Int

  /// What is left to the explorer, at least.
  private static let share = 2
  private static let widest = LessonLimit.columns
  private static let textColumn = 2
  private static let taskColumn = 8

  /// The strip of a state; `nil` where no lesson is shown.
  init?(_ state: ExplorerState) {
    // A question has the screen for itself, since an answer here could tell what it asks for.
    guard let progress = state.lesson, state.mode.isBesideLesson, state.prediction == nil,
      !state.isPresenting
    else { return nil }
    self.progress = progress
    next = state.lesson(after: progress.lesson.number)
    columns = state.size.columns
    spelling = state.capabilities.spelling
    let (width, spelling) = (state.size.columns, state.capabilities.spelling)
    let pages = Self.pages(progress.lesson, next)
    let texts = pages.map { Self.lines($0.text, Self.textColumn, width, spelling).count }
    let tasks = pages.flatMap(\.tasks).map {
      Self.lines([$0], Self.taskColumn, width, spelling).count
    }
    let room = max(0, state.size.rows - 2) / Self.share
    hasHeading = room > 1
    let rest = room - (hasHeading ? 1 : 0)
    // What is to be done comes first; the text has the rest, and says where it is cut.
    taskRows = min(tasks.max() ?? 1, max(min(rest, 1), rest - 1))
    textRows = min(texts.max() ?? 1, rest - taskRows)
  }

  var rows: Int { (hasHeading ? 1 : 0) + textRows + taskRows }

  /// Everything that the strip of a lesson may have to show.
  private static func pages(
    _ lesson: Lesson, _ next: Lesson?
  ) -> [(text: [String], tasks: [String])] {
    lesson.screens.map { ($0.text, [$0.task, $0.answer]) }
      + [([ending(lesson)], [outlook(next)])]
  }

  private static func ending(_ lesson: Lesson) -> String {
    "That was lesson \(lesson.number), \(lesson.title). You set out to \(lesson.goal)."
  }

  private static func outlook(_ next: Lesson?) -> String {
    let leave = Command.goBack.keyNames
    guard let next else { return "\(leave) gives your layer back." }
    let key = Command.nextScreen.keyNames
    return "\(key) begins lesson \(next.number), \(next.title); \(leave) leaves."
  }

  private static func lines(
    _ lines: [String], _ column: Int, _ columns: Int, _ spelling: Spelling
  ) -> [String] {
    let width = max(1, min(widest, columns - column - textColumn))
    // Lines stay as they were written where there is room for them.
    if lines.allSatisfy({ spelling.width($0) <= width }) { return lines }
    return wrap(lines.joined(separator: " "), width: width, spelling)
  }

  func draw() -> Frame {
    var frame = Frame(size: ScreenSize(columns: columns, rows: rows), spelling: spelling)
    if hasHeading { drawHeading(&frame) }
    let text = progress.screen?.text ?? [Self.ending(progress.lesson)]
    draw(text, Self.textColumn, first: hasHeading ? 1 : 0, rows: textRows, .plain, &frame)
    drawTask(&frame)
    return frame
  }

  private func drawHeading(_ frame: inout Frame) {
    frame.line(row: 0)
    let name = "Lesson \(progress.lesson.number): \(progress.lesson.title)"
    let total = progress.lesson.screens.count
    let place = progress.isOver ? " end " : " \(progress.index + 1)/\(total) "
    // Where there is no room for all, the keys go first, and then the end of the title.
    let (room, keys) = (columns - 2 - spelling.width(place), " \(keys) ")
    let hasKeys = spelling.width(name) + 2 + spelling.width(keys) <= room
    let width = room - (hasKeys ? spelling.width(keys) : 0)
    frame.write([Span(" "), Span(name, .heading), Span(" ")], row: 0, column: 1, width: width)
    frame.write(
      [Span(place, .value), Span(hasKeys ? keys : "", .faint)], row: 0, column: 1 + max(0, width))
  }

  private var keys: String {
    [(Command.nextScreen, "next"), (.previousScreen, "back"), (.goBack, "leave")]
      .map { "\($0.keyNames) \($1)" }.joined(separator: "  ")
  }

  private func drawTask(_ frame: inout Frame) {
    let first = (hasHeading ? 1 : 0) + textRows
    let (label, text, style) = task
    frame.write(label, row: first, column: Self.textColumn, style: style)
    draw([text], Self.taskColumn, first: first, rows: taskRows, .plain, &frame)
  }

  /// What is to be done, or that it is done, in a word and a sentence.
  private var task: (label: String, text: String, style: Style) {
    guard let screen = progress.screen else { return ("next", Self.outlook(next), .key) }
    guard screen.until != nil else { return ("look", screen.task, .key) }
    guard progress.isDone else { return ("to do", screen.task, .notice) }
    let on = "\(Command.nextScreen.keyNames) goes on."
    return ("done", screen.answer.isEmpty ? on : screen.answer, .good)
  }

  private func draw(
    _ text: [String], _ column: Int, first: Int, rows: Int, _ style: Style,
    _ frame: inout Frame
  ) {
    let lines = Self.lines(text, column, columns, spelling)
    for (row, line) in lines.prefix(rows).enumerated() {
      let isCut = row == rows - 1 && lines.count > rows
      frame.write(isCut ? line + " …" : line, row: first + row, column: column, style: style)
    }
  }
}

extension Mode {
  /// Whether a lesson stays on the screen; help and lists have all of it.
  fileprivate var isBesideLesson: Bool {
    switch self {
    case .browse, .typing, .typingNumber, .asking: true
    case .help, .choosing: false
    }
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
