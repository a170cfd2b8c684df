import ExplorerViewModel
import Foundation
import Testing

@Suite struct ManualMarksTests {
  @Test func `the manual lists every mark of a share line`() throws {
    var root = URL(filePath: #filePath)
    for _ in 0..<4 { root.deleteLastPathComponent() }
    let page = try String(
      contentsOf: root.appending(path: "Sources/convscope/convscope.docc/Sharing.md"),
      encoding: .utf8)
    let table = page.components(separatedBy: "| mark | what it says |\n|---|---|\n").last ?? ""
    let marks = table.split(separator: "\n").prefix { $0.hasPrefix("| `") }
      .compactMap { $0.split(separator: "`").dropFirst().first.map(String.init) }
    #expect(marks == ShareItem.all.map(\.name))
  }
}
