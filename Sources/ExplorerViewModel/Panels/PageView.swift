/// A text below two rows of hyperparameters, which can be changed, or beside all of them.
struct PageView: WholeView {
  struct Page {
    /// What stays in sight above the text.
    var head: [[Span]] = []
    /// What is scrolled if there is not room for all of it.
    var lines: [[Span]] = []
    /// What stays in sight below it.
    var foot: [[Span]] = []
    /// The lines that can be chosen.
    var list = 0..<0
    /// Writes one of a long list, whose lines are empty until they are seen.
    var write: (@Sendable (Int) -> [Span])?
    /// What it leaves out for want of columns.
    var dropped: [String] = []
  }

  let state: ExplorerState
  /// Nothing if the layer is refused: then the reasons take its place.
  private let page: Page?
  /// The room beside or below the hyperparameters: its first cell and its size.
  private let corner: Place
  private let size: ScreenSize

  /// A page about a valid layer.
  init(_ state: ExplorerState, _ page: (PageWriter) -> Page) {
    self.init(always: state) { writer, rows in
      state.pass.map { page(PageWriter(state: state, pass: $0, writer: writer, rows: rows)) }
    }
  }

  /// A page that does not need a valid layer; `nil` says that it does.
  init(always state: ExplorerState, write: (_ writer: LineWriter, _ rows: Int) -> Page?) {
    let all = state.pane
    let column = all.columns >= Self.leastColumns + Self.panelColumns ? Self.panelColumns : 0
    let row = column > 0 || all.rows < 6 ? 0 : all.rows < 14 ? 1 : 2
    (self.state, corner) = (state, Place(row: row, column: column))
    size = ScreenSize(columns: all.columns - column, rows: all.rows - row)
    let writer = LineWriter(width: size.columns, spelling: state.spelling)
    page = write(writer, size.rows)?.fitted(size.rows)
  }

  private static let panelColumns = 31
  private static let leastColumns = 80

  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: corner.column, gap: 1, stripRows: corner.row)
  }

  var dropped: [String] { page?.dropped ?? [] }

  var text: TextExtent {
    guard let page else { return TextExtent() }
    let rows = size.rows - page.head.count - page.foot.count
    let hasPosition = page.isList && page.lines.count > rows
    let chosen = page.list.lowerBound + state.choice
    return TextExtent(
      lines: page.lines.count, rows: rows - (hasPosition ? 1 : 0),
      chosen: state.isListFocused && page.list.contains(chosen) ? chosen : nil,
      hasMarks: !page.isList)
  }

  private var first: Int { text.first(from: state.scroll) }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    if side.contains(place) { return side.target(at: place) }
    guard let page else { return .text }
    let row = place.row - corner.row - page.head.count
    let line = first + row
    return row >= 0 && row < text.rows && page.list.contains(line)
      ? .choice(line - page.list.lowerBound) : .text
  }

  func draw(_ whole: ScreenSize) -> Frame {
    var frame = Frame(size: whole, spelling: state.spelling)
    side.draw(&frame)
    var part = Frame(size: size, spelling: frame.spelling)
    if let page {
      draw(page, &part)
    } else if case .failure(let refusal) = state.outcome {
      let room = ScreenSize(columns: size.columns - 1, rows: size.rows)
      part.place(RefusalPanel(state: state, refusal: refusal).draw(room), row: 0, column: 1)
    }
    frame.place(part, row: corner.row, column: corner.column)
    return frame
  }

  private func draw(_ page: Page, _ frame: inout Frame) {
    let (text, first) = (text, first)
    frame.write(lines: page.head)
    let size = ScreenSize(columns: frame.size.columns, rows: text.rows)
    var part = Frame(size: size, spelling: frame.spelling)
    var lines = page.lines
    if let write = page.write {
      for line in page.list.clamped(to: first..<first + max(0, text.rows)) {
        lines[line] = write(line - page.list.lowerBound)
      }
    }
    part.write(lines, scrolledTo: first, hasMarks: text.hasMarks)
    frame.place(part, row: page.head.count, column: 0)
    if let chosen = text.chosen {
      frame.cursor = Place(row: page.head.count + chosen - first, column: 1)
    }
    var row = page.head.count + min(text.lines, text.rows)
    if page.isList, text.lines > text.rows {
      let last = min(first + text.rows, text.lines)
      let position = " \((first + 1).grouped)–\(last.grouped) of \(text.lines.grouped)"
      frame.write(position, row: row, style: .notice)
      row += 1
    }
    frame.write(lines: page.foot, row: row)
  }
}

/// What the text of a page about a valid layer is made of.
struct PageWriter {
  let state: ExplorerState
  let pass: ForwardPass
  /// For lines as long as the page is wide.
  let writer: LineWriter
  /// Those that are seen at once.
  let rows: Int
}

extension PageView.Page {
  /// Whether each line can be chosen, so that the position in the list can be said.
  var isList: Bool { !lines.isEmpty && list == lines.indices }

  /// Rows of use between what stays in sight.
  private static let leastRows = 6

  /// The same with everything in one text, if too little would be left between head and foot.
  func fitted(_ rows: Int) -> Self {
    let whole = head.count + lines.count + foot.count
    guard rows < min(whole, head.count + foot.count + Self.leastRows) else { return self }
    let list = list.isEmpty ? 0..<0 : list.lowerBound + head.count..<list.upperBound + head.count
    return Self(lines: head + lines + foot, list: list, write: write, dropped: dropped)
  }
}
