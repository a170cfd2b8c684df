import ConvArithmetic
import LayerNotation
import Testing

@Suite struct DialectFactTests {
  /// The layer of the lesson about dialects: PyTorch makes 8 of 3, Keras 9.
  private static let short = subject(
    layer(.transposed, 1, 1, Spatial(square: 2)) { $0.stride = Spatial(square: 3) }, input: 3)

  @Test func `Keras makes 9 of what PyTorch makes 8, and is told how to make 8`() throws {
    let fact = try #require(DialectFact(.keras, Self.short.forward()))
    #expect(
      fact.sizes.map { [$0.name, $0.marked] } == [
        ["this code", "✓ 8×8"], ["padding=\"same\"", "≠ 9×9"], ["padding=\"valid\"", "≠ 9×9"],
      ])
    #expect(fact.code.text.contains("output_padding=0"))
    #expect(
      fact.limits == [
        "These sizes are for output_padding=None; with output_padding=0, TensorFlow refuses"
          + " \"same\", \"valid\" makes 8×8."
      ])
  }

  @Test func `what is the same in several libraries is said once`() throws {
    var layer = ConvLayer(axes: 1)
    layer.kernelSize = Spatial(3)
    layer.padding = .causal
    let pass = try LayerCase(
      layer: layer, input: TensorShape(batch: nil, channels: 1, size: Spatial(9))
    ).forward()
    let notes = FactSheet(pass)[.dialects].notes
    for limit in Set(DialectFact.all(pass).filter { $0.dialect != .pytorch }.flatMap(\.limits)) {
      #expect(notes.count { $0.hasSuffix(": \(limit)") } == 1, "\(limit)")
    }
    #expect(notes.contains { $0.hasPrefix("Keras, JAX, ONNX: Causal: all e − 1 = 2 before") })
    #expect(notes.contains { $0.hasPrefix("Keras, JAX, ONNX: It needs a batch") })
  }

  @Test func `a size that agrees can still lie elsewhere`() throws {
    let decoder = subject(
      layer(.transposed, 1, 1, Spatial(square: 3)) {
        $0.stride = Spatial(square: 2)
        $0.padding = .explicit(Spatial(square: 1))
        $0.outputPadding = Spatial(square: 1)
      }, input: 4)
    let fact = try #require(DialectFact(.keras, decoder.forward()))
    let same = try #require(fact.sizes.first { $0.name == "padding=\"same\"" })
    #expect(same.marked == "≠ 8×8")
    #expect(same.remark == "as large, but shifted: cuts off 0 at the start, here 1.")
  }

  @Test func `PyTorch is told how to make TensorFlow's strided same`() throws {
    let strided = subject(
      layer(.convolution, 1, 1, Spatial(square: 3)) { $0.stride = Spatial(square: 2) }, input: 6)
    #expect(
      try #require(DialectFact(.pytorch, strided.forward())).limits == [
        "TensorFlow's SAME of these numbers is 3×3: F.pad(x, (0, 1, 0, 1)), then padding=0."
      ])
  }

  /// 9 = 4·2 + (3 mod 2) + 0 of the 11 rows and columns, one of them cut off at each end.
  @Test func `Keras needs no crop where an output_padding of same does it`() throws {
    let subject = subject(
      layer(.transposed, 8, 4, Spatial(square: 3)) {
        $0.stride = Spatial(square: 2)
        $0.padding = .explicit(Spatial(square: 1))
      }, input: 5)
    let fact = try #require(DialectFact(.keras, subject.forward()))
    #expect(
      fact.code.lines.last
        == "y = keras.layers.Conv2DTranspose(4, 3, strides=2, padding=\"same\", output_padding=0)(x)"
    )
    #expect(
      fact.limits == [
        "These sizes are for output_padding=None; with output_padding=0, \"same\" makes 9×9,"
          + " \"valid\" makes 11×11."
      ])
  }

  @Test func `ONNX's auto_pad has its sizes, and where ONNX Runtime makes another one`() throws {
    let fact = try #require(DialectFact(.onnx, Self.short.forward()))
    #expect(
      fact.sizes.dropFirst().map { "\($0.name) \($0.marked) \($0.formula)" } == [
        "auto_pad=\"SAME_UPPER\" ≠ 9×9 s·i", "auto_pad=\"SAME_LOWER\" ≠ 9×9 s·i",
        "auto_pad=\"VALID\" ✓ 8×8 s(i−1) + e + op",
      ])
    #expect(
      fact.limits == [
        "Where e + output_padding < s, SAME fills up by the standard, and ONNX Runtime makes 8×8:"
          + " say pads."
      ])
  }

  @Test func `the axes are named by their letters, and those that are alike once`() throws {
    #expect(Spatial(3).named.map(\.names) == ["L"])
    #expect(Spatial(3, 3, 3).named.map(\.names) == ["D, H, W"])
    #expect(Spatial(3, 3, 4).named.map(\.names) == ["D", "H", "W"])
    var layer = ConvLayer(.convolution, axes: 3)
    (layer.kernelSize, layer.stride) = (Spatial(3, 3, 1), Spatial(2, 2, 1))
    layer.padding = .explicit(Spatial(1, 0, 0))
    let input = TensorShape(batch: 1, channels: 1, size: Spatial(6, 7, 8))
    let pass = try LayerCase(layer: layer, input: input).forward()
    #expect(
      try #require(DialectFact(.keras, pass)).limits == [
        "Its padding is a word: ZeroPadding3D puts 1 at each end along D, 0 at each end along H,"
          + " 0 at each end along W first."
      ])
    // F.pad begins with the last axis.
    #expect(
      try #require(DialectFact(.pytorch, pass)).limits == [
        "TensorFlow's SAME of these numbers is 3×4×8: F.pad(x, (0, 0, 1, 1, 0, 1)), then padding=0."
      ])
    let period = FactSheet(pass)[.verdict].facts.first { $0.name == "period" }
    #expect(period == Fact("period", "planes, rows, columns", value: "2, 2, 1"))
  }

  @Test(arguments: 0..<4)
  func `the code of each library gives PyTorch's size`(seed: UInt64) throws {
    for pass in ForwardPass.samples(100, seed: seed) {
      let facts = DialectFact.all(pass)
      #expect(facts.map(\.dialect) == Dialect.allCases)
      #expect(facts.allSatisfy { $0.sizes.first?.agrees == true }, "\(pass)")
    }
  }
}
