import ConvArithmetic
import SeededNumbers
import Testing

@Suite struct ComparisonTests {
  private static func pairs(_ a: LayerCase, _ b: LayerCase) -> [ComparedPair] {
    let outcomes = [a, b].map { subject in
      Result { () throws(Refusal) in try subject.forward() }
    }
    return rows.map { _, figure in
      ComparedPair(figure.compared(outcomes[0], .int8), figure.compared(outcomes[1], .int8))
    }
  }

  private static let rows = ComparedGroup.allCases.flatMap { group in
    group.figures(Axis.axes(2)).map { (group, $0) }
  }

  private static func pair(
    _ group: ComparedGroup, _ name: String, _ a: LayerCase, _ b: LayerCase
  )
    -> ComparedPair?
  {
    zip(rows, pairs(a, b)).first { $0.0.0 == group && $0.0.1.label == name }?.1
  }

  /// The decoder of CycleGAN, and with a kernel of 4 what fixes its overlap; 64→128.
  private static let uneven = LayerCase.square(
    .transposed, input: 64, kernel: 3, stride: 2, padding: 1, outputPadding: 1
  ).channels(256, 128).bias(true)
  private static let even = LayerCase.square(
    .transposed, input: 64, kernel: 4, stride: 2, padding: 1
  ).channels(256, 128).bias(true)

  @Test(arguments: [
    // 256·128·9 + 128 against 256·128·16 + 128.
    (ComparedGroup.size, "parameters", 295_040, 524_416),
    (.size, "output H", 128, 128),
    // 1,208 M against 2,147 M, as published for these layers.
    (.executed, "products", 1_207_959_552, 2_147_483_648),
    (.overlap, "most inside", 4, 4), (.overlap, "least inside", 1, 4), (.overlap, "holes", 0, 0),
    (.memory, "weights", 295_424, 524_800), (.memory, "peak", 3_145_728, 3_145_728),
  ])
  func `the numbers of two decoders stand side by side`(
    group: ComparedGroup, name: String, a: Int, b: Int
  ) throws {
    let pair = try #require(Self.pair(group, name, Self.uneven, Self.even))
    #expect(pair.a == .count(Count(a)))
    #expect(pair.b == .count(Count(b)))
    #expect(pair.difference == Count(b - a))
    #expect(pair.isSame == (a == b))
    #expect(pair.ratio == (a == 0 ? nil : Ratio(Count(b), Count(a))))
  }

  @Test func `a layer differs from itself in nothing`() {
    for (subject, _) in LayerCase.validSamples(200, seed: 61) {
      for pair in Self.pairs(subject, subject) where pair.a != .absent {
        #expect(pair.difference == 0, "\(subject)")
        #expect(pair.isSame == true)
      }
    }
  }

  @Test func `exchanging two layers turns every difference round`() {
    let samples = LayerCase.validSamples(400, seed: 62).map(\.subject)
    for (a, b) in zip(samples, samples.reversed()) {
      for (there, back) in zip(Self.pairs(a, b), Self.pairs(b, a)) {
        #expect((there.a, there.b) == (back.b, back.a))
        #expect(there.isSame == back.isSame)
        #expect((there.difference == nil) == (back.difference == nil))
        if let one = there.difference, let other = back.difference {
          #expect(one.value == -other.value)
        }
        if let one = there.ratio, let other = back.ratio {
          #expect((one.numerator, one.denominator) == (other.denominator, other.numerator))
        }
      }
    }
  }

  @Test func `a layer that is refused has no numbers, and the other one has them still`() throws {
    let refused = LayerCase.square(.convolution, input: 2, kernel: 5)
    for pair in Self.pairs(refused, Self.even) {
      #expect(pair.a == .absent)
      #expect(pair.difference == nil)
      #expect(pair.ratio == nil)
    }
    #expect(Self.pair(.size, "output H", refused, Self.even)?.b == .count(128))
    #expect(Self.pairs(refused, refused).allSatisfy { $0.isSame == true })
  }

  @Test func `two numbers that do not fit are not called the same`() {
    let pair = ComparedPair(.count(.overflow), .count(.overflow))
    #expect(pair.isSame == nil)
    #expect(pair.difference == nil)
    #expect(ComparedPair(.count(.overflow), .count(3)).isSame == false)
    // The largest against the least: both fit, and what lies between them does not.
    let ends = ComparedPair(.count(Count(-Int128.max)), .count(Count(Int128.max)))
    #expect(ends.difference == nil)
    #expect(ends.isSame == false)
  }

  @Test func `no numbers whatever end the program`() {
    var random = SeededGenerator(seed: 63)
    for _ in 0..<2_000 {
      let layers = (0..<2).map { _ in
        random.layer { $0.number(in: 0...(1 << $0.number(in: 0...62))) }
      }
      let pairs = Self.pairs(layers[0], layers[1])
      #expect(pairs.count == Self.rows.count)
    }
  }
}
