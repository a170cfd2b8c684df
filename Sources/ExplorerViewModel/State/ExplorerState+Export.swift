extension ExplorerState {
  /// Writes the map to the file whose name has been typed, in place of one that the user has been
  /// told of.
  ///
  /// - Throws: ``NotationError`` for a name that says no format, and for a map that is too large.
  func export(to text: String, replacing: Bool) throws(NotationError) -> Effect? {
    let name = String(text.trimmed)
    guard let format = MapFormat(fileName: name) else { throw NotationError(MapFormat.endingRule) }
    guard let pass else { return nil }
    do throws(Remark) {
      return .write(try MapExport(pass, format), to: name, replacing: replacing)
    } catch { throw NotationError(error.text) }
  }
}
