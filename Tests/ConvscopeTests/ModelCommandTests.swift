import Foundation
import PseudoTerminal
import Testing

/// `convscope model`, of texts that PyTorch printed and of small ones.
@Suite struct ModelCommandTests {
  static let graphs = URL(filePath: #filePath).deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: "LayerNotationTests/Fixtures/Graphs").path

  private static let lines =
    "x = torch.zeros(1, 3, 9, 9)\na = nn.Conv2d(3, 8, 3, padding=1)(x)\nb = nn.ReLU()(a)\n"

  @Test func `an exported model is told whole`() throws {
    let output = try run(["model", Self.graphs + "/tv_resnet18.export.txt"])
    output.expectResult()
    #expect(
      output.lines[1...3] == [
        "exported: 20 convolutions", "(1, 3, 224, 224) → (1, 1000)",
        "11,689,512 parameters, 1,814,073,344 products",
      ])
    let first = output.lines.first { $0.hasPrefix("conv1 ") } ?? ""
    #expect(first.contains("Conv2d 3→64 k7 s2 p3") && first.contains("(1, 64, 112, 112)  computed"))
    #expect(
      output.lines.contains { $0.hasPrefix("torch flop counter") && $0.contains("3,628,146,688") })
  }

  @Test func `a traced model takes its input, and has no sizes without`() throws {
    let file = Self.graphs + "/tv_alexnet.fx.txt"
    let sized = try run(["model", file, "--input", "1,3,224,224"])
    sized.expectResult()
    #expect(sized.lines[2] == "(1, 3, 224, 224) → (1, 1000)")
    let open = try run(["model", file])
    open.expectResult()
    #expect(open.lines[2] == "input not known → output not known")
    #expect(open.standardOutput.contains("the size of the input 'x' is not given"))
  }

  @Test func `JSON, CSV and Markdown have a row for each stage`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lines, to: "net.py")
    let file = folder.path + "/net.py"
    let json = try run(["model", file, "--format", "json"])
    json.expectResult()
    #expect(json.lines.count == 1)
    #expect(json.standardOutput.contains(#""text":"network","input":[1,3,9,9],"output":[1,8,9,9]"#))
    #expect(json.standardOutput.contains(#""path":"b","op":"ReLU""#))
    let csv = try run(["model", file, "--format", "csv"])
    csv.expectResult()
    #expect(csv.lines.count == 3 && csv.lines[0].hasPrefix("stage,op,what,input,output,basis,"))
    let markdown = try run(["model", file, "--format", "markdown", "--all"])
    markdown.expectResult()
    #expect(markdown.lines.contains { $0.hasPrefix("| b | ReLU |") })
  }

  @Test func `a file, a pipe and a well-known network are told alike`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lines, to: "net.py")
    let file = try run(["model", folder.path + "/net.py"])
    let piped = try ProgramOutput(of: convscope, ["model", "-"], input: Array(Self.lines.utf8))
    piped.expectResult()
    #expect(piped.lines.first == "standard input")
    #expect(file.lines.dropFirst() == piped.lines.dropFirst())
    let network = try run(["model", "--network", "dcgan"])
    network.expectResult()
    #expect(network.lines[3].hasPrefix("3,576,704 parameters, "))
  }

  // A U-Net of depth 4 asks for a multiple of 16.
  @Test func `a model that does not fit is told as far as it goes, and is an error`() throws {
    let output = try run(["model", "--network", "unet_padded", "--input", "1,3,500,500"])
    #expect(output.ending == .exited(1))
    #expect(
      output.errorLines.first == "convscope: cat_1: joins 125×125 and 124×124, which do not fit")
    #expect(output.standardOutput.contains("assumed"))
  }

  @Test func `the schema is printed without a file`() throws {
    let schema = try run(["model", "--schema", "output"])
    schema.expectResult()
    #expect(schema.lines.contains { $0.contains(#""$schema""#) })
    try run(["check", "--schema", "output"]).expectResult()
  }

  @Test(arguments: [
    (["model"], "a file is wanted"),
    (["model", "--network", "nowhere"], "is not one of the networks"),
    (["model", "net.py", "--network", "dcgan"], "give one of the two"),
    (["model", "--network", "dcgan", "--input", "8x8"], "input: '8x8' is not"),
    (["check"], "a file is wanted"), (["check", "x", "--only", "nothing"], "--only"),
  ])
  func `what makes no sense is wrong usage`(arguments: [String], words: String) throws {
    let output = try run(arguments)
    output.expectRefusal(64)
    #expect(output.standardError.contains(words), "\(output.standardError)")
  }

  @Test(arguments: ["model", "check"])
  func `an input of other axes than those of the model is refused`(command: String) throws {
    let folder = try TemporaryFolder()
    try folder.write("nn.Sequential(nn.Conv1d(1, 8, 3), nn.ReLU())\n", to: "net.py")
    for (model, input, words) in [
      (
        folder.path + "/net.py", "1,1,8,8",
        "Conv1d, has 1 axis: its input is N,C,L, not (1, 1, 8, 8)"
      ),
      ("lenet", "1,2,3,4,5", "Conv2d, has 2 axes: its input is N,C,H,W, not (1, 2, 3, 4, 5)"),
    ] {
      let output = try run([command, model, "--input", input])
      output.expectRefusal(1)
      #expect(output.errorLines == ["convscope: the model's first layer, \(words)"])
    }
  }

  @Test(arguments: ["model", "check"])
  func `a file that is not there, and one without a model, have their own status`(
    command: String
  ) throws {
    try run([command, "/nowhere/at/all"]).expectRefusal(74)
    let output = try ProgramOutput(of: convscope, [command, "-"], input: Array("nothing\n".utf8))
    output.expectRefusal(65)
  }

  @Test(arguments: ["text", "json", "markdown", "csv"])
  func `a C locale gets nothing but ASCII`(format: String) throws {
    let output = try run(
      ["model", "--network", "dcgan", "--format", format], environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }
}
