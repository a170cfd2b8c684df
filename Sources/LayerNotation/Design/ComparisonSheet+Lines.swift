extension ComparisonSheet.Row {
  /// The texts of a row: both values, what lies between them, and what one is of the other.
  package struct Texts: Equatable, Sendable {
    package let a: String
    package let b: String
    /// `+12`, `−3`, `same`, `differs`, or `–` where that cannot be said.
    package let difference: String
    /// `×1.78`; empty where there is none.
    package let ratio: String
  }

  /// The row in texts; numbers of more columns than `width`, at least 8, are rounded and marked so.
  package func texts(within width: Int = .max) -> Texts {
    let ratio = pair.isSame == true ? nil : pair.ratio
    let quotient = ratio.flatMap { Ratio($0.numerator).quotientText(by: $0.denominator, within: 8) }
    return Texts(
      a: pair.a.text(width), b: pair.b.text(width), difference: pair.differenceText(width),
      ratio: quotient.map { "×\($0)" } ?? "")
  }
}

extension ComparedValue {
  fileprivate func text(_ width: Int) -> String {
    switch self {
    case .count(let count): width == .max ? count.grouped : count.grouped(within: max(6, width))
    case .word(let word): word
    case .absent: "–"
    case .notCovered(let features): features.refusal()
    }
  }
}

extension ComparedPair {
  fileprivate func differenceText(_ width: Int) -> String {
    switch (a, b) {
    case _ where isSame == true: return "same"
    case (.word, _), (_, .word): return "differs"
    default: break
    }
    guard let difference else { return "–" }
    let room = width == .max ? .max : max(6, width - 1)
    return (difference > 0 ? "+" : "") + ComparedValue.count(difference).text(room)
  }
}

extension ComparisonSheet {
  /// The comparison as a table in Markdown with all digits, below a heading for both layers; rows
  /// that are the same are left out without `all`.
  package func markdown(
    _ a: ConvLayer, _ b: ConvLayer, all: Bool, spell: (String) -> String = { $0 }
  ) -> String {
    let sections = all ? self.sections : differences
    let rows = sections.flatMap { section in
      section.rows.map { row in
        let texts = row.texts()
        return ["\(section.title): \(row.name)", texts.a, texts.b, texts.difference, texts.ratio]
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
