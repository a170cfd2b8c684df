import PseudoTerminal
import Testing

@Suite struct PrintTests {
  @Test(arguments: [
    (80, 24), (120, 40), (200, 60), (40, 12), (20, 5), (3, 2), (1, 1), (1000, 1000),
  ])
  func `a picture has its rows, and no row is too long`(columns: Int, rows: Int) throws {
    let output = try run(["--print", "\(columns)x\(rows)"])
    output.expectResult()
    #expect(output.lines.count == rows)
    #expect(output.lines.allSatisfy { $0.unicodeScalars.count <= columns })
  }

  @Test func `the first picture shows the checkerboard and its numbers`() throws {
    let picture = try run(["--print", "80x24"] + documentedExample).standardOutput
    for words in [
      "ConvTranspose2d", "(1, 64, 8, 8) → (1, 32, 16, 16)", "18,464", "2,048", "2,577", "273",
      "524,288", "5,801,984", "uneven 4:1",
    ] {
      #expect(picture.contains(words), "\(words)")
    }
  }

  @Test func `the options of a layer choose the picture`() throws {
    let described = try run(["--print", "80x24"] + documentedExample)
    described.expectResult()
    #expect(described.standardOutput.contains("(1, 64, 8, 8) → (1, 32, 16, 16)"))
    let ordinary = try run(["--print", "80x24", "--op", "conv2d", "--input", "3,9,9"])
    #expect(ordinary.standardOutput.contains("(3, 9, 9) → (3, 7, 7)"))
  }

  @Test(arguments: [
    "4<Enter>jjjj0<Enter>", "ljjjjh", ":kernel_size=4 output_padding=0<Enter>",
    ":k=4 outp=0<ENTER>",
  ])
  func `keys take effect before the picture is made`(keys: String) throws {
    let output = try run(["--print", "80x24", "--keys", keys] + documentedExample)
    output.expectResult()
    #expect(output.standardOutput.contains("(1, 64, 8, 8) → (1, 32, 16, 16)"))
    #expect(output.standardOutput.contains("4 times: even."))
    #expect(!output.standardOutput.contains("uneven"))
  }

  @Test func `keys that only a terminal can answer change nothing`() throws {
    let output = try run(["--print", "80x24", "--keys", "q<C-z><C-l>q"])
    output.expectResult()
    #expect(output.standardOutput == (try run(["--print", "80x24"]).standardOutput))
  }

  @Test func `an invalid layer is shown and explained`() throws {
    let output = try run([
      "--print", "80x24", "--op", "conv2d", "--input", "1,6,8,8", "--groups", "5",
    ])
    output.expectResult()
    #expect(output.standardOutput.contains("no output"))
    #expect(output.standardOutput.contains("in_channels 6 is not divisible by groups 5"))
    #expect(output.standardOutput.contains("nearest: groups 6"))
  }

  @Test func `no picture needs a terminal, or has escape codes`() throws {
    for type in ["", "dumb", "xterm-256color"] {
      let output = try run(["--print", "80x24"], environment: ["TERM": type])
      output.expectResult()
    }
  }
}
