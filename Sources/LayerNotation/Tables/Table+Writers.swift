extension Table {
  /// Lines whose columns are aligned, two blanks between them; none has blanks at its end.
  package func lines(_ spelling: Spelling, hasTitles: Bool) -> [String] {
    let titles = hasTitles ? [columns.map(\.title)] : []
    let texts = titles + rows.map { $0.map(\.text) }
    let widths = columns.indices.map { column in
      texts.map { spelling.width($0[column]) }.max() ?? 0
    }
    return texts.map { row in
      let cells = columns.indices.map { column in
        spelling.padded(row[column], to: widths[column], columns[column].alignment)
      }
      return spelling.line(cells.joined(separator: "  "))
    }
  }

  /// A table of GitHub's Markdown (<https://github.github.com/gfm/#tables-extension->).
  ///
  /// Everything in a cell that Markdown could take for its own is escaped; titles stay as they are.
  package func markdown(isRuleSpaced: Bool = true, spell: (String) -> String = { $0 }) -> [String] {
    let rules = columns.map { $0.alignment == .trailing ? "---:" : "---" }
    let line = { (cells: [String]) in "| \(cells.joined(separator: " | ")) |" }
    return [
      line(columns.map { spell($0.title) }),
      isRuleSpaced ? line(rules) : "|\(rules.joined(separator: "|"))|",
    ] + rows.map { row in line(row.map { spell($0.text).markdown }) }
  }

  /// The table as comma-separated values below their keys, as RFC 4180 has it, but for lines that
  /// end as those of Unix do.
  package func csv(spell: (String) -> String = { $0 }) -> String {
    let lines = [columns.map(\.key)] + rows.map { row in row.map { spell($0.text) } }
    return lines.map { $0.map(\.csvField).joined(separator: ",") + "\n" }.joined()
  }
}

extension String {
  /// The text with everything escaped that Markdown could take for its own.
  package var markdown: String {
    var escaped = String.UnicodeScalarView()
    for scalar in unicodeScalars {
      if "\\`*_[]<>|~&#".unicodeScalars.contains(scalar) { escaped.append("\\") }
      escaped.append(scalar)
    }
    return String(escaped)
  }

  /// The text as a field of comma-separated values, in quotes where it needs them.
  fileprivate var csvField: String {
    // Scalar by scalar: a carriage return and a line feed are one character.
    guard unicodeScalars.contains(where: { ",\"\r\n".unicodeScalars.contains($0) }) else {
      return self
    }
    let inner = unicodeScalars.map { $0 == "\"" ? "\"\"" : String($0) }
    return "\"" + inner.joined() + "\""
  }
}

extension JSONWriter {
  private mutating func field(named key: String, _ cell: Table.Cell) {
    write(named: key)
    switch cell {
    case .text(let text): append(quoted: text)
    case .number(let number): append(number)
    case .numbers(let numbers): append(numbers)
    }
  }

  /// Writes a list of objects, one for each row; numbers have all their digits.
  package mutating func list(_ key: StaticString, _ table: Table) {
    list(key, table.rows) { writer, row in
      for (column, cell) in zip(table.columns, row) { writer.field(named: column.key, cell) }
    }
  }
}
