/// How a program ended, or why it does not run at the moment.
package enum ProgramEnding: Equatable, Sendable {
  case exited(Int32)
  case signalled(Int32)
  case stopped(Int32)

  /// The status as a shell sees it.
  package var status: Int32 {
    switch self {
    case .exited(let status): status
    case .signalled(let signal), .stopped(let signal): 128 + signal
    }
  }

  /// Takes apart what `waitpid` gives; the macros for it are out of Swift's reach.
  init(waitStatus: Int32) {
    self =
      switch waitStatus & 0x7F {
      case 0: .exited((waitStatus >> 8) & 0xFF)
      case 0x7F: .stopped((waitStatus >> 8) & 0xFF)
      case let signal: .signalled(signal)
      }
  }
}
