import Foundation
import PseudoTerminal
import Testing

/// `convscope quiz`: work sheets.
@Suite struct QuizTests {
  @Test func `a seed prints its sheet, and its answers at the end`() throws {
    let output = try run(["quiz", "--seed", "1", "--level", "2", "--count", "4"])
    output.expectResult()
    #expect(output.standardOutput == sheet)
  }

  @Test func `the same sheet in Markdown`() throws {
    let output = try run([
      "quiz", "--seed", "1", "--level", "2", "--count", "2", "--format", "markdown",
    ])
    output.expectResult()
    #expect(output.standardOutput == markdown)
  }

  @Test func `without Unicode the sheet is in ASCII`() throws {
    let output = try run(
      ["quiz", "--seed", "1", "--level", "3", "--count", "30"], environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
    #expect(output.lines.allSatisfy { $0.count <= 80 })
  }

  @Test func `a seed that is not said is printed, and prints the same sheet`() throws {
    let output = try run(["quiz", "--count", "3"])
    output.expectResult()
    let command = try #require(output.lines.first { $0.hasPrefix("convscope quiz ") })
    let again = try run(command.split(separator: " ").dropFirst().map(String.init))
    #expect(again.standardOutput == output.standardOutput)
    // Two sheets are hardly ever the same.
    let others = try (0..<3).map { _ in try run(["quiz", "--count", "3"]).standardOutput }
    #expect(others.contains { $0 != output.standardOutput })
  }

  @Test(arguments: [
    ["--count", "0"], ["--count", "1001"], ["--count", "-1"], ["--count", "ten"],
    ["--level", "0"], ["--level", "4"], ["--level", "easy"], ["--seed", "-1"], ["--seed", "x"],
    ["--seed", "18446744073709551616"], ["--format", "json"], ["surplus"], ["--force"],
  ])
  func `what makes no sheet is wrong usage`(options: [String]) throws {
    try run(["quiz"] + options).expectRefusal(64)
  }

  @Test(arguments: [["--print", "80x24"], ["--keys", "q"]])
  func `an option of the explorer is not dropped before quiz`(option: [String]) throws {
    try run(option + ["quiz"]).expectRefusal(64)
  }

  @Test func `the explorer asks the exercises of the sheet`() throws {
    let keys = ["--print", "80x24", "--seed", "1", "--keys", "G<Up>"]
    let output = try run(keys)
    output.expectResult()
    #expect(output.lines.contains { $0.contains("Exercise 2, level 2, seed 1") })
    #expect(output.lines.dropFirst().first?.contains("(1, 16, 9, 9) → ?") == true)
    let seedless = try run(["--print", "80x24", "--keys", "G"])
    #expect(seedless.lines.contains { $0.contains("Exercise 1, level 1, seed ") })
  }

  @Test func `a quiz in plain mode`() throws {
    let input = "quiz 2\n47\nleave\nquit\n"
    let output = try ProgramOutput(
      of: convscope, ["--plain", "--seed", "1"], input: Array(input.utf8))
    output.expectResult()
    #expect(output.standardOutput.contains("\n Exercise 1, level 2, seed 1\n"))
    #expect(output.standardOutput.contains("\n Right: 47.\n"))
    #expect(output.standardOutput.hasSuffix("\nno more questions\n"))
  }

  @Test func `a sheet goes into a file, which is replaced only when that is asked for`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "quiz-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for format in ["gift", "qti", "text"] {
      let file = folder.appending(path: "sheet.\(format)").path
      let options = ["quiz", "--seed", "1", "--format", format]
      let written = try run(options + ["--output", file])
      #expect(written.ending == .exited(0))
      #expect(written.standardOutput == "")
      let bytes = try Data(contentsOf: URL(filePath: file))
      #expect(bytes.starts(with: Array((format == "qti" ? "PK\u{3}\u{4}" : "").utf8)))
      #expect(bytes == Data(try run(options).standardOutput.utf8) || format == "qti")
      try run(options + ["--output", file]).expectRefusal(74)
      #expect(try run(options + ["--output", file, "--force"]).ending == .exited(0))
    }
  }

  @Test func `a sheet with grids has them below each question, and none for other programs`() throws
  {
    let output = try run(["quiz", "--seed", "1", "--count", "3", "--grids"])
    output.expectResult()
    #expect(output.lines.count { $0.hasPrefix("     input") } == 3)
    #expect(output.lines[2] == "convscope quiz --seed 1 --level 1 --count 3 --grids")
    // The first of the series has no grids that fit: the numbers are those of the sheet.
    #expect(output.lines[4].hasPrefix("  1. "))
    try run(["quiz", "--grids", "--format", "gift"]).expectRefusal(64)
  }

  @Test func `GIFT has its categories and titles, in any locale`() throws {
    let output = try run(
      ["quiz", "--seed", "42", "--level", "3", "--count", "40", "--format", "gift"],
      environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.contains("$CATEGORY: convscope/level 3/ψ\n"))
    #expect(output.lines.count { $0.hasPrefix("::level 3, seed 42, ") } == 40)
  }

  @Test func `a closed reader is no failure to speak of`() throws {
    let output = try ProgramOutput(
      of: "/bin/sh", ["-c", "'\(convscope)' quiz --seed 1 --count 1000 | head -n 1"])
    #expect(output.standardOutput == "Exercises in convolution arithmetic\n")
    #expect(output.standardError == "")
  }
}

// (23 − 1)·2 − 2 + 4 + 1 = 47; 14 + 2 − 3 + 1 = 14; 8·3·3 = 72.
private let sheet = """
  Exercises in convolution arithmetic
  4 exercises of level 2, seed 1; to print this sheet again:
  convscope quiz --seed 1 --level 2 --count 4

    1. nn.ConvTranspose2d(16, 4, 3, stride=2, padding=1, dilation=2) on an input
       of (1, 16, 23, 23)
       How many rows does the output have (H_out)?
       Answer: ____________

    2. nn.ConvTranspose2d(16, 8, 3, stride=2, padding=3, dilation=2) on an input
       of (1, 16, 9, 9)
       What is the shape of the weight?
       Answer: ____________

    3. nn.Conv2d(2, 8, 3, padding=1, bias=False) on an input of (1, 2, 14, 14)
       What is the shape of the output, (N, C_out, H_out, W_out)?
       Answer: ____________

    4. nn.ConvTranspose2d(1, 8, 3, stride=3, padding=2, bias=False) on an input of
       (1, 1, 20, 20)
       How many learnable parameters does the layer have?
       Answer: ____________

  Answers

    1. 47
       H_out = (i − 1)s − 2p + d(k − 1) + output_padding + 1 = (23 − 1)·2 − 2·1 +
       2·(3 − 1) + 0 + 1 = 47
       Not 51. That adds the padding; in a ConvTranspose2d padding crops the
       output, so 2p is subtracted.
       Not 45. That ignores the dilation; with gaps the kernel spans d(k − 1) + 1
       cells, not k.
       Not 48. That counts the padding once; it crops both ends of an axis, so 2p
       is subtracted.

    2. (16, 8, 3, 3)
       weight = (C_in, C_out/groups, k_h, k_w) = (16, 8/1, 3, 3) = (16, 8, 3, 3)
       Not (8, 16, 3, 3). That is the order of a Conv2d; the weight of a
       ConvTranspose2d begins with in_channels.
       Not (1, 8, 3, 3). That forgets the input channels; an output channel has a
       kernel for each of the C_in/groups that it sees.
       Not (16, 8, 5, 5). That counts the gaps of the dilated kernel as weights; a
       gap has none.

    3. (1, 8, 14, 14)
       H_out, W_out = ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1 = ⌊(14 + 2·1 − 1·(3 − 1) −
       1)/1⌋ + 1 = 14
       Not (1, 8, 13, 13). That counts the padding once; it is at both ends of an
       axis, so 2p is added.
       Not (1, 8, 12, 12). That leaves the padding out; it puts p zeros at both
       ends of the input.
       Not (1, 2, 14, 14). That has the channels of the input; the output has
       out_channels.

    4. 72
       parameters = C_in/groups·C_out·k_h·k_w = 1/1·8·3·3 = 72
       Not 80. That adds a bias; this layer has bias=False.
       Not 24. That takes one side of the kernel for all of it; it has k_h·k_w
       taps.

  Letters
       i: input, along an axis
       s: stride, along an axis
       p: padding at either end of an axis
       d: dilation, along an axis
       k: kernel_size, along an axis
       output_padding: cells kept at the end of an axis
       C_in: in_channels
       C_out: out_channels
       k_h: rows of the kernel
       k_w: columns of the kernel
       N: samples of the batch, 1 without a batch

  """

private let markdown = #"""
  # Exercises in convolution arithmetic

  2 exercises of level 2, seed 1; `convscope quiz --seed 1 --level 2 --count 2` prints this sheet again.

  1. `nn.ConvTranspose2d(16, 4, 3, stride=2, padding=1, dilation=2)` on an input of (1, 16, 23, 23). How many rows does the output have (H\_out)?

  2. `nn.ConvTranspose2d(16, 8, 3, stride=2, padding=3, dilation=2)` on an input of (1, 16, 9, 9). What is the shape of the weight?

  ## Answers

  1. **47**
     - H\_out = (i − 1)s − 2p + d(k − 1) + output\_padding + 1 = (23 − 1)·2 − 2·1 + 2·(3 − 1) + 0 + 1 = 47
     - Not 51. That adds the padding; in a ConvTranspose2d padding crops the output, so 2p is subtracted.
     - Not 45. That ignores the dilation; with gaps the kernel spans d(k − 1) + 1 cells, not k.
     - Not 48. That counts the padding once; it crops both ends of an axis, so 2p is subtracted.
  2. **(16, 8, 3, 3)**
     - weight = (C\_in, C\_out/groups, k\_h, k\_w) = (16, 8/1, 3, 3) = (16, 8, 3, 3)
     - Not (8, 16, 3, 3). That is the order of a Conv2d; the weight of a ConvTranspose2d begins with in\_channels.
     - Not (1, 8, 3, 3). That forgets the input channels; an output channel has a kernel for each of the C\_in/groups that it sees.
     - Not (16, 8, 5, 5). That counts the gaps of the dilated kernel as weights; a gap has none.

  ## Letters

  - i: input, along an axis
  - s: stride, along an axis
  - p: padding at either end of an axis
  - d: dilation, along an axis
  - k: kernel\_size, along an axis
  - output\_padding: cells kept at the end of an axis
  - C\_in: in\_channels
  - C\_out: out\_channels
  - k\_h: rows of the kernel
  - k\_w: columns of the kernel

  """#
