import Foundation
import PseudoTerminal
import Testing

/// The key that writes a file, on a real terminal.
@Suite final class ExportTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "key-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  @Test func `a file is written, and replaced only when asked for twice`() throws {
    let file = folder.appending(path: "a.csv")
    let session = try startExplorer(columns: 200, rows: 24, environment: ["HOME": folder.path])
    session.send("E\u{15}~/a.csv\r")
    try session.waitFor("wrote ~/a.csv")
    let table = try String(contentsOf: file, encoding: .utf8)
    #expect(table.hasPrefix("row,0,1,2,"))
    try "mine".write(to: file, atomically: true, encoding: .utf8)
    session.send("E\u{15}~/a.csv\r")
    try session.waitFor("exists; Enter replaces it")
    #expect(try String(contentsOf: file, encoding: .utf8) == "mine")
    session.send("\u{1B}")
    try session.waitForFooter()
    session.send("E\u{15}~/a.csv\r")
    try session.waitFor("exists; Enter replaces it")
    session.send("\r")
    try session.waitFor("wrote ~/a.csv")
    #expect(try String(contentsOf: file, encoding: .utf8) == table)
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["a.csv"])
    try session.quit()
  }

  @Test func `a file that grows too large is said on the screen, and nothing is left behind`()
    throws
  {
    let session = try startShell(
      "ulimit -f 4; HOME='\(folder.path)' exec '\(convscope)' --no-keep --input 1,1,99,99")
    try session.waitForFooter()
    session.send("E\u{15}~/a.csv\r")
    try session.waitFor("not written: File too large")
    #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == [])
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
  }

  @Test func `a file that cannot be written is said on the screen, which stays whole`() throws {
    let session = try startExplorer(columns: 200, rows: 24)
    session.send("E\u{15}/nowhere/a.svg\r")
    try session.waitFor("not written: No such file or directory")
    session.send("\u{1B}")
    try session.waitForFooter()
    try session.quit()
  }
}
