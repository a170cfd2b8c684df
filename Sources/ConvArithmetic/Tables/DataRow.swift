/// A row of an embedded file: cells between tabs, below a line with the names of their columns.
///
/// A cell becomes a text when it is asked for: the first screen waits for all that is read at once.
package struct DataRow: Sendable {
  private let columns: [String]
  private let line: ArraySlice<UInt8>

  /// The cell of a column, without a tab; empty for an unknown column.
  package subscript(column: String) -> String {
    columns.firstIndex(of: column).map { text($0) } ?? ""
  }

  /// The words of a cell, which stand between spaces.
  package func words(_ column: String) -> [String] {
    self[column].utf8.split(separator: UInt8(ascii: " ")).map { String(Substring($0)) }
  }

  /// The cell at a place, from 0.
  private func text(_ place: Int) -> String {
    var (start, left) = (line.startIndex, place)
    while left > 0, start < line.endIndex {
      if line[start] == UInt8(ascii: "\t") { left -= 1 }
      start += 1
    }
    return String(decoding: line[start...].prefix { $0 != UInt8(ascii: "\t") }, as: UTF8.self)
  }

  package static func all(_ file: [UInt8]) -> [DataRow] {
    let lines = file[...].pieces(between: UInt8(ascii: "\n"))
    let columns = lines.first?.pieces(between: UInt8(ascii: "\t")) ?? []
    let names = columns.map { String(decoding: $0, as: UTF8.self) }
    return lines.dropFirst().map { DataRow(columns: names, line: $0) }
  }

  /// The rows by the names in their first column, of several the first one.
  package static func named(_ file: [UInt8]) -> [String: DataRow] {
    Dictionary(all(file).map { ($0.text(0), $0) }, uniquingKeysWith: { first, _ in first })
  }
}

extension ArraySlice<UInt8> {
  /// What stands between separators; nothing that is empty.
  ///
  /// The library's `split` calls a closure for each byte.
  package func pieces(between separator: UInt8) -> [ArraySlice] {
    var pieces: [ArraySlice] = []
    var rest = self
    while !rest.isEmpty {
      let end = rest.firstIndex(of: separator) ?? rest.endIndex
      if end > rest.startIndex { pieces.append(rest[..<end]) }
      rest = rest[end...].dropFirst()
    }
    return pieces
  }
}
