import PseudoTerminal
import Testing

/// Kinds 9 and 14: a window may be tiny at first, or of no size at all.
@Suite struct SmallStartTests {
  @Test(arguments: [(1, 1), (5, 2), (20, 5)])
  func `a program that starts in a tiny window fills it, and every larger one`(
    columns: Int, rows: Int
  ) throws {
    let session = try TerminalSession(convscope, columns: columns, rows: rows)
    try session.waitForStart()
    session.send("jjll?\u{1B}")
    try session.expectPicture(columns: columns + 1, rows: rows)
    try session.expectPicture(columns: 80, rows: 24)
    try session.waitForTitle()
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `a terminal of size 0×0 is one of 80×24, until it has a size`() throws {
    let session = try TerminalSession(convscope, columns: 0, rows: 0)
    try session.waitForStart()
    session.send("jjll")
    try session.expectPicture(columns: 100, rows: 30)
    try session.waitForFooter()
    session.resize(columns: 0, rows: 0)
    session.send("jl")
    try session.expectPicture(columns: 80, rows: 24)
    try session.quit()
  }
}

extension TerminalSession {
  /// Waits until keys are no longer echoed; the cursor is hidden after that.
  fileprivate func waitForStart() throws {
    try wait(for: "the other screen without a cursor") { $0.isAlternate && !$0.showsCursor }
  }
}
