import ConvArithmetic
import LayerNotation

/// What became of a file.
package enum FileResult: Equatable, Sendable {
  case written
  /// It was there already, and still is.
  case exists
  /// Nothing was written, and why.
  case failed(String)
}

extension ExplorerState {
  /// Asks for the name of a file.
  mutating func beginExport() {
    guard case .success = outcome else {
      message = Message(text: "there is no map: PyTorch refuses this layer", style: .faint)
      return
    }
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
      message = Message(text: MapFormat.endingRule, style: .bad)
      return nil
    }
    guard case .success(let pass) = outcome else { return nil }
    do throws(MapExport.TooLarge) {
      return .write(try MapExport(pass, format), to: name, replacing: replacing)
    } catch {
      message = Message(text: error.message, style: .bad)
      return nil
    }
  }

  /// Takes note of what became of a file; until it is written, its name can be changed.
  ///
  /// - Parameters:
  ///   - result: What happened.
  ///   - name: The file's name.
  package mutating func finishExport(_ result: FileResult, name: String) {
    guard case .asking(.file, let entry) = mode else { return }
    switch result {
    case .written:
      mode = .browse
      message = Message(text: "wrote \(name)", style: .good)
    case .exists:
      mode = .asking(.file(replaces: true), entry)
      message = Message(text: "exists; Enter replaces it, Esc leaves", style: .notice)
    case .failed(let reason):
      mode = .asking(.file(replaces: false), entry)
      message = Message(text: reason, style: .bad)
    }
  }
}
