/// The last state and the snapshots, which the folder for states keeps.
nonisolated extension UserFolder {
  private var last: String { path + "/last" }
  private var snapshots: String { path + "/snapshots" }
  private var lessons: String { path + "/lessons" }

  /// Keeps a state for the next time; the last one to be kept wins.
  func keep(_ line: ShareLine) throws(FileFailure) {
    try make()
    try write(line, to: last, overwrites: true)
  }

  func keep(_ record: LessonRecord) throws(FileFailure) {
    try make()
    try WholeFile.write(Array(record.text.utf8), to: lessons, overwrites: true)
  }

  func readLessons() -> LessonRecord {
    let bytes = try? BoundedFile.bytes(ofRegular: lessons, most: LessonRecord.mostBytes)
    return LessonRecord(reading: bytes ?? [])
  }

  /// Writes a file that is nobody else's business.
  private func write(_ line: ShareLine, to path: String, overwrites: Bool) throws(FileFailure) {
    let bytes = Array(KeptLine.text(line).utf8)
    guard bytes.count <= KeptLine.mostBytes else {
      throw FileFailure("write", path, number: EFBIG, reason: Sentence.tooLongToKeep())
    }
    try WholeFile.write(bytes, to: path, overwrites: overwrites)
  }

  /// Why no last state can be opened.
  struct NoState: Error { let reason: String }

  /// The state that was kept last; a damaged one is set aside.
  func readLast() throws(NoState) -> ShareLine {
    let bytes: [UInt8]
    do throws(FileFailure) {
      bytes = try BoundedFile.bytes(ofRegular: last, most: KeptLine.mostBytes)
    } catch { throw NoState(reason: error.isAbsent ? "no state is kept yet" : error.message) }
    do throws(KeptLine.Fault) {
      return try Self.line(bytes)
    } catch {
      guard case .damaged = error else {
        throw NoState(reason: "the last state cannot be opened: \(error.message)")
      }
      throw setAside(error)
    }
  }

  private static func line(_ bytes: [UInt8]) throws(KeptLine.Fault) -> ShareLine {
    let line = try KeptLine.read(bytes)
    do throws(NotationError) {
      try ExplorerState.check(line)
      return line
    } catch { throw .damaged(error.message) }
  }

  private func setAside(_ fault: KeptLine.Fault) -> NoState {
    let damaged = last + ".damaged"
    let isAside = rename(last, damaged) == 0
    return NoState(
      reason: "the last state was damaged: \(fault.message)"
        + (isAside ? "; it is now \(printable(damaged))" : ""))
  }

  /// More than anybody looks through.
  private static let mostSnapshots = 1_000

  func keep(_ line: ShareLine, as name: SnapshotName, overwrites: Bool) throws(FileFailure) {
    try make(["snapshots"])
    try write(line, to: path(of: name), overwrites: overwrites)
  }

  func delete(_ name: SnapshotName) throws(FileFailure) {
    guard unlink(path(of: name)) == 0 else { throw FileFailure("delete", path(of: name)) }
  }

  /// The snapshot of a name; `nil` where there is none.
  func snapshot(_ name: SnapshotName) -> Snapshot? {
    do throws(FileFailure) {
      let bytes = try BoundedFile.bytes(ofRegular: path(of: name), most: KeptLine.mostBytes)
      let content = Result { () throws(KeptLine.Fault) in try Self.line(bytes) }
      return Snapshot(name: name, content: content)
    } catch {
      guard !error.isAbsent else { return nil }
      return Snapshot(name: name, content: .failure(.damaged(error.message)))
    }
  }

  func readSnapshots() -> [Snapshot] {
    guard let folder = opendir(snapshots) else { return [] }
    defer { closedir(folder) }
    var names: [SnapshotName] = []
    while let entry = readdir(folder), names.count < Self.mostSnapshots {
      if let name = SnapshotName(fileName: entry.pointee.name) { names.append(name) }
    }
    return names.sorted().compactMap(snapshot)
  }

  private func path(of name: SnapshotName) -> String { "\(snapshots)/\(name.fileName)" }
}

extension dirent {
  fileprivate nonisolated var name: String {
    withUnsafeBytes(of: d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
