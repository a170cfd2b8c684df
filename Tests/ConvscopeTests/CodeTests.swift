import PseudoTerminal
import Testing

/// `convscope code`: what other libraries are told.
@Suite struct CodeTests {
  @Test func `one library's text is comments and code`() throws {
    let output = try run(["code", "--dialect", "onnx"] + documentedExample)
    output.expectResult()
    let code = output.lines.drop { $0.hasPrefix("#") }
    #expect(code.first == "onnx.helper.make_node(")
    #expect(output.lines.first == "# ONNX")
  }

  @Test func `all libraries follow one another`() throws {
    let output = try run(["code"] + documentedExample)
    output.expectResult()
    let titles = ["# PyTorch", "# Keras / TensorFlow", "# JAX", "# ONNX"]
    #expect(output.lines.filter { titles.contains(String($0)) }.map(String.init) == titles)
    #expect(output.lines.allSatisfy { $0.count <= 88 })
  }

  @Test func `a C locale gets nothing but ASCII`() throws {
    let output = try run(["code"] + documentedExample, environment: ["LC_ALL": "C"])
    output.expectResult()
    #expect(output.standardOutput.utf8.allSatisfy { $0 < 0x80 })
    #expect(output.lines.contains("# this code: ok 16x16"))
  }

  @Test func `every library has code for padding that copies, and for causal padding`() throws {
    let layer = ["--op", "conv1d", "--input", "1,1,9", "--padding", "causal"]
    let output = try run(["code", "--padding-mode", "replicate"] + layer)
    output.expectResult()
    #expect(output.lines.contains("nn.Sequential(nn.ReplicationPad1d((2, 0)), nn.Conv1d(1, 1, 3))"))
    #expect(output.lines.filter { $0 == "# this code: ✓ 9" }.count == 4)
  }

  @Test func `an invalid layer and an unknown library are refused`() throws {
    try run(["code", "--kernel-size", "20"]).expectRefusal(1)
    try run(["code", "--dialect", "caffe"]).expectRefusal(64)
  }
}
