import SeededNumbers
import ConvArithmetic
import LayerNotation
import Testing

@Suite struct HugeFactTests {
  private static let tooLong = "more than 127 bits hold"

  @Test(arguments: ConvLayer.Direction.allCases)
  func `a count that does not fit is said in words`(kind: ConvLayer.Direction) throws {
    // ψ = 2^124 still fits; ψ·9 and more does not.
    let wide = layer(kind, 1 << 62, 1 << 62, Spatial(square: 3))
    let sheet = try FactSheet(subject(wide, input: 3).forward())
    let documented = sheet[.documented].facts
    #expect(documented.first?.value == "21,267,647,932,558,653,966,460,912,964,485,513,216")
    #expect(documented.last?.value == Self.tooLong)
    #expect(sheet[.summary].facts.map(\.value) == [Self.tooLong])
    #expect(sheet[.summary].notes == ["The comparison with the steps does not fit in 127 bits."])
    #expect(sheet[.weight].facts.last?.value == Self.tooLong)
    #expect(sheet[.executed].facts.first?.value == Self.tooLong)
  }

  @Test(arguments: 1...8)
  func `no numbers whatever end the program`(seed: UInt64) {
    // Printed by the test runner with the arguments, so that a failure can be repeated.
    var generator = SeededGenerator(seed: seed)
    var valid = 0
    for _ in 0..<500 {
      guard let pass = try? Self.random(using: &generator).forward() else { continue }
      valid += 1
      let facts = FactSheet(pass).sections.flatMap(\.facts)
      #expect(facts.count >= 15)
      #expect(facts.allSatisfy { !$0.value.isEmpty })
    }
    #expect(valid > 0)
  }

  /// A layer of numbers of all magnitudes, most of which PyTorch could never hold.
  private static func random(using generator: inout SeededGenerator) -> LayerCase {
    func number(_ bits: ClosedRange<Int>) -> Int {
      let bound = Int.random(in: bits, using: &generator)
      return Int.random(in: 1...max(1, Int.max >> (63 - bound)), using: &generator)
    }
    func pair(_ bits: ClosedRange<Int>) -> Spatial<Int> {
      Spatial(height: number(bits), width: number(bits))
    }
    let kind = Bool.random(using: &generator) ? ConvLayer.Direction.convolution : .transposed
    let drawn = layer(kind, number(0...63), number(0...63), pair(0...31)) {
      $0.stride = pair(0...31)
      $0.padding = .explicit(pair(0...31))
      $0.dilation = pair(0...31)
      $0.outputPadding = pair(0...8)
      $0.bias = Bool.random(using: &generator)
    }
    return LayerCase(
      layer: drawn,
      input: TensorShape(
        batch: Bool.random(using: &generator) ? nil : number(0...63),
        channels: drawn.inChannels, size: pair(0...62)))
  }
}
