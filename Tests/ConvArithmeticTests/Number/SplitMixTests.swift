import ConvArithmetic
import Testing

@Suite struct SplitMixTests {
  @Test func `it gives the numbers of the reference implementation`() {
    // The first outputs of Vigna's splitmix64.c for the seed 1234567.
    var random = SplitMix(seed: 1_234_567)
    let numbers = (0..<5).map { _ in random.next() }
    #expect(
      numbers == [
        6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
        4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
      ])
  }

  @Test(arguments: [0...0, 1...6, -3...3, 0...999])
  func `a number is in its range, and every number comes`(range: ClosedRange<Int>) {
    var random = SplitMix(seed: 4)
    let numbers = (0..<20_000).map { _ in random.number(in: range) }
    #expect(numbers.allSatisfy(range.contains))
    #expect(Set(numbers).count == range.count)
  }

  @Test func `no range whatever ends it`() {
    var random = SplitMix(seed: 5)
    for range in [Int.min...Int.max, Int.min...0, -1...Int.max, 0...Int.max, Int.max...Int.max] {
      for _ in 0..<100 { #expect(range.contains(random.number(in: range))) }
    }
    #expect(random.element(of: [Int]()) == nil)
  }

  @Test func `one coin in two is heads`() {
    var random = SplitMix(seed: 6)
    let heads = (0..<10_000).count { _ in random.coin() }
    #expect((4_800...5_200).contains(heads))
  }
}
