extension ExplorerState {
  /// How many cells the cursor jumps, and the least number of lines that a page of text moves.
  private static let jumpLength = 8

  /// Goes a step in a direction; a big step changes a value by more, or jumps over cells.
  mutating func step(_ direction: Direction, isBig: Bool = false) {
    let step = direction.isBack ? -1 : 1
    switch arrows {
    case .knobs where direction.isVertical: selectRow(by: step)
    case .knobs: turn(ValueStep(isUp: direction == .right, isBig: isBig))
    case .list where view.followsCell && isBig: moveNetworkCell(by: step * Self.jumpLength)
    case .list where !isBig: moveChoice(direction)
    case .text where !isBig && direction.isVertical: scroll(by: step)
    case .levels where !isBig:
      setLevel(series.level.rawValue + (direction == .up ? 1 : -1))
    case .list, .text: if isBig { sayWhereKeysGo() }
    default: move(direction, by: isBig ? Self.jumpLength : 1)
    }
  }

  mutating func jump(toEnd isEnd: Bool) {
    switch arrows {
    case .knobs:
      let rows = rows
      row = (isEnd ? rows.last : rows.first) ?? row
    case .list: choose(isEnd ? .max : 0)
    case .text: scroll(by: isEnd ? .max : -scroll)
    default: move(isEnd ? .right : .left, by: .max)
    }
  }

  mutating func page(_ direction: Direction) {
    let isDown = direction == .down
    let distance = max(1, size.rows / 2)
    switch arrows {
    case .list: choose(choice + (isDown ? distance : -distance))
    case .knobs, .text, .levels:
      // No more than is in sight.
      let page = max(1, min(Self.jumpLength, size.rows - 4), size.rows - Self.jumpLength)
      scroll(by: isDown ? page : -page)
    default: move(direction, by: distance)
    }
  }

  private mutating func move(_ direction: Direction, by distance: Int) {
    switch arrows {
    case .map: moveCursor(direction, by: distance)
    case .cells, .numbers, .steps: moveCell(direction, by: distance)
    case .knobs, .list, .text, .levels: break
    }
  }

  /// Says why a key that is for the hyperparameters does nothing now.
  mutating func sayWhereKeysGo() {
    let use =
      switch arrows {
      case .list: "choose a \(view.choiceName)"
      case .steps: "go by steps"
      case .text: "scroll"
      default: "move the cursor"
      }
    say("the arrows \(use) now; Esc goes back")
  }

  /// Moves a long text, never beyond its ends.
  mutating func scroll(by distance: Int) {
    let limit = body(of: self).text.limit
    // The text may have become shorter since.
    let (target, isBeyond) = min(scroll, limit).addingReportingOverflow(distance)
    scroll = isBeyond ? limit : min(max(0, target), limit)
  }

  private mutating func turn(_ step: ValueStep) { turn(to: row.stepped(subject, step, scope)) }

  mutating func moveCursor(_ direction: Direction, by distance: Int) {
    guard let pass, !direction.isVertical || pass.axes.count > 1 else { return }
    var cell = cursorCell(in: pass.overlap)
    let axis: Axis = direction.isVertical ? .height : .width
    let last = pass.overlap.size[axis] - 1
    cell[axis] += direction.isBack ? -min(distance, cell[axis]) : min(distance, last - cell[axis])
    cellCursor.move(to: cell, of: pass.layer.direction == .transposed ? .output : .input)
  }

  mutating func moveChoice(_ direction: Direction) {
    let step = direction.isBack ? -1 : 1
    direction.isVertical ? choose(choice + step) : moveAside(by: step)
  }

  private mutating func moveAside(by step: Int) {
    switch view {
    case .solver: moveGoal(by: step)
    case .budget: stepBudget(isUp: step > 0)
    case .sweep: sweep.cycle(by: step)
    case .reach, .weights: moveNetworkCell(by: step)
    // The libraries stand side by side.
    case .code: choose(choice + step)
    default: sayWhereKeysGo()
    }
  }

  /// Takes what is chosen, in a view where this has an effect.
  mutating func takeChoice() {
    switch view {
    case .verdict: applyAdvice()
    case .solver: takeSolution()
    case .sweep: takeSweptValue()
    case .budget: typeBudget("")
    case .model, .reach, .weights: exploreModule()
    case .evenness: takeNetworkAdvice()
    default: sayWhereKeysGo()
    }
  }

  /// Scrolls as little as needed to show all of what was chosen, if the keys are there.
  mutating func bringChoiceIntoSight() {
    guard wantsChoiceInSight else { return }
    wantsChoiceInSight = false
    switch mode {
    case .help, .choosing: return
    // The weights are those of what is chosen, and no list.
    case .browse, .asking: guard isListFocused, view != .weights else { return }
    }
    scroll = body(of: self).text.first(from: scroll)
  }
}
