import Foundation
import PseudoTerminal
import Testing

/// `convscope presets`: the list, and what can be done with it.
@Suite struct PresetTests {
  /// The presets: all lines of the table but the first.
  private let rows: Int

  init() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent()
      .deletingLastPathComponent().deletingLastPathComponent()
    let file = root.appending(path: "Sources/LayerNotation/Presets/presets.tsv")
    rows = try String(contentsOf: file, encoding: .utf8).split(separator: "\n").count - 1
  }

  @Test func `the list has a line for each preset, its columns aligned`() throws {
    let output = try run(["presets"])
    output.expectResult()
    #expect(output.lines.count == rows)
    let starts = output.lines.compactMap { line in
      line.firstRange(of: #/  Conv(Transpose)?[123]d /#)
        .map { line[..<$0.lowerBound].count }
    }
    #expect(starts.count == rows && Set(starts).count == 1)
    #expect(output.lines.filter { $0.contains("uneven, 9:4") }.count == 3)
  }

  @Test func `words choose, in any order`() throws {
    let output = try run(["presets", "1", "CycleGAN", "zhu", "up"])
    output.expectResult()
    #expect(
      output.lines == [
        "CycleGAN up 1  ConvTranspose2d 256→128, k3 s2 p1 op1  64 → 128   uneven, 4:1",
        "CycleGAN up 2  ConvTranspose2d 128→64, k3 s2 p1 op1   128 → 256  uneven, 4:1",
      ])
  }

  @Test func `words that nothing has are an error`() throws {
    let output = try run(["presets", "xy\u{1B}zzy"])
    output.expectRefusal(64)
    #expect(output.standardError.contains("no preset has all of 'xy?zzy'"))
  }

  @Test func `the cases are what batch reads, and it answers all of them`() throws {
    let cases = try run(["presets", "--format", "cases"])
    cases.expectResult()
    #expect(cases.lines.count == rows)
    let answers = try ProgramOutput(
      of: convscope, ["batch", "--no-coverage"], input: Array(cases.standardOutput.utf8))
    answers.expectResult()
    #expect(answers.lines.count == rows)
    for line in answers.lines { #expect(line.contains("\"ok\":true"), "\(line)") }
    // Of the reference: 512→512 at 64×64 and an output of 256×256 for the padded one.
    #expect(
      answers.lines.contains {
        $0.contains("\"id\":\"SD VAE downsample 1\"")
          && $0.contains(
            "\"output\":[1,128,256,256],\"weight\":[128,128,3,3],\"parameters\":147584")
      })
  }

  @Test func `the JSON has the same cases, with source and note`() throws {
    let output = try run(["presets", "--format", "json", "HiFi-GAN", "period"])
    output.expectResult()
    let object = try #require(
      try JSONSerialization.jsonObject(with: Data(output.standardOutput.utf8)) as? [String: Any])
    let presets = try #require(object["presets"] as? [[String: Any]])
    #expect(presets.count == 1)
    #expect(presets[0]["name"] as? String == "HiFi-GAN period D convs.0")
    #expect(presets[0]["output"] as? [Int] == [1, 32, 1366, 2])
    #expect((presets[0]["source"] as? String)?.contains("jik876/hifi-gan") == true)
    #expect((presets[0]["note"] as? String)?.contains("8,192 samples") == true)
    let layer = try #require(presets[0]["case"] as? [String: Any])
    #expect(layer["kernel_size"] as? [Int] == [5, 1])
    #expect(layer["padding"] as? [Int] == [2, 0])
  }

  @Test func `the Markdown is a table`() throws {
    let output = try run(["presets", "--format", "markdown", "dcgan", "theano"])
    output.expectResult()
    #expect(output.lines.count == 4)
    for line in output.lines { #expect(line.filter { $0 == "|" }.count == 6) }
  }

  @Test func `without UTF-8 all of it is ASCII, and still aligned`() throws {
    for format in ["text", "markdown"] {
      let output = try run(["presets", "--format", format], environment: ["LC_ALL": "C"])
      output.expectResult()
      #expect(output.standardOutput.unicodeScalars.allSatisfy { $0.isASCII })
    }
  }

  @Test func `what belongs to the explorer is refused`() throws {
    try run(["--print", "80x24", "presets"]).expectRefusal(64)
  }
}
