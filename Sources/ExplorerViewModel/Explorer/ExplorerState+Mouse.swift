extension ExplorerState {
  /// Does what the mouse asks for: a click selects or places the cursor, a drag moves it, the wheel
  /// scrolls; it changes no hyperparameter, since that could happen unnoticed.
  mutating func point(_ event: MouseEvent) -> Effect? {
    // A number that is being typed belongs to the cell under the cursor, which may move.
    if case .asking(.number, _) = mode { mode = .browse }
    guard let target = target(at: event.place) else { return nil }
    let (direction, distance): (Direction, Int) = event.kind == .wheelUp ? (.up, -3) : (.down, 3)
    switch (event.kind, target) {
    case (.press, .cell(let cell)), (.drag, .cell(let cell)): place(cell)
    case (.press, .gridCell(let grid, let cell)), (.drag, .gridCell(let grid, let cell)):
      point(at: cell, of: grid)
    case (.press, .row(let row)): select(row)
    case (.press, .text): focus = .picture
    case (.press, .choice(let index)): click(index)
    case (.press, .listed(let place)): return point(at: place)
    case (.press, .command(let command)): return command.deed.act?(&self, "")
    case (.press, .key(let key)): return respond(to: key)
    case (.drag, _), (_, .command), (_, .key): break
    case (_, .row), (_, .text): scroll(by: distance)
    case (_, .cell): moveCursor(direction, by: 3)
    case (_, .gridCell(let grid, _)): roll(grid, direction)
    case (_, .choice): choose(choice + distance)
    case (_, .listed): return chooser.flatMap { edit($0, direction == .up ? .up : .down) }
    }
    return nil
  }

  private mutating func select(_ row: Hyperparameter) {
    guard row.applies(to: subject.layer.direction) else { return }
    if case .asking(.value, _) = mode { mode = .browse }
    self.row = row
    focus = .knobs
  }

  private mutating func place(_ cell: Spatial<Int>) {
    guard let trace else { return }
    cellCursor.move(to: cell, of: trace.plane)
    focus = .picture
  }

  private mutating func roll(_ grid: LayerGrid, _ direction: Direction) {
    guard let trace else { return }
    cellCursor.move(to: cellCursor.cell(of: grid, in: trace), of: grid)
    moveCell(direction, by: isStepping ? 1 : 3)
  }

  /// Chooses; what is already chosen is taken.
  private mutating func click(_ index: Int) {
    if isListFocused, choice == index { return takeChoice() }
    focus = .picture
    choose(index)
  }

  private func target(at place: Place) -> Target? {
    if let bar, place.row == 0 { return bar.command(at: place.column).map { .command($0) } }
    let screen = Screen(self)
    let footer = screen.footer
    if place.row >= self.size.rows - footer.draw(size.columns).size.rows {
      return footer.key(at: place.column, size.columns).map { .key($0) }
    }
    let pane = inside.pane
    let place = Place(row: place.row - headRows, column: place.column)
    guard place.row >= 0, place.row < pane.rows, place.column >= 0, place.column < pane.columns
    else { return nil }
    return screen.body.target(at: place, pane)
  }
}
