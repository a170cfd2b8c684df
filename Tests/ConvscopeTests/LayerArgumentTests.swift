import Foundation
import PseudoTerminal
import Testing

/// LAYER on the command line: an expression, a preset, a file, or what comes on standard input.
@Suite struct LayerArgumentTests {
  static let net = """
    Net(
      (conv1): Conv2d(3, 64, kernel_size=(7, 7), stride=(2, 2), padding=(3, 3), bias=False)
      (up): ConvTranspose2d(64, 32, kernel_size=(3, 3), stride=(2, 2), padding=(1, 1))
      (bad): Conv2d(3, x, kernel_size=(3, 3))
    )

    """

  private func print(_ arguments: [String], input: String = "") throws -> ProgramOutput {
    try ProgramOutput(of: convscope, ["--print", "80x24"] + arguments, input: Array(input.utf8))
  }

  @Test func `an expression is a layer, its input the smallest of 8, 16, 32 that fits`() throws {
    for (text, shapes, remark) in [
      ("nn.Conv2d(3, 64, 7)", "(1, 3, 8, 8) → (1, 64, 2, 2)", "(1, 3, 8, 8) is used"),
      ("torch.nn.Conv2d(3, 64, 11)", "(1, 3, 16, 16) → (1, 64, 6, 6)", "(1, 3, 16, 16) is used"),
      ("Conv1d(4, 2, 3)", "(1, 4, 8) → (1, 2, 6)", "(1, 4, 8) is used"),
      ("Conv3d(4, 2, 3)", "(1, 4, 8, 8, 8) → (1, 2, 6, 6, 6)", "(1, 4, 8, 8, 8) is used"),
    ] {
      let output = try print([text])
      output.expectResult()
      #expect(output.standardOutput.contains(shapes))
      #expect(output.message.contains(remark))
    }
  }

  @Test func `options say what it does not, or something else`() throws {
    let output = try print([
      "nn.Conv2d(3, 64, 7)", "--input", "2,3,224,224", "--stride", "2", "--padding", "3",
    ])
    output.expectResult()
    #expect(output.standardOutput.contains("(2, 3, 224, 224) → (2, 64, 112, 112)"))
    let wrong = try print(["nn.Conv2d(3, 64, 7)", "--input", "1,4,8,8"])
    #expect(wrong.standardOutput.contains("the input has 4 channels"))
  }

  @Test func `a preset is taken by its name`() throws {
    for name in ["DCGAN G2", "dcgan-g2"] {
      let output = try print([name])
      output.expectResult()
      #expect(output.standardOutput.contains("(1, 512, 4, 4) → (1, 256, 8, 8)"))
    }
    let several = try run(["report", "dcgan g"])
    several.expectRefusal(64)
    #expect(several.standardError.contains("'dcgan g' could be DCGAN "))
    // Networks are among what a name could be.
    #expect(try run(["report", "resnet"]).standardError.contains("; resnet18"))
    #expect(try run(["report", "nn.Conv2d"]).standardError.contains("'nn.Conv2d' is a class"))
  }

  @Test(arguments: [
    ("nn.Conv2d(3, 64, k)", "column 18: kernel_size: 'k' is not a number"),
    ("nn.Conv2d(3, 64", "column 1: the parenthesis of 'Conv2d' is not closed"),
    ("nn.Linear(3, 4)", "column 1: 'Linear' is none of"),
    ("nowhere", "'nowhere' is not a layer such as"), ("", "'' is not a layer such as"),
    ("a\u{1B}[31m", "'a?[31m' is not a layer such as"),
  ])
  func `what is no layer is wrong usage, with place and reason`(
    text: String, message: String
  ) throws {
    for arguments in [[text], ["report", text]] {
      let output = try run(arguments)
      output.expectRefusal(64)
      #expect(output.standardError.contains(message), "\(output.standardError)")
    }
  }

  @Test func `the names of the commands stay commands`() throws {
    for arguments in [
      ["report", "nn.Conv2d(3, 4, 3)"], ["--op", "conv2d", "report"],
      ["--input", "1,3,9,9", "report", "--op", "conv2d"],
      ["report", "--input", "1,3,9,9", "nn.Conv2d(3, 4, 3)"],
    ] {
      let output = try run(arguments)
      #expect(output.ending == .exited(0), "\(arguments) \(output.standardError)")
      #expect(output.lines.first?.hasPrefix("nn.Conv2d(") == true)
    }
    #expect(try run(["lessons"]).lines.count > 10)
    #expect(try run(["help", "report"]).standardOutput.contains("Print everything"))
    #expect(try run(["report", "--help"]).standardOutput.contains("<layer>"))
  }

  @Test func `a file of such a name is reached by its path`() throws {
    let folder = try TemporaryFolder()
    try folder.write("Conv2d(3, 4, kernel_size=(3, 3))\n", to: "report")
    let output = try print([folder.path + "/report", "--input", "1,3,9,9"])
    output.expectResult()
    #expect(output.standardOutput.contains("(1, 3, 9, 9) → (1, 4, 7, 7)"))
  }
}

/// A whole model from a file or on standard input.
@Suite struct ModelInputTests {
  private let net = LayerArgumentTests.net

  private func run(_ arguments: [String], input: String) throws -> ProgramOutput {
    try ProgramOutput(of: convscope, arguments, input: Array(input.utf8))
  }

  @Test func `its layers are listed, whichever way it comes`() throws {
    let folder = try TemporaryFolder()
    try folder.write(net, to: "model.txt")
    let file = try run(["--print", "80x24", folder.path + "/model.txt"], input: "")
    let dash = try run(["--print", "80x24", "-"], input: net)
    let piped = try run(["--print", "80x24"], input: net)
    for output in [file, dash, piped] {
      output.expectResult()
      #expect(output.standardOutput.contains(" ▸ conv1 "))
      #expect(output.standardOutput.contains("! line 4 not understood"))
    }
    #expect(file.standardOutput == piped.standardOutput)
    #expect(dash.standardOutput == piped.standardOutput)
  }

  @Test(arguments: ["", "\n \n\t"])
  func `nothing on standard input is nothing`(input: String) throws {
    let output = try run(["--print", "80x24"], input: input)
    output.expectResult()
    #expect(output.standardOutput == (try convscopeTestsFirstScreen()))
  }

  private func convscopeTestsFirstScreen() throws -> String {
    try ProgramOutput(of: convscope, ["--print", "80x24"]).standardOutput
  }

  @Test func `standard input is left alone where a layer is given`() throws {
    let output = try run(["--print", "80x24", "--op", "conv2d"], input: net)
    #expect(!output.standardOutput.contains("Layers of the model"))
    let lesson = try run(["--print", "80x24", "--lesson", "1"], input: net)
    #expect(!lesson.standardOutput.contains("Layers of the model"))
  }

  @Test func `a command needs one of the layers`() throws {
    let listed = try run(["report", "-"], input: net)
    listed.expectRefusal(64)
    #expect(
      listed.errorLines == [
        "convscope: the model has 2 layers; --layer chooses one of them:",
        "convscope:   conv1: Conv2d 3→64, k7 s2 p3, input not known",
        "convscope:   up: ConvTranspose2d 64→32, k3 s2 p1, input not known",
        "convscope: not understood: line 4, column 20: out_channels: 'x' is not a number;"
          + " variables have no value here",
      ])
    let one = try run(["report", "-", "--layer", "up", "--input", "1,64,5,5"], input: net)
    #expect(one.ending == .exited(0))
    #expect(one.lines[1] == "(1, 64, 5, 5) → (1, 32, 9, 9)")
    let none = try run(["report", "-", "--layer", "down"], input: net)
    none.expectRefusal(64)
    #expect(none.standardError.contains("the model has no layer 'down'"))
  }

  // A list of all the bytes would be printed, and takes the library a minute.
  @Test(arguments: [
    ("hello\n", 1, "standard input, line 1, column 1: there is no convolution"),
    ("\u{1B}[2Jhello\n", 1, "there is no convolution"),
    ("", 100, "standard input, line 1"), ("(", 100_000, "standard input, line 1"),
    ("a", (16 << 20) + 1, "the text has 16,777,217 bytes; at most 16,777,216 are read"),
  ])
  func `what is no model is refused, whatever bytes it has`(
    text: String, count: Int, message: String
  ) throws {
    // No text has the byte FF.
    let bytes =
      text.isEmpty
      ? [UInt8](repeating: 0xFF, count: count) : Array(String(repeating: text, count: count).utf8)
    let output = try ProgramOutput(of: convscope, ["--print", "80x24"], input: bytes)
    output.expectRefusal(65)
    #expect(output.standardError.contains(message), "\(output.standardError.prefix(300))")
    #expect(!output.standardError.contains("\u{1B}"))
  }

  @Test func `an exported model may be longer than a printed one`() throws {
    let text = """
      class GraphModule(torch.nn.Module):
          def forward(self, p_w: "f32[4, 3, 3, 3]", x: "f32[1, 3, 8, 8]"):
              # \(String(repeating: "-", count: 17 << 20))
              conv2d: "f32[1, 4, 6, 6]" = torch.ops.aten.conv2d.default(x, p_w)
              return (conv2d,)
      """
    let output = try run(["report", "-"], input: text)
    #expect(output.ending == .exited(0))
    #expect(output.lines[1] == "(1, 3, 8, 8) → (1, 4, 6, 6)")
  }

  @Test func `a file that cannot be read is a failed input`() throws {
    let folder = try TemporaryFolder()
    let output = try run([folder.path], input: "")
    output.expectRefusal(74)
    #expect(output.standardError.contains("cannot read"))
  }

  @Test func `a model is piped into the explorer, and a layer is picked by keys`() throws {
    let session = try startShell(
      "printf 'Net((a): Conv2d(3, 8, kernel_size=(3, 3))\\n(b): Conv2d(8, 4, kernel_size=(5, 5)))'"
        + " | '\(convscope)'; echo status $?")
    try session.waitFor("Layers of the model")
    session.send("b\r")
    try session.waitFor("input of b, N,C,H,W: 1,8,8,8_")
    session.send("\r")
    try session.waitFor("(1, 8, 8, 8) → (1, 4, 4, 4)")
    session.send("M")
    try session.waitFor("Layers of the model")
    session.send("\u{1B}")
    try session.waitForFooter()
    session.send("q")
    try session.waitFor("status 0")
    session.expectRestored()
  }

  @Test func `a silent pipe says what is waited for, and Ctrl-C ends it`() throws {
    let session = try startShell("trap : INT; sleep 100 | '\(convscope)'; echo status $?")
    try session.waitFor("waiting for a model on standard input; Ctrl-C ends")
    #expect(!session.screen.isAlternate)
    session.send("\u{3}")
    try session.waitFor("status 130")
  }

  @Test func `a silent pipe does not keep a picture waiting`() throws {
    let session = try startShell("sleep 100 | '\(convscope)' --print 80x24 | head -n 1; kill %1")
    try session.waitFor("[Layer]")
    try session.waitFor("nothing came on standard input within a second")
  }

  @Test func `in plain mode a model comes from a file, commands from standard input`() throws {
    let folder = try TemporaryFolder()
    try folder.write(net, to: "model.txt")
    let output = try run(
      ["--plain", folder.path + "/model.txt"], input: "layers\nlayer 2 1,64,5,5\nshare\n")
    output.expectResult()
    #expect(output.lines.contains("2  up: ConvTranspose2d 64→32, k3 s2 p1, input not known"))
    #expect(output.lines.contains("output (1, 32, 9, 9)"))
  }
}
