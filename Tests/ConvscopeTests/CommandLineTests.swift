import PseudoTerminal
import Testing

@Suite struct CommandLineTests {
  /// Arguments, and a part of what standard error says about them.
  struct Mistake: Sendable, CustomTestStringConvertible {
    let arguments: [String]
    let words: [String]
    var testDescription: String { arguments.joined(separator: " ") }

    init(_ line: String, _ words: String...) {
      arguments = line.split(separator: " ").map(String.init)
      self.words = words
    }
  }

  static let unreadable: [Mistake] = [
    Mistake("--nonsense 3", "--nonsense"),
    Mistake("surplus", "surplus"),
    Mistake("--groups", "--groups", "Missing value"),
    Mistake("--kernel-size abc", "kernel_size: 'abc' is not a number, or one for each axis as 3,5"),
    Mistake("--kernel-size 1,2,3", "kernel_size: 3 numbers, but a Conv2d has the axes H, W"),
    Mistake("--stride 2,", "stride: '2,' is not"),
    Mistake("--groups 1,2", "groups: '1,2' is not a number"),
    Mistake(
      "--op conv4d",
      "op: 'conv4d' is not conv1d, conv2d, conv3d, conv_transpose1d, conv_transpose2d or conv_transpose3d"
    ),
    Mistake("--input 8x8", "input: '8x8' is not N,C,H,W"),
    Mistake("--padding reflect", "padding: 'reflect' is not"),
    Mistake("--op conv2d --output-padding 1", "output_padding: a Conv2d has none"),
    Mistake("--output-padding 0", "output_padding: a Conv2d has none"),
    Mistake(
      "--op conv_transpose2d --padding same",
      "padding: a ConvTranspose2d takes numbers, not 'same'"),
  ]

  @Test(arguments: unreadable, [[], ["report"], ["--print", "80x24"]])
  func `what cannot be read is wrong usage, and named`(
    mistake: Mistake, command: [String]
  ) throws {
    let output = try run(command + mistake.arguments)
    output.expectRefusal(64)
    for words in mistake.words { #expect(output.standardError.contains(words)) }
  }

  @Test(arguments: [["--kernel-size", "\u{1B}[31m"], ["--\u{1B}[31m"], ["\u{9B}31m"]])
  func `control codes in an argument are not repeated`(arguments: [String]) throws {
    let output = try run(arguments)
    output.expectRefusal(64)
    let codes = output.standardError.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(codes.isEmpty)
  }

  @Test func `a layer of one or three axes is explored and reported`() throws {
    let layer = ["--op", "conv3d", "--input", "1,1,4,5,6"]
    let explorer = try run(["--print", "80x24"] + layer)
    explorer.expectResult()
    #expect(explorer.lines[1].contains("Conv3d(1, 1, 3)   (1, 1, 4, 5, 6) → (1, 1, 2, 3, 4)"))
    let report = try run(["report"] + layer)
    report.expectResult()
    #expect(report.lines.first == "nn.Conv3d(1, 1, 3)")
    #expect(report.standardOutput.contains("(1, 1, 2, 3, 4)"))
  }

  @Test func `of two values for one option the last one wins`() throws {
    let output = try run(
      ["report", "--kernel-size", "5", "--bias", "--kernel-size", "7", "--no-bias"])
    output.expectResult()
    #expect(output.lines.first == "nn.Conv2d(1, 1, 7, bias=False)")
  }

  @Test(arguments: [
    Mistake("--print 80", "'80' is not COLUMNSxROWS"),
    Mistake("--print 0x24", "'0x24' is not COLUMNSxROWS"),
    Mistake("--print 80x24x3", "'80x24x3' is not COLUMNSxROWS"),
    Mistake("--print 1001x24", "up to 1000x1000"),
    Mistake("--print 80x24 --keys j<Nowhere>k", "there is no key <Nowhere>"),
  ])
  func `a picture that cannot be made is wrong usage`(mistake: Mistake) throws {
    let output = try run(mistake.arguments)
    output.expectRefusal(64)
    for words in mistake.words { #expect(output.standardError.contains(words)) }
  }

  @Test func `the version is a number`() throws {
    let output = try run(["--version"])
    output.expectResult()
    let parts = output.lines.first?.split(separator: ".") ?? []
    #expect(output.lines.count == 1)
    #expect(parts.count == 3)
    #expect(parts.allSatisfy { Int($0) != nil })
  }

  static let layerOptions = [
    "--op", "--input", "--in-channels", "--out-channels", "--kernel-size", "--stride", "--padding",
    "--dilation", "--output-padding", "--groups", "--bias", "--no-bias",
  ]

  @Test(arguments: [["--help"], ["-h"], ["report", "--help"]])
  func `help names every option of a layer`(arguments: [String]) throws {
    let output = try run(arguments)
    output.expectResult()
    for option in Self.layerOptions { #expect(output.standardOutput.contains(option)) }
  }

  @Test func `help names what else there is, on lines that fit`() throws {
    let output = try run(["--help"])
    for word in ["report", "--print", "--keys", "--version"] {
      #expect(output.standardOutput.contains(word))
    }
    #expect(output.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `every example of the help runs as it is printed`() throws {
    let help = try run(["--help"]).standardOutput
    let joined = help.split(separator: " \\\n").map { $0.drop { $0 == " " } }.joined(separator: " ")
    let examples = joined.split(separator: "\n").filter { $0.hasPrefix("  convscope ") }
    #expect(examples.count >= 3)
    for example in examples {
      let arguments = example.dropFirst("  convscope ".count)
      // Those that explore have no terminal here, and must only be understood.
      let output = try ProgramOutput(of: "/bin/sh", ["-c", "'\(convscope)' \(arguments)"])
      #expect([0, 2].contains(output.ending.status), "\(example): \(output.standardError)")
    }
    #expect(!help.contains("\n--"), "an example is broken in two")
  }
}
