import ExplorerViewModel
import LayerNotation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

nonisolated extension StateFolder {
  /// More than anybody looks through.
  private static let mostSnapshots = 1_000

  /// Keeps a state under a name.
  ///
  /// - Throws: ``FileFailure``, with EEXIST for a name that is taken, unless that is replaced.
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
      return Snapshot(
        name: name,
        content: Result { () throws(KeptLine.Fault) in
          try Self.line(bytes)
        })
    } catch {
      guard error.number != ENOENT, error.number != ENOTDIR else { return nil }
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
  /// The name of the entry.
  fileprivate nonisolated var name: String {
    withUnsafeBytes(of: d_name) { bytes in
      String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
  }
}
