import Foundation
import PseudoTerminal
import Testing

/// Lessons from the command line, built-in ones and those of a file.
@Suite struct LessonTests {
  /// A directory of the test's own, for its files.
  private let directory = FileManager.default.temporaryDirectory
    .appending(path: "convscope-lessons-\(UUID().uuidString)")

  /// Runs the program with a file of lessons in place of `FILE`.
  private func run(_ arguments: [String], file text: String) throws -> ProgramOutput {
    try run(arguments, file: Array(text.utf8))
  }

  private func run(_ arguments: [String], file bytes: [UInt8]) throws -> ProgramOutput {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "my lessons.txt")
    try Data(bytes).write(to: file)
    return try ProgramOutput(of: convscope, arguments.map { $0 == "FILE" ? file.path : $0 })
  }

  private func lessonOfReadme() throws -> String {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let page = root.appending(path: "Sources/convscope/convscope.docc/Lessons.md")
    let readme = try String(contentsOf: page, encoding: .utf8)
    let text = try #require(readme.components(separatedBy: "```text\n").dropFirst().first)
    return try #require(text.components(separatedBy: "```").first)
  }

  @Test func `the list has the three tracks, with the goals of their lessons`() throws {
    let output = try ConvscopeTests.run(["lessons"])
    output.expectResult()
    #expect(output.lines.count == 3 + 2 * 21)
    #expect(
      output.lines.filter { !$0.hasPrefix(" ") && !$0.hasPrefix("1") && !$0.hasPrefix("2") }
        == ["See", "Transpose", "Build"])
    let place = try #require(output.lines.firstIndex { $0.contains("Ambiguity and output") })
    #expect(output.lines[place] == "10  Ambiguity and output_padding  Dumoulin & Visin 13, 14")
    #expect(
      output.lines[place + 1] == "    say why two sizes give one, and what output_padding chooses")
  }

  @Test func `the list is a table in Markdown, and an object in JSON`() throws {
    let table = try ConvscopeTests.run(["lessons", "--format", "markdown"])
    table.expectResult()
    #expect(table.lines.count == 2 + 21)
    let output = try ConvscopeTests.run(["lessons", "--format", "json"])
    output.expectResult()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.standardOutput.utf8)) as? [String: Any])
    let lessons = try #require(object["lessons"] as? [[String: Any]])
    #expect(lessons.compactMap { $0["number"] as? Int } == Array(1...21))
    #expect(lessons[9]["relationships"] as? [Int] == [13, 14])
    #expect(lessons[9]["track"] as? String == "Transpose")
    #expect(lessons[9]["screens"] as? Int == 7)
  }

  @Test func `a lesson is a page with text, task and picture of each screen, its answers last`()
    throws
  {
    let page = try ConvscopeTests.run(["lessons", "3", "--format", "markdown"])
    page.expectResult()
    #expect(page.lines.first == "# Lesson 3: Padding")
    #expect(page.lines.count { $0.hasPrefix("## Screen ") } == 8)
    #expect(page.lines.count { $0.hasPrefix("**To do:** ") } == 8)
    #expect(page.standardOutput.contains("x input 5×5"))
    #expect(!page.standardOutput.contains("Lesson 3: Padding ─"))
    let answers = try #require(page.standardOutput.components(separatedBy: "## Answers\n").last)
    #expect(
      answers.hasPrefix(
        "\n- Screen 1: The dots are the zeros: one at each end. y is 5×5, as large as x.\n"))
  }

  @Test func `the pictures of a page are files beside it`() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let arguments = ["lessons", "2", "--output", directory.path]
    #expect(try ConvscopeTests.run(arguments).ending == .exited(0))
    let names = try FileManager.default.contentsOfDirectory(atPath: directory.path)
    #expect(Set(names) == Set(["lesson-2.md"] + (1...8).map { "lesson-2-\($0).svg" }))
    let page = try String(contentsOf: directory.appending(path: "lesson-2.md"), encoding: .utf8)
    #expect(page.contains("![Screen 8](lesson-2-8.svg)"))
    let picture = try String(
      contentsOf: directory.appending(path: "lesson-2-1.svg"), encoding: .utf8)
    #expect(picture.hasPrefix("<svg ") && picture.hasSuffix("</svg>\n"))
    #expect(picture.contains("kernel_size"))
    try ConvscopeTests.run(arguments).expectRefusal(74)
    #expect(try ConvscopeTests.run(arguments + ["--force"]).ending == .exited(0))
  }

  @Test(arguments: [
    ["99"], ["2", "--format", "json"], ["--output", "x"], ["2", "--force"], ["2", "3", "4"],
  ])
  func `what is no page of a lesson is wrong usage`(arguments: [String]) throws {
    try ConvscopeTests.run(["lessons"] + arguments).expectRefusal(64)
  }

  @Test func `the built-in lessons are without a fault`() throws {
    let output = try ConvscopeTests.run(["lessons", "--check"])
    #expect(output.ending == .exited(0))
    #expect(output.standardOutput == "" && output.standardError == "")
  }

  @Test func `a lesson is opened, and keys are pressed in it`() throws {
    let output = try ConvscopeTests.run(["--lesson", "10", "--print", "80x24", "--keys", "l"])
    output.expectResult()
    #expect(output.standardOutput.contains("─ Lesson 10: Ambiguity and output_padding ─"))
    #expect(output.standardOutput.contains("  done  3×3 as well"))
  }

  @Test(arguments: ["0", "22", "-1", "eight"])
  func `a lesson that there is not is wrong usage`(number: String) throws {
    let output = try ConvscopeTests.run(["--lesson=\(number)", "--print", "80x24"])
    output.expectRefusal(64)
  }

  @Test func `a file opens with its first lesson; its lessons are the list`() throws {
    let text = try lessonOfReadme()
    let second = text.replacing("lesson 1: Twice", with: "lesson 2: Again twice")
    let first = try run(["--lesson-file", "FILE", "--print", "80x24"], file: text + second)
    first.expectResult()
    #expect(first.standardOutput.contains("─ Lesson 1: Twice as large ─"))
    let other = try run(
      ["--lesson-file", "FILE", "--lesson", "2", "--print", "80x24"], file: text + second)
    #expect(other.standardOutput.contains("─ Lesson 2: Again twice as large ─"))
    let list = try run(
      ["--lesson-file", "FILE", "--print", "80x24", "--keys", "L"], file: text + second)
    #expect(list.standardOutput.contains("▸  1  Twice as large"))
    #expect(!list.standardOutput.contains("Slide a window"))
    let missing = try run(["--lesson-file", "FILE", "--lesson", "3"], file: text + second)
    missing.expectRefusal(64)
    #expect(missing.standardError.contains("there is no lesson 3; there are 1, 2"))
  }

  @Test func `the lesson of the README is listed and checked`() throws {
    let text = try lessonOfReadme()
    let list = try run(["lessons", "FILE"], file: text)
    list.expectResult()
    #expect(list.lines.first == "1  Twice as large  Dumoulin & Visin 13, 14")
    let check = try run(["lessons", "--check", "FILE"], file: text)
    #expect(check.ending == .exited(0) && check.standardError == "")
    let wrong = text.replacing("then output=7", with: "then output=8")
    let refused = try run(["lessons", "--check", "FILE"], file: wrong)
    refused.expectRefusal(65)
    #expect(
      refused.standardError.hasSuffix(
        "my lessons.txt, line 16: 'output=8' is false: output=(1, 8, 7, 7)\n"))
  }

  @Test(arguments: [["--lesson-file", "FILE", "--print", "80x24"], ["lessons", "FILE"]])
  func `a faulty file is refused with its name, the line and the reason`(
    arguments: [String]
  ) throws {
    let text = try lessonOfReadme().replacing("kernel_size=3", with: "kernel_size=0")
    let output = try run(arguments, file: text)
    output.expectRefusal(65)
    #expect(
      output.standardError.hasSuffix(
        "my lessons.txt, line 9: kernel_size: 0 is not in 1…2,147,483,647\n"))
    let nasty = try run(arguments, file: "lesson 1: A\ngoal: b\n\u{1B}[31m\u{9B}\n")
    nasty.expectRefusal(65)
    #expect(nasty.standardError.unicodeScalars.allSatisfy { $0.value >= 0x20 || $0 == "\n" })
  }

  @Test func `without UTF-8 complaints and lists are ASCII`() throws {
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: directory) }
    let file = directory.appending(path: "faulty.txt")
    try Data("lesson 1: A\ngoal: b\nscreen\n  T.\nset stride=0\n".utf8).write(to: file)
    for arguments in [["lessons"], ["lessons", file.path], ["--lesson", "14", "--plain"]] {
      let output = try ProgramOutput(of: convscope, arguments, environment: ["LC_ALL": "C"])
      let text = output.standardOutput + output.standardError
      #expect(!text.isEmpty && text.unicodeScalars.allSatisfy(\.isASCII))
    }
  }

  @Test func `what is no file of lessons ends soon, and says why`() throws {
    let endless = try ConvscopeTests.run(["--lesson-file", "/dev/zero", "--print", "80x24"])
    endless.expectRefusal(65)
    #expect(endless.standardError.contains("/dev/zero, line 1: the file is longer than 262144"))
    for file in ["/nonexistent/lessons.txt", "/"] {
      let output = try ConvscopeTests.run(["lessons", file])
      output.expectRefusal(74)
      #expect(output.standardError.contains(file))
    }
  }

  @Test(arguments: [["--lesson", "1"], ["--lesson-file", "x"]])
  func `an option of the explorer is not dropped before a command`(
    option: [String]
  ) throws {
    for command in ["report", "lessons"] {
      let output = try ConvscopeTests.run(option + [command])
      output.expectRefusal(64)
      #expect(output.standardError.contains(option[0]))
    }
  }

  @Test func `in plain mode a lesson is a conversation`() throws {
    let output = try ProgramOutput(
      of: convscope, ["--plain", "--lesson", "10"],
      input: Array("input=6\nnext\noutput_padding=1\nleave\nquit\n".utf8))
    output.expectResult()
    for line in [
      "lesson 10, Ambiguity and output_padding: screen 1 of 7", "to do: until input=6",
      "done: 3×3 as well: one cell is left over, too little for another step.",
      "lesson 10, Ambiguity and output_padding: screen 2 of 7",
      "to do: until output=6 and input=1,1,3,3",
      "you have left the lesson",
    ] {
      #expect(output.lines.contains { $0 == line }, "\(line)")
    }
  }

  @Test func `on a terminal, keys lead through a lesson`() throws {
    let session = try startExplorer(["--lesson", "10"])
    try session.wait(for: "the lesson") { $0.line(18).contains("Lesson 10: Ambiguity") }
    session.send("l")
    try session.wait(for: "the answer") { $0.line(22).hasPrefix("  done  3×3 as well") }
    session.send("n")
    try session.wait(for: "the next screen") { $0.line(18).contains(" 2/7 ") }
    session.send("\u{1B}")
    try session.wait(for: "the layer of before") { $0.line(1).contains("(1, 1, 4, 4)") }
    try session.quit()
  }
}
