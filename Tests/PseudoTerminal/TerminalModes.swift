import Glibc

/// The modes of a terminal driver, to compare before and after.
package struct TerminalModes: Equatable, Sendable {
  private var settings = termios()

  init(of descriptor: Int32) { tcgetattr(descriptor, &settings) }

  /// Sets them all, as `stty` does.
  func apply(to descriptor: Int32) {
    var settings = settings
    tcsetattr(descriptor, TCSANOW, &settings)
  }

  /// Whether lines are edited and echoed by the driver, as a shell leaves it.
  package var editsLines: Bool { settings.c_lflag & tcflag_t(ICANON) != 0 }

  private var flags: [tcflag_t] {
    [settings.c_iflag, settings.c_oflag, settings.c_cflag, settings.c_lflag]
  }

  private var characters: [UInt8] { withUnsafeBytes(of: settings.c_cc) { Array($0) } }

  package static func == (one: Self, other: Self) -> Bool {
    one.flags == other.flags && one.characters == other.characters
  }
}
