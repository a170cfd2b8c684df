import Foundation
import PseudoTerminal
import Testing

/// `convscope map`, with files that must not be lost.
@Suite final class MapTests {
  private let folder: URL

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "map-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  private func path(_ name: String) -> String { folder.appending(path: name).path }

  private func contents(_ name: String) throws -> String {
    try String(contentsOf: folder.appending(path: name), encoding: .utf8)
  }

  private var names: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
  }

  @Test(arguments: ["text", "csv", "svg", "pgm"])
  func `each format goes to standard output, and the same to a file`(format: String) throws {
    let output = try run(["map", "--format", format] + documentedExample)
    #expect(output.ending == .exited(0))
    // Of a table the last character is the end of a line, too, but another one.
    #expect(output.standardOutput.unicodeScalars.last == "\n")
    #expect(output.standardError == "")
    let file = "a.\(format == "text" ? "txt" : format)"
    let written = try run(["map", "--output", path(file)] + documentedExample)
    #expect(written.ending == .exited(0))
    #expect(written.standardOutput == "" && written.standardError == "")
    #expect(try contents(file) == output.standardOutput)
    #expect(names == [file])
  }

  @Test func `a file that is there stays as it is, unless it may be replaced`() throws {
    try "mine".write(toFile: path("a.csv"), atomically: true, encoding: .utf8)
    let refused = try run(["map", "--output", path("a.csv")])
    refused.expectRefusal(74)
    #expect(
      refused.errorLines == ["convscope: \(path("a.csv")) exists already; --force replaces it"])
    #expect(try contents("a.csv") == "mine")
    #expect(names == ["a.csv"])
    let forced = try run(["map", "--force", "--output", path("a.csv")])
    #expect(forced.ending == .exited(0))
    #expect(try contents("a.csv").hasPrefix("row,0,1,"))
    #expect(names == ["a.csv"])
  }

  @Test func `a link is followed, and never replaced by a file`() throws {
    try "mine".write(toFile: path("a.csv"), atomically: true, encoding: .utf8)
    try FileManager.default.createSymbolicLink(
      atPath: path("link.csv"), withDestinationPath: path("a.csv"))
    try run(["map", "--output", path("link.csv")]).expectRefusal(74)
    #expect(try run(["map", "-o", path("link.csv"), "--force"]).ending == .exited(0))
    #expect(try contents("a.csv").hasPrefix("row,"))
    #expect(
      try FileManager.default.destinationOfSymbolicLink(atPath: path("link.csv"))
        == path("a.csv"))
  }

  @Test func `what cannot be written is said, and nothing is left behind`() throws {
    for (name, reason) in [
      (path("none/a.svg"), "No such file or directory"), ("/dev/full", "it is no ordinary file"),
      (folder.path, "it is no ordinary file"),
    ] {
      let output = try run(["map", "--force", "--format", "svg", "--output", name])
      output.expectRefusal(74)
      #expect(output.errorLines == ["convscope: cannot write \(name): \(reason)"])
    }
    #expect(names.isEmpty)
  }

  @Test func `a map that is too large is refused before a file is made`() throws {
    let output = try run([
      "map", "--input", "1,1,4096,4096", "--output", path("a.csv"),
    ])
    output.expectRefusal(1)
    #expect(
      output.errorLines == [
        "convscope: the map has 4,096×4,096 = 16,777,216 cells; up to 4,194,304 are written"
      ])
    #expect(names.isEmpty)
  }

  @Test func `an invalid layer is refused with its reasons`() throws {
    let output = try run(["map", "--kernel-size", "9", "--output", path("a.csv")])
    output.expectRefusal(1)
    #expect(output.standardError.hasPrefix("convscope: kernel_size: "))
    #expect(names.isEmpty)
  }

  @Test(arguments: [["--format", "png"], ["--force"]])
  func `wrong usage is said`(options: [String]) throws {
    try run(["map"] + options).expectRefusal(64)
  }

  @Test(arguments: ["a.xyz", "a", "a.svg.gz", "svg"])
  func `an ending that is no format's is refused, unless the format is said`(name: String) throws {
    let refused = try run(["map", "--output", path(name)])
    refused.expectRefusal(64)
    #expect(
      refused.errorLines.first == "Error: the name must end with one of .txt .csv .svg .pgm")
    #expect(names.isEmpty)
    #expect(try run(["map", "--format", "csv", "--output", path(name)]).ending == .exited(0))
    #expect(try contents(name).hasPrefix("row,0,1,"))
  }

  @Test func `text is ASCII where the locale is`() throws {
    let output = try run(["map"] + documentedExample, environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
    #expect(output.lines.contains("(1, 64, 8, 8) -> (1, 32, 16, 16)"))
  }
}
