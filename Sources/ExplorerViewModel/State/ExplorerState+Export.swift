import ConvArithmetic
import LayerNotation

extension ExplorerState {
  /// Asks for the name of a file.
  mutating func beginExport() {
    guard case .success = outcome else { return say("there is no map: PyTorch refuses this layer") }
    mode = .asking(.file(replaces: false), TextEntry(subject.layer.fileName(.svg)))
  }

  /// Writes the map to the file whose name has been typed.
  ///
  /// - Parameters:
  ///   - text: The name.
  ///   - replacing: Whether the user has been told that there is such a file.
  /// - Returns: What remains to be done, unless the name or the map forbids it.
  mutating func export(to text: String, replacing: Bool) -> Effect? {
    let name = String(text.trimmed)
    guard let format = MapFormat(fileName: name) else {
      refuse(MapFormat.endingRule)
      return nil
    }
    guard let pass else { return nil }
    do throws(MapExport.TooLarge) {
      return .write(try MapExport(pass, format), to: name, replacing: replacing)
    } catch {
      refuse(error.message)
      return nil
    }
  }
}
