import ConvArithmetic
import Testing

@testable import LayerNotation

/// What cells see behind what is no module of a network.
struct RecordedReachTests {
  /// A kernel of 3 on 6 × 6 cells, and what becomes of it.
  private static func reaches(_ lines: String) throws -> [Result<Reach, Unreached>] {
    let text = """
      Net(
        (c): Conv2d(3, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (d): Conv2d(4, 4, kernel_size=(3, 3), stride=(1, 1), padding=(1, 1))
        (f): Linear(in_features=144, out_features=2, bias=True)
        (g): Linear(in_features=4, out_features=4, bias=True)
      )

      def forward(self, x):
          c = self.c(x)
          t = c.flatten(2).transpose(1, 2)
          \(lines)
          return out
      """
    let graph = try ModelGraph(reading: Array(text.utf8))
    let named = try #require(graph.network(from: [1, 3, 6, 6]))
    return named.network.axis(1, of: 2).reaches
  }

  // The mean over cells of what an attention has mixed would see all, but a mask may leave some out.
  @Test(
    arguments: zip(
      ["t, t, t", "t, t, t, None, 0.0, False", "t, t, t, t", "t, t, t, is_causal=True"],
      [Unreached.everything, .everything, .unknown, .unknown]))
  func `attention sees all, unless it is masked`(arguments: String, expected: Unreached) throws {
    let reaches = try Self.reaches(
      """
      a = torch.nn.functional.scaled_dot_product_attention(\(arguments))
          g = self.g(a)
          out = g.mean(1)
      """)
    #expect(reaches.last == .failure(expected))
  }

  @Test func `a linear layer of all values sees all`() throws {
    let reaches = try Self.reaches("out = self.f(c.flatten(1))")
    #expect(reaches.last == .failure(.everything))
  }

  @Test func `what a function without a rule reads is not known`() throws {
    let reaches = try Self.reaches(
      """
      a = torch.roll(c.nonzero(), 1)
          d = self.d(a)
          out = self.d(c)
      """)
    #expect(reaches.last.flatMap { try? $0.get() }?.most == 5)
    let recorded = try Self.reaches("out = self.d(torch.fft.ifft2(c).real)")
    #expect(!recorded.contains(.failure(.everything)))
  }
}
