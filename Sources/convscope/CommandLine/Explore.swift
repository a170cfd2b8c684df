/// Runs the explorer on the terminal until the user, a signal or the end of the terminal ends it;
/// the terminal is given back by then.
///
/// `asksForBackground` says whether the terminal's background may decide on other colours. Where
/// there is no usable terminal, nothing has been written.
func explore(
  _ type: TerminalType, theme: Theme, asksForBackground: Bool, usesMouse: Bool, keepsState: Bool,
  _ makeState: (ScreenSize, Capabilities) -> ExplorerState
) throws(TerminalError) -> Ending {
  let terminal = try Terminal(type, theme: theme, usesMouse: usesMouse)
  var state = makeState(terminal.size, terminal.capabilities)
  if let remark = terminal.remark, state.message == nil { state.say(remark, .notice) }
  let keeper = Keeper(first: keepsState ? state : nil)
  var exploration = Exploration(
    terminal: terminal, state: state, asksForBackground: asksForBackground, keeper: keeper)
  let ending = exploration.run()
  // The terminal first: a slow disk must not hold it.
  terminal.close()
  keeper.keep(exploration.state)
  return ending
}

enum Ending: Equatable {
  case quit
  case signal(Int32)
  case hangUp

  /// Ends the program as its caller expects: by the signal that ended the explorer, so that a
  /// shell stops its script, too; returns after `quit`.
  func conclude() {
    switch self {
    case .quit: return
    case .signal(let number):
      raise(number)
      exit(128 + number)
    case .hangUp: exit(128 + SIGHUP)
    }
  }
}

private struct Exploration {
  let terminal: Terminal
  var state: ExplorerState
  let asksForBackground: Bool
  let keeper: Keeper
  var picture = Picture()
  var ending: Ending?
  var clock = StepClock()
  private let start = ContinuousClock.now

  mutating func run() -> Ending {
    draw()
    if asksForBackground { terminal.askForBackground() }
    #if DEBUG
      DeliberateFailure.ifWanted()
    #endif
    var patience: Int?
    while true {
      answer(terminal.wait(patience))
      if let ending { return ending }
      let hasMoreKeys = answerKeys()
      if let ending { return ending }
      let time = playSteps()
      draw()
      patience = hasMoreKeys ? 0 : time
    }
  }

  /// Lets the player go on if it is time; the milliseconds to wait for what comes next.
  ///
  /// While nothing plays, nobody looks at the clock, and nothing wakes the program.
  private mutating func playSteps() -> Int? {
    guard state.timeToNextStep != nil else {
      clock = StepClock()
      return nil
    }
    clock.advance(&state, at: start.duration(to: .now))
    return clock.patience(at: start.duration(to: .now))
  }

  private mutating func draw() {
    picture.show(state)
    terminal.draw(picture)
  }

  /// Answers what has been typed so far, so that a burst of keys is drawn once; whether there may be
  /// more, for a flood must not keep the picture or a signal waiting.
  private mutating func answerKeys() -> Bool {
    for _ in 0..<1024 where ending == nil {
      guard let key = terminal.nextKey() else {
        if let background = terminal.decoder.takeBackground() { state.adopt(usual: background) }
        return false
      }
      if let effect = state.press(key) { perform(effect) }
    }
    return true
  }

  private mutating func perform(_ effect: Effect) {
    switch effect {
    case .quit: ending = .quit
    case .suspend: suspend()
    case .repaint: terminal.repaint()
    case .copy(let text): terminal.copy(text)
    case .write(let map, let name, let replacing): write(map, name, replacing)
    case .keep, .delete, .listSnapshots:
      if let reply = keeper.reply(to: effect) { state.take(reply) }
    }
  }

  private mutating func write(_ map: MapExport, _ name: String, _ replacing: Bool) {
    do throws(FileFailure) {
      try map.write(
        to: Environment.expanded(name), overwrites: replacing, state.capabilities.spelling)
      state.take(.written(name))
    } catch { state.take(error.isTaken ? .exists : .failed("not written: \(error.reason)")) }
  }

  private mutating func answer(_ wake: Terminal.Wake) {
    if let fatal = SignalPipe.endings.first(where: wake.signals.contains) {
      ending = .signal(fatal)
    } else if wake.hasHungUp {
      ending = .hangUp
    } else if wake.signals.contains(SIGTSTP) {
      suspend()
    } else if wake.signals.contains(SIGCONT) {
      terminal.resume()
      state.size = terminal.size
    } else if wake.signals.contains(SIGWINCH) {
      terminal.adoptWindowSize()
      state.size = terminal.size
    }
  }

  private mutating func suspend() {
    terminal.suspend()
    state.size = terminal.size
  }
}
