/// A row of an embedded file: cells between tabs, below a line with the names of their columns.
package struct DataRow: Sendable {
  private let columns: [String]
  private let cells: [String]

  /// The cell of a column, without a tab; empty for an unknown column.
  package subscript(column: String) -> String {
    zip(columns, cells).first { $0.0 == column }?.1 ?? ""
  }

  package static func all(_ file: [UInt8]) -> [DataRow] {
    let lines = file.split(separator: UInt8(ascii: "\n")).map { line in
      line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
        .map { String(decoding: $0, as: UTF8.self) }
    }
    guard let columns = lines.first else { return [] }
    return lines.dropFirst().map { DataRow(columns: columns, cells: $0) }
  }

  /// The rows by the cases whose names stand in their first column.
  package static func byCase<Case: Hashable & RawRepresentable<String>>(
    _ file: [UInt8]
  ) -> [Case: DataRow] {
    all(file).reduce(into: [:]) { rows, row in
      if let name = row.cells.first.flatMap(Case.init) { rows[name] = row }
    }
  }
}
