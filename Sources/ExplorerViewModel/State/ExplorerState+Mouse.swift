import ConvArithmetic

extension ExplorerState {
  /// What is at a place of the screen, for a mouse.
  enum Target: Equatable {
    /// A row of the hyperparameters.
    case row(Hyperparameter)
    /// A cell of the map.
    case cell(Spatial<Int>)
    /// A cell of the input, the kernel or the output.
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

  /// Does what the mouse asks for: a click selects or places the cursor, a drag moves it, the
  /// wheel scrolls; it turns no hyperparameter, which would happen unnoticed.
  mutating func point(_ event: MouseEvent) -> Effect? {
    // A number that is being typed is of the cell under the cursor, which may move.
    if case .asking(.number, _) = mode { mode = .browse }
    guard let target = target(at: event.place) else { return nil }
    switch event.kind {
    case .press: return press(target)
    case .drag: drag(to: target)
    case .wheelUp: return roll(target, .up)
    case .wheelDown: return roll(target, .down)
    }
    return nil
  }

  private mutating func press(_ target: Target) -> Effect? {
    switch target {
    case .row(let row): select(row)
    case .cell, .gridCell: drag(to: target)
    case .text: focus = .picture
    case .choice(let index): click(index)
    case .listed(let place): return point(at: place)
    case .command(let command): return command.act?(&self, "")
    case .key(let key): return respond(to: key)
    }
    return nil
  }

  private mutating func drag(to target: Target) {
    switch target {
    case .cell(let cell): place(cell)
    case .gridCell(let grid, let cell): point(at: cell, of: grid)
    default: break
    }
  }

  private mutating func roll(_ target: Target, _ direction: Direction) -> Effect? {
    let distance = direction == .up ? -3 : 3
    switch target {
    case .row, .text: scroll(by: distance)
    case .cell: moveCursor(direction, by: 3)
    case .gridCell(let grid, _): roll(grid, direction)
    case .choice: choose(choice + distance)
    case .listed: return chooser.flatMap { edit($0, direction == .up ? .up : .down) }
    case .command, .key: break
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

  /// Chooses; what is chosen already is taken.
  private mutating func click(_ index: Int) {
    if isListFocused, choice == index { return takeChoice() }
    focus = .picture
    choose(index)
  }

  private func target(at place: Place) -> Target? {
    if let bar, place.row == 0 { return bar.command(at: place.column).map { .command($0) } }
    let footer = Screen(self).footer
    if place.row >= self.size.rows - footer.draw(size.columns).size.rows {
      return footer.key(at: place.column, size.columns).map { .key($0) }
    }
    let pane = inside.pane
    let place = Place(row: place.row - headRows, column: place.column)
    guard place.row >= 0, place.row < pane.rows, place.column >= 0, place.column < pane.columns
    else { return nil }
    return body(of: self).target(at: place, pane)
  }
}
