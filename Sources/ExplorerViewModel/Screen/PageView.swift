import ConvArithmetic

/// A text beside the hyperparameters, which can be changed meanwhile; it may have things to choose
/// from.
struct PageView: BodyView {
  struct Page {
    var lines: [[Span]] = []
    /// The lines of what is chosen.
    var chosenLines = 0..<0
    /// What it leaves out for want of columns.
    var dropped: [String] = []
  }

  let state: ExplorerState
  /// Nothing where the layer is refused: then the reasons stand in its place.
  let page: Page?

  private static let panelWidth = 30
  private static let leastColumnsWithPanel = 80

  /// The column in which the text of a state begins.
  private static func textColumn(_ state: ExplorerState) -> Int {
    state.size.columns >= leastColumnsWithPanel ? panelWidth + 1 : 0
  }

  /// The columns that a text has.
  static func textWidth(_ state: ExplorerState) -> Int {
    state.size.columns - textColumn(state)
  }

  /// A page about a valid layer; `write` makes the text for so many columns.
  init(_ state: ExplorerState, write: (_ pass: ForwardPass, _ width: Int) -> Page) {
    self.state = state
    page = (try? state.outcome.get()).map { write($0, Self.textWidth(state)) }
  }

  /// A page that does not need a valid layer.
  init(_ state: ExplorerState, page: Page) {
    self.state = state
    self.page = page
  }

  private var textColumn: Int { Self.textColumn(state) }
  private var side: HyperparameterSide {
    HyperparameterSide(state: state, width: textColumn, gap: 1)
  }

  var dropped: [String] { page?.dropped ?? [] }
  var lineCount: Int { page?.lines.count ?? 0 }
  var chosenLines: Range<Int> { page?.chosenLines ?? 0..<0 }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    side.contains(place) ? side.target(at: place) : .text
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    side.draw(&frame)
    if case .failure(let refusal) = state.outcome, page == nil {
      let pane = ScreenSize(columns: size.columns - textColumn - 1, rows: size.rows)
      let reasons = RefusalPanel(state: state, refusal: refusal).draw(pane)
      frame.place(reasons, row: 0, column: textColumn + 1)
    }
    frame.write(
      page?.lines ?? [], scrolledTo: state.firstLine(of: lineCount, chosen: chosenLines),
      column: textColumn)
    return frame
  }
}

extension PageView {
  /// All formulas, and every tool's count.
  static func operations(_ state: ExplorerState) -> PageView {
    PageView(state) { pass, width in
      let text = OperationsText(state, pass, width: width)
      return Page(
        lines: text.lines, chosenLines: text.selectedLines,
        dropped: OperationsText.dropped(width: width))
    }
  }
}
