import ConvArithmetic

/// The screen as it is shown, and what of it the last state changed.
///
/// What it shows is always what ``render(_:)`` makes of the state; only the way there is shorter.
/// A key that moves the selection or types a digit leaves map and numbers as they are, and they
/// are not even asked for.
package struct Picture: Sendable {
  package private(set) var frame = Frame(size: ScreenSize(columns: 0, rows: 0))
  /// What may differ from what was shown before, at most once a row, from top to bottom.
  package private(set) var changes: [Change] = []
  private var screen: Screen?

  package init() {}

  /// A part of a row.
  package struct Change: Sendable {
    package let row: Int
    package let columns: Range<Int>
  }

  /// Shows a state.
  package mutating func show(_ state: ExplorerState) {
    let next = state.withoutHistory
    if screen?.sharesPanes(with: next) == true {
      changes = screen?.update(to: next, &frame) ?? []
    } else {
      let new = Screen(next)
      replace(with: new.draw())
      screen = new
    }
  }

  private mutating func replace(with new: Frame) {
    let hasNewSize = new.size != frame.size
    changes = (0..<new.size.rows).compactMap { row in
      let columns = hasNewSize ? 0..<new.size.columns : new.columns(of: row, unlike: frame)
      return columns.isEmpty ? nil : Change(row: row, columns: columns)
    }
    frame = new
  }
}

extension ExplorerState {
  /// The state without what nobody sees; to keep the history would make the next change copy it.
  fileprivate var withoutHistory: ExplorerState {
    var state = self
    state.history = History()
    return state
  }
}

extension Screen {
  /// Whether another state differs in nothing but what hyperparameters and footer show.
  fileprivate func sharesPanes(with other: ExplorerState) -> Bool {
    // With a map, cells, steps or layers focused, the cursor is in them, and the selection stays.
    guard panel != nil, !state.isSolverFocused, !body.followsSelection,
      state.isListFocused || !state.isPaneFocused, state.mode.isBesidePanel,
      other.mode.isBesidePanel
    else { return false }
    var twin = state
    (twin.selectedRow, twin.scope) = (other.selectedRow, other.scope)
    (twin.mode, twin.message) = (other.mode, other.message)
    return twin == other
  }

  /// Draws what differs between the state and another one that shares its panes.
  ///
  /// - Returns: What was drawn, from top to bottom.
  fileprivate mutating func update(
    to new: ExplorerState, _ frame: inout Frame
  ) -> [Picture.Change] {
    guard let old = panel else { return [] }
    // A command that is being typed has the cursor, too.
    let hasNewFooter = new.mode.isCommand || (state.mode, state.message) != (new.mode, new.message)
    state = new
    footer.state = new
    let panel = HyperparameterPanel(state: new, size: old.size, hasNotes: old.hasNotes)
    self.panel = panel
    let rows = panel.changedRows(since: old)
    let part = panel.draw(only: rows)
    for row in rows { frame.replace(row: row + 1, column: 0, with: part.row(row)) }
    frame.cursor = part.cursor.map { Place(row: $0.row + 1, column: $0.column) }
    let changed = rows.map { Picture.Change(row: $0 + 1, columns: 0..<part.size.columns) }
    guard hasNewFooter, frame.size.rows > 1 else { return changed }
    drawFooter(&frame)
    return changed + [Picture.Change(row: frame.size.rows - 1, columns: 0..<frame.size.columns)]
  }
}

extension Mode {
  /// Whether the hyperparameters are on the screen and nothing else changes with the mode.
  fileprivate var isBesidePanel: Bool {
    switch self {
    case .browse, .typing, .command, .asking: true
    case .help, .choosing, .typingNumber: false
    }
  }

  fileprivate var isCommand: Bool {
    switch self {
    case .command, .asking: true
    case .browse, .typing, .typingNumber, .help, .choosing: false
    }
  }
}
