/// What only the terminal can do, asked for by a key.
package enum Effect: Equatable, Sendable {
  case quit
  case suspend
  case repaint
  /// Puts text on the clipboard.
  case copy(String)
  /// Writes the map to a file.
  case write(MapExport, to: String, replacing: Bool)
  /// Keeps a state under a name.
  case keep(SnapshotName, ShareLine, overwrites: Bool)
  /// Reads all snapshots.
  case listSnapshots
  case delete(SnapshotName)
}
