import ExplorerViewModel
import LayerNotation

/// Where the last state and the snapshots are kept.
nonisolated struct StateFolder: Sendable {
  let folder: UserFolder

  var last: String { folder.path + "/last" }
  var snapshots: String { folder.path + "/snapshots" }

  /// The folder of this user; `nil` without a home.
  init?() {
    guard let folder = UserFolder.state else { return nil }
    self.folder = folder
  }
}

// MARK: The last state

nonisolated extension StateFolder {
  enum LastState {
    case line(ShareLine)
    /// There is none that can be used, which is to be said.
    case unusable(String)
  }

  /// Keeps a state for the next time; the last one to be kept wins.
  func keep(_ line: ShareLine) throws(FileFailure) {
    try folder.make()
    try write(line, to: last, overwrites: true)
  }

  /// Writes a file that is nobody else's business.
  func write(_ line: ShareLine, to path: String, overwrites: Bool) throws(FileFailure) {
    try WholeFile.write(
      Array(KeptLine.text(line).utf8), to: path, overwrites: overwrites, permissions: 0o600)
  }

  /// The state that was kept last; a damaged one is set aside.
  func readLast() -> LastState {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try BoundedFile.bytes(ofRegular: last, most: KeptLine.mostBytes)
    } catch {
      return .unusable(error.isAbsent ? "no state is kept yet" : error.message)
    }
    do throws(KeptLine.Fault) {
      return .line(try Self.line(bytes))
    } catch {
      guard case .damaged = error else {
        return .unusable("the last state is not opened: \(error.message)")
      }
      return setAside(error)
    }
  }

  static func line(_ bytes: [UInt8]) throws(KeptLine.Fault) -> ShareLine {
    let line = try KeptLine.read(bytes)
    do throws(NotationError) {
      try ExplorerState.check(line)
      return line
    } catch {
      throw .damaged(error.message)
    }
  }

  private func setAside(_ fault: KeptLine.Fault) -> LastState {
    let damaged = last + ".damaged"
    let isAside = rename(last, damaged) == 0
    return .unusable(
      "the last state was damaged: \(fault.message)"
        + (isAside ? "; it is now \(printable(damaged))" : ""))
  }
}
