import ConvArithmetic

extension ExplorerState {
  /// Cells that the cursor leaps, and lines that a page of text moves at least.
  private static let leapLength = 8

  mutating func step(_ direction: Direction) {
    if numberGrid != nil { return moveNumber(direction, by: 1) }
    if isPlayerFocused { return moveStep(direction, by: 1) }
    if isCellFocused { return moveCell(direction, by: 1) }
    if isMapFocused { return moveCursor(direction, by: 1) }
    if isListFocused { return moveChoice(direction) }
    if isPageText { return scroll(.step(direction)) }
    switch direction {
    case .up: selectRow(by: -1)
    case .down: selectRow(by: 1)
    case .left: stepValue(ValueStep(isUp: false, isBig: false))
    case .right: stepValue(ValueStep(isUp: true, isBig: false))
    }
  }

  mutating func leap(_ side: Side) {
    let direction: Direction = side == .left ? .left : .right
    if numberGrid != nil { return moveNumber(direction, by: Self.leapLength) }
    if isPlayerFocused { return moveStep(direction, by: Self.leapLength) }
    if isCellFocused { return moveCell(direction, by: Self.leapLength) }
    if isMapFocused { return moveCursor(direction, by: Self.leapLength) }
    if isListFocused || isPageText { return sayWhereKeysGo() }
    stepValue(ValueStep(isUp: side == .right, isBig: true))
  }

  mutating func jump(_ action: Action) {
    let isEnd = action == .toEnd
    if numberGrid != nil { return moveNumber(isEnd ? .right : .left, by: .max) }
    if isPlayerFocused { return jumpStep(toEnd: isEnd) }
    if isCellFocused { return moveCell(isEnd ? .right : .left, by: .max) }
    if isMapFocused { return moveCursor(isEnd ? .right : .left, by: .max) }
    if isListFocused { return choose(isEnd ? .max : 0) }
    if isPageText { return scroll(action) }
    selectedRow = isEnd ? HyperparameterRow.all.count - 1 : 0
    if !row.applies(to: subject.layer.direction) { selectRow(by: isEnd ? -1 : 1) }
  }

  mutating func page(_ action: Action) {
    let (direction, distance) = (
      action == .pageDown ? Direction.down : .up, max(1, size.rows / 2)
    )
    if numberGrid != nil {
      moveNumber(direction, by: distance)
    } else if isPlayerFocused {
      moveStep(direction, by: distance)
    } else if isCellFocused {
      moveCell(direction, by: distance)
    } else if isMapFocused {
      moveCursor(direction, by: distance)
    } else if isListFocused {
      choose(choice + (direction == .down ? distance : -distance))
    } else {
      scroll(action)
    }
  }

  /// Says why a key that is for the hyperparameters does nothing now.
  mutating func sayWhereKeysGo() {
    let place =
      isListFocused
      ? "choose a \(view.choiceName)"
      : isPlayerFocused ? "go by steps" : isPageText ? "scroll" : "move the cursor"
    message = Message(text: "the arrows \(place) now; Esc goes back", style: .faint)
  }

  /// Moves a long text, never beyond its ends.
  mutating func scroll(_ action: Action) {
    let page = max(Self.leapLength, size.rows - Self.leapLength)
    let limit = scrollLimit(self)
    // The text may have become shorter since.
    let first = min(scroll, limit)
    let target =
      switch action {
      case .step(.up): first - 1
      case .step(.down): first + 1
      case .pageUp: first - page
      case .pageDown: first + page
      case .toStart: 0
      case .toEnd: limit
      default: first
      }
    scroll = min(max(0, target), limit)
  }

  /// Selects the next row in a direction that applies to the kind of layer.
  mutating func selectRow(by offset: Int) {
    var target = selectedRow + offset
    while HyperparameterRow.all.indices.contains(target) {
      if HyperparameterRow.all[target].applies(to: subject.layer.direction) {
        selectedRow = target
        return
      }
      target += offset
    }
  }

  private mutating func stepValue(_ step: ValueStep) {
    turn(to: row.stepped(subject, step, scope))
  }

  private mutating func moveCursor(_ direction: Direction, by distance: Int) {
    guard case .success(let pass) = outcome else { return }
    let map = pass.overlap
    guard let trace else { return }
    var cell = cursorCell(in: map)
    let axis: Axis = direction == .up || direction == .down ? .height : .width
    let last = map.size[axis] - 1
    switch direction {
    case .up, .left: cell[axis] -= min(distance, cell[axis])
    case .down, .right: cell[axis] += min(distance, last - cell[axis])
    }
    cellCursor.move(to: cell, of: trace.plane)
  }
}
