import PseudoTerminal
import Testing

@Suite struct SizeTests {
  @Test func `the screen follows the window`() throws {
    let session = try startExplorer()
    try session.resizeAndWait(columns: 132, rows: 43)
    try session.resizeAndWait(columns: 80, rows: 24)
    try session.resizeAndWait(columns: 200, rows: 60)
    try session.quit()
  }

  @Test(arguments: [(1, 1), (1, 24), (80, 1), (2, 2), (20, 5), (500, 200), (0, 0)])
  func `a window of any size will do`(columns: Int, rows: Int) throws {
    let session = try TerminalSession(convscope, columns: columns, rows: rows)
    try session.wait(for: "anything") { $0.isAlternate }
    try session.quit()
  }

  @Test func `a storm of sizes ends at the last one`() throws {
    let session = try startExplorer()
    for step in 1...100 {
      session.resize(columns: 1 + step * 37 % 500, rows: 1 + step * 61 % 200)
      if step % 10 == 0 { session.send("jl") }
    }
    for (columns, rows) in [(1, 1), (500, 200), (1, 200), (500, 1)] {
      session.resize(columns: columns, rows: rows)
    }
    try session.resizeAndWait(columns: 100, rows: 30)
    try session.quit()
  }
}

extension TerminalSession {
  /// Changes the size of the window, and waits until the last row is where it is now.
  func resizeAndWait(columns: Int, rows: Int) throws {
    // All rows blank, so that what comes is new.
    resize(columns: 1, rows: 1)
    resize(columns: columns, rows: rows)
    try waitForFooter()
    try waitForTitle()
  }
}
