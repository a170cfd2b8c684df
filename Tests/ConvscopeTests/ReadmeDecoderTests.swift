import Foundation
import PseudoTerminal
import Testing

/// The engineer's work with a decoder, done again as the README tells it.
@Suite struct ReadmeDecoderTests {
  private static let paste = "## From a paste to a better layer"

  @Test(arguments: [(paste, 4), ("## A model, stage by stage", 2)])
  func `every step from the paste to the better layer prints what the README shows`(
    heading: String, least: Int
  ) throws {
    let first = try consoleBlocks(of: Self.paste)
    let model = try #require(first.first { $0.first == "$ cat decoder.txt" })
    let blocks = try consoleBlocks(of: heading)
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "convscope-decoder-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let text = model.dropFirst().joined(separator: "\n") + "\n"
    try text.write(to: folder.appending(path: "decoder.txt"), atomically: true, encoding: .utf8)

    let steps = blocks.filter { $0.first != "$ cat decoder.txt" }
    #expect(steps.count >= least)
    let program = URL(filePath: convscope).deletingLastPathComponent().path
    for step in steps {
      let command = step.first?.dropFirst(2) ?? ""
      let output = try ProgramOutput(
        of: "/bin/sh", ["-c", "cd '\(folder.path)' && \(command)"],
        environment: ["PATH": "\(program):/usr/bin:/bin"])
      output.expectResult()
      #expect(output.lines == Array(step.dropFirst()), "\(command)")
    }
  }

  private func consoleBlocks(of heading: String) throws -> [[Substring]] {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let section = try #require(readme.components(separatedBy: heading + "\n").dropFirst().first)
    let end = section.components(separatedBy: "\n## ").first ?? section
    return end.components(separatedBy: "```console\n").dropFirst().map { text in
      let block = text.components(separatedBy: "```").first ?? ""
      return block.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
  }
}
