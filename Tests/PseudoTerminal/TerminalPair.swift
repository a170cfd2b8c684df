import Glibc
import Synchronization

/// The two ends of a pseudo terminal: the one in the test's hand, and the one that programs see.
struct TerminalPair {
  let controller: Int32
  let terminal: Int32
  let name: String

  init(columns: Int, rows: Int) throws {
    var ends: (controller: Int32, terminal: Int32) = (-1, -1)
    var size = winsize(columns: columns, rows: rows)
    var name = [CChar](repeating: 0, count: Int(PATH_MAX))
    let result = startingChildren.withLock { _ in
      let result = openpty(&ends.controller, &ends.terminal, &name, nil, &size)
      for end in [ends.controller, ends.terminal] { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
      return result
    }
    guard result == 0 else { throw SystemError("openpty") }
    (controller, terminal) = ends
    let bytes = name.prefix { $0 != 0 }.map(UInt8.init(bitPattern:))
    self.name = String(decoding: bytes, as: UTF8.self)
  }
}

extension winsize {
  init(columns: Int, rows: Int) {
    self.init(
      ws_row: UInt16(clamping: rows), ws_col: UInt16(clamping: columns), ws_xpixel: 0, ws_ypixel: 0)
  }
}
