import LayerNotation

/// What a snapshot is called.
package struct SnapshotName: Equatable, Sendable {
  package let text: String

  /// Characters; each has a few bytes, and each byte at most three in a file name of 255.
  package static let longest = 80
  private static let mostBytes = 240

  /// A name that a person gave; `nil` for one that is empty, too long, or more than plain text.
  package init?(_ text: some StringProtocol) {
    let name = String(text.trimmed)
    guard !name.isEmpty, name.count <= Self.longest, printable(name) == name else { return nil }
    self.text = name
    guard fileName.utf8.count <= Self.mostBytes else { return nil }
  }

  /// The name of its file: all but letters, digits and a few marks as `%2F`, so that no name leads
  /// anywhere else.
  package var fileName: String {
    text.utf8.enumerated().map { place, byte in
      let isPlain = Self.plain.contains(byte) && !(place == 0 && byte == UInt8(ascii: "."))
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + Self.hexadecimal(byte)
    }.joined()
  }

  /// The name whose file has this name; `nil` for a file of other origin.
  package init?(fileName: String) {
    var bytes: [UInt8] = []
    var rest = Array(fileName.utf8)[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = String(decoding: rest.prefix(2), as: UTF8.self)
      guard let code = UInt8(digits, radix: 16) else { return nil }
      bytes.append(code)
      rest = rest.dropFirst(2)
    }
    guard let text = String(validating: bytes, as: UTF8.self) else { return nil }
    self.init(text)
    guard self.fileName == fileName else { return nil }
  }

  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+= ".utf8)

  private static func hexadecimal(_ byte: UInt8) -> String {
    let digits = String(byte, radix: 16, uppercase: true)
    return digits.count == 1 ? "0" + digits : digits
  }
}

extension SnapshotName: Comparable {
  package static func < (left: SnapshotName, right: SnapshotName) -> Bool {
    let (first, second) = (left.text.lowercased(), right.text.lowercased())
    return first == second ? left.text < right.text : first < second
  }
}

/// A state that was kept under a name.
package struct Snapshot: Equatable, Sendable {
  package let name: SnapshotName
  /// The state, or why its file has none.
  package let content: Result<ShareLine, KeptLine.Fault>

  package init(name: SnapshotName, content: Result<ShareLine, KeptLine.Fault>) {
    (self.name, self.content) = (name, content)
  }
}
