import ExplorerViewModel
import Foundation
import Testing

@Suite struct ReadmeTests {
  private let readme: String

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
  }

  /// The rows of the table of keys, as the README should have them.
  private var rows: [String] {
    Command.Group.allCases.flatMap { group in
      ["| **\(group.rawValue)** | |"]
        + Command.all.filter { $0.group == group && !$0.keys.isEmpty }.map { command in
          let keys = command.keyNames.split(separator: " ").map { "`\($0)`" }
          return "| \(keys.joined(separator: " ")) | \(command.help) |"
        }
    }
  }

  @Test func `the README lists every key as the program has it`() {
    let table = (["| key | what it does |", "|---|---|"] + rows).joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  @Test func `the README shows no key that the program does not have`() {
    let section = readme.components(separatedBy: "\n## ").first { $0.hasPrefix("Keys\n") } ?? ""
    let listed = section.split(separator: "\n").filter { $0.hasPrefix("| `") }
    #expect(listed.count == Command.all.count { !$0.keys.isEmpty })
    for row in listed { #expect(rows.contains(String(row)), "\(row)") }
  }

  @Test func `the README lists every lesson`() {
    let table = LessonList(lessons: Lesson.builtIn).markdown.joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  @Test func `the README explains every word of a lesson, and every name of a condition`() {
    let words = LessonWord.allCases.map { "| `\($0.form)` | \($0.help) |" }
    #expect(readme.contains(words.joined(separator: "\n")))
    let names =
      LessonStateWord.allCases.map { "| `\($0.rawValue)` | \($0.help) |" }
      + LessonShape.allCases.map { "| `\($0.rawValue)` | \($0.help) |" }
      + LessonFact.ofLayerAndScreen.map { "| `\($0.name)` | \($0.help) |" }
    for name in names { #expect(readme.contains(name), "\(name)") }
    for place in LessonPlace.allCases {
      let row = readme.split(separator: "\n").first { $0.hasPrefix("| `\(place.rawValue)` | ") }
      let values = place == .row ? [] : place.values
      for value in values { #expect(row?.contains("`\(value)`") == true, "\(value)") }
    }
    for fact in LessonFact.all { #expect(readme.contains("`\(fact.name)`"), "\(fact.name)") }
  }

  @Test func `the README lists every mark of a share line`() {
    let rows = ShareItem.all.map { "| `\($0.name)` | \($0.help) |" }
    let table = (["| mark | what it says |", "|---|---|"] + rows).joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  @Test func `the lesson of the README is one, and what it claims is so`() throws {
    let text = try #require(readme.components(separatedBy: "```text\n").dropFirst().first)
    let lesson = try #require(text.components(separatedBy: "```").first)
    let lessons = try Lesson.read(Array(lesson.utf8))
    #expect(lessons.count == 1)
    #expect(lessons.flatMap { LessonPlay.faults(of: $0) } == [])
  }
}
