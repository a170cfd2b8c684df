import LayerNotation
import Testing

/// Exported and traced models as they come out of logs, terminals and word processors.
@Suite struct PastedModelTests {
  private static let exported = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_a_w: "f32[4, 3, 3, 3]", p_b_w: "f32[2, 4, 1, 1]", x: "f32[1, 3, 8, 8]"):
                # File: model.py:8 in forward, code: return self.b(self.a(x))
                conv2d: "f32[1, 4, 6, 6]" = torch.ops.aten.conv2d.default(x, p_a_w);  x = p_a_w = None
                conv2d_1: "f32[1, 2, 6, 6]" = torch.ops.aten.conv2d.default(conv2d, p_b_w)
                return (conv2d_1,)

    Graph signature:
        # inputs
        p_a_w: PARAMETER target='a.weight'
        p_b_w: PARAMETER target='b.weight'
        x: USER_INPUT

        # outputs
        conv2d_1: USER_OUTPUT
    """

  private static let traced = """
    Net(
      (b): Conv2d(4, 2, kernel_size=(1, 1), stride=(1, 1))
      (a): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1))
    )

    def forward(self, x):
        a = self.a(x);  x = None
        b = self.b(a.bfloat16().type(torch.float32));  a = None
        return b
    """

  private func layers(_ text: String) throws -> [String] {
    let read = try ModelText(reading: text)
    #expect(read.problems.isEmpty)
    return read.layers.map { "\($0.path) \($0.layer.inChannels) \($0.layer.outChannels)" }
  }

  @Test(arguments: [
    "", "INFO: ", "> ", "+", "# ", "[rank0]: ", "E       ", "2026-01-01T12:00:00.000Z stdout F ",
  ])
  func `what stands before each line does not matter`(prefix: String) throws {
    for text in [Self.exported, Self.traced] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let prefixed = lines.map { prefix + $0 }.joined(separator: "\n")
      #expect(try layers(prefixed) == ["a 3 4", "b 4 2"])
    }
  }

  @Test(arguments: [":", "\t", "  "])
  func `numbers of lines do not matter`(separator: String) throws {
    for text in [Self.exported, Self.traced] {
      let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
      let numbered = lines.enumerated().map { "\($0 + 1)\(separator)\($1)" }
      #expect(try layers(numbered.joined(separator: "\n")) == ["a 3 4", "b 4 2"])
    }
  }

  @Test func `neither colours nor typographic quotes matter`() throws {
    let coloured = Self.traced.replacing("Conv2d", with: "\u{1B}[1;32mConv2d\u{1B}[0m")
    #expect(try layers(coloured) == ["a 3 4", "b 4 2"])
    let quoted = Self.exported.replacing("'", with: "’").replacing("\"", with: "”")
    #expect(try layers(quoted) == ["a 3 4", "b 4 2"])
  }

  @Test func `a further model is told, and does not change the first`() throws {
    let other = Self.exported.replacing("target='", with: "target='other.")
    let two = try ModelText(reading: Self.exported + "\n\n" + other)
    #expect(two.layers.map(\.path) == ["a", "b"])
    #expect(
      two.problems.map(\.description) == [
        "line 20, column 1: another model stands here, and is not read"
      ])
    let printed = "Net(\n  (0): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1))\n)\n"
    let mixed = try ModelText(reading: printed + Self.exported)
    #expect(mixed.layers.map(\.path) == ["a", "b"])
    #expect(mixed.problems.map(\.line) == [2])
    for (text, line) in [(Self.exported, 19), (Self.traced, 12)] {
      let after = try ModelText(reading: text + "\n\n" + printed)
      #expect(after.layers.map(\.path) == ["a", "b"])
      #expect(
        after.problems.map(\.description) == [
          "line \(line), column 1: another model stands here, and is not read"
        ])
    }
  }

  @Test func `a signature may have the inputs in another order`() throws {
    let (first, second) = (
      "    p_a_w: PARAMETER target='a.weight'\n", "    p_b_w: PARAMETER target='b.weight'\n"
    )
    let other = Self.exported.replacing(first + second, with: second + first)
    #expect(other != Self.exported)
    #expect(try layers(other) == ["a 3 4", "b 4 2"])
    let graph = try ModelGraph(reading: Array(other.utf8))
    #expect(graph.inputs.map(\.target) == ["a.weight", "b.weight", ""])
    // 4 · 3 · 3 · 3 and 2 · 4.
    #expect(graph.operations.map(\.parameters) == [108, 8])
  }

  @Test func `a weight that two operations take counts once, and one that none takes is told`()
    throws
  {
    let twice = Self.exported.replacing(
      "aten.conv2d.default(conv2d, p_b_w)", with: "aten.add.Tensor(conv2d, p_a_w)")
    let graph = try ModelGraph(reading: Array(twice.utf8))
    #expect(graph.operations.map(\.parameters) == [108, 0])
    #expect(graph.unusedParameters == 8)
  }

  @Test func `infinity with a sign is a constant`() throws {
    let pad = """
      p: "f32[1, 3, 10, 10]" = torch.ops.aten.pad.default(x, [1, 1, 1, 1], 'constant', -inf)
              conv2d: "f32[1, 4, 8, 8]" = torch.ops.aten.conv2d.default(p, p_a_w)
      """
    let line = Self.exported.split(separator: "\n").first { $0.contains(" conv2d: ") }
    let text = Self.exported.replacing(try #require(line), with: "        " + pad)
    let graph = try ModelGraph(reading: Array(text.utf8))
    #expect(graph.operations.map(\.word) == ["pad", "conv2d", "conv2d"])
    #expect(graph.flow().bases.allSatisfy { $0 != .unknown })
  }
}
