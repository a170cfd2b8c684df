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
    if case .typingNumber = mode { mode = .browse }
    switch (target(at: event.place), event.kind) {
    case (.row(let row), .press): select(row)
    case (.cell(let cell), .press), (.cell(let cell), .drag): place(cell)
    case (.cell, .wheelUp): rollMap(-1)
    case (.cell, .wheelDown): rollMap(1)
    case (.gridCell(let grid, let cell), .press), (.gridCell(let grid, let cell), .drag):
      point(at: cell, of: grid)
    case (.gridCell(let grid, _), .wheelUp): roll(grid, .up)
    case (.gridCell(let grid, _), .wheelDown): roll(grid, .down)
    case (.text, .wheelUp), (.row, .wheelUp): scroll(by: -3)
    case (.text, .wheelDown), (.row, .wheelDown): scroll(by: 3)
    case (.choice(let index), .press): click(index)
    case (.choice, .wheelUp): choose(choice - 3)
    case (.choice, .wheelDown): choose(choice + 3)
    case (.listed(let place), .press): return point(at: place)
    case (.listed, .wheelUp): return chooser.flatMap { edit($0, .up) }
    case (.listed, .wheelDown): return chooser.flatMap { edit($0, .down) }
    case (.command(let command), .press): return command.act?(&self, "")
    case (.key(let key), .press): return respond(to: key)
    case (.text, .press): focus = .picture
    case (.row, .drag), (.text, .drag), (.listed, .drag), (.choice, .drag), (.command, _),
      (.key, _), (nil, _):
      break
    }
    return nil
  }

  private mutating func select(_ row: Hyperparameter) {
    guard row.applies(to: subject.layer.direction) else { return }
    if case .typing = mode { mode = .browse }
    self.row = row
    focus = .knobs
  }

  private mutating func place(_ cell: Spatial<Int>) {
    guard let trace else { return }
    cellCursor.move(to: cell, of: trace.plane)
    focus = .picture
  }

  private mutating func rollMap(_ direction: Int) {
    guard case .success(let pass) = outcome else { return }
    let map = pass.overlap
    var cell = cursorCell(in: map)
    cell.height = min(max(0, cell.height + 3 * direction), map.size.height - 1)
    if let trace { cellCursor.move(to: cell, of: trace.plane) }
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
    if hasBar, place.row == 0 {
      let bar = RoomBar(room: view.room, columns: size.columns, spelling: capabilities.spelling)
      return bar.command(at: place.column).map { .command($0) }
    }
    let footer = Screen(self).footer
    if place.row >= self.size.rows - footer.draw(size.columns).size.rows {
      return footer.key(at: place.column, size.columns).map { .key($0) }
    }
    let size = inside.size
    let place = Place(row: place.row - headRows, column: place.column)
    let pane = ScreenSize(columns: size.columns, rows: size.rows - 2)
    guard place.row >= 0, place.row < pane.rows, place.column >= 0, place.column < pane.columns
    else { return nil }
    return body(of: self).target(at: place, pane)
  }
}
