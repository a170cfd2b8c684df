import ConvArithmetic
import Testing

@testable import LayerNotation

/// What cells see behind what is no convolution of a model.
@Suite struct RecordedReachTests {
  /// Along the last axis, from a kernel of 3 on 6 × 6 cells and what becomes of them.
  private static func reach(_ lines: String) throws -> Result<Reach, Unreached>? {
    let text = """
      Net(
        (c): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (f): Linear(in_features=144, out_features=2, bias=True)
        (g): Linear(in_features=4, out_features=4, bias=True)
        (s): Softmax(dim=2)
      )

      def forward(self, x):
          c = self.c(x)
          t = c.flatten(2).transpose(1, 2)
      \(lines)
          return out
      """
    let graph = try ModelGraph(reading: Array(text.utf8))
    return try #require(graph.network(from: [1, 3, 6, 6])).network.axis(1, of: 2).reaches.last
  }

  // A mask may leave out what the mean after it would see.
  @Test(
    arguments: zip(
      ["t, t, t", "t, t, t, None, 0.0, False", "t, t, t, t", "t, t, t, is_causal = True"],
      [Unreached.everything, .everything, .unknown, .unknown]))
  func `attention sees all, unless it is masked`(arguments: String, expected: Unreached) throws {
    let reach = try Self.reach(
      """
          a = torch._C._nn.scaled_dot_product_attention(\(arguments))
          g = self.g(a)
          out = g.mean(1)
      """)
    #expect(reach == .failure(expected))
  }

  @Test func `a linear layer of all values sees all`() throws {
    let reach = try Self.reach("    d = c.flatten(1)\n    out = self.f(d)")
    #expect(reach == .failure(.everything))
  }

  @Test(
    arguments: zip(
      ["torch.softmax(c, 2)", "torch.softmax(c, -1)", "torch.softmax(t, 2)", "self.s(c)"],
      [false, true, false, false]))
  func `a softmax sees all along its own axis alone`(call: String, isAll: Bool) throws {
    let reach = try Self.reach("    out = \(call)")
    #expect((reach == .failure(.everything)) == isAll)
    #expect(isAll || reach.flatMap { try? $0.get() }?.sizes == [3])
  }

  // Nobody has a rule for f: it may leave all but one cell out.
  @Test func `what a function without a rule reads is not known`() throws {
    let text = """
      ExportedProgram:
          class GraphModule(torch.nn.Module):
              def forward(self, p_c_weight: "f32[4, 3, 3, 3]", x: "f32[1, 3, 6, 6]"):
                  conv2d: "f32[1, 4, 4, 4]" = torch.ops.aten.conv2d.default(x, p_c_weight)
                  f: "f32[1, 4, 4, 4]" = torch.ops.own.f.default(conv2d)
                  mean: "f32[1, 4]" = torch.ops.aten.mean.dim(f, [2, 3])
                  return (mean,)

      Graph signature:
          # inputs
          p_c_weight: PARAMETER target='c.weight'
          x: USER_INPUT

          # outputs
          mean: USER_OUTPUT

      """
    let named = try #require(ModelGraph(reading: Array(text.utf8)).network())
    let reaches = named.network.axis(1, of: 2).reaches
    #expect(reaches.dropFirst(2).allSatisfy { $0 == .failure(.unknown) })
  }
}
