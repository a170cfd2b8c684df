import ExplorerViewModel
import LayerNotation

nonisolated extension StateFolder {
  /// More than anybody looks through.
  private static let mostSnapshots = 1_000

  func keep(_ line: ShareLine, as name: SnapshotName, overwrites: Bool) throws(FileFailure) {
    try folder.make(["snapshots"])
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

  /// All snapshots by their names; other files are none.
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
