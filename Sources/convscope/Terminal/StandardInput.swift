/// Where standard input comes from, and how the keys come from the terminal all the same.
nonisolated enum StandardInput {
  enum Kind {
    case terminal
    /// A pipe, a socket or a regular file: something that somebody may have given to be read.
    case data
    /// Closed, `/dev/null`, or some other device.
    case nothing
  }

  static var kind: Kind {
    if isatty(STDIN_FILENO) == 1 { return .terminal }
    var status = stat()
    guard fstat(STDIN_FILENO, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFIFO, S_IFSOCK, S_IFREG: return .data
    default: return .nothing
    }
  }

  /// Whether something can be read, or the end has come, within some milliseconds.
  static func isReadable(within milliseconds: Int32) -> Bool {
    var input = pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0)
    return poll(&input, 1, milliseconds) > 0
  }

  /// Puts the controlling terminal in the place of a standard input that is data, as `less` does
  /// after a pipe: from then on everything about keys is as without one.
  ///
  /// - Returns: Whether standard input is a terminal now.
  @discardableResult
  static func becomeTerminal() -> Bool {
    switch kind {
    case .terminal: return true
    case .nothing: return false
    case .data: break
    }
    let terminal = open("/dev/tty", O_RDWR | O_CLOEXEC)
    guard terminal >= 0 else { return false }
    defer { close(terminal) }
    return dup2(terminal, STDIN_FILENO) == STDIN_FILENO
  }
}
