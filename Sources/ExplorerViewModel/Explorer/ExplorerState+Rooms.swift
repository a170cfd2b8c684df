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
    if let wayOut { return wayOut(&self) }
    if view.room != .layer { go(to: .layer) }
  }

  /// Whether Esc leaves the room, and nothing else before.
  var leavesRoom: Bool {
    let isList = chooser.map { $0.list == .model && $0.filter.text.isEmpty } ?? false
    return (mode == .browse || isList) && wayOut == nil
  }

  /// How to go back from what is to be left before the room; `nil` where nothing is.
  private var wayOut: ((inout ExplorerState) -> Void)? {
    if mode == .help { return { $0.toggleHelp() } }
    if prediction != nil { return { $0.closePrediction() } }
    if isFiltered { return { $0.clearFilter() } }
    if leavesLesson { return { $0.leaveLesson() } }
    if let opened = lesson?.opened, opened.view == view {
      if isDeeper(than: opened) { return { $0.comeBack(to: opened) } }
      return { $0.isPresenting = false }
    }
    if player.steps != nil { return { $0.stopPlaying() } }
    if !hasKnobs { return { $0.focus = .knobs } }
    if isPresenting { return { $0.isPresenting = false } }
    if cameFromModules, network != nil {
      return { state in
        state.go(to: .model)
        state.focus = .picture
      }
    }
    // A lesson has its own pages: back to the one that it speaks of.
    if let opened = lesson?.opened { return { $0.show(opened.view) } }
    return nil
  }
}
