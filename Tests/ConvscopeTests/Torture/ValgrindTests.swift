import Glibc
import PseudoTerminal
import Testing

/// Kind 13: slow, so only on request.
///
/// With `CONVSCOPE_VALGRIND` set, and where valgrind is.
@Suite(.enabled(if: getenv("CONVSCOPE_VALGRIND") != nil && access(valgrind, X_OK) == 0))
struct ValgrindTests {
  @Test func `valgrind finds no error`() throws {
    let program = "/tmp/convscope-valgrind-\(getpid())"
    let suppressions = program + ".supp"
    defer { for path in [program, suppressions] { unlink(path) } }
    // Valgrind gives up on what Swift tells debuggers.
    let copy = try ProgramOutput(of: "/usr/bin/strip", ["--strip-debug", "-o", program, convscope])
    try #require(copy.ending == .exited(0), "\(copy.standardError)")
    let note = try ProgramOutput(
      of: "/bin/sh", ["-c", "cat >\(suppressions)"], input: Array(ofSwift.utf8))
    try #require(note.ending == .exited(0), "\(note.standardError)")
    let session = try TerminalSession(
      valgrind,
      ["--quiet", "--error-exitcode=99", "--suppressions=\(suppressions)", program])
    try use(session)
    session.send("q")
    let ending = try session.waitForEnding()
    // What it found stands on the screen that the program has left.
    #expect(ending == .exited(0), "\(session.screen)")
    session.expectRestored()
  }

  /// Something of everything.
  private func use(_ session: TerminalSession) throws {
    try session.waitForTitle()
    session.send("jjllhh\tjl?\u{1B}bttaauu\u{12}y12\r:k=3 s=2\r\u{1B}[200~k=5\u{1B}[201~\r")
    try session.waitForAnswers()
    for (columns, rows) in [(120, 40), (20, 5), (1, 1), (80, 24)] {
      try session.expectPicture(columns: columns, rows: rows)
    }
  }
}

private let valgrind = "/usr/bin/valgrind"

/// Swift's runtime reads padding between the fields of a layout that it compares.
private let ofSwift = """
  {
     metadata
     Memcheck:Cond
     fun:swift_initStructMetadata
  }

  """
