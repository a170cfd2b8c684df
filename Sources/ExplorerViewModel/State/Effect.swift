/// What only the terminal can do, asked for by a key.
package enum Effect: Equatable, Sendable {
  case quit
  case suspend
  case repaint
  /// Puts text on the clipboard.
  case copy(String)
  case write(MapExport, to: String, replacing: Bool)
  case keep(SnapshotName, ShareLine, overwrites: Bool)
  case listSnapshots
  case delete(SnapshotName)
}
