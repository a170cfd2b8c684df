import ConvArithmetic
import LayerNotation
import Testing

/// Padding that differs at the ends of an axis, and causal padding, in every notation but PyTorch's.
@Suite struct UnequalPaddingTests {
  private func subject(_ words: String) throws(NotationError) -> LayerCase {
    try LayerCase(Assignment.read(words))
  }

  private static let lines = [
    "op=conv1d input=1,2,20 out_channels=4 kernel_size=15 stride=6 padding=causal",
    "op=conv1d input=2,20 out_channels=4 kernel_size=5 padding=3:1 padding_mode=reflect",
    "op=conv2d input=1,3,8,9 out_channels=8 kernel_size=3 stride=2 padding=0:1",
    "op=conv2d input=3,8,9 out_channels=8 kernel_size=3,4 padding=0:1,2",
    "op=conv3d input=1,1,5,6,7 out_channels=1 kernel_size=3 padding=0:1,2:0,1:2",
  ]

  @Test(arguments: [
    ("0:1", "0:1"), (" 0 : 1 ", "0:1"), ("(0:1, 0:1)", "0:1"), ("[0:1,2:3]", "0:1,2:3"),
    ("0:1,2", "0:1,2"), ("1:1", "1"), ("2:2,3:3", "2,3"), ("0:1,2:2", "0:1,2"),
    ("-1:2", "-1:2"), ("same", "same"), ("valid", "valid"),
  ])
  func `ends are read and written shortly`(typed: String, written: String) throws {
    let padding = try subject("op=conv2d padding=\(typed)").layer.padding
    #expect(padding.text == written)
    #expect(try subject("op=conv2d padding=\(written)").layer.padding == padding)
  }

  @Test(arguments: [
    "0:", ":1", ":", "0:1:2", "0:x", "0:1,", "0:1,,2", "0:1;2", "0:1,2,3,4", "(0:1",
  ])
  func `what is no pair of ends is refused`(text: String) {
    #expect(throws: NotationError.unreadableValue(.padding, text)) {
      try Hyperparameter.padding.value(text)
    }
    for other in Hyperparameter.allCases where other != .padding {
      #expect(throws: NotationError.self) { try other.value("0:1") }
    }
  }

  @Test func `ends of one axis are for all axes, others for as many as there are`() throws {
    let ends = Ends(0, 1)
    #expect(
      try subject("op=conv3d padding=0:1").layer.padding
        == .explicit(Spatial(repeating: ends, count: 3)))
    #expect(throws: NotationError.self) { try subject("op=conv3d padding=0:1,0:1") }
    #expect(throws: NotationError.self) { try subject("op=conv1d padding=0:1,0:1") }
  }

  @Test func `a transposed layer takes equal numbers alone`() throws {
    for text in ["0:1", "causal", "same"] {
      let error = #expect(throws: NotationError.self) {
        try subject("op=conv_transpose1d padding=\(text)")
      }
      #expect(error?.message == "padding: a ConvTranspose1d takes numbers, not '\(text)'")
    }
    #expect(try subject("op=conv_transpose1d padding=1:1").layer.padding.equal == Spatial(1))
  }

  @Test(arguments: lines) func `a share line says the same again`(words: String) throws {
    let subject = try subject(words)
    let line = ShareLine(subject)
    #expect(try ShareLine(reading: line.text).subject() == subject)
    #expect(line.text.contains("--padding \(subject.layer.padding.text)"))
  }

  /// The input, the padding as JSON has it, and the output.
  @Test(arguments: [
    ("conv1d", "[1,1,20]", "[[9,5]]", "[1,1,20]", 15, 1),
    ("conv2d", "[1,8,9]", "[[0,1],[0,1]]", "[1,7,8]", 3, 1),
    ("conv2d", "[1,8,9]", "[[0,1],[2,2]]", "[1,4,6]", 3, 2),
    ("conv3d", "[1,5,6,7]", "[[0,1],[2,0],[1,1]]", "[1,4,6,7]", 3, 1),
    ("conv2d", "[1,8,9]", "[[1,1],[1,1]]", "[1,8,9]", 3, 1),
  ])
  func `a case has a pair for each axis`(
    op: String, input: String, padding: String, output: String, kernel: Int, stride: Int
  ) throws {
    let line =
      "{\"op\":\"\(op)\",\"input\":\(input),\"in_channels\":1,\"out_channels\":1,"
      + "\"kernel_size\":\(kernel),\"stride\":\(stride),\"padding\":\(padding)}"
    let schema = SchemaValidator(root: try JSONValue.read(CaseSchema.input.bytes))
    #expect(try schema.complaints(try JSONValue.read(line.utf8)).isEmpty)
    #expect(try answer(line)["output"] == JSONValue.read(output.utf8))
  }

  @Test(arguments: [
    "[[0,1]]", "[[0,1],[0,1],[0,1]]", "[[0],[1]]", "[[0,1,2],[0,1,2]]", "[[],[]]", "[[0,1],1]",
    "\"causal\"", "\"0:1\"",
  ])
  func `what is no pair for each axis is refused by reader and schema`(padding: String) throws {
    let line =
      #"{"op":"conv2d","input":[1,8,9],"in_channels":1,"out_channels":1,"kernel_size":3,"#
      + "\"padding\":\(padding)}"
    let schema = SchemaValidator(root: try JSONValue.read(CaseSchema.input.bytes))
    #expect(try !schema.complaints(try JSONValue.read(line.utf8)).isEmpty)
    let answer = try answer(line)
    #expect(answer["ok"] == .flag(false))
    #expect(answer["errors"]?.list?.map { $0["parameter"] } == [.text("padding")])
  }

  @Test(arguments: lines) func `a case that is written is read as the same layer`(
    words: String
  ) throws {
    var subject = try subject(words)
    let line = JSONWriter.line { $0.fields(subject) }.dropLast()
    let fields = try Array(line).withUnsafeBytes { try CaseFields.read($0) }
    // A case has no words that PyTorch does not have.
    if let ends = subject.layer.paddingEnds { subject.layer.padding = .explicit(ends) }
    #expect(try fields.subject() == subject)
  }

  @Test func `names of files and layers have the ends`() throws {
    let layer = try subject("op=conv2d kernel_size=3 stride=2 padding=0:1,2").layer
    #expect(layer.fileName(.svg) == "conv2d-k3-s2-p0_1x2.svg")
    #expect(layer.shorthand == "Conv2d 1→1, k3 s2 p0:1×2")
    let causal = try subject("op=conv1d kernel_size=3 padding=causal").layer
    #expect(causal.fileName(.svg) == "conv1d-k3-pcausal.svg")
    #expect(causal.shorthand == "Conv1d 1→1, k3 p causal")
  }

  @Test(arguments: [
    (
      "op=conv1d kernel_size=3 stride=4 padding=causal input=8",
      "stride: 'causal' needs a stride of at most the span of the kernel along L, 3, not 4;"
        + " nearest: stride 3 along L"
    ),
    (
      "op=conv2d kernel_size=5 padding=causal",
      "padding: 'causal' is for a layer of one axis, which is time; nearest: padding 2"
    ),
    (
      "op=conv1d kernel_size=3 padding=1:9 padding_mode=circular input=4",
      "padding: circular copies 9 cells along L, the input has 4; nearest: padding 1:4 along L"
    ),
    (
      "op=conv2d kernel_size=3 padding=2:-1",
      "padding: must be at least 0, not −1; nearest: padding 0"
    ),
  ])
  func `a refusal says what would do`(words: String, line: String) throws {
    let subject = try subject(words)
    let refusal = #expect(throws: Refusal.self) { try subject.forward() }
    #expect(refusal?.lines == [line])
  }

  @Test(arguments: [
    (
      "op=conv2d input=3,8,8 out_channels=8 kernel_size=3 stride=2 padding=0:1",
      "nn.Sequential(nn.ZeroPad2d((0, 1, 0, 1)), nn.Conv2d(3, 8, 3, stride=2))"
    ),
    (
      "op=conv1d input=3,20 kernel_size=15 stride=6 padding=causal bias=no",
      "nn.Sequential(nn.ZeroPad1d((9, 5)), nn.Conv1d(3, 3, 15, stride=6, bias=False))"
    ),
    (
      "op=conv3d kernel_size=3 padding=1,2,0:3 padding_mode=circular",
      "nn.Sequential(nn.CircularPad3d((0, 3, 2, 2, 1, 1)), nn.Conv3d(1, 1, 3))"
    ),
    (
      "op=conv1d kernel_size=3 padding=2:0 padding_mode=reflect",
      "nn.Sequential(nn.ReflectionPad1d((2, 0)), nn.Conv1d(1, 1, 3))"
    ),
    (
      "op=conv1d kernel_size=3 padding=causal padding_mode=replicate",
      "nn.Sequential(nn.ReplicationPad1d((2, 0)), nn.Conv1d(1, 1, 3))"
    ),
  ])
  func `PyTorch has a module that pads before the layer`(words: String, line: String) throws {
    #expect(try subject(words).layer.pytorchLine == line)
  }
}
