import Glibc

/// A program on a terminal of its own, as a user has it before them.
///
/// Nothing here sleeps for a guessed time: a test waits until the screen shows something, with a
/// limit only for what never comes.
package final class TerminalSession {
  /// What the terminal shows by now.
  package internal(set) var screen: VirtualScreen
  /// Every byte that the program has written.
  package private(set) var output: [UInt8] = []
  package let processIdentifier: pid_t
  /// The modes of the terminal before the program came.
  package let initialModes: TerminalModes

  private(set) var controller: Int32
  private(set) var ending: ProgramEnding?

  /// Starts a program.
  ///
  /// `type` becomes `TERM`, which nil leaves unset; `environment` comes besides that, a `PATH` and
  /// a UTF-8 locale. Standard error is the terminal, too, unless `error` says otherwise.
  package init(
    _ program: String, _ arguments: [String] = [], columns: Int = 80, rows: Int = 24,
    type: String? = "xterm-256color", environment: [String: String] = [:],
    error: Launch.ErrorDestination = .terminal
  ) throws {
    let ends = try TerminalPair(columns: columns, rows: rows)
    defer { close(ends.terminal) }
    controller = ends.controller
    initialModes = TerminalModes(of: ends.controller)
    screen = VirtualScreen(columns: columns, rows: rows)
    let variables = environment.merging(type.map { ["TERM": $0] } ?? [:]) { given, _ in given }
    do {
      processIdentifier = try Launch(
        program: program, arguments: arguments, environment: variables
      ).start(on: .terminal(ends.name, error: error))
    } catch {
      close(ends.controller)
      throw error
    }
  }

  deinit {
    hangUp()
    guard ending == nil else { return }
    kill(processIdentifier, SIGKILL)
    waitpid(processIdentifier, nil, 0)
  }
}

// MARK: What a user does

extension TerminalSession {
  /// Types text, keys as the escape sequences that they send.
  package func send(_ text: String) { send(Array(text.utf8)) }

  /// Types bytes, reading meanwhile: a terminal takes only so many before they are read.
  package func send(_ bytes: [UInt8]) {
    var rest = bytes[...]
    // Less than the line buffer of the terminal driver.
    while !rest.isEmpty, controller >= 0 {
      let piece = Array(rest.prefix(512))
      guard waitForRoom() else { return }
      let count = write(controller, piece, piece.count)
      guard count > 0 else { return }
      rest = rest.dropFirst(count)
      while isReady(to: POLLIN, within: .zero), receive() {}
    }
  }

  /// Waits until the terminal takes more keys, which a program may only read once it could write.
  private func waitForRoom() -> Bool {
    let deadline = ContinuousClock.now + Self.patience
    while !isReady(to: POLLOUT, within: .zero) {
      guard ContinuousClock.now < deadline, controller >= 0 else { return false }
      if isReady(to: POLLIN, within: .milliseconds(1)), !receive() { return false }
    }
    return true
  }

  /// Changes the size of the window; the program gets SIGWINCH.
  package func resize(columns: Int, rows: Int) {
    screen.resize(columns: columns, rows: rows)
    var size = winsize(columns: columns, rows: rows)
    _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
  }

  package func signal(_ number: Int32) { kill(processIdentifier, number) }

  /// Closes the window, or cuts the line.
  package func hangUp() {
    if controller >= 0 { close(controller) }
    controller = -1
  }
}

// MARK: What a user sees

extension TerminalSession {
  /// The modes of the terminal as they are now.
  package var modes: TerminalModes {
    get { TerminalModes(of: controller) }
    set { newValue.apply(to: controller) }
  }

  /// The processor time that the program has taken so far.
  package var processorTime: Duration {
    var clock = clockid_t()
    var time = timespec()
    guard clock_getcpuclockid(processIdentifier, &clock) == 0, clock_gettime(clock, &time) == 0
    else { return .zero }
    return .seconds(time.tv_sec) + .nanoseconds(time.tv_nsec)
  }

  /// Waits until the screen shows a text.
  package func waitFor(_ text: String) throws {
    try wait(for: "\"\(text)\"") { $0.text.contains(text) }
  }

  /// Waits until a condition holds; `purpose` says what was waited for where it never does.
  package func wait(for purpose: String, until holds: (VirtualScreen) -> Bool) throws {
    let deadline = ContinuousClock.now + Self.patience
    while !holds(screen) {
      let remaining = ContinuousClock.now.duration(to: deadline)
      guard remaining > .zero, isReady(to: POLLIN, within: remaining), receive() else {
        throw NeverHappened(purpose: purpose, screen: screen.text)
      }
    }
  }

  /// Takes in whatever the program writes in some time.
  package func watch(for duration: Duration) {
    let deadline = ContinuousClock.now + duration
    while case let remaining = ContinuousClock.now.duration(to: deadline), remaining > .zero {
      if isReady(to: POLLIN, within: remaining), !receive() { return }
    }
  }

  /// Waits until the program has ended or stopped; without `reading`, its output stays where it is.
  package func waitForEnding(reading: Bool = true) throws -> ProgramEnding {
    let deadline = ContinuousClock.now + Self.patience
    while ending == nil {
      var status: Int32 = 0
      if waitpid(processIdentifier, &status, WNOHANG | WUNTRACED) == processIdentifier {
        let change = ProgramEnding(waitStatus: status)
        if reading { readRest() }
        if case .stopped = change { return change }
        ending = change
      } else if ContinuousClock.now > deadline {
        throw NeverHappened(purpose: "the end of the program", screen: screen.text)
      } else if !reading || !isReady(to: POLLIN, within: .milliseconds(5)) || !receive() {
        // The terminal is already closed: nothing announces the end of the process itself.
        usleep(1000)
      }
    }
    return ending ?? .exited(0)
  }

  /// How long a test waits for what never comes; a busy machine may take long.
  static var patience: Duration { .seconds(60) }

  func isReady(to event: Int32, within duration: Duration) -> Bool {
    guard controller >= 0 else { return false }
    var watched = pollfd(fd: controller, events: Int16(event), revents: 0)
    return poll(&watched, 1, Int32(duration / .milliseconds(1))) > 0
  }

  /// Takes in what has come; false at the end of the output.
  func receive() -> Bool {
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    let count = read(controller, &buffer, buffer.count)
    guard count > 0 else { return false }
    output += buffer.prefix(count)
    screen.feed(buffer.prefix(count))
    return true
  }
}

/// What a test waited for in vain, with the screen as it was then.
package struct NeverHappened: Error, CustomStringConvertible {
  let purpose: String
  let screen: String

  package var description: String { "never came: \(purpose); the screen shows:\n\(screen)" }
}
