/// A share line as a file keeps it: a line that says what it is, and the share line.
///
///     convscope state 1
///     convscope --op conv2d --input 1,3,32,32 --out-channels 8 --kernel-size 3
///
/// One with a network is of version 2, which those who read version 1 alone leave as it is.
package enum KeptLine {
  /// More than any share line has.
  package static let mostBytes = 1 << 20
  private static let beginning = "convscope state "
  private static let version = 2

  package enum Fault: Error, Equatable, Sendable {
    case newer
    /// Torn, foreign or changed by hand so that it makes no sense.
    case damaged(String)

    package var message: String {
      switch self {
      case .newer: "it was written by a later convscope"
      case .damaged(let reason): reason
      }
    }
  }

  package static func text(_ line: ShareLine) -> String {
    "\(beginning)\(line.network == nil ? 1 : version)\n\(line.text)\n"
  }

  /// Reads what a file has, at most ``mostBytes`` and one more; nothing of it is trusted.
  package static func read(_ bytes: [UInt8]) throws(Fault) -> ShareLine {
    guard bytes.count <= mostBytes else { throw .damaged("it is too long") }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw .damaged("it is not UTF-8")
    }
    let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    guard let first = lines.first, first.hasPrefix(beginning),
      let number = Int(first.dropFirst(beginning.count))
    else { throw .damaged("it does not begin as a state does") }
    guard number <= version else { throw .newer }
    // The last line has its end, or the file is torn.
    guard number >= 1, lines.count == 3, lines[2].isEmpty else {
      throw .damaged("it is not one whole line")
    }
    do throws(NotationError) {
      let line = try ShareLine(reading: String(lines[1]))
      _ = try line.subject()
      return line
    } catch {
      throw .damaged(error.message)
    }
  }
}
