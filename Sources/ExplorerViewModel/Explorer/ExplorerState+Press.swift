extension ExplorerState {
  /// Does what any key asks for, and says what remains for the terminal to do.
  package mutating func press(_ key: KeyPress) -> Effect? {
    let wasAskedToSkip = lesson?.wasAskedToSkip == true
    let effect = respond(to: key)
    prepareSweep()
    followLesson(wasAskedToSkip: wasAskedToSkip)
    return effect
  }

  mutating func respond(to key: KeyPress) -> Effect? {
    let effect = act(on: key)
    bringChoiceIntoSight()
    return effect
  }

  private mutating func act(on key: KeyPress) -> Effect? {
    // Moving the mouse does not dismiss a message.
    if case .mouse(let event) = key { return point(event) }
    message = nil
    // What only the terminal can do works everywhere.
    if case .control = key, let command = Command.meant(by: key, in: self), command.isForQuestions {
      return command.deed.act?(&self, "")
    }
    switch mode {
    case .asking(let question, let entry): return edit(question, entry, key)
    case .choosing(let chooser): return edit(chooser, key)
    case .browse, .help: break
    }
    if case .question = scene, takesIntoAnswer(key) { return nil }
    // The letter that ends the program first closes what covers the screen.
    if key == "q", scene != .browse {
      goBack()
      return nil
    }
    if case .pasted(let text) = key, prediction == nil {
      takePaste(text)
      return nil
    }
    guard let command = Command.meant(by: key, in: self), let act = command.deed.act else {
      sayThatNothingHappens(key)
      return nil
    }
    // A command without a word tells its keys apart by their characters.
    guard command.name.isEmpty, case .character(let character) = key else { return act(&self, "") }
    return act(&self, String(character))
  }

  private mutating func sayThatNothingHappens(_ key: KeyPress) {
    guard scene == .browse else {
      let name = scene == .help ? "help" : "question"
      return say("\(key.name) does nothing now; Esc leaves the \(name)")
    }
    if let new = Command.gone[key] { return say("\(key.name) is gone: \(new)") }
    say(Self.nothingHere(key.name, isBound: Command.isBound(key)))
  }

  /// Says that a key or a word does nothing, or nothing here if it does something elsewhere.
  static func nothingHere(_ name: String, isBound: Bool = true) -> String {
    let help = Command.help.keys.first?.name ?? ""
    return "\(name) does nothing\(isBound ? " here" : ""); \(help) shows the keys"
  }

  mutating func toggleHelp() {
    scroll = 0
    mode = mode == .help ? .browse : .help
  }

  /// Shows help where the words begin.
  mutating func showWords() {
    mode = .help
    scroll = min(HelpPanel(state: self).firstWord, body(of: self).text.limit)
  }

  mutating func cycleHeat() {
    repeat { heatStyle = heatStyle.next } while !heatStyle.isPossible(capabilities, theme)
    say("map: \(heatStyle.name)")
  }

  mutating func cycleTheme() {
    adopt(theme.next)
    chosenTheme = theme
    say("theme: \(theme.rawValue)")
  }

  /// Copies the PyTorch line, or in the Code room the chosen library's code.
  mutating func copyLayer() -> Effect? {
    if isInNetwork, let source = network?.named.source {
      return copy(source.joined(separator: "\n"), named: "the network, \(source.count) lines")
    }
    guard view == .code, let code = chosenCode else { return copy(subject.layer.pytorchLine) }
    return copy(code.text, named: "the \(code.title) code, \(code.lines.count.counted("line"))")
  }

  /// Goes back to the first layer or network; in a lesson to where its screen begins.
  mutating func reset() {
    if lesson?.screen == nil { change(to: first) } else { restartScreen() }
  }

  /// Takes the nearest valid values, one reason after the other, until the layer is valid.
  mutating func applyRemedies() {
    if isInNetwork, repairNetwork() { return }
    if view == .evenness, network != nil { return takeNetworkAdvice() }
    guard pass == nil else { return applyAdvice() }
    let (new, changes) = subject.withRemedies(ownsInput: network?.takesInput != false)
    turn(to: new)
    if changes.isEmpty { return say("no value near this one makes the layer valid") }
    say("now " + changes.joined(separator: ", "), .good)
  }
}
