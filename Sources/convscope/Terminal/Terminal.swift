import CNcurses
import CTerminalGuard

/// The terminal, taken for as long as the explorer runs; the only owner of ncurses.
final class Terminal {
  let capabilities: Capabilities
  let window: NcursesWindow
  let signals: SignalPipe
  var palette: Palette
  var shownTheme: Theme
  let usesMouse: Bool
  /// What is to be said of the terminal on its first screen.
  let remark: String?
  private let screen: OpaquePointer
  private let canBracketPastes: Bool

  /// Whether it is unknown what ncurses was last told to show.
  var mustDrawAll = true
  var decoder: KeyDecoder
  var lastByte = ContinuousClock.now
  var questionTime: ContinuousClock.Instant?
  /// Whether input was announced and nothing of it has been read yet.
  var awaitsAnnouncedInput = false

  /// Takes the terminal: another screen, keys without echo, no cursor.
  ///
  /// Keys come from the controlling terminal where standard input is a pipe or a file.
  init(_ type: TerminalType, theme: Theme, usesMouse: Bool) throws(TerminalError) {
    guard StandardInput.becomeTerminal() else { throw .notATerminal }
    Self.fillStandardError()
    let unicode = Environment.adoptEncoding()
    // The window is asked for its size, whatever an exported COLUMNS says. Both calls: the first
    // one alone would also silence the question to the system, and leave the 80×24 of terminfo.
    use_env(false)
    use_tioctl(true)
    Self.armGuard()
    // Before newterm, which installs handlers of its own for signals that have none.
    guard let signals = SignalPipe() else {
      terminal_guard_disarm()
      throw .lackOfResources
    }
    guard let screen = newterm(type.name, cn_standard_output(), cn_standard_input()),
      let window = cn_standard_window()
    else {
      signals.close()
      terminal_guard_disarm()
      throw .lackOfResources
    }
    // Until ncurses has come back from a shell once, it sends what comes before each move of the
    // cursor by itself (_nc_mvcur in 6.4): a first picture in 66 pieces, a changed number in four.
    // For that, the other screen is left and taken once more.
    endwin()
    doupdate()
    (self.signals, self.screen, self.window) = (signals, screen, window)
    remark = type.remark
    capabilities = Capabilities(
      unicode: unicode, colors: Self.startColors(), hasClipboard: Description.string("Ms") != nil)
    palette = Palette(colors: capabilities.colors, theme: theme)
    shownTheme = theme
    self.usesMouse = usesMouse
    decoder = KeyDecoder(described: Self.describedKeys)
    canBracketPastes = Description.string("BE") != nil
    configureInput()
    curs_set(0)
    bracketPastes(true)
    if usesMouse { startMouse() }
  }

  func close() {
    giveBack()
    delscreen(screen)
    terminal_guard_disarm()
    signals.close()
  }

  var size: ScreenSize { ScreenSize(columns: Int(getmaxx(window)), rows: Int(getmaxy(window))) }

  /// Takes on the size that the window has now.
  func adoptWindowSize() {
    let now = cn_window_size(STDOUT_FILENO)
    // 0 is the size of a window that nobody has given one.
    guard now.ws_row > 0, now.ws_col > 0 else { return }
    let largest = 2000
    resize_term(Int32(min(largest, Int(now.ws_row))), Int32(min(largest, Int(now.ws_col))))
    // What a window keeps of its cells while it changes is its own affair.
    repaint()
  }

  /// Sends every cell again, whatever ncurses believes the terminal shows.
  func repaint() {
    clearok(cn_current_window(), true)
    mustDrawAll = true
  }

  /// Stops, with the terminal given back, until the shell lets the program go on.
  func suspend() {
    giveBack()
    signals.stopJob()
    resume()
    signals.forget(SIGCONT)
  }

  /// Takes the terminal again, whatever has become of it since.
  func resume() {
    // A stop that cannot be handled (SIGSTOP) left no time to give the terminal back; after
    // endwin, the next refresh sets and sends all modes again.
    if !isendwin() { endwin() }
    // A stopped program is not told of a new size.
    adoptWindowSize()
    repaint()
    wrefresh(window)
    keypad(window, true)
    bracketPastes(true)
    reportDrags(true)
    decoder.abandonAll()
  }

  private func giveBack() {
    skipAnswer()
    reportDrags(false)
    bracketPastes(false)
    if !isendwin() { endwin() }
  }

  /// The type of the terminal; throws why no screen can be shown, whatever standard input is.
  static func requireScreen() throws(TerminalError) -> TerminalType {
    guard isatty(STDOUT_FILENO) == 1, StandardInput.kind != .nothing else { throw .notATerminal }
    let type = try TerminalType.find()
    // newterm would also start on a terminal that cannot move its cursor, and write to it.
    guard Description.string("cup") != nil else { throw .noCursorMotion(type.name) }
    return type
  }

  /// Puts nothing in the place of a closed standard error, where the next pipe would be opened:
  /// complaints would be read as signals.
  private static func fillStandardError() {
    guard fcntl(STDERR_FILENO, F_GETFD) == -1 else { return }
    _ = open("/dev/null", O_WRONLY)
  }

  /// Has the terminal given back also where the program can no longer do it.
  private static func armGuard() {
    let reset = Description.leaving
    // Without the guard, which can only lack descriptors, everything else still works.
    _ = terminal_guard_arm(STDOUT_FILENO, reset, reset.utf8.count)
  }

  private static func startColors() -> Int {
    guard has_colors(), !Environment.forbidsColor, start_color() == OK else { return 0 }
    // The background of the terminal shows through, be it light, dark or a picture.
    use_default_colors()
    return Int(cn_colors())
  }

  private func configureInput() {
    // cbreak, not raw: Ctrl-\ stays a signal, and works when nothing else does.
    cbreak()
    noecho()
    nonl()
    intrflush(window, false)
    keypad(window, true)
    // The loop draws once for all keys that have come; a picture, once begun, is finished.
    typeahead(-1)
    freeControlKeys()
  }

  /// Takes Ctrl-S, Ctrl-Q, Ctrl-V and Ctrl-O from the terminal driver, which would freeze the
  /// screen or swallow the next key, and Ctrl-C and Ctrl-Z, which can be part of a paste.
  private func freeControlKeys() {
    var modes = termios()
    guard tcgetattr(STDIN_FILENO, &modes) == 0 else { return }
    modes.c_iflag &= ~tcflag_t(IXON)
    modes.c_lflag &= ~tcflag_t(IEXTEN)
    let none = cc_t(truncatingIfNeeded: fpathconf(STDIN_FILENO, Int32(_PC_VDISABLE)))
    withUnsafeMutableBytes(of: &modes.c_cc) { characters in
      for index in [VINTR, VSUSP] { characters[Int(index)] = none }
    }
    tcsetattr(STDIN_FILENO, TCSADRAIN, &modes)
    // What resume sets again.
    def_prog_mode()
  }

  /// Asks the terminal to mark pastes, so that pasted text is never taken for keys.
  private func bracketPastes(_ wanted: Bool) {
    guard canBracketPastes else { return }
    send("\u{1B}[?2004\(wanted ? "h" : "l")")
  }

  /// Sends a control sequence that ncurses has no call for.
  func send(_ sequence: String) {
    fputs(sequence, cn_standard_output())
    fflush(cn_standard_output())
  }
}
