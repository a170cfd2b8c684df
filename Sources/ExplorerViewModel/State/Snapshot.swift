package struct SnapshotName: Equatable, Sendable {
  package let text: String

  /// Characters; each has a few bytes, and each byte at most three in a file name of 255.
  package static let longest = 80
  private static let mostBytes = 240

  /// A name that a person gave.
  ///
  /// - Throws: ``NotationError`` for one that is empty, too long, or more than plain text.
  package init(_ text: some StringProtocol) throws(NotationError) {
    let name = String(text.trimmed)
    guard !name.isEmpty else { throw NotationError("a name has at least one character") }
    guard name.count <= Self.longest else {
      throw NotationError(
        "a name has at most \(Self.longest) characters; this one has \(name.count)")
    }
    // A control code, or a character that turns the direction of a text.
    if let scalar = name.unicodeScalars.first(where: { !isPrintable($0) }) {
      let code = hexadecimal(scalar.value, 4)
      throw NotationError("a name cannot have the character U+\(code), which is not shown")
    }
    self.text = name
    guard fileName.utf8.count <= Self.mostBytes else {
      throw NotationError("the name is too long for a file; outside ASCII 26 characters always fit")
    }
  }

  /// The name of its file: all but letters, digits and a few marks as `%2F`, to lead nowhere else.
  package var fileName: String {
    text.utf8.enumerated().map { place, byte in
      let isPlain = Self.plain.contains(byte) && !(place == 0 && byte == UInt8(ascii: "."))
      return isPlain ? String(Unicode.Scalar(byte)) : "%" + hexadecimal(UInt32(byte), 2)
    }.joined()
  }

  /// The name whose file has this name; `nil` for a file from elsewhere.
  package init?(fileName: String) {
    let parts = fileName.split(separator: "%", omittingEmptySubsequences: false)
    var bytes = Array((parts.first ?? "").utf8)
    for part in parts.dropFirst() {
      guard let code = UInt8(part.prefix(2), radix: 16) else { return nil }
      bytes.append(code)
      bytes += part.dropFirst(2).utf8
    }
    guard let text = String(validating: bytes, as: UTF8.self), let name = try? SnapshotName(text),
      name.fileName == fileName
    else { return nil }
    self = name
  }

  private static let plain = Set(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.+= ".utf8)
}

private func hexadecimal(_ number: UInt32, _ least: Int) -> String {
  let digits = String(number, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, least - digits.count)) + digits
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
