import Foundation
import PseudoTerminal
import Testing

/// The examples of the README, done again.
@Suite struct ReadmeExampleTests {
  /// The blocks of console text.
  private let blocks: [[Substring]]

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    blocks = readme.components(separatedBy: "```console\n").dropFirst().map { text in
      let block = text.components(separatedBy: "```").first ?? ""
      return block.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
    }
  }

  @Test func `the example of report prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope report ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines == Array(block.dropFirst()))
  }

  @Test func `the example of the verdict prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope --print ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines == Array(block.dropFirst()))
  }

  @Test func `the example of a budget prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasSuffix(" | grep budget") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).dropLast(3).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines.filter { $0.contains("budget") } == Array(block.dropFirst()))
  }

  @Test func `the example of a schema prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.contains(" --schema ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).dropLast(3).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines.prefix(5) == block.dropFirst())
  }

  @Test func `the examples of solve print what the README shows`() throws {
    let examples = blocks.filter { $0.first?.hasPrefix("$ convscope solve ") == true }
    #expect(!examples.isEmpty)
    for block in examples {
      let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
      let output = try run(words)
      output.expectResult()
      #expect(output.lines == Array(block.dropFirst()))
    }
  }

  @Test func `the example of map prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope map ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines == Array(block.dropFirst()))
  }

  @Test func `the example of code prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope code ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines == Array(block.dropFirst()))
  }

  @Test func `the example of compare prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope compare ") == true })
    // The layers are in quotes, and `| head -n 8` stands after them.
    let layers = block.first?.split(separator: "\"").map(String.init) ?? []
    try #require(layers.count == 5)
    let output = try run(["compare", layers[1], layers[3]])
    output.expectResult()
    #expect(output.lines.prefix(8) == Array(block.dropFirst())[...])
  }

  @Test func `the example of sweep prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope sweep ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines == Array(block.dropFirst()))
  }

  @Test func `the example of quiz prints what the README shows`() throws {
    let block = try #require(blocks.first { $0.first?.hasPrefix("$ convscope quiz ") == true })
    let words = block.first?.split(separator: " ").dropFirst(2).map(String.init) ?? []
    let output = try run(words)
    output.expectResult()
    #expect(output.lines == Array(block.dropFirst()))
  }

  @Test(arguments: ["cases.jsonl", "network.jsonl"])
  func `the examples of batch print what the README shows`(file: String) throws {
    let block = try #require(blocks.first { $0.first == "$ cat \(file)" })
    let place = try #require(block.firstIndex { $0.hasPrefix("$ convscope batch ") })
    let options = block[place].split(separator: " ").dropFirst(2).dropLast().map(String.init)
    #expect(block[place].hasSuffix(" \(file)"))
    let cases = block[1..<place].joined(separator: "\n") + "\n"
    let output = try ProgramOutput(of: convscope, options, input: Array(cases.utf8))
    output.expectResult()
    #expect(output.lines == Array(block[(place + 1)...]))
  }

  @Test func `the examples of pipes print what the README shows`() throws {
    // The decoder has a file, and a test of its own.
    let pipes = blocks.filter { block in
      ["$ printf ", "$ convscope presets "].contains { block.first?.hasPrefix($0) == true }
        && block.first?.contains("decoder.txt") == false
    }
    #expect(pipes.count >= 4)
    for block in pipes {
      let command = block.first?.dropFirst(2) ?? ""
      let folder = convscope.split(separator: "/", omittingEmptySubsequences: false).dropLast()
      let path = folder.joined(separator: "/") + ":/usr/bin:/bin"
      let output = try ProgramOutput(
        of: "/bin/sh", ["-c", String(command)], environment: ["PATH": path])
      output.expectResult()
      #expect(output.lines == Array(block.dropFirst()), "\(command)")
    }
  }
}
