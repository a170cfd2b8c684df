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
    KeyBinding.Group.allCases.flatMap { group in
      ["| **\(group.rawValue)** | |"]
        + KeyBinding.all.filter { $0.group == group }.map { binding in
          let keys = binding.keyNames.split(separator: " ").map { "`\($0)`" }
          return "| \(keys.joined(separator: " ")) | \(binding.help) |"
        }
    }
  }

  @Test func `the README lists every key as the program has it`() {
    let table = (["| key | what it does |", "|---|---|"] + rows).joined(separator: "\n")
    #expect(readme.contains(table), "the table should be:\n\(table)")
  }

  @Test func `the README shows no key that the program does not have`() {
    let listed = readme.split(separator: "\n").filter { $0.hasPrefix("| `") && $0.contains("` | ") }
    let keyRows = Set(rows)
    let start = readme.range(of: "## Keys")?.lowerBound ?? readme.startIndex
    let end = readme.range(of: "## Command line")?.lowerBound ?? readme.endIndex
    for row in listed where readme[start..<end].contains(row) {
      #expect(keyRows.contains(String(row)))
    }
  }
}
