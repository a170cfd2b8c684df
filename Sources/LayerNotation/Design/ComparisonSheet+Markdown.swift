import ConvArithmetic

extension ComparisonSheet {
  /// The comparison as a table in Markdown, for pull requests.
  ///
  /// - Parameters:
  ///   - a: The layer that is compared with.
  ///   - b: The other one.
  ///   - all: Whether rows that are the same are there, too.
  ///   - spell: The characters to write for a text.
  /// - Returns: A heading for both layers, and a table with all digits.
  package func markdown(
    _ a: ConvLayer, _ b: ConvLayer, all: Bool, spell: (String) -> String = { $0 }
  ) -> String {
    let sections = all ? self.sections : differences
    let rows = sections.flatMap { section in
      section.rows.map { row in
        let texts = row.texts()
        return [
          "\(section.title): \(row.name)", texts.a, texts.b, texts.difference, texts.ratio,
        ]
      }
    }
    let head = "- A: `\(a.pytorchLine)`\n- B: `\(b.pytorchLine)`\n\n"
    guard !rows.isEmpty else { return head + "All numbers are the same.\n" }
    let columns: [Table.Column] = [
      .init("number"), .init("a", title: "A", .trailing), .init("b", title: "B", .trailing),
      .init("difference", title: "B − A", .trailing), .init("ratio", title: "B / A", .trailing),
    ]
    let table = Table(columns, texts: rows).markdown(spell: spell)
    return head + table.map { $0 + "\n" }.joined()
  }
}
