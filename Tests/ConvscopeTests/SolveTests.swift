import Foundation
import PseudoTerminal
import Testing

/// `convscope solve`: from a wanted output size to hyperparameters.
@Suite struct SolveTests {
  @Test func `a size is answered with a table, the best layer first`() throws {
    let output = try run([
      "solve", "--input", "1,64,8,8", "--out-channels", "32", "--output", "16", "--count", "2",
    ])
    output.expectResult()
    #expect(output.standardOutput == table)
  }

  @Test func `given numbers are not searched`() throws {
    let output = try run(["solve", "--goal", "double", "--kernel-size", "3", "--dilation", "1"])
    output.expectResult()
    let layers = output.lines.filter { $0.contains("nn.") }
    #expect(layers.count == 1)
    #expect(layers.first?.contains("3, stride=2, padding=1, output_padding=1") == true)
  }

  /// The first layer of ResNet: 223 and 224 both give 112.
  @Test func `a layer is undone by its own numbers, with the round trip`() throws {
    let output = try run([
      "solve", "--undo", "--op", "conv2d", "--input", "1,3,224,224", "--out-channels", "64",
      "--kernel-size", "7", "--stride", "2", "--padding", "3", "--count", "1",
    ])
    output.expectResult()
    #expect(
      output.lines.first?.hasPrefix("ConvTranspose2d that makes 224×224 from 112×112: ") == true)
    #expect(
      output.standardOutput.contains(
        "nn.ConvTranspose2d(64, 3, 7, stride=2, padding=3, output_padding=1)\n"))
    #expect(output.lines.contains("   H, W 223 → 112 → 223   output_padding 0"))
    #expect(
      output.lines.contains("   H, W 224 → 112 → 224   output_padding 1, now"))
  }

  @Test func `a skip connection of an odd and an even side is met`() throws {
    let output = try run([
      "solve", "--input", "1,64,12,12", "--match", "1,32,23,24", "--kernel-size", "3",
    ])
    output.expectResult()
    #expect(output.standardOutput.contains("stride=2, padding=1, output_padding=(0, 1))"))
  }

  @Test func `the same in one line of JSON`() throws {
    let output = try run([
      "solve", "--goal", "double", "--input", "1,64,8,8", "--out-channels", "32", "--format",
      "json", "--count", "1",
    ])
    output.expectResult()
    #expect(output.lines == [json[...]])
    _ = try JSONSerialization.jsonObject(with: Data(output.standardOutput.utf8))
  }

  @Test func `what cannot be reached says what can, and ends with 1`() throws {
    let output = try run([
      "solve", "--op", "conv2d", "--input", "1,3,10,10", "--output", "64", "--max-stride", "3",
      "--max-kernel-size", "3", "--max-dilation", "1",
    ])
    output.expectRefusal(1)
    #expect(
      output.errorLines == [
        "convscope: no Conv2d within the limits makes 64 from 10; the largest size is 12",
        "convscope: searched: kernel_size 1–3, stride 1–3, dilation 1, padding up to d(k − 1)",
      ])
  }

  @Test func `an invalid layer cannot be undone`() throws {
    let output = try run(["solve", "--undo", "--op", "conv2d", "--kernel-size", "9"])
    output.expectRefusal(1)
    #expect(output.standardError.contains("kernel_size: the kernel spans 9"))
  }

  @Test(arguments: [
    [], ["--output", "16", "--goal", "double"], ["--undo", "--match", "8"], ["--output", "0"],
    ["--output", "16x16"], ["--goal", "twice"], ["--goal", "x0"],
    ["--output", "16", "--count", "0"],
    ["--output", "16", "--max-stride", "0"], ["--output", "16", "--max-kernel-size", "1025"],
    ["--output", "16", "--max-padding", "-1"], ["--output", "16", "--format", "markdown"],
    ["--goal", "same", "--op", "conv2d", "--padding", "same"], ["--output", "16", "surplus"],
  ])
  func `what is no question is wrong usage`(options: [String]) throws {
    try run(["solve"] + options).expectRefusal(64)
  }

  @Test(arguments: [["--print", "80x24"], ["--keys", "q"]])
  func `an option of the explorer is not dropped before solve`(option: [String]) throws {
    try run(option + ["solve", "--goal", "double"]).expectRefusal(64)
  }

  @Test(arguments: [
    ["--output", "9223372036854775807", "--input", "1,1,1,1"],
    ["--output", "1", "--input", "1,1,9223372036854775807,1"],
    ["--goal", "x9223372036854775807", "--this-input"],
    ["--output", "16", "--kernel-size", "9223372036854775807"],
    ["--output", "16", "--padding", "9223372036854775807"],
    ["--output", "16", "--max-kernel-size", "1024", "--max-stride", "1024"],
  ])
  func `no number makes it end otherwise`(options: [String]) throws {
    let output = try run(["solve"] + options)
    #expect([0, 1].contains(output.ending.status))
  }

  @Test func `without Unicode the table is in ASCII`() throws {
    let output = try run(["solve", "--goal", "double"], environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test func `every example of the help runs as it is printed`() throws {
    let help = try run(["solve", "--help"])
    help.expectResult()
    #expect(help.lines.allSatisfy { $0.count <= 80 })
    let joined = help.standardOutput.split(separator: " \\\n").map { $0.drop { $0 == " " } }
      .joined(separator: " ")
    let examples = joined.split(separator: "\n").filter { $0.hasPrefix("  convscope solve") }
    #expect(examples.count == 4)
    for example in examples {
      let arguments = example.split(separator: " ").dropFirst().map(String.init)
      try run(arguments).expectResult()
    }
  }
}

private let table = """
  ConvTranspose2d that makes 16×16 from 8×8: 60 layers
  searched: kernel_size 1–11, stride 1–4, dilation 1–2, padding up to d(k − 1)

    k  s  p  d  op  overlap  numbers  every input  parameters  useful products  PyTorch
    2  2  0  1   0  even     usual    ×2                8,224          524,288  nn.ConvTranspose2d(64, 32, 2, stride=2)
    4  2  1  1   0  even     usual    ×2               32,800        1,843,200  nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)
  58 more; --count lists them

  """

private let json =
  #"{"ok":true,"op":"conv_transpose2d","input":[1,64,8,8],"goal":"×2 of every input","count":22,"listed":1,"limit":22,"square":true,"solutions":[{"pytorch":"nn.ConvTranspose2d(64, 32, 2, stride=2)","kernel_size":[2,2],"stride":[2,2],"padding":[0,0],"dilation":[1,1],"output_padding":[0,0],"output":[16,16],"inside":{"max":1,"min":1},"every_input":"×2","numbers":"usual","parameters":8224,"useful_multiplications":524288}]}"#
