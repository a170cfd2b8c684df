import ConvArithmetic

extension ExplorerState {
  /// Cells that the cursor leaps, and lines that a page of text moves at least.
  private static let leapLength = 8

  mutating func step(_ direction: Direction) {
    if isMapFocused { return moveCursor(direction, by: 1) }
    if isListFocused { return selectConvention(direction) }
    switch direction {
    case .up: selectRow(by: -1)
    case .down: selectRow(by: 1)
    case .left: stepValue(ValueStep(isUp: false, isBig: false))
    case .right: stepValue(ValueStep(isUp: true, isBig: false))
    }
  }

  mutating func leap(_ direction: Direction) {
    if isMapFocused { return moveCursor(direction, by: Self.leapLength) }
    if isListFocused { return }
    stepValue(ValueStep(isUp: direction == .right, isBig: true))
  }

  mutating func jump(_ action: Action) {
    let isEnd = action == .toEnd
    if isMapFocused { return moveCursor(isEnd ? .right : .left, by: .max) }
    selectedRow = isEnd ? HyperparameterRow.all.count - 1 : 0
    if !row.applies(to: subject.layer.kind) { selectRow(by: isEnd ? -1 : 1) }
  }

  mutating func page(_ action: Action) {
    if isMapFocused {
      moveCursor(action == .pageDown ? .down : .up, by: max(1, size.rows / 2))
    } else {
      scroll(action)
    }
  }

  mutating func toggleFocus() {
    guard view != .map else { return }
    hasPaneFocus.toggle()
    if isListFocused { showSelectedConvention() }
  }

  private mutating func selectConvention(_ direction: Direction) {
    let last = OperationConvention.all.count - 1
    switch direction {
    case .up: selectedConvention = max(0, selectedConvention - 1)
    case .down: selectedConvention = min(last, selectedConvention + 1)
    case .left, .right: return
    }
    showSelectedConvention()
  }

  /// Scrolls as little as needed to show the chosen tool and its explanation.
  private mutating func showSelectedConvention() {
    let lines = OperationsView(state: self).selectedLines
    let rows = max(1, size.rows - 2)
    scroll = min(max(scroll, lines.upperBound - rows), lines.lowerBound)
  }

  /// Moves a long text, never beyond its ends.
  mutating func scroll(_ action: Action) {
    let page = max(Self.leapLength, size.rows - Self.leapLength)
    let limit = scrollLimit(self)
    let target =
      switch action {
      case .step(.up): scroll - 1
      case .step(.down): scroll + 1
      case .pageUp: scroll - page
      case .pageDown: scroll + page
      case .toStart: 0
      case .toEnd: limit
      default: scroll
      }
    scroll = min(max(0, target), limit)
  }

  /// Selects the next row in a direction that applies to the kind of layer.
  mutating func selectRow(by offset: Int) {
    var target = selectedRow + offset
    while HyperparameterRow.all.indices.contains(target) {
      if HyperparameterRow.all[target].applies(to: subject.layer.kind) {
        selectedRow = target
        return
      }
      target += offset
    }
  }

  private mutating func stepValue(_ step: ValueStep) {
    change(to: row.stepped(subject, step, scope))
  }

  private mutating func moveCursor(_ direction: Direction, by distance: Int) {
    guard case .success(let pass) = outcome else { return }
    let map = pass.overlap
    var cell = cursorCell(in: map)
    let axis: Axis = direction == .up || direction == .down ? .height : .width
    let last = map.size[axis] - 1
    switch direction {
    case .up, .left: cell[axis] -= min(distance, cell[axis])
    case .down, .right: cell[axis] += min(distance, last - cell[axis])
    }
    mapCursor = cell
  }
}
