import SeededNumbers
import ConvArithmetic
import Testing

@Suite struct FloorSumTests {
  private func sum(_ count: Int, _ modulus: Int, _ slope: Int, _ constant: Int) -> Count {
    floorSum(
      count: Count(count), modulus: Count(modulus), slope: Count(slope), constant: Count(constant))
  }

  @Test(arguments: 1...9, 0...12)
  func `the sum is that of a loop`(modulus: Int, slope: Int) throws {
    for constant in 0...20 {
      for count in 0...8 {
        let loop = (0..<count).map { (slope * $0 + constant) / modulus }.reduce(0, +)
        #expect(sum(count, modulus, slope, constant) == Count(loop), "\(count), \(constant)")
      }
    }
  }

  @Test func `the sum of random lines is that of a loop`() throws {
    var random = SeededGenerator(seed: 4)
    for _ in 0..<500 {
      let count = random.number(in: 0...300)
      let modulus = random.number(in: 1...1_000_000)
      let (slope, constant) = random.pair(in: 0...1_000_000_000)
      let loop = (0..<count).map { (slope * $0 + constant) / modulus }.reduce(0, +)
      #expect(
        sum(count, modulus, slope, constant) == Count(loop),
        "\(count) points of (\(slope)·j + \(constant)) / \(modulus)")
    }
  }

  @Test(.timeLimit(.minutes(1))) func `a line of 2⁶² points is summed without a loop`() throws {
    let count = 1 << 62
    // ⌊j/2⌋ over an even number of points: each number below n/2 twice.
    #expect(sum(count, 2, 1, 0) == Count(count / 2) * Count(count / 2 - 1))
  }

  @Test func `a sum that does not fit overflows`() {
    #expect(sum(.max, 1, .max, 0).isOverflow)
  }
}
