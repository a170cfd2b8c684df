import Glibc
import PseudoTerminal
import Testing

@Suite struct ReportTests {
  @Test func `the documented example has the documents' numbers`() throws {
    let output = try run(["report"] + documentedExample)
    output.expectResult()
    #expect(
      output.lines.first == "nn.ConvTranspose2d(64, 32, 3, stride=2, padding=1, output_padding=1)")
    #expect(output.lines.dropFirst().first == "(1, 64, 8, 8) → (1, 32, 16, 16)")
    for (name, value) in [
      ("parameters", "18,464"), ("filters ψ", "2,048"), ("additions A", "273"),
      ("per filter λ", "2,577"), ("aggregation γ", "524,288"), ("total", "5,801,984"),
      ("products", "1,179,648"), ("additions", "1,170,400"), ("bias additions", "8,192"),
      ("useful products", "1,083,392"), ("useful additions", "1,075,200"),
    ] {
      #expect(
        output.lines.contains { $0.hasPrefix("   \(name) ") && $0.hasSuffix(" = \(value)") },
        "\(name)")
    }
  }

  @Test func `the text says what every tool counts, how, and why`() throws {
    let output = try run(["report"] + documentedExample)
    let place = try #require(output.lines.firstIndex { $0.hasPrefix("   thop ") })
    #expect(output.lines[place].hasSuffix(" 4,718,592 MAC  ×4.00"))
    let explanation = output.lines[(place + 1)...].prefix(4).map(String.init)
    let expected = [
      "      N·C_out·H_out·W_out·C_in/groups·K", "      = 1·32·16·16·64/1·9",
      "      3,538,944 too many: it counts a transposed layer by its output size 16×16,"
        + " where its input size 8×8 is right.",
      "      source: thop.profile, 0.1.1.post2209072238",
    ]
    #expect(explanation == expected)
    #expect(output.lines.allSatisfy { $0.count <= 120 })
  }

  @Test(arguments: ["text", "markdown"])
  func `a budget is measured, and what is over is said in words`(format: String) throws {
    let output = try run(
      ["report", "--format", format, "--budget-macs", "1M", "--budget-ram", "16Ki"]
        + documentedExample)
    output.expectResult()
    let macs = try #require(output.lines.first { $0.contains("budget MACs") })
    #expect(macs.contains("1,179,648 of 1,000,000"))
    #expect(macs.contains("117.96%, over by 179,648"))
    #expect(output.standardOutput.contains("75.00%, within, 4.00 KiB left"))
    #expect(!output.standardOutput.contains("budget flash"))
  }

  @Test(arguments: [
    ["--budget-macs", "many"], ["--budget-ram", "-1"], ["--budget-flash", "1.5"],
    ["--budget-dtype", "bf16"], ["--format", "json", "--budget-macs", "1M"],
  ])
  func `a budget that makes no sense, or has no place, is wrong usage`(options: [String]) throws {
    try run(["report"] + options).expectRefusal(64)
  }

  @Test func `JSON is one line with the fields of a batch's answer`() throws {
    let output = try run(["report", "--format", "json"] + documentedExample)
    output.expectResult()
    let line = """
      {"op":"conv_transpose2d","input":[1,64,8,8],"in_channels":64,"out_channels":32,\
      "kernel_size":3,"stride":2,"padding":1,"output_padding":1}
      """
    let batch = try ProgramOutput(of: convscope, ["batch"], input: Array(line.utf8))
    #expect(output.standardOutput == batch.standardOutput)
    #expect(output.lines.count == 1)
  }

  @Test func `a count that does not fit is refused in JSON, where words have no place`() throws {
    let output = try run(["report", "--format", "json", "--in-channels", "9223372036854775807"])
    output.expectRefusal(1)
    #expect(
      output.errorLines == ["convscope: a count of this layer does not fit in 127 bits"])
  }

  @Test func `Markdown has the tables, in ASCII with asterisks that are no emphasis`() throws {
    let markdown = ["report", "--format", "markdown"] + documentedExample
    let output = try run(markdown)
    output.expectResult()
    #expect(
      output.lines.contains("| total | N·(ψ·λ + γ) | 1·(2,048·2,577 + 524,288) | 5,801,984 |"))
    let ascii = try run(markdown, environment: ["LC_ALL": "C"])
    #expect(
      ascii.lines.contains(
        "| total | N\\*(psi\\*lambda + gamma) | 1\\*(2,048\\*2,577 + 524,288) | 5,801,984 |"))
  }

  @Test func `a label keeps a space before what stands after it`() throws {
    let same = ["report", "--op", "conv2d", "--stride", "2", "--padding", "1"]
    for arguments in [same, ["report"] + documentedExample] {
      let labels = try run(arguments).lines.filter { $0.hasPrefix("   ONNX auto_pad=") }
      #expect(labels.count >= 2)
      #expect(labels.allSatisfy { $0.contains(/auto_pad="[A-Z_]+"\s/) }, "\(labels)")
    }
  }

  @Test func `a format that is none is wrong usage`() throws {
    try run(["report", "--format", "yaml"]).expectRefusal(64)
  }

  @Test func `an ordinary layer and its disagreeing summary are reported`() throws {
    let output = try run([
      "report", "--op", "conv2d", "--input", "4,1,1", "--kernel-size", "1", "--groups", "4",
      "--no-bias",
    ])
    output.expectResult()
    #expect(
      output.lines.prefix(2) == [
        "nn.Conv2d(4, 4, 1, groups=4, bias=False)", "(4, 1, 1) → (4, 1, 1)",
      ])
    #expect(output.standardOutput.contains("= −8\n"))
    #expect(output.standardOutput.contains("It gives 12 less than the document's own steps"))
  }

  @Test func `an invalid layer is refused with one line for each reason`() throws {
    let output = try run([
      "report", "--in-channels", "6", "--out-channels", "4", "--groups", "5", "--kernel-size",
      "20,3",
    ])
    output.expectRefusal(1)
    #expect(
      output.errorLines == [
        "convscope: groups: in_channels 6 is not divisible by groups 5; nearest: groups 2",
        "convscope: groups: out_channels 4 is not divisible by groups 5; nearest: groups 2",
        "convscope: kernel_size: the kernel spans 20 along H, the padded input has 8;"
          + " nearest: kernel_size 8 along H",
      ])
  }

  @Test func `an input with other channels than the layer is refused`() throws {
    let output = try run(["report", "--input", "1,4,8,8", "--in-channels", "5"])
    output.expectRefusal(1)
    #expect(output.errorLines.count == 1)
    #expect(output.standardError.hasPrefix("convscope: input: the input has 4 channels"))
  }

  @Test(arguments: [
    ("--stride", "stride", "-1"), ("--kernel-size", "kernel_size", "0"),
    ("--groups", "groups", "-3"), ("--padding", "padding", "-2"),
    ("--dilation", "dilation", "0,1"), ("--in-channels", "in_channels", "0"),
    ("--input", "batch", "-1,3,8,8"),
  ])
  func `a number that is too small is a reason, not wrong usage`(
    option: String, name: String, value: String
  ) throws {
    let output = try run(["report", option, value])
    output.expectRefusal(1)
    #expect(output.errorLines.contains { $0.hasPrefix("convscope: \(name): must be at least") })
  }

  @Test(arguments: [
    ["report", "--op", "conv_transpose2d", "--padding", "9"], ["--kernel-size", "核"],
    ["--stride", "é"],
  ])
  func `a C locale gets nothing but ASCII in a complaint`(arguments: [String]) throws {
    let output = try run(arguments, environment: ["LC_ALL": "C"])
    #expect(output.ending != .exited(0))
    #expect(output.standardError.utf8.allSatisfy { $0 < 0x80 }, "\(output.standardError)")
  }

  @Test func `numbers without end are reported in words`() throws {
    let huge = "9223372036854775807"
    let output = try run(["report", "--in-channels", huge])
    output.expectResult()
    #expect(output.standardOutput.contains("more than 127 bits hold"))
  }

  @Test(arguments: [
    ["report"] + documentedExample, ["report", "--op", "conv2d", "--padding", "same"],
    ["report", "--format", "markdown"], ["report", "--format", "json"],
    ["--print", "80x24"], ["--print", "120x40", "--keys", "tC"],
    ["--print", "80x24", "--keys", "?"], ["--present", "--print", "120x40", "--keys", "l"],
  ])
  func `a C locale gets nothing but ASCII`(arguments: [String]) throws {
    let output = try run(arguments, environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }

  @Test(arguments: [["report"], ["--print", "80x24"]])
  func `a full disk is said in one line`(arguments: [String]) throws {
    let output = try run(arguments, output: .file("/dev/full"))
    #expect(output.ending == .exited(74))
    #expect(output.errorLines == ["convscope: cannot write the result: No space left on device"])
  }

  @Test(arguments: [["report"], ["--print", "80x24"]])
  func `a reader that has gone away is no failure to speak of`(arguments: [String]) throws {
    let output = try run(arguments, output: .closedPipe)
    #expect(output.ending == .signalled(SIGPIPE))
    #expect(output.standardError == "")
  }

  @Test func `nor is it where the signal is ignored`() throws {
    let output = try ProgramOutput(
      of: "/bin/sh", ["-c", "trap '' PIPE; exec '\(convscope)' report"], output: .closedPipe)
    #expect(output.ending == .exited(74))
    #expect(output.standardError == "")
  }
}
