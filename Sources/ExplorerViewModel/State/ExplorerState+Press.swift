import ConvArithmetic
import LayerNotation

extension ExplorerState {
  /// Does what the key asks for, as far as that is in the power of a value.
  ///
  /// - Parameter key: Any key, bound or not.
  /// - Returns: What remains for the terminal to do.
  package mutating func press(_ key: KeyPress) -> Effect? {
    let wasAskedToSkip = lesson?.wasAskedToSkip == true
    let effect = respond(to: key)
    prepareSweep()
    followLesson(wasAskedToSkip: wasAskedToSkip)
    return effect
  }

  mutating func respond(to key: KeyPress) -> Effect? {
    // A move of the mouse is no answer to a message.
    if case .mouse(let event) = key { return point(event) }
    message = nil
    switch mode {
    case .typing(let entry), .typingNumber(let entry), .command(let entry),
      .asking(_, let entry):
      return edit(entry, key)
    case .choosing(let chooser): return edit(chooser, key)
    case .help:
      // The letter that ends the program closes it first; nothing is lost by one press more.
      if key == "q" { return apply(.leave) }
      // What lies over a question leads back to it and nowhere else.
      if prediction != nil { return KeyBinding.binding(for: key).flatMap { apply($0.action) } }
    case .browse: if let prediction { return answer(prediction, key) }
    }
    if case .pasted(let text) = key {
      takePaste(text)
      return nil
    }
    if key == "-", numberGrid != nil {
      beginTyping("-")
      return nil
    }
    guard let binding = KeyBinding.binding(for: key) else {
      let new = KeyBinding.gone[key].map { "\(key.name) is gone: \($0)" }
      message = Message(
        text: new ?? "\(key.name) does nothing; ? shows the keys", style: .faint)
      return nil
    }
    if binding.action == .typeDigit, case .character(let digit) = key {
      beginTyping(String(digit))
      return nil
    }
    return apply(binding.action)
  }

  /// Does what an action asks for.
  ///
  /// - Parameter action: Any action.
  /// - Returns: What remains for the terminal to do.
  mutating func apply(_ action: Action) -> Effect? {
    switch action {
    case .quit: return .quit
    case .suspend: return .suspend
    case .repaint: return .repaint
    default: break
    }
    switch mode {
    case .help: applyInHelp(action)
    // Its keys are of its own.
    case .choosing: break
    case .browse, .typing, .typingNumber, .command, .asking:
      if action == .openSnapshots { return .listSnapshots }
      if action == .copyLine { return copyLayer() }
      if action == .copyShareLine { return copy(shareLine.text) }
      applyInBrowse(action)
    }
    return nil
  }

  /// Copies the PyTorch line, or what stands in its place in the view of the libraries.
  private mutating func copyLayer() -> Effect? {
    guard view == .code, let code = chosenCode else { return copy(subject.layer.pytorchLine) }
    let lines = code.lines.count
    return copy(code.text, said: "the \(code.title) code, \(lines) line\(lines == 1 ? "" : "s")")
  }

  /// Copies a text; `said` is what it is called where it is too long to be shown.
  private mutating func copy(_ line: String, said: String? = nil) -> Effect? {
    guard capabilities.hasClipboard else {
      // Still there to be selected by hand.
      message = Message(text: "no clipboard here: \(said ?? line)", style: .notice)
      return nil
    }
    message = Message(text: "copied \(said ?? line)", style: .good)
    return .copy(line)
  }

  private mutating func applyInHelp(_ action: Action) {
    switch action {
    case .leave, .openHelp, .enter:
      mode = .browse
      scroll = 0
    default: scroll(action)
    }
  }

  private mutating func applyInBrowse(_ action: Action) {
    switch action {
    case .step(let direction): step(direction)
    case .leap(let side): leap(side)
    case .toStart, .toEnd: jump(action)
    case .pageUp, .pageDown: page(action)
    case .enter: goDeeper()
    case .typeDigit: beginTyping("")
    case .leave: leave()
    case .toggleKind, .toggleBias, .applyRemedy, .undo, .redo, .reset: changeLayer(action)
    case .openPresets, .keepSnapshot, .openCommandLine, .openHelp, .openLessons,
      .exportMap:
      open(action)
    case .nextRoom: go(to: view.room.next)
    case .previousRoom: go(to: view.room.previous)
    case .visit(let room): go(to: view.room == room ? .layer : room)
    case .nextPart: nextPart()
    case .keepLayer: keepLayer()
    case .swapLayers: swapLayers()
    case .cycleAxes, .cycleHeat, .cycleTheme, .toggleZoom: changeLook(action)
    case .toggleOrder where view == .solver: moveGoal(by: 1)
    case .cycleNumbers where view == .solver: toggleAudience()
    case .cycleNumbers where view == .sweep: sweep.cycle()
    case .playOrPause, .stepForward, .stepBack, .slower, .faster, .toggleOrder, .toggleLoop,
      .toggleNumbers, .cycleNumbers, .flipKernel:
      play(action)
    case .predict: predict()
    case .exercise: exercise()
    case .nextScreen: nextScreen()
    case .previousScreen: previousScreen()
    case .copyLine, .copyShareLine, .openSnapshots, .suspend, .repaint, .quit: break
    }
  }

  /// Opens what lies over the screen, or asks for a line.
  private mutating func open(_ action: Action) {
    switch action {
    case .openPresets: open(.presets)
    case .keepSnapshot: mode = .asking(.snapshot, TextEntry())
    case .openCommandLine: mode = .command(TextEntry())
    case .openHelp: (mode, scroll) = (.help, 0)
    case .openLessons: open(.lessons)
    case .exportMap: beginExport()
    default: break
    }
  }

  /// Shows the same in another way.
  private mutating func changeLook(_ action: Action) {
    switch action {
    case .cycleAxes: scope = scope.next
    case .cycleHeat:
      repeat { heatStyle = heatStyle.next } while !heatStyle.isPossible(capabilities, theme)
      message = Message(text: "map: \(heatStyle.name)", style: .faint)
    case .cycleTheme:
      adopt(theme.next)
      chosenTheme = theme
      message = Message(text: "theme: \(theme.rawValue)", style: .faint)
    case .toggleZoom where view == .compare: comparison.showsSame.toggle()
    case .toggleZoom: isZoomed.toggle()
    default: break
    }
  }
}

extension CaseIterable where Self: Equatable {
  /// The case after this one, around the end.
  var next: Self { moved(by: 1) }

  /// The case in front of this one, around the end.
  var previous: Self { moved(by: -1) }

  private func moved(by offset: Int) -> Self {
    let cases = Array(Self.allCases)
    guard let index = cases.firstIndex(of: self) else { return self }
    return cases[(index + offset + cases.count) % cases.count]
  }
}
