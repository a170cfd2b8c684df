/// From room to room, from page to page, and into the picture and out of it again.
extension ExplorerState {
  /// Goes to a room; from there back to the first one.
  mutating func visit(_ room: Room) { go(to: view.room == room ? .layer : room) }

  /// The next page of the room; among cells the next grid.
  mutating func nextPart() {
    if isCellFocused { return nextGrid() }
    guard let next = view.nextPage else {
      return say("this room has one page; \(KeyPress.tab.name) goes to the next room")
    }
    let isInside = view.room == .model && focus == .picture
    show(next)
    // The chosen module stays the one that is shown.
    if isInside { focus = .picture }
  }

  /// From the hyperparameters into the picture, and there to what is under the cursor; out of
  /// whatever covers them.
  mutating func goDeeper() {
    switch arrows {
    case .knobs: enterPicture()
    case .list: takeChoice()
    case .numbers: beginTyping("")
    case .levels: answerOrGoOn()
    case .map where lacksCells: sayCellsAreNotDrawn()
    case .map:
      show(.watch)
      focus = .picture
    case .text where mode == .help: goBack()
    case .cells, .steps, .text: sayWhereKeysGo()
    }
  }

  private mutating func sayCellsAreNotDrawn() { if let pass { say(pass.traceRefusal, .notice) } }

  private mutating func enterPicture() {
    if view.room == .model, network == nil { return open(.networks) }
    let needsLayer = ![.solver, .sweep, .compare].contains(view) && view.room != .model
    if needsLayer, pass == nil {
      return say("there is no output to look at; \(Command.fix.keyNames) fixes the layer", .notice)
    }
    if view.room == .watch, lacksCells { return sayCellsAreNotDrawn() }
    focus = .picture
    if view == .sweep { choosePresentValue() }
    showChoice()
  }

  /// Shows the picture alone, or everything around it again.
  mutating func togglePresentation() {
    isPresenting.toggle()
    if isPresenting { saySelection("; \(KeyPress.escape.name) leaves") }
  }

  /// Goes back one level: from help, a question, what is played, the picture, a room, a lesson.
  mutating func goBack() {
    if mode == .help { return toggleHelp() }
    if prediction != nil { return closePrediction() }
    if isFiltered { return clearFilter() }
    if leavesLesson { return leaveLesson() }
    if let opened = lesson?.opened, opened.view == view {
      if isDeeper(than: opened) { return comeBack(to: opened) }
      return isPresenting = false
    }
    if player.steps != nil { return stopPlaying() }
    if !hasKnobs { return focus = .knobs }
    if isPresenting { return isPresenting = false }
    if cameFromModules, network != nil {
      go(to: .model)
      return focus = .picture
    }
    // A lesson has its own pages: back to the one that it speaks of.
    if let opened = lesson?.opened { return show(opened.view) }
    if view.room != .layer { go(to: .layer) }
  }
}
