/// Everything about a layer in Markdown, for lecture notes and pull requests.
///
/// GitHub's tables (<https://github.github.com/gfm/#tables-extension->); everything that Markdown
/// could take for its own is escaped, as formulas are full of `*`, `_` and `|`.
extension FactSheet {
  package func markdown(spell: (String) -> String = { $0 }) -> String {
    let head = """
      # `\(pass.layer.pytorchLine)`

      \(spell("\(pass.input.text) → \(pass.output.text)").markdown)

      """
    let sections = reportSections.map { Self.section($0, spell) }
    return head + sections.joined() + Self.conventions(conventions, spell) + Self.map(pass, spell)
  }

  fileprivate static func section(_ section: FactSection, _ spell: (String) -> String) -> String {
    let table = Table(
      [
        .init("name"), .init("formula"), .init("substituted", title: "with numbers"),
        .init("value", .trailing),
      ], texts: section.facts.map { [$0.name, $0.formula, $0.substituted, $0.value] })
    let facts = section.facts.isEmpty ? [] : [text(table, spell)]
    let notes = section.notes.map { "\(spell($0).markdown)\n" }
    return heading(spell(section.title)) + (facts + notes).joined(separator: "\n")
  }

  private static func conventions(
    _ conventions: [ConventionFact], _ spell: (String) -> String
  ) -> String {
    let rows = conventions.map { fact in
      let reasons = fact.reasons.joined(separator: " ")
      return ["\(fact.name) (\(fact.source))", fact.count, fact.unit, fact.ratio, reasons]
    }
    let columns: [Table.Column] = [
      .init("tool"), .init("count", .trailing), .init("unit"), .init("ratio", .trailing),
      .init("why"),
    ]
    return heading(conventionsTitle) + text(Table(columns, texts: rows), spell)
      + "\nratio: the count over the right one of its unit.\n"
  }

  private static let mostCells = 40

  /// The map in numbers, where it is small.
  private static func map(_ pass: ForwardPass, _ spell: (String) -> String) -> String {
    let size = pass.overlap.size
    guard max(size.height, size.width) <= mostCells, let map = try? MapExport(pass, .text) else {
      return ""
    }
    var text = ""
    map.write(spell: spell) { text += $0 }
    return heading("The map") + "```text\n\(text)```\n"
  }

  fileprivate static func text(_ table: Table, _ spell: (String) -> String) -> String {
    table.markdown(spell: spell).map { $0 + "\n" }.joined()
  }

  private static func heading(_ title: String) -> String { "\n## \(title.markdown)\n\n" }
}

extension NetworkSheet {
  /// The network in Markdown: its totals, its modules, then the sections.
  package func markdown(
    _ title: String, _ sections: [FactSection], spell: (String) -> String
  ) -> String {
    "# \(spell(title).markdown)\n\n" + lines.map { "- \(spell($0).markdown)\n" }.joined() + "\n"
      + FactSheet.text(table, spell) + sections.map { FactSheet.section($0, spell) }.joined()
  }
}

extension WorkSheet {
  package func markdown(spell: (String) -> String = { $0 }) -> String {
    func write(_ text: String) -> String { spell(text).markdown }
    let head = """
      # \(Self.title)

      \(write(origin)); `\(command)` prints this sheet again.

      """
    let questions = exercises.enumerated().map { place, exercise in
      """

      \(place + 1). `\(exercise.question.pass.layer.pytorchLine)` on an input of \
      \(exercise.question.pass.input.text). \(write(exercise.question.sentence))

      """ + Self.block(grids(exercise))
    }
    let answers = exercises.enumerated().map { Self.answer($0 + 1, $1, write) }
    let meanings = letters.map { "- \(write($0.name)): \(write($0.meaning))\n" }
    return head + questions.joined() + "\n## \(Self.answersTitle)\n\n" + answers.joined()
      + "\n## \(Self.lettersTitle)\n\n" + meanings.joined()
  }

  /// Lines as they are, in an item of a list.
  private static func block(_ lines: [String]) -> String {
    lines.isEmpty
      ? ""
      : (["", "```text"] + lines + ["```"]).map { $0.isEmpty ? "\n" : "   \($0)\n" }.joined()
  }

  private static func answer(
    _ number: Int, _ exercise: Exercise, _ write: (String) -> String
  ) -> String {
    let question = exercise.question
    let lines = working(question) + warnings(question)
    return "\(number). **\(write(question.text(question.answer)))**\n"
      + lines.map { "   - \(write($0))\n" }.joined()
  }
}
