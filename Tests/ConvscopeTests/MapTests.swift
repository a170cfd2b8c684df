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
      (path("none/a.svg"), "No such file or directory"),
      ("/dev/full", "it is not an ordinary file"),
      (folder.path, "it is not an ordinary file"),
    ] {
      let output = try run(["map", "--force", "--format", "svg", "--output", name])
      output.expectRefusal(74)
      #expect(output.errorLines == ["convscope: cannot write \(name): \(reason)"])
    }
    #expect(names.isEmpty)
  }

  /// Runs the program where no file may have more than 2,048 bytes.
  private func runWithLittleSpace(_ arguments: [String]) throws -> ProgramOutput {
    try ProgramOutput(
      of: "/bin/sh",
      ["-c", "ulimit -f 4; exec \"$@\"", "sh", convscope, "map", "--input", "1,1,99,99"]
        + arguments)
  }

  @Test func `a file that grows too large is said, and nothing is left behind`() throws {
    let output = try runWithLittleSpace(["--output", path("a.csv")])
    output.expectRefusal(74)
    #expect(output.errorLines == ["convscope: cannot write \(path("a.csv")): File too large"])
    #expect(names.isEmpty)
    try "mine".write(toFile: path("a.csv"), atomically: true, encoding: .utf8)
    try runWithLittleSpace(["--force", "--output", path("a.csv")]).expectRefusal(74)
    #expect(try contents("a.csv") == "mine")
    #expect(names == ["a.csv"])
  }

  @Test func `a standard output that grows too large is said`() throws {
    let output = try runWithLittleSpace(["--format", "csv"])
    #expect(output.ending == .exited(74))
    #expect(output.standardOutput.utf8.count == 2048)
    #expect(output.errorLines == ["convscope: cannot write the result: File too large"])
  }

  @Test func `a new file has the usual permissions, and one that is replaced keeps its own`() throws
  {
    let masked = try ProgramOutput(
      of: "/bin/sh", ["-c", "umask 027; exec \"$@\"", "sh", convscope, "map", "-o", path("a.csv")])
    #expect(masked.ending == .exited(0))
    #expect(try permissions("a.csv") == 0o640)
    try FileManager.default.setAttributes([.posixPermissions: 0o664], ofItemAtPath: path("a.csv"))
    #expect(try run(["map", "--force", "-o", path("a.csv")]).ending == .exited(0))
    #expect(try permissions("a.csv") == 0o664)
  }

  private func permissions(_ name: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path(name))[.posixPermissions] as? Int
  }

  @Test func `a file in the present folder needs no path`() throws {
    let output = try ProgramOutput(
      of: "/bin/sh", ["-c", "cd '\(folder.path)' && exec '\(convscope)' map -o a.csv"])
    #expect(output.ending == .exited(0))
    #expect(names == ["a.csv"])
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
