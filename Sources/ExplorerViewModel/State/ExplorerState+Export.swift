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
      return say("there is no map: PyTorch refuses this layer")
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
      refuse(MapFormat.endingRule)
      return nil
    }
    guard case .success(let pass) = outcome else { return nil }
    do throws(MapExport.TooLarge) {
      return .write(try MapExport(pass, format), to: name, replacing: replacing)
    } catch {
      refuse(error.message)
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
      say("wrote \(name)", .good)
    case .exists:
      mode = .asking(.file(replaces: true), entry)
      say("exists; Enter replaces it, Esc leaves", .notice)
    case .failed(let reason):
      mode = .asking(.file(replaces: false), entry)
      refuse(reason)
    }
  }
}
