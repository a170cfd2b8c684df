import SeededNumbers
import PseudoTerminal
import Testing

/// Kind 3: sizes from 1×1 to 500×200 under a flood of keys.
@Suite struct ResizeStormTests {
  @Test(arguments: 1...2) func `a storm of sizes and keys ends in a whole picture`(
    seed: UInt64
  ) throws {
    var generator = SeededGenerator(seed: seed)
    let session = try startExplorer()
    for step in 1...150 {
      let largest = step % 5 == 0 ? (columns: 500, rows: 200) : (columns: 120, rows: 50)
      session.resize(
        columns: .random(in: 1...largest.columns, using: &generator),
        rows: .random(in: 1...largest.rows, using: &generator))
      session.send("jjllhkb\t?\u{1B}OC\u{1B}[B")
    }
    for (columns, rows) in [(1, 1), (500, 200), (1, 200), (500, 1), (1, 1)] {
      session.resize(columns: columns, rows: rows)
    }
    // Help or another view may be open by now.
    session.send("\u{1B}")
    try session.expectPicture(columns: 97, rows: 31)
    try session.quit()
  }

  @Test func `every size at the end of a storm is filled`() throws {
    let session = try startExplorer()
    for (columns, rows) in [(1, 1), (2, 1), (97, 31), (500, 200), (80, 24), (1, 200), (132, 43)] {
      try session.expectPicture(columns: columns, rows: rows)
    }
    try session.quit()
  }
}

extension TerminalSession {
  /// Changes the size, and expects that every cell of it is drawn.
  func expectPicture(columns: Int, rows: Int) throws {
    smear()
    resize(columns: columns, rows: rows)
    // What comes from earlier sizes must not count.
    smear()
    try wait(for: "every cell of \(columns)×\(rows)") { $0.smearedCells == 0 }
  }
}
