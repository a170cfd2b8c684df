import Foundation
import PseudoTerminal
import Testing

@Suite struct ManualTests {
  /// A page, as the first page of the catalogue lists it.
  struct Subject: Sendable, CustomTestStringConvertible {
    let name: String
    let file: String

    var testDescription: String { name }

    static let folder = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Sources/convscope/convscope.docc")

    /// The rows `| [name](File.md) | … |`.
    static let all: [Subject] = {
      let page = try? String(contentsOf: folder.appending(path: "convscope.md"), encoding: .utf8)
      return (page ?? "").split(separator: "\n").filter { $0.hasPrefix("| [") }.map { row in
        let parts = row.dropFirst(3).split(separator: ")")[0].split(separator: "](")
        return Subject(name: String(parts[0]), file: String(parts[1]))
      }
    }()

    /// The page that a visitor sees first, three folders above.
    static let readme = Subject(name: "README", file: "../../../README.md")

    func text() throws -> String {
      try String(contentsOf: Self.folder.appending(path: file), encoding: .utf8)
    }
  }

  @Test func `the first page lists every page of the catalogue`() throws {
    let files = try FileManager.default.contentsOfDirectory(atPath: Subject.folder.path())
    #expect(Subject.all.count >= 10)
    #expect(Set(files) == Set(Subject.all.map(\.file) + ["convscope.md"]))
    let output = try run(["manual"], environment: ["LC_ALL": "C.UTF-8"])
    output.expectResult()
    for subject in Subject.all {
      #expect(output.lines.contains { $0.hasPrefix(subject.name + " ") }, "\(subject.name)")
    }
  }

  @Test(arguments: Subject.all)
  func `a page is plain text in lines of 80 columns, but for code`(subject: Subject) throws {
    let output = try run(["manual", subject.name], environment: ["LC_ALL": "C.UTF-8"])
    output.expectResult()
    let title = try subject.text().split(separator: "\n").first?.dropFirst(2)
    #expect(output.lines.first == title?.uppercased()[...])
    for line in output.lines where !line.hasPrefix("    ") {
      #expect(line.unicodeScalars.count <= 80, "\(line)")
      #expect(!line.contains("**") && !line.contains("`") && !line.contains("]("), "\(line)")
    }
  }

  @Test func `without Unicode a page is ASCII`() throws {
    let output = try run(["manual", "numbers"], environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
    #expect(output.standardOutput.contains("filters psi"))
  }

  @Test func `an unknown subject is wrong usage, and the others are named`() throws {
    let output = try run(["manual", "nonsense"])
    output.expectRefusal(64)
    #expect(output.standardError.contains("'nonsense'"))
    for subject in Subject.all { #expect(output.standardError.contains(subject.name)) }
  }

  @Test func `README can be read at once`() throws {
    let text = try Subject.readme.text()
    #expect(text.utf8.count <= 15_000)
    #expect(text.split(separator: "\n", omittingEmptySubsequences: false).count <= 150)
  }

  @Test(arguments: ["/bin/cat", "/no/such/program"])
  func `on a terminal a page goes through the pager, if there is one`(pager: String) throws {
    let session = try TerminalSession(
      convscope, ["manual", "installing"], rows: 60, environment: ["PAGER": pager])
    #expect(try session.waitForEnding() == .exited(0))
    let text = String(decoding: session.output, as: UTF8.self)
    #expect(text.contains("\u{1B}[1mINSTALLING\u{1B}[0m"))
    #expect(text.components(separatedBy: "INSTALLING").count == 2)
    #expect(session.modes == session.initialModes)
  }

  @Test func `a simple terminal is sent no escape codes`() throws {
    let session = try TerminalSession(
      convscope, ["manual", "installing"], type: "dumb", environment: ["PAGER": "/bin/cat"])
    #expect(try session.waitForEnding() == .exited(0))
    #expect(!session.output.contains(0x1B))
  }
}

/// The page for man.
@Suite struct ManualPageTests {
  @Test func `it has every command and every option of the help`() throws {
    let page = try run(["manual", "--man"])
    page.expectResult()
    #expect(page.lines.first?.hasPrefix(".Dd ") == true)
    let help = try run(["--help"])
    for line in help.lines where line.hasPrefix("  --") {
      let option = line.dropFirst(4).prefix { $0 != " " && $0 != "/" }
      let flag = "Fl \\-" + option.replacing("-", with: "\\-")
      #expect(page.lines.contains { $0.hasPrefix(".It " + flag) }, "\(option)")
    }
    for command in ["report", "batch", "manual"] {
      #expect(page.lines.contains(".Ss \(command)"))
    }
    for section in ["ENVIRONMENT", "FILES", "EXIT STATUS"] {
      let place = try #require(page.lines.firstIndex(of: ".Sh \(section)"))
      #expect(page.lines[place + 1] == ".Bl -tag -width Ds")
    }
  }

  @Test(.enabled(if: access("/usr/bin/mandoc", X_OK) == 0))
  func `a linter finds nothing in it`() throws {
    let output = try ProgramOutput(
      of: "/bin/sh", ["-c", "'\(convscope)' manual --man | /usr/bin/mandoc -T lint -W style"])
    #expect(output.standardOutput == "")
    #expect(output.ending == .exited(0))
  }
}

/// The examples of the manual, done again.
@Suite struct ManualExampleTests {
  /// What is typed after `$ `, and the lines that come of it.
  struct Example: Sendable, CustomTestStringConvertible {
    let command: String
    let output: [Substring]

    var testDescription: String { command }

    /// The examples of a block of console text.
    static func all(_ block: Substring) -> [Example] {
      let lines = block.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      let starts = lines.indices.filter { lines[$0].hasPrefix("$ ") }
      return zip(starts, starts.dropFirst() + [lines.endIndex]).map { start, end in
        Example(command: String(lines[start].dropFirst(2)), output: Array(lines[(start + 1)..<end]))
      }
    }
  }

  @Test(arguments: ManualTests.Subject.all + [ManualTests.Subject.readme])
  func `examples print what the page shows`(subject: ManualTests.Subject) throws {
    let folder = try TemporaryFolder()
    let programs = convscope.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let path = programs.joined(separator: "/") + ":/usr/bin:/bin"
    for block in try subject.text().components(separatedBy: "```console\n").dropFirst() {
      let text = block.components(separatedBy: "```").first ?? ""
      for example in Example.all(text[...]) {
        if example.command.hasPrefix("cat ") {
          let lines = example.output.map { $0 + "\n" }.joined()
          try folder.write(lines, to: String(example.command.dropFirst(4)))
          continue
        }
        let output = try ProgramOutput(
          of: "/bin/sh", ["-c", "cd '\(folder.path)' && \(example.command)"],
          environment: ["PATH": path, "LC_ALL": "C.UTF-8"])
        output.expectResult()
        #expect(output.lines == example.output, "\(example.command)")
      }
    }
  }
}

/// What the pages for people say of the program, and where their links lead.
@Suite struct PageTests {
  private static let root = ManualTests.Subject.folder.deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  private static let pages =
    [
      ".github/CONTRIBUTING.md", ".github/CHANGELOG.md", "Tests/Benchmarks/README.md",
      "Sources/convscope/convscope.docc/convscope.md", "README.md",
    ]
    + ManualTests.Subject.all.map { "Sources/convscope/convscope.docc/" + $0.file }

  private func text(_ url: URL) throws -> String { try String(contentsOf: url, encoding: .utf8) }

  /// The names by which a code host knows the headings of a page.
  private func anchors(_ page: String) -> [String] {
    page.split(separator: "\n").filter { $0.hasPrefix("#") }.map { line in
      let words = line.drop { $0 == "#" }.dropFirst().lowercased()
      return words.filter { $0.isLetter || $0.isNumber || "-_ ".contains($0) }
        .replacing(" ", with: "-")
    }
  }

  @Test(arguments: pages) func `every link of a page leads somewhere`(page: String) throws {
    let place = Self.root.appending(path: page)
    for part in try text(place).components(separatedBy: "](").dropFirst() {
      let target = part.prefix { $0 != ")" }
      guard !target.hasPrefix("http") else { continue }
      let parts = target.split(separator: "#", omittingEmptySubsequences: false)
      let path = parts.first.map(String.init) ?? ""
      let file =
        path.isEmpty ? place : place.deletingLastPathComponent().appending(path: path).standardized
      #expect(FileManager.default.fileExists(atPath: file.path()), "\(target)")
      if parts.count == 2 {
        #expect(anchors(try text(file)).contains(String(parts[1])), "\(target)")
      }
    }
  }

  @Test func `the page on the command line has every command of the help`() throws {
    let page = try text(ManualTests.Subject.folder.appending(path: "CommandLine.md"))
    let help = try run(["--help"])
    let start = try #require(help.lines.firstIndex(of: "SUBCOMMANDS:"))
    let commands = help.lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
      .filter { !$0.hasPrefix("   ") }.compactMap { $0.split(separator: " ").first }
    #expect(commands.count > 10)
    for command in commands where command != "help" {
      #expect(page.contains("| `convscope \(command)` |"), "\(command)")
    }
  }

  @Test func `the page on the terminal names every type that the program describes`() throws {
    let page = try text(ManualTests.Subject.folder.appending(path: "Terminal.md"))
    let table = try text(Self.root.appending(path: "Sources/convscope/Terminal/terminals.tsv"))
    let rows = table.split(separator: "\n").dropFirst().map {
      $0.split(separator: "\t", omittingEmptySubsequences: false)
    }
    #expect(rows.count > 13)
    for row in rows where row[1].isEmpty { #expect(page.contains("`\(row[0])`"), "\(row[0])") }
  }
}
