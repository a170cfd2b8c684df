import Foundation
import LayerNotation
import SeededNumbers
import Testing

/// Words for a POSIX shell; the witness is /bin/sh.
@Suite struct ShellWordsTests {
  @Test(arguments: [
    ("conv2d", "conv2d"), ("1,64,8,8", "1,64,8,8"), ("row=stride,axes=h", "row=stride,axes=h"),
    ("cursor=3:4", "cursor=3:4"), ("", "''"), ("a b", "'a b'"), ("it's", "'it'\\''s'"),
    ("$HOME", "'$HOME'"), ("×", "'×'"), ("~", "'~'"), ("a\nb", "'a\nb'"),
  ])
  func `a word is quoted only where a shell needs it`(word: String, quoted: String) {
    #expect(ShellWords.quoted(word) == quoted)
  }

  @Test(arguments: [
    ("", []), ("  a   b ", ["a", "b"]), ("'a b' c", ["a b", "c"]), ("a'b c'd", ["ab cd"]),
    ("''", [""]), ("\"a \\\" b\"", ["a \" b"]), ("a\\ b", ["a b"]), ("a \\\n b", ["a", "b"]),
    ("\"it's\"", ["it's"]), ("'a\"b'", ["a\"b"]), ("\"a\\b\"", ["a\\b"]),
  ])
  func `a line is split as a shell splits it`(line: String, words: [String]) throws {
    #expect(try ShellWords.split(line) == words)
    #expect(try shell("printf '%s\\n' start \(line)") == (["start"] + words).lines)
  }

  @Test(arguments: ["'a", "\"a", "a\\"])
  func `what has no end is refused`(line: String) {
    #expect(throws: NotationError.unfinished) { try ShellWords.split(line) }
  }

  @Test(arguments: ["a $b", "`a`", "a;b", "a | b", "a > b", "a & b", "\"$a\"", "$(a)", "a*", "[a]"])
  func `what a shell would run, expand or redirect is refused`(line: String) {
    #expect(throws: NotationError.self) { try ShellWords.split(line) }
  }

  @Test func `any word comes back from its quotes, here and from a shell`() throws {
    var generator = SeededGenerator(seed: 6)
    let letters = Array("ab1 \t'\"\\$`!*?[]{}()<>|&;~#=,:-.\n×é漢\u{301}".unicodeScalars)
    var words: [String] = []
    for _ in 0..<200 {
      let count = Int.random(in: 0...12, using: &generator)
      let scalars = (0..<count).map { _ in letters.randomElement(using: &generator) ?? "a" }
      words.append(String(String.UnicodeScalarView(scalars)))
    }
    let line = words.map(ShellWords.quoted).joined(separator: " ")
    #expect(try ShellWords.split(line) == words)
    #expect(try shell("printf '%s\\n' \(line)") == words.lines)
  }

  /// What a shell prints.
  private func shell(_ command: String) throws -> String {
    let (process, pipe) = (Process(), Pipe())
    process.executableURL = URL(filePath: "/bin/sh")
    process.arguments = ["-c", command]
    process.environment = ["LC_ALL": "C.UTF-8"]
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self)
  }
}

extension [String] {
  fileprivate var lines: String { map { $0 + "\n" }.joined() }
}
