import Foundation
import PseudoTerminal
import Testing

/// Which lessons are done, from one time to the next.
@Suite struct KeptLessonTests {
  private let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func start(_ arguments: [String] = []) throws -> TerminalSession {
    let session = try startExplorer(arguments, environment: ["XDG_STATE_HOME": folder.path])
    try session.waitForFooter()
    return session
  }

  @Test func `a lesson that was left is taken up the next time`() throws {
    let first = try start()
    first.send("L\rn")
    try first.quit()
    #expect(try folder.read("convscope/lessons") == "convscope lessons 1\n1:1\n")
    #expect(try folder.permissions("convscope/lessons") == 0o600)
    let second = try start()
    second.send("L\rnn")
    try second.quit()
    #expect(try folder.read("convscope/lessons") == "convscope lessons 1\n1:2\n")
  }

  @Test func `nothing is kept of a session that keeps nothing`() throws {
    let session = try start(["--no-keep"])
    session.send("L\rnn")
    try session.quit()
    #expect(folder.contents == [])
  }

  @Test func `a file of something else is no failure`() throws {
    try folder.write("\u{1B}[31m\n\n", to: "convscope/lessons")
    let session = try start()
    try session.quit()
    #expect(try folder.read("convscope/lessons") == "\u{1B}[31m\n\n")
  }
}
