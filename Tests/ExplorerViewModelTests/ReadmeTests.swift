import ConvArithmetic
import ExplorerViewModel
import Foundation
import Testing

/// README and all articles of the manual, one after the other.
private func manual(of root: URL) throws -> String {
  let catalogue = root.appending(path: "Sources/convscope/convscope.docc")
  let articles = try FileManager.default.contentsOfDirectory(
    at: catalogue, includingPropertiesForKeys: nil)
  return try ([root.appending(path: "README.md")] + articles.sorted { $0.path < $1.path })
    .map { try String(contentsOf: $0, encoding: .utf8) }.joined(separator: "\n")
}

@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    readme = try manual(of: root)
  }

  /// The rows of the table of keys, as the manual should have them.
  private var rows: [String] {
    Command.Group.allCases.flatMap { group in
      ["| **\(group.rawValue)** | |"]
        + Command.all.filter { $0.group == group && !$0.keys.isEmpty }.map { command in
          let keys = command.keyNames.split(separator: " ").map { "`\($0)`" }
          return "| \(keys.joined(separator: " ")) | \(command.help) |"
        }
    }
  }

  @Test func `the manual lists every key as the program has it`() {
    let table = (["| key | what it does |", "|---|---|"] + rows).joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  @Test func `the manual shows no key that the program does not have`() {
    let section = readme.components(separatedBy: "\n# ").first { $0.hasPrefix("Keys\n") } ?? ""
    let listed = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(listed.count == Command.all.count { !$0.keys.isEmpty })
    for row in listed { #expect(rows.contains(String(row)), "\(row)") }
  }

  @Test func `the manual lists every lesson`() {
    let table = Lesson.builtIn.listMarkdown.joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  /// Whether a row of a table begins with a name and says something of it.
  private func explains(_ name: String) -> Bool {
    readme.split(separator: "\n").contains { row in
      let cells = row.split(separator: "|").map { $0.trimmingCharacters(in: .whitespaces) }
      return cells.count == 2 && !cells[1].isEmpty
        && ["`", " ", ":"].contains { cells[0].hasPrefix("`\(name)\($0)") }
    }
  }

  @Test func `the manual explains every word of a lesson, and every name of a condition`() {
    for word in LessonWord.allCases { #expect(explains(word.rawValue), "\(word)") }
    let names =
      LessonStateWord.allCases.map(\.rawValue) + LessonShape.allCases.map(\.rawValue)
      + LessonFact.all.map(\.name).filter { name in
        !OperationConvention.tools.contains { $0.id == name }
      }
    for name in names { #expect(explains(name), "\(name)") }
    for place in LessonPlace.allCases {
      let row = readme.split(separator: "\n").first { $0.hasPrefix("| `\(place.rawValue)` | ") }
      let values = place == .row ? [] : place.values
      for value in values { #expect(row?.contains("`\(value)`") == true, "\(value)") }
    }
    for fact in LessonFact.all { #expect(readme.contains("`\(fact.name)`"), "\(fact.name)") }
  }

  @Test func `the manual lists every mark of a share line`() {
    let table = readme.components(separatedBy: "| mark | what it says |\n|---|---|\n").last ?? ""
    let marks = table.split(separator: "\n").prefix { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(marks == ShareItem.all.map(\.name))
    for mark in marks { #expect(explains(mark), "\(mark)") }
  }

  @Test func `the lesson of the manual is one, and what it claims is so`() throws {
    let text = try #require(readme.components(separatedBy: "```text\nlesson ").dropFirst().first)
    let lesson = "lesson " + (try #require(text.components(separatedBy: "```").first))
    let lessons = try Lesson.read(Array(lesson.utf8))
    #expect(lessons.count == 1)
    #expect(lessons.flatMap { LessonPlay.faults(of: $0) } == [])
  }
}
