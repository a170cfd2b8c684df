import ConvArithmetic
import LayerNotation
import Testing

/// Graphs that an exported model has inside, which higher-order operations run.
@Suite struct GraphInsideTests {
  private static let wrapped = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_a_w: "f32[4, 3, 3, 3]", p_a_b: "f32[4]", p_b_w: "f32[5, 4, 3, 3]", \
    p_b_b: "f32[5]", x: "f32[1, 3, 10, 11]"):
                submod_2 = self.submod_2
                conv2d: "f32[1, 4, 8, 9]" = torch.ops.aten.conv2d.default(x, p_a_w, p_a_b);  x = None
                conv2d_1 = torch.ops.higher_order.wrap_with_set_grad_enabled(True, submod_2, conv2d, \
    p_b_w, p_b_b);  submod_2 = conv2d = None
                getitem: "f32[1, 5, 6, 7]" = conv2d_1[0];  conv2d_1 = None
                submod_3 = self.submod_1
                conv2d_2 = torch.ops.higher_order.wrap_with_autocast('cpu', torch.bfloat16, True, None, \
    submod_3, getitem, p_b_w, p_b_b);  submod_3 = getitem = p_b_w = p_b_b = None
                getitem_1: "f32[1, 5, 4, 5]" = conv2d_2[0];  conv2d_2 = None
                return (getitem_1,)

            class submod_2(torch.nn.Module):
                def forward(self, conv2d: "f32[1, 4, 8, 9]", p_b_w: "f32[5, 4, 3, 3]", p_b_b: "f32[5]"):
                    conv2d_1: "f32[1, 5, 6, 7]" = torch.ops.aten.conv2d.default(conv2d, p_b_w, p_b_b)
                    return (conv2d_1,)

            class submod_1(torch.nn.Module):
                def forward(self, getitem: "f32[1, 5, 6, 7]", arg2_1: "f32[5, 4, 3, 3]", arg3_1: "f32[5]"):
                    slice_1: "f32[1, 4, 6, 7]" = torch.ops.aten.slice.Tensor(getitem, 1, 0, 4)
                    conv2d_2: "f32[1, 5, 4, 5]" = torch.ops.aten.conv2d.default(slice_1, arg2_1, arg3_1)
                    return (conv2d_2,)

    Graph signature:
        # inputs
        p_a_w: PARAMETER target='a.weight'
        p_a_b: PARAMETER target='a.bias'
        p_b_w: PARAMETER target='b.weight'
        p_b_b: PARAMETER target='b.bias'
        x: USER_INPUT

        # outputs
        getitem_1: USER_OUTPUT
    """

  /// What the hooks of PyTorch 2.11 saw of each convolution: where, on what, and what it made.
  private func calls(_ text: String, from input: [Int]? = nil) throws -> [String] {
    let graph = try ModelGraph(reading: Array(text.utf8))
    #expect(graph.problems.isEmpty)
    return graph.calls(graph.flow(from: [input])).map { "\($0.path) \($0.in) \($0.out)" }
  }

  @Test func `a graph that runs once stands where it is called`() throws {
    #expect(
      try calls(Self.wrapped) == [
        "a [1, 3, 10, 11] [1, 4, 8, 9]", "b [1, 4, 8, 9] [1, 5, 6, 7]",
        "b [1, 4, 6, 7] [1, 5, 4, 5]",
      ])
    #expect(
      try calls(Self.wrapped, from: [2, 3, 12, 11]) == [
        "a [2, 3, 12, 11] [2, 4, 10, 9]", "b [2, 4, 10, 9] [2, 5, 8, 7]",
        "b [2, 4, 8, 7] [2, 5, 6, 5]",
      ])
    let sheet = ModelSheet(try ModelGraph(reading: Array(Self.wrapped.utf8)), title: "")
    #expect(sheet.isWhole && sheet.parameters == 297 && sheet.output == [1, 5, 4, 5])
    // 8·9·4·27 + 6·7·5·36 + 4·5·5·36.
    #expect(sheet.multiplications == 18_936)
    #expect(!sheet.noteLines.contains { $0.contains("wrap") || $0.contains("weight") })
  }

  @Test func `a graph that the text does not have is said, and is no weight`() throws {
    let end = try #require(Self.wrapped.firstRange(of: "        class submod_2"))
    let signature = try #require(Self.wrapped.firstRange(of: "Graph signature"))
    let text = Self.wrapped[..<end.lowerBound] + Self.wrapped[signature.lowerBound...]
    let sheet = ModelSheet(try ModelGraph(reading: Array(text.utf8)), title: "")
    #expect(!sheet.isWhole && sheet.torchFlops == nil)
    #expect(
      sheet.notes.filter { $0.hasPrefix("the graphs") } == [
        Sentence.graphsInside("wrap_with_set_grad_enabled"),
        Sentence.graphsInside("wrap_with_autocast"),
      ])
    #expect(!sheet.stages.contains { $0.path.hasPrefix("submod") })
  }

  private static let branches = """
    ExportedProgram:
        class GraphModule(torch.nn.Module):
            def forward(self, p_a_w: "f32[4, 3, 3, 3]", p_b_w: "f32[4, 4, 1, 1]", \
    p_c_w: "f32[4, 4, 5, 5]", x: "f32[1, 3, 10, 11]"):
                conv2d: "f32[1, 4, 10, 11]" = torch.ops.aten.conv2d.default(x, p_a_w, None, [1, 1], [1, 1])
                sum_1: "f32[]" = torch.ops.aten.sum.default(conv2d)
                gt: "b8[]" = torch.ops.aten.gt.Scalar(sum_1, 0);  sum_1 = None
                true_graph_0 = self.true_graph_0
                false_graph_0 = self.false_graph_0
                cond = torch.ops.higher_order.cond(gt, true_graph_0, false_graph_0, (conv2d, p_b_w, p_c_w))
                getitem: "f32[1, 4, 10, 11]" = cond[0];  cond = None
                conv2d_1: "f32[1, 4, 10, 11]" = torch.ops.aten.conv2d.default(getitem, p_b_w)
                return (conv2d_1,)

            class true_graph_0(torch.nn.Module):
                def forward(self, conv2d: "f32[1, 4, 10, 11]", b: "f32[4, 4, 1, 1]", c: "f32[4, 4, 5, 5]"):
                    conv2d_1: "f32[1, 4, 10, 11]" = torch.ops.aten.conv2d.default(conv2d, b)
                    return (conv2d_1,)

            class false_graph_0(torch.nn.Module):
                def forward(self, conv2d: "f32[1, 4, 10, 11]", b: "f32[4, 4, 1, 1]", c: "f32[4, 4, 5, 5]"):
                    conv2d_1: "f32[1, 4, 10, 11]" = torch.ops.aten.conv2d.default(conv2d, c, None, [1, 1], [2, 2])
                    return (conv2d_1,)

    Graph signature:
        # inputs
        p_a_w: PARAMETER target='a.weight'
        p_b_w: PARAMETER target='b.weight'
        p_c_w: PARAMETER target='c.weight'
        x: USER_INPUT

        # outputs
        conv2d_1: USER_OUTPUT
    """

  @Test func `both branches of a condition are listed, and how often they run is open`() throws {
    #expect(
      try calls(Self.branches) == [
        "a [1, 3, 10, 11] [1, 4, 10, 11]", "b [1, 4, 10, 11] [1, 4, 10, 11]",
        "c [1, 4, 10, 11] [1, 4, 10, 11]", "b [1, 4, 10, 11] [1, 4, 10, 11]",
      ])
    let graph = try ModelGraph(reading: Array(Self.branches.utf8))
    let sheet = ModelSheet(graph, title: "")
    #expect(sheet.notes.contains(Sentence.runsNotKnown("cond")))
    #expect(!sheet.isWhole && sheet.torchFlops == nil && sheet.peak == nil)
    #expect(sheet.parameters == 524)
    let notes = graph.layers().map { $0.notes.map(\.sentence) }
    #expect(notes == [[], [.runsNotKnown], [.runsNotKnown], []])
  }

  @Test func `a graph that is run on each part of a tensor is listed on one`() throws {
    let text = """
      ExportedProgram:
          class GraphModule(torch.nn.Module):
              def forward(self, p_a_w: "f32[4, 4, 3]", p_z_w: "f32[2, 4, 1]", x: "f32[5, 1, 4, 8]"):
                  body_graph_0 = self.body_graph_0
                  map_impl = torch.ops.higher_order.map_impl(body_graph_0, [x], [p_a_w])
                  getitem: "f32[5, 1, 4, 8]" = map_impl[0];  map_impl = None
                  select: "f32[1, 4, 8]" = torch.ops.aten.select.int(getitem, 0, 0);  getitem = None
                  conv1d: "f32[1, 2, 8]" = torch.ops.aten.conv1d.default(select, p_z_w);  select = None
                  return (conv1d,)

              class body_graph_0(torch.nn.Module):
                  def forward(self, x: "f32[1, 4, 8]", p_a_w: "f32[4, 4, 3]"):
                      conv1d: "f32[1, 4, 8]" = torch.ops.aten.conv1d.default(x, p_a_w, None, [1], [1])
                      return (conv1d,)

      Graph signature:
          # inputs
          p_a_w: PARAMETER target='a.weight'
          p_z_w: PARAMETER target='z.weight'
          x: USER_INPUT
      """
    #expect(try calls(text) == ["a [1, 4, 8] [1, 4, 8]", "z [1, 4, 8] [1, 2, 8]"])
  }

  @Test func `a graph that cannot be read gives back nothing of another one`() throws {
    let text = """
      ExportedProgram:
          class GraphModule(torch.nn.Module):
              def forward(self, x: "f32[1, 3, 4, 4]", y: "f32[1, 3, 8, 8]"):
                  g = self.g
                  a = torch.ops.higher_order.wrap(g, x)
                  h = self.h
                  b = torch.ops.higher_order.wrap(h, y)
                  return (b,)

              class g(torch.nn.Module):
                  def forward(self, x: "f32[1, 3, 4, 4]"):
                      relu: "f32[1, 3, 4, 4]" = torch.ops.aten.relu.default(x)
                      return relu

              class h(torch.nn.Module):
                  def forward(self, y: "f32[1, 3, 8, 8]"):
                      tanh: "f32[1, 3, 8, 8]" = torch.ops.aten.tanh.default(y)
                      return (tanh
      """
    let graph = try ModelGraph(reading: Array(text.utf8))
    #expect(!graph.problems.isEmpty)
    #expect(graph.outputs.allSatisfy { graph.flow().size(of: $0) != [1, 3, 4, 4] })
  }

  @Test func `graphs that run one another many times come to an end`() throws {
    let levels = 40
    let forward = "def forward(self, x: \"f32[1, 1, 3, 3]\"):"
    var lines = ["class GraphModule(torch.nn.Module):", " " + forward]
    for level in 0...levels {
      let space = String(repeating: " ", count: level + 1)
      if level == levels {
        lines.append(space + " relu = torch.ops.aten.relu.default(x)")
        lines.append(space + " return (relu,)")
        break
      }
      for name in ["a", "b"] {
        lines.append(space + " g = self.g\n\(space) \(name) = torch.ops.higher_order.wrap(g, x)")
      }
      lines.append(space + " return (b[0],)")
      lines.append(space + "class g(torch.nn.Module):")
      lines.append(space + " " + forward)
    }
    let graph = try ModelGraph(reading: Array(lines.joined(separator: "\n").utf8))
    // Without an end there would be 2^40, or as many as a model may have, which is a million.
    #expect((levels...100_000).contains(graph.operations.count))
  }
}
