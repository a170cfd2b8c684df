import Foundation
import PseudoTerminal
import Testing

/// The last state, and the folder that it is kept in.
@Suite struct KeptStateTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private var home: [String: String] { ["XDG_STATE_HOME": folder.path] }
  private static let conv =
    "convscope --op conv2d --input 1,3,9,9 --out-channels 4 --kernel-size 3 --view map"

  /// Runs the explorer, presses keys and quits.
  private func explore(
    _ keys: String, _ arguments: [String] = [], environment: [String: String]? = nil
  ) throws {
    let session = try startExplorer(arguments, environment: environment ?? home)
    try session.waitForFooter()
    session.send(keys)
    try session.quit()
  }

  private func print(_ arguments: [String], environment: [String: String]? = nil) throws
    -> ProgramOutput
  {
    try run(["--print", "80x24"] + arguments, environment: environment ?? home)
  }

  private func snapshotFolder(_ name: String) -> String { "convscope/snapshots/\(name)" }

  @Test func `what was shown last is shown again, and nobody else can read it`() throws {
    try explore("jjllC")
    #expect(folder.contents == ["convscope", "convscope/last"])
    #expect(try folder.permissions("convscope") == 0o700)
    #expect(try folder.permissions("convscope/last") == 0o600)
    let resumed = try print(["--resume"])
    resumed.expectResult()
    let wanted = try print(["--keys", "jjllC"], environment: [:])
    // The footer said what the last key did.
    #expect(resumed.lines.dropLast() == wanted.lines.dropLast())
  }

  @Test func `a session in which nothing changed keeps nothing`() throws {
    try explore("")
    #expect(folder.contents == [])
    try explore("ll")
    let kept = try folder.read("convscope/last")
    try explore("")
    #expect(try folder.read("convscope/last") == kept)
  }

  @Test func `pictures, reports and scripts keep nothing`() throws {
    _ = try print(["--keys", "lljsname<Enter>"])
    _ = try run(["report"], environment: home)
    _ = try ProgramOutput(
      of: convscope, ["--plain"], environment: home, input: Array("k=4\nquit\n".utf8))
    try explore("ll", ["--no-keep"])
    #expect(folder.contents == [])
  }

  @Test func `a signal that ends the program keeps the state, too`() throws {
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send("ll")
    try session.waitForAnswers()
    session.signal(SIGTERM)
    #expect(try session.waitForEnding() == .signalled(SIGTERM))
    #expect(try folder.read("convscope/last").contains("--kernel-size 5"))
  }

  @Test func `without XDG_STATE_HOME it is kept below the home`() throws {
    try explore("ll", environment: ["HOME": folder.path])
    #expect(folder.contents.contains(".local/state/convscope/last"))
    try explore("l", environment: ["HOME": folder.path, "XDG_STATE_HOME": "relative"])
    #expect(folder.contents.count == 4)
  }

  @Test(arguments: [
    [:], ["HOME": ""], ["HOME": "relative"], ["HOME": "/proc"], ["HOME": "/dev/null"],
  ])
  func `without a usable home nothing is kept, and --resume says so`(
    environment: [String: String]
  ) throws {
    try explore("ll", environment: environment)
    let output = try print(["--resume"], environment: environment)
    output.expectResult()
    #expect(output.lines.last?.contains(/no state is kept yet|no home|cannot/) == true)
  }

  @Test(arguments: [
    "", "convscope state 1\n", "convscope state 1\nconvscope --op", "garbage\u{1B}[31m\n",
    "convscope state 1\nconvscope --show row=colour\n",
    "convscope state 1\nconvscope --theme pink\n",
  ])
  func `a damaged file is set aside, with a message`(text: String) throws {
    try folder.write(text, to: "convscope/last")
    let output = try print(["--resume"])
    output.expectResult()
    #expect(output.message.contains("the last state was damaged: "))
    #expect(folder.contents == ["convscope", "convscope/last.damaged"])
    #expect(try folder.read("convscope/last.damaged") == text)
    #expect(try print(["--resume"]).message.contains("no state is kept yet"))
  }

  @Test func `an endless file is not read to its end, and a pipe is not waited for`() throws {
    try folder.write(Data(count: (1 << 20) + 5), to: "convscope/last")
    #expect(try print(["--resume"]).message.contains("it is too long"))
    #expect(mkfifo(folder.path + "/convscope/last", 0o600) == 0)
    #expect(try print(["--resume"]).message.contains("cannot read"))
  }

  @Test func `the file of a later version stays where it is`() throws {
    try folder.write("convscope state 3\nanything\n", to: "convscope/last")
    let output = try print(["--resume"])
    #expect(output.lines.last?.contains("it was written by a later convscope") == true)
    #expect(folder.contents == ["convscope", "convscope/last"])
  }

  @Test func `that a state cannot be kept is said in a line once the terminal is given back`()
    throws
  {
    try folder.write("in the way", to: "convscope")
    let session = try startExplorer(columns: 200, environment: home)
    try session.waitForFooter()
    session.send("ll")
    try session.quit()
    let path = "\(folder.path)/convscope/last"
    #expect(
      session.screen.lines.contains(
        "convscope: the last state is not kept: cannot write \(path): Not a directory"))
    #expect(folder.contents == ["convscope"])
    #expect(try print(["--resume"]).message.contains("no state is kept yet"))
  }

  @Test func `a state that cannot be written leaves the last one as it was`() throws {
    try explore("ll")
    let kept = try folder.read("convscope/last")
    let session = try startShell(
      "ulimit -f 0; XDG_STATE_HOME='\(folder.path)' exec '\(convscope)'")
    try session.waitForFooter()
    session.send("lll")
    try session.quit()
    #expect(try folder.read("convscope/last") == kept)
    #expect(folder.contents == ["convscope", "convscope/last"])
  }

  @Test func `of many at once the last one wins, and the file is never torn`() throws {
    let sessions = try (0..<6).map { _ in try startExplorer(environment: home) }
    for (index, session) in sessions.enumerated() {
      try session.waitForFooter()
      session.send(String(repeating: "l", count: index + 1))
      try session.waitForAnswers()
    }
    for session in sessions { session.send("q") }
    for session in sessions { #expect(try session.waitForEnding() == .exited(0)) }
    #expect(folder.contents == ["convscope", "convscope/last"])
    #expect(try folder.read("convscope/last").contains(/--kernel-size [4-9]\b/))
  }

  @Test(arguments: [
    ["--resume", "--op", "conv2d"], ["--resume", "nn.Conv2d(3, 4, 3)"],
    ["--resume", "--snapshot", "a"], ["--resume", "report"], ["--snapshot", "a", "lessons"],
  ])
  func `one thing is opened at a time`(arguments: [String]) throws {
    try run(arguments, environment: home).expectRefusal(64)
  }

  // MARK: Snapshots

  @Test func `a snapshot is kept, listed, opened and deleted`() throws {
    try explore("llsmy decoder\r")
    #expect(
      folder.contents == [
        "convscope", "convscope/last", "convscope/snapshots", "convscope/snapshots/my decoder",
      ])
    #expect(try folder.permissions("convscope/snapshots") == 0o700)
    #expect(try folder.permissions(snapshotFolder("my decoder")) == 0o600)
    let opened = try print(["--snapshot", "my decoder"])
    opened.expectResult()
    let wanted = try print(["--keys", "ll"], environment: [:])
    #expect(opened.lines.dropLast().filter { !$0.contains("3 → 5") }.count > 20)
    #expect(opened.lines.first == wanted.lines.first)
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send("S")
    try session.waitFor("▸ my decoder")
    session.send("\u{4}")
    try session.waitFor("Ctrl-D again deletes 'my decoder' for good")
    session.send("\u{4}")
    try session.waitFor("deleted 'my decoder'")
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
    #expect(!folder.contents.contains(snapshotFolder("my decoder")))
  }

  @Test(arguments: ["é", "ключ", "中文 a 漢字", "한국", "naïve ×4"])
  func `a name outside ASCII is shown as it is`(name: String) throws {
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send("s\(name)\r")
    try session.waitFor("kept as '\(name)'")
    session.send("S")
    // What stands beside it is in the column where it always is.
    try session.wait(for: "the name in its list") { screen in
      screen.lines.indices.contains {
        screen.line($0).contains("▸ \(name) ") && screen[$0, 34].scalar == "C"
      }
    }
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
    #expect(try print(["--keys", "S"]).standardOutput.contains("▸ \(name) "))
    let plain = try print(["--keys", "O"], environment: home.merging(["LC_ALL": "C"]) { $1 })
    #expect(plain.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [("\u{202E}x", "U+202E"), ("x\u{2067}", "U+2067"), (" ", "at least one")])
  func `a name that is refused is told why`(name: String, reason: String) throws {
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send("s\(name)\r")
    try session.waitFor(reason)
    let output = String(decoding: session.output, as: UTF8.self).unicodeScalars
    #expect(!output.contains("\u{202E}") && !output.contains("\u{2067}"))
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `a name that is taken is replaced only when asked again`() throws {
    try folder.write("convscope state 1\n\(Self.conv)\n", to: snapshotFolder("a"))
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send("sa\r")
    try session.waitFor("'a' exists; Enter replaces it")
    #expect(try folder.read(snapshotFolder("a")).contains("conv2d"))
    session.send("\r")
    try session.waitFor("kept as 'a'")
    #expect(try folder.read(snapshotFolder("a")).contains("conv_transpose2d"))
    try session.quit()
  }

  @Test(arguments: ["../x", "/etc/passwd", ".", "..", "a/../../b", "%2e%2e", "-rf", "~", "a;b"])
  func `a hostile name stays in the folder`(name: String) throws {
    try explore("ls\(name)\r")
    let files = folder.contents.filter { $0.hasPrefix("convscope/snapshots/") }
    #expect(files.count == 1)
    #expect(folder.contents.count == 4)
    let output = try print(["--snapshot=\(name)"])
    output.expectResult()
  }

  @Test(arguments: [" ", "a\u{1B}[31mb", "no such", "a\nb"])
  func `a name that there is not is wrong usage`(name: String) throws {
    let output = try print(["--snapshot=\(name)"])
    output.expectRefusal(64)
    #expect(output.standardError.contains("there is no snapshot "))
    #expect(!output.standardError.contains("\u{1B}"))
  }

  @Test func `a damaged snapshot is refused and left as it is`() throws {
    try folder.write("torn", to: snapshotFolder("a"))
    let output = try print(["--snapshot", "a"])
    output.expectRefusal(65)
    #expect(try folder.read(snapshotFolder("a")) == "torn")
    let listed = try print(["--keys", "S<Enter>"])
    #expect(listed.lines.last?.contains("'a' cannot be opened") == true)
  }

  @Test func `a full disk is said`() throws {
    try folder.write("x", to: "convscope/snapshots")
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send("sa\r")
    try session.waitFor("cannot write")
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
  }
}
