import Foundation
import PseudoTerminal
import Testing

/// `convscope --record`: asciicasts without a terminal.
@Suite final class RecordTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "cast-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  /// What a terminal shows after all of a recording.
  private static func lastScreen(_ cast: String) throws -> VirtualScreen {
    var screen = VirtualScreen(columns: 80, rows: 24)
    for line in cast.split(separator: "\n").dropFirst() {
      let event = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [Any]
      screen.feed(try #require(event?.last as? String).utf8)
    }
    return screen
  }

  @Test func `a recording ends on the screen that is printed`() throws {
    let keys = ["--keys", "WC<Wait 1>m<Enter>jj"]
    let file = folder.appending(path: "a.cast").path
    let written = try run(["--record", file] + keys)
    #expect(written.ending == .exited(0))
    #expect(written.standardOutput == "")
    let printed = try run(["--print", "80x24"] + keys)
    let cast = try String(contentsOfFile: file, encoding: .utf8)
    #expect(try Self.lastScreen(cast).text + "\n" == printed.standardOutput)
    // A file that is there is replaced only when that is asked for.
    try run(["--record", file] + keys).expectRefusal(74)
    #expect(try run(["--record", file, "--force"] + keys).ending == .exited(0))
  }

  @Test func `a recording on standard output has the size of --print`() throws {
    let output = try run(["--record", "-", "--print", "100x30"])
    output.expectResult()
    #expect(
      output.lines.first
        == #"{"version":2,"width":100,"height":30,"title":"convscope"}"#)
  }

  @Test func `force alone is wrong usage, and so is a pause of no length`() throws {
    try run(["--force"]).expectRefusal(64)
    try run(["--record", "-", "--keys", "<Wait x>"]).expectRefusal(64)
  }
}
