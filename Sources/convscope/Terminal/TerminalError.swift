nonisolated struct TerminalError: Error {
  /// The reason and the way out, in one line.
  let message: String

  private init(_ reason: String) {
    message = "\(reason) (without a terminal: convscope report, or convscope --print 80x24)"
  }

  /// The type comes from the environment: it is cut short, without what a terminal could act on.
  private init(_ type: String, _ reason: String) {
    self.init("terminal type '\(printable(String(type.unicodeScalars.prefix(40))))' \(reason)")
  }

  static let notATerminal = Self("standard input and output must be a terminal")
  static let typeNotSet = Self("TERM does not say which type of terminal this is")

  /// Why there is no screen though its type is known.
  static var lackOfResources: Self {
    // As many as the signals and the guard take.
    let copies = (0..<6).map { _ in dup(STDOUT_FILENO) }
    for copy in copies where copy >= 0 { close(copy) }
    return copies.contains(-1)
      ? Self("too few file descriptors are free for the screen (ulimit -n 64)")
      : Self("the system refused the resources for the screen")
  }

  static func typeUnknown(_ type: String) -> Self { Self(type, "is not known here") }

  static func noCursorMotion(_ type: String) -> Self { Self(type, "cannot move its cursor") }
}
