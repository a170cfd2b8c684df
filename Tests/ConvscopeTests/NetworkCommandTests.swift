import PseudoTerminal
import Testing

/// A network on the command line: `--network`, lines in a file, `nn.Sequential`.
@Suite struct NetworkCommandTests {
  private static let chain = "nn.Sequential(nn.Conv2d(3, 8, 3), nn.ReLU(), nn.Conv2d(8, 8, 3))"
  private static let lines = """
    x = torch.zeros(1, 3, 9, 9)
    a = nn.Conv2d(3, 8, 3, padding=1)(x)
    b = torch.cat([a, x], 1)

    """

  // MARK: report

  @Test func `the report has a line a module, totals, and what fits`() throws {
    let output = try run(["report", "--network", "resnet18"])
    output.expectResult()
    #expect(
      output.lines.prefix(3) == [
        "ResNet-18 up to its global pooling", "(1, 3, 224, 224) → (1, 512, 7, 7)",
        "11,176,512 parameters",
      ])
    #expect(output.lines.contains { $0.hasPrefix("maxpool ") && $0.contains("  11  ") })
    for words in [
      " What a cell of the output sees, away from the borders", "435 input cells", " Inputs",
      "sizes 1 + 32·n: 193 or 225, not 224", " Joins", "all 8 fit", " Memory",
      "1,605,632 values",
    ] { #expect(output.standardOutput.contains(words), "\(words)") }
    #expect(output.lines.allSatisfy { $0.count <= 140 })
  }

  @Test func `it is the same from an expression, a file and standard input`() throws {
    let folder = try TemporaryFolder()
    try folder.write(Self.lines, to: "net.py")
    let file = try run(["report", folder.path + "/net.py"])
    file.expectResult()
    #expect(file.lines.prefix(2) == ["network", "(1, 3, 9, 9) → (1, 11, 9, 9)"])
    let piped = try ProgramOutput(of: convscope, ["report", "-"], input: Array(Self.lines.utf8))
    #expect(piped.standardOutput == file.standardOutput)
    let words = Self.lines.split(separator: "\n").joined(separator: "; ")
    #expect(try run(["report", words]).standardOutput == file.standardOutput)
  }

  @Test func `the name of a network stands where a layer or a file does`() throws {
    for (named, given) in [
      (["report", "resnet18"], ["report", "--network", "resnet18"]),
      (["--print", "80x24", "ResNet-18"], ["--print", "80x24", "--network", "resnet18"]),
      (["map", "dcgan", "--layer", "up2"], ["map", "--network", "dcgan", "--layer", "up2"]),
      (["model", "dcgan"], ["model", "--network", "dcgan"]),
    ] {
      let output = try run(named)
      output.expectResult()
      #expect(output.standardOutput == (try run(given)).standardOutput, "\(named)")
    }
    let check = try run(["check", "resnet18", "--only", "overlap"])
    #expect(check.ending == .exited(0))
    #expect(check.errorLines == ["convscope: nothing to warn of in 1 file"])
  }

  @Test func `without an input one is taken, and said`() throws {
    let output = try run(["report", Self.chain])
    #expect(output.ending == .exited(0))
    #expect(output.errorLines == ["convscope: no input is given; (1, 3, 8, 8) is used"])
    let given = try run(["report", Self.chain, "--input", "2,3,32,32"])
    given.expectResult()
    #expect(given.lines[1] == "(2, 3, 32, 32) → (2, 8, 28, 28)")
  }

  @Test func `JSON is the batch's answer, CSV a table, Markdown has headings`() throws {
    let json = try run(["report", Self.chain, "--input", "1,3,9,9", "--format", "json"])
    json.expectResult()
    let line =
      #"{"input":[1,3,9,9],"modules":[{"op":"conv2d","in_channels":3,"out_channels":8,"kernel_size":3},{"op":"relu"},{"op":"conv2d","in_channels":8,"out_channels":8,"kernel_size":3}]}"#
    let batch = try ProgramOutput(of: convscope, ["batch"], input: Array(line.utf8))
    // A line of the batch gives its modules no names.
    let names = #""modules":[{"name":"0"},{"name":"1"},{"name":"2"}],"#
    #expect(json.standardOutput.contains(names))
    #expect(json.standardOutput.replacing(names, with: "") == batch.standardOutput)
    let csv = try run(["report", "--network", "vgg16", "--format", "csv"])
    csv.expectResult()
    #expect(csv.lines[0] == "module,what,output,sees,apart,overlap,parameters,products,share")
    #expect(csv.lines[1].hasSuffix(",3,1,,1792,86704128,0.6"))
    let markdown = try run(["report", "--network", "dcgan", "--format", "markdown"])
    markdown.expectResult()
    #expect(markdown.lines[0] == "# DCGAN's generator")
    #expect(markdown.lines.contains("## Inputs") && markdown.lines.contains("## Memory"))
    #expect(markdown.lines.contains { $0.hasPrefix("| up3 | ConvTranspose2d 128→64 k4 s2 p1 + ") })
  }

  // A U-Net of depth 4 asks for a multiple of 16.
  @Test func `what does not fit is reported, and is an error`() throws {
    let output = try run(["report", "--network", "unet_padded", "--input", "1,3,500,500"])
    #expect(output.ending == .exited(1))
    #expect(output.errorLines == ["convscope: cat_1: joins 125×125 and 124×124, which do not fit"])
    #expect(output.standardOutput.contains("near here 496, 512"))
    let broken = try run(["report", Self.chain, "--input", "1,3,4,4", "--format", "json"])
    #expect(broken.ending == .exited(1))
    #expect(broken.standardOutput.hasPrefix(#"{"ok":false,"module":2,"errors":"#))
    #expect(broken.standardError.contains("module_2") || broken.standardError.contains("2: "))
  }

  @Test func `--layer is one layer of it, on what comes to it`() throws {
    let output = try run(["report", "--network", "dcgan", "--layer", "up2"])
    output.expectResult()
    #expect(output.lines[1] == "(1, 256, 8, 8) → (1, 128, 16, 16)")
    let map = try run(["map", "--layer", "up2", "--network", "dcgan"])
    #expect(map.lines[1] == output.lines[1])
  }

  @Test(arguments: [
    (["report", "--network", "dcgan", "--kernel-size", "3"], "--kernel-size is for one layer"),
    (["--budget-macs", "1M", "report", "--network", "dcgan"], "a budget is for one layer"),
    (["report", "--network", "dcgan", "nn.Conv2d(3, 8, 3)"], "give one of the two"),
    (["report", "--network", "dc\u{1B}gan"], "'dc?gan' is not one of the networks lenet, "),
    (["report", "--format", "csv"], "csv is for a network"),
    (["code", "--network", "dcgan"], "--layer chooses one of them"),
    (["--resume", "--network", "dcgan"], "open different things"),
    (["report", "--network", "dcgan", "--input", "8x8"], "input: '8x8' is not"),
    (["sweep", "--network", "dcgan", "--over", "stride=1,2"], "one of the convolutions up0, up1"),
    (["sweep", "--network", "dcgan", "--over", "stride", "--module", "relu0"], "one of the conv"),
    (["sweep", "--network", "dcgan", "--over", "input", "--module", "up1"], "is of the network"),
    (["sweep", "--network", "dcgan", "--over", "stride", "--plot", "holes"], "--plot"),
    (
      ["sweep", "--network", "vgg16", "--module", "conv2d_0", "--over", "output_padding"],
      "has none"
    ),
    (["sweep", "--over", "stride", "--module", "up1"], "--module is for a network"),
  ])
  func `what makes no sense is wrong usage, with the reason`(
    arguments: [String], words: String
  ) throws {
    let output = try run(arguments)
    output.expectRefusal(64)
    #expect(output.standardError.contains(words), "\(output.standardError)")
  }

  @Test(arguments: ["text", "json", "markdown", "csv"])
  func `a C locale gets nothing but ASCII`(format: String) throws {
    let output = try run(
      ["report", "--network", "fsrcnn", "--format", format], environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
  }

  // MARK: The explorer

  @Test func `the explorer opens a network by its name, or one layer of it`() throws {
    let named = try run(["--print", "80x24", "--network", "resnet18"])
    named.expectResult()
    let typed = try run(["--print", "80x24", "--keys", ":network resnet18<Enter>"])
    #expect(named.standardOutput == typed.standardOutput)
    let layer = try run(["--print", "80x24", "--network", "dcgan", "--layer", "up2"])
    #expect(layer.lines[1].contains("(1, 256, 8, 8) → (1, 128, 16, 16)"))
    #expect(layer.standardError == "")
  }

  @Test(arguments: [
    ":network dcgan<Enter><Down><Down>", ":network alexnet<Enter><Down><Esc>m<Enter>ll",
    ":network fsrcnn<Enter><Esc>O", ":nn.Sequential(nn.Conv2d(3, 8, 3), nn.MaxPool2d(2))<Enter>j",
  ])
  func `a shell opens by the share line what the keys opened`(keys: String) throws {
    let state = try run(["--print", "80x24", "--keys", keys])
    let typed = keys.contains("Sequential") ? "module_" : ""
    let share = try ProgramOutput(
      of: "/bin/sh",
      ["-c", "'\(convscope)' --plain --keys '\(keys)' | tail -n 1"], input: Array("share\n".utf8))
    let line = share.standardOutput.dropFirst("convscope ".count)
    let shared = try ProgramOutput(of: "/bin/sh", ["-c", "'\(convscope)' --print 80x24 \(line)"])
    shared.expectResult()
    guard typed.isEmpty else { return #expect(shared.standardOutput.contains(typed)) }
    #expect(shared.lines.dropLast() == state.lines.dropLast())
  }

  @Test func `a network is kept at the end, and goes on where it ended`() throws {
    let folder = try TemporaryFolder()
    let home = ["XDG_STATE_HOME": folder.path]
    let session = try startExplorer(environment: home)
    try session.waitForFooter()
    session.send(":network dcgan\r")
    try session.waitFor("DCGAN's generator")
    session.send("jj")
    try session.waitForAnswers()
    try session.quit()
    #expect(try folder.read("convscope/last").hasPrefix("convscope state 2\nconvscope 'x = torch."))
    let resumed = try run(["--print", "80x24", "--resume"], environment: home)
    resumed.expectResult()
    let wanted = try run(["--print", "80x24", "--keys", ":network dcgan<Enter>jj"])
    #expect(resumed.lines.dropLast() == wanted.lines.dropLast())
  }

  // MARK: sweep

  @Test func `a sweep has the figures of the whole network on a line a value`() throws {
    let output = try run([
      "sweep", "--network", "dcgan", "--module", "up3", "--over", "kernel_size=2..4", "--format",
      "csv",
    ])
    output.expectResult()
    #expect(output.lines.count == 4)
    #expect(
      output.lines[0]
        == "kernel_size,valid,output,overlap,sees,apart,parameters,products,peak,reason")
    // As the preset's parameters, which PyTorch counted.
    #expect(output.lines[3].hasPrefix(#"4,yes,"(1, 3, 64, 64)",even,5–6,1/16,3576704,"#))
  }

  @Test func `the input of a network is swept without a module`() throws {
    let output = try run([
      "sweep", "--over", "input=496..504..4", "--network", "unet_padded",
    ])
    output.expectResult()
    #expect(
      output.lines.map { $0.split(separator: " ").dropFirst().first } == [
        "valid", "yes", "no", "no",
      ])
    #expect(output.lines[2].hasSuffix("cat_1: joins 125×125 and 124×124, which do not fit"))
  }
}
