/// What stands in rows and columns, apart from how it is written.
///
/// A row has a cell for each column: missing ones are empty, others are not written.
package struct Table: Sendable {
  package enum Alignment: Equatable, Sendable { case leading, trailing }

  package struct Column: Sendable {
    /// Its name for programs.
    package let key: String
    /// Its name for people.
    package let title: String
    package let alignment: Alignment

    package init(_ key: String, title: String? = nil, _ alignment: Alignment = .leading) {
      (self.key, self.title, self.alignment) = (key, title ?? key, alignment)
    }
  }

  package enum Cell: Hashable, Sendable {
    case text(String)
    /// A number with all its digits.
    case number(Count)
    case numbers([Int])

    package var text: String {
      switch self {
      case .text(let text): text
      case .number(let number): "\(number)"
      case .numbers(let numbers): numbers.map(String.init).joined(separator: ", ")
      }
    }
  }

  package let columns: [Column]
  package let rows: [[Cell]]

  package init(_ columns: [Column], rows: [[Cell]]) {
    self.columns = columns
    self.rows = rows.map { row in
      columns.indices.map { row.indices.contains($0) ? row[$0] : .text("") }
    }
  }

  package init(_ columns: [Column], texts: [[String]]) {
    self.init(columns, rows: texts.map { $0.map { .text($0) } })
  }

  /// The table for programs: numbers, which end below each other, without commas between digits and
  /// without a sign of percent; nothing in place of a dash.
  package var ungrouped: Table {
    let cells = rows.map { row in
      zip(columns, row).map { column, cell -> Cell in
        guard column.alignment == .trailing, case .text(let text) = cell else { return cell }
        let plain = text.replacing(/,(?=\d)/, with: "").replacing(" %", with: "")
        if plain == "–" { return .text("") }
        return Int128(plain).map { .number(Count($0)) } ?? .text(plain)
      }
    }
    return Table(columns, rows: cells)
  }

  /// The table with its first columns alone, as others may be for programs.
  package func prefix(_ count: Int) -> Table { Table(Array(columns.prefix(count)), rows: rows) }
}
