import LayerNotation

/// Why there is no terminal to explore on.
enum TerminalError: Error, Equatable {
  /// Standard output is a file, a pipe or nothing, or there is no terminal that keys come from.
  case notATerminal
  /// `TERM` is absent or empty.
  case typeNotSet
  /// There is no description of this type of terminal.
  case typeUnknown(String)
  /// The cursor of this type of terminal cannot be moved, so nothing can be drawn.
  case noCursorMotion(String)
  /// The system refuses something that every program may ask for.
  case outOfResources
}

extension TerminalError: CustomStringConvertible {
  /// The reason and the way out, in one line.
  var description: String {
    let reason =
      switch self {
      case .notATerminal: "standard input and output must be a terminal"
      case .typeNotSet: "TERM does not say which type of terminal this is"
      case .typeUnknown(let type): "terminal type '\(shown(type))' is not known here"
      case .noCursorMotion(let type): "terminal type '\(shown(type))' cannot move its cursor"
      case .outOfResources: "the system refused the resources for the screen"
      }
    return "\(reason) (without a terminal: convscope report, or convscope --print 80x24)"
  }
  /// A value of the environment, without what a terminal could take for a command, and short.
  private func shown(_ type: String) -> String {
    printable(String(type.unicodeScalars.prefix(40)))
  }
}
