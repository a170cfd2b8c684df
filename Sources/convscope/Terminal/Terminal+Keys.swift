import CNcurses

extension Terminal {
  /// The next key that has already come, nil where there is none.
  func nextKey() -> KeyPress? {
    while true {
      while let key = decoder.next() {
        if key == .control("c") {
          // All of the job, as the terminal driver would do; the loop takes the signal.
          kill(0, SIGINT)
          return nil
        }
        if case .mouse = key, !usesMouse { continue }
        return key
      }
      if let byte = nextByte() {
        decoder.take(byte)
        lastByte = .now
      } else if let rest = timeToSilence, rest <= 0 {
        decoder.fallSilent()
      } else {
        return nil
      }
    }
  }

  /// The milliseconds until a silence means something, nil where it means nothing.
  var timeToSilence: Int? {
    let isPatient = questionTime.map { $0.duration(to: .now) < .seconds(2) } ?? false
    return decoder.silence(isPatient: isPatient).map {
      $0 - Int(lastByte.duration(to: .now) / .milliseconds(1))
    }
  }

  /// A byte that can be read at once.
  ///
  /// One at a time: what was typed after `q` is for the shell.
  func nextByte() -> UInt8? {
    var byte: UInt8 = 0
    guard cn_readable_bytes(STDIN_FILENO) > 0, read(STDIN_FILENO, &byte, 1) == 1 else { return nil }
    awaitsAnnouncedInput = false
    return byte
  }

  /// The sequences that the description of the terminal has for the keys that mean something.
  static var describedKeys: [String: KeyPress] {
    var keys: [String: KeyPress] = [
      "kcuu1": .up, "kcud1": .down, "kcuf1": .right, "kcub1": .left, "khome": .home, "kend": .end,
      "kpp": .pageUp, "knp": .pageDown, "kent": .enter, "kcbt": .backTab, "kbs": .backspace,
      "kdch1": .delete, "kri": .shiftUp, "kind": .shiftDown,
      // The corners of a numeric keypad.
      "ka1": .home, "ka3": .pageUp, "kc1": .end, "kc3": .pageDown,
    ]
    for number in 1...12 { keys["kf\(number)"] = .function(number) }
    var described: [String: KeyPress] = [:]
    for (capability, key) in keys {
      if let sequence = Description.string(capability) { described[sequence] = key }
    }
    return described
  }

  /// Asks the terminal to report the mouse; text is then selected with Shift held down.
  func startMouse() {
    guard mousemask(cn_mouse_mask(), nil) != 0 else { return }
    reportDrags(true)
  }

  /// Asks for moves with a button down, too; ncurses asks for presses and the wheel alone.
  func reportDrags(_ wanted: Bool) {
    guard usesMouse, Description.reportsDrags else { return }
    send("\u{1B}[?1002\(wanted ? "h" : "l")")
  }

  /// Asks for the background; nobody waits for the answer, which may never come.
  func askForBackground() {
    guard capabilities.colors > 0, Description.knowsSystemCommands else { return }
    decoder.expectsAnswer = true
    questionTime = .now
    send("\u{1B}]11;?\u{1B}\\")
  }

  /// Takes an answer that is still on its way, which the shell would read as a command.
  func skipAnswer() {
    guard let asked = questionTime, asked.duration(to: .now) < .seconds(1) else { return }
    let start = ContinuousClock.now
    while decoder.expectsAnswer, start.duration(to: .now) < .milliseconds(100) {
      guard StandardInput.isReadable(within: 100), let byte = nextByte() else { return }
      decoder.take(byte)
    }
  }
}
