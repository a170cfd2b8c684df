import ConvArithmetic
import LayerNotation
import Testing

/// What single functions make of sizes; the expected sizes are PyTorch's rules by hand.
@Suite struct GraphRuleTests {
  private func output(
    _ lines: String, _ header: String = "(c): Identity()", input: [Int]
  ) throws -> GraphValue? {
    let body = lines.split(separator: "\n").map { "    \($0)\n" }.joined()
    let text = "Net(\n  \(header)\n)\n\ndef forward(self, x):\n\(body)    return out\n"
    let graph = try ModelGraph(reading: Array(text.utf8))
    return graph.outputs.first.map { graph.flow(from: [input]).values[$0] }
  }

  @Test(
    arguments: [
      ("out = torch.flatten(x, 1)", [2, 60]), ("out = x.flatten(2)", [2, 3, 20]),
      ("out = x.view(2, -1)", [2, 60]), ("out = x.reshape([-1, 10])", [12, 10]),
      ("out = x.view(x.size(0), x.size(1), -1)", [2, 3, 20]),
      ("out = x.permute(0, 2, 3, 1)", [2, 4, 5, 3]), ("out = x.transpose(1, 2)", [2, 4, 3, 5]),
      ("out = torch.permute(x, (0, 2, 3, 1))", [2, 4, 5, 3]),
      ("out = x.unsqueeze(-1)", [2, 3, 4, 5, 1]),
      ("out = x.unsqueeze(0).squeeze(0)", [2, 3, 4, 5]),
      ("out = torch.cat([x, x, x], dim = 1)", [2, 9, 4, 5]),
      ("out = torch.cat((x, x))", [4, 3, 4, 5]),
      ("out = torch.stack([x, x], -1)", [2, 3, 4, 5, 2]), ("out = x.mean([2, 3])", [2, 3]),
      ("out = x.mean((2, 3), keepdim = True)", [2, 3, 1, 1]), ("out = x.mean(dim=-1)", [2, 3, 4]),
      ("out = x * 2", [2, 3, 4, 5]), ("out = x + x.mean(3, True)", [2, 3, 4, 5]),
      ("out = -x", [2, 3, 4, 5]), ("out = x[:, 0]", [2, 4, 5]),
      ("out = x[:, 1:, ::2]", [2, 2, 2, 5]),
      ("out = x[(slice(None, None, None), 0)]", [2, 4, 5]), ("out = x[(..., -1)]", [2, 3, 4]),
      ("out = x.chunk(2, dim = 3)[1]", [2, 3, 4, 2]),
      ("out = torch.split(x, 2, 1)[0]", [2, 2, 4, 5]),
      ("out = x.expand(2, -1, 4, 5)", [2, 3, 4, 5]), ("out = x.repeat(1, 2, 1, 1)", [2, 6, 4, 5]),
      ("out = torch.nn.functional.pad(x, (1, 2))", [2, 3, 4, 8]),
      ("out = torch.ops.aten.pad.default(x, [1, 2], 'constant', -inf)", [2, 3, 4, 8]),
      ("out = torch.nn.functional.pad(x, [0, 0, 0, 0, 1, 1])", [2, 5, 4, 5]),
      ("out = torch.nn.functional.max_pool2d(x, 2, 2, 0, 1, ceil_mode = True)", [2, 3, 2, 3]),
      ("out = torch.nn.functional.adaptive_avg_pool2d(x, 1)", [2, 3, 1, 1]),
      ("out = torch.nn.functional.interpolate(x, scale_factor = 2.5)", [2, 3, 10, 12]),
      ("out = torch.nn.functional.interpolate(x, size = (7, 9), mode = 'bilinear')", [2, 3, 7, 9]),
      ("out = x @ x.transpose(2, 3)", [2, 3, 4, 4]), ("out = torch.matmul(x, x.mT)", [2, 3, 4, 4]),
      ("s = x.shape\nout = torch.nn.functional.interpolate(x, size = s[2:])", [2, 3, 4, 5]),
      ("n = x.size(2) // 3\nout = x.view(2, n, -1)", [2, 1, 60]),
      ("out = torch.nn.functional.scaled_dot_product_attention(x, x, x)", [2, 3, 4, 5]),
      ("out = torch.nn.functional.hardswish(x)", [2, 3, 4, 5]), ("out = x.relu_()", [2, 3, 4, 5]),
      ("out = torch.zeros(4, 5) + x", [2, 3, 4, 5]), ("out = x.contiguous()", [2, 3, 4, 5]),
    ] as [(String, [Int])])
  func `a function makes the sizes of PyTorch`(_ lines: String, _ expected: [Int]) throws {
    #expect(try output(lines, input: [2, 3, 4, 5]) == .shape(expected))
  }

  // As PyTorch 2.15 makes them.
  @Test(
    arguments: [
      ("torch.meshgrid(torch.arange(3), torch.arange(5), indexing = 'ij')[0]", [3, 5]),
      ("torch.ops.aten.meshgrid.indexing([torch.arange(3), torch.arange(5)])[1]", [3, 5]),
      ("torch.meshgrid(torch.arange(3), torch.arange(5), indexing = 'xy')[1]", [5, 3]),
      ("torch.broadcast_tensors(torch.zeros(3, 1, 1), x)[0]", [2, 3, 4, 5]),
      ("torch.linspace(-1, 1, 7)", [7]), ("torch.hann_window(16)", [16]),
      ("torch.eye(3, 4)", [3, 4]), ("torch.eye(3)", [3, 3]),
      ("x.repeat_interleave(2, 1)", [2, 6, 4, 5]), ("x.repeat_interleave(2)", [240]),
      ("torch.nn.functional.mse_loss(x, x)", []),
      ("torch.nn.functional.mse_loss(x, x, reduction = 'none')", [2, 3, 4, 5]),
      ("torch.ops.aten.__and__.Tensor(x, x)", [2, 3, 4, 5]),
      ("torch.view_as_real(torch.complex(x, x))", [2, 3, 4, 5, 2]),
      ("torch.view_as_complex(x.expand(2, 2, 3, 4, 5)[:, :, :, :, 0:2])", [2, 2, 3, 4]),
      ("torch.ops.aten.mul.Scalar(x, 1j)", [2, 3, 4, 5]), ("x * (0.5 - 2.5j)", [2, 3, 4, 5]),
      ("x * x.size(3) ** -0.5", [2, 3, 4, 5]), ("x / (x.size(3) / 3)", [2, 3, 4, 5]),
      ("x / x.mean().item()", [2, 3, 4, 5]),
    ] as [(String, [Int])])
  func `a tensor of numbers has the sizes of PyTorch`(_ made: String, _ expected: [Int]) throws {
    #expect(try output("out = \(made)", input: [2, 3, 4, 5]) == .shape(expected))
  }

  @Test func `a size that is computed from an unknown number is not known`() throws {
    #expect(try output("out = x.view(-1, x.size(3) ** 0.5)", input: [2, 3, 4, 5]) == .unknown)
  }

  // The examples in the documentation of MaxUnpool1d to MaxUnpool3d, after their pools.
  @Test(
    arguments: [
      ("torch.ops.aten.max_unpool2d.default(x, x, [4, 5])", [1, 1, 2, 2], [1, 1, 4, 5]),
      ("torch.nn.functional.max_unpool2d(x, x, 2, 2, 0, None)", [1, 1, 2, 2], [1, 1, 4, 4]),
      (
        "torch.nn.functional.max_unpool2d(x, x, 2, stride = 2, output_size = (1, 1, 4, 5))",
        [1, 1, 2, 2], [1, 1, 4, 5]
      ),
      ("torch.nn.functional.max_unpool1d(x, x, 2, stride = 2)", [1, 1, 4], [1, 1, 8]),
      ("torch.nn.functional.max_unpool1d(x, x, 2, 2, 0, [9])", [1, 1, 4], [1, 1, 9]),
      (
        "torch.ops.aten.max_unpool3d.default(x, x, [51, 33, 15], [2, 2, 2], [0, 0, 0])",
        [20, 16, 25, 16, 7], [20, 16, 51, 33, 15]
      ),
      (
        "torch.nn.functional.max_unpool3d(x, x, 3, 2)", [20, 16, 25, 16, 7],
        [20, 16, 51, 33, 15]
      ),
    ] as [(String, [Int], [Int])])
  func `an unpool makes the size that it is asked for`(
    call: String, input: [Int], expected: [Int]
  ) throws {
    #expect(try output("out = \(call)", input: input) == .shape(expected))
  }

  // The example in the documentation of MaxUnpool2d, as a module.
  @Test(
    arguments: [
      ("self.c(x, x, output_size = (4, 5))", [4, 5]), ("self.c(x, x, x.shape[2:])", [2, 2]),
      ("self.c(x, x)", [4, 4]),
    ] as [(String, [Int])])
  func `a module that unpools makes the size that it is asked for`(
    call: String, expected: [Int]
  ) throws {
    let header = "(c): MaxUnpool2d(kernel_size=(2, 2), stride=(2, 2), padding=(0, 0))"
    #expect(
      try output("out = \(call)", header, input: [1, 1, 2, 2]) == .shape([1, 1] + expected))
  }

  @Test(arguments: [
    "torch.quantize_per_tensor(x, 0.1, 10, torch.quint8).dequantize()",
    "torch.fake_quantize_per_tensor_affine(x, 0.1, 0, 0, 255)",
    "torch.ops.quantized_decomposed.quantize_per_tensor.default(x, 0.1, 0, -128, 127, torch.int8)",
    "torch.ops.quantized_decomposed.dequantize_per_channel.default(x, x, x, 0, -128, 127, torch.int8)",
  ])
  func `what is quantized keeps its size`(call: String) throws {
    #expect(try output("out = \(call)", input: [2, 3, 4, 5]) == .shape([2, 3, 4, 5]))
  }

  @Test(
    arguments: [
      ("(c): Linear(in_features=5, out_features=7, bias=True)", [2, 3, 4, 7]),
      ("(c): Flatten(start_dim=1, end_dim=-1)", [2, 60]),
      ("(c): LayerNorm((4, 5), eps=1e-05, elementwise_affine=True)", [2, 3, 4, 5]),
      ("(c): Conv2d(3, 6, kernel_size=(3, 3), stride=(1, 1), padding=same)", [2, 6, 4, 5]),
      ("(c): Upsample(scale_factor=2.0, mode='nearest')", [2, 3, 8, 10]),
      ("(c): PixelUnshuffle(downscale_factor=1)", [2, 3, 4, 5]),
      // 3 · 2 · 3 values; ⌊(4 + 2 − 2)/2⌋ + 1 = 3 and ⌊(5 + 2 − 3)/2⌋ + 1 = 3 windows.
      ("(c): Unfold(kernel_size=(2, 3), dilation=1, padding=1, stride=2)", [2, 18, 9]),
      ("(c): Unfold(kernel_size=2, dilation=3, padding=0, stride=1)", [2, 12, 2]),
      ("(c): Unfold(kernel_size=6, dilation=1, padding=0, stride=1)", nil),
      ("(c): AvgPool2d(kernel_size=2, stride=2, padding=0)", nil),
      ("(c): Mystery()", nil),
    ] as [(String, [Int]?)])
  func `a module makes the sizes of its row`(_ header: String, _ expected: [Int]?) throws {
    let value = try output("out = self.c(x)", header, input: [2, 3, 4, 5])
    #expect(value == expected.map { .shape($0) } ?? .unknown)
  }

  // The windows above put back where they were: 18 values are 6 for each of 3 channels.
  @Test(
    arguments: zip(
      ["(4, 5)", "(5, 5)", "4", "(4, 7)"],
      [GraphValue.shape([2, 3, 4, 5]), .shape([2, 3, 5, 5]), .unknown, .unknown]))
  func `what is folded has as many windows as its output`(size: String, expected: GraphValue)
    throws
  {
    let windows = "kernel_size=(2, 3), dilation=1, padding=1, stride=2"
    let header = "(c): Unfold(\(windows))\n  (d): Fold(output_size=\(size), \(windows))"
    #expect(try output("u = self.c(x)\nout = self.d(u)", header, input: [2, 3, 4, 5]) == expected)
  }

  @Test(arguments: [
    "out = x.view(7, -1)", "out = x @ x", "out = torch.cat([x, x[:, :, 1:]], 1)", "out = x + x.mT",
    "out = x.permute(0, 1)", "out = x.mean(4)", "out = mystery(x)", "out = x.view(self.size)",
    "out = x.expand(2, 9, 4, 5)", "out = x[0, 0, 0, 0, 0]", "out = x.split([1, 1], 1)[0]",
    "out = x.split([-1, 4], 1)[0]", "out = x.chunk(0, 1)[0]", "out = x.tensor_split(0, 1)[0]",
  ])
  func `what does not fit has no size`(_ line: String) throws {
    #expect(try output(line, input: [2, 3, 4, 5]) == .unknown)
  }

  /// 10 channels: `chunk` rounds the length up, `split` takes it or all of them, `tensor_split` makes
  /// the first parts longer or cuts at places.
  @Test(
    arguments: [
      ("torch.chunk(x, 4, 1)", [3, 3, 3, 1]), ("x.chunk(6, dim = 1)", [2, 2, 2, 2, 2]),
      ("x.unsafe_chunk(3, 1)", [4, 4, 2]), ("x.split(4, 1)", [4, 4, 2]),
      ("torch.functional.split(x, [3, 7], dim = 1)", [3, 7]), ("x.split((0, 10), 1)", [0, 10]),
      ("torch.ops.aten.split_with_sizes.default(x, [1, 9], 1)", [1, 9]),
      ("torch.tensor_split(x, 4, dim = 1)", [3, 3, 2, 2]),
      ("x.tensor_split((2, -3), 1)", [2, 5, 3]), ("x.tensor_split([4, 12], 1)", [4, 6, 0]),
      ("torch.unbind(x, 2)", [10, 10, 10, 10]),
    ] as [(String, [Int])])
  func `parts have the sizes that follow from the input`(_ call: String, _ parts: [Int]) throws {
    for place in 0...parts.count {
      let part = try output("parts = \(call)\nout = parts[\(place)]", input: [2, 10, 4, 5])
      let rest = call.contains("unbind") ? [5] : [4, 5]
      #expect(part == (place < parts.count ? .shape([2, parts[place]] + rest) : .unknown))
    }
  }

  @Test func `a tensor of several is one by its place`() throws {
    let lines = "parts = torch.unbind(x, 1)\nout = parts[2]"
    #expect(try output(lines, input: [2, 3, 4, 5]) == .shape([2, 4, 5]))
  }
}
