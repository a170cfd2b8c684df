/// What fills the rows between title and footer: one type for all that the screen needs from a
/// view.
protocol BodyView: Sendable {
  /// What it has no room for.
  var dropped: [String] { get }
  /// Whether it shows the reasons of a refusal, which otherwise need a place in the footer.
  var hasReasons: Bool { get }
  /// The text that can be scrolled.
  var text: TextExtent { get }
  /// What it consists of, the first one lowest.
  func parts(_ size: ScreenSize) -> [Part]
  /// What is at a place of it, for a mouse.
  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target?
}

extension BodyView {
  var dropped: [String] { [] }
  var hasReasons: Bool { true }
  var text: TextExtent { TextExtent() }
  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? { .text }
}

/// A view that is drawn in one piece.
protocol WholeView: BodyView {
  func draw(_ size: ScreenSize) -> Frame
}

extension WholeView {
  func parts(_ size: ScreenSize) -> [Part] { [Part(draw(size), row: 0)] }
}

/// How long a text is, and how much of it is seen at once.
struct TextExtent {
  var lines = 0
  var rows = 0
  /// The line of what is chosen in it.
  var chosen: Int?
  /// Whether the marks for more text may cover the first and the last row.
  var hasMarks = true

  /// How far it can be scrolled.
  var limit: Int { max(0, lines - max(1, rows)) }

  /// The first line that is shown: where it was scrolled to, with what is chosen in sight.
  func first(from scroll: Int) -> Int {
    var first = scroll
    if let chosen {
      let margin = hasMarks && rows > 2 ? 1 : 0
      first = min(max(scroll, chosen + 1 + margin - max(1, rows)), chosen - margin)
    }
    return min(max(0, first), limit)
  }
}

/// The first of some things that are shown, with one of them in the middle, or at an end of all.
func firstShown(around index: Int, _ shown: Int, of total: Int) -> Int {
  min(max(0, index - shown / 2), max(0, total - shown))
}

extension ExplorerState {
  /// The room of the page, on a screen whose title and footer take a row each.
  var pane: ScreenSize { ScreenSize(columns: size.columns, rows: size.rows - 2) }

  /// What is at a place of the screen, for a mouse.
  enum Target: Equatable {
    case row(Hyperparameter)
    case cell(Spatial<Int>)
    case gridCell(LayerGrid, Spatial<Int>)
    /// A text that can be scrolled.
    case text
    /// Something to choose in the view.
    case choice(Int)
    /// One of the matches of an open list.
    case listed(Int)
    /// A room or another word of the first row.
    case command(Command)
    /// A key that the last row names.
    case key(KeyPress)
  }
}
