import ConvArithmetic
import Testing

/// Square roots to so many digits, and what the scatter of well-known patterns is.
@Suite struct VariationTests {
  @Test(arguments: 0...40, 1...40)
  func `a root is rounded to the nearest thousandth`(numerator: Int, denominator: Int) throws {
    let ratio = Ratio(Count(numerator), Count(denominator))
    let root = try #require(ratio.squareRoot(decimals: 3))
    // The nearest whole number m to r: (2m − 1)² ≤ 4r² < (2m + 1)², all times the denominator.
    let four = 4 * numerator * 1_000_000
    let scaled = Int(root.scaled.value)
    #expect((2 * scaled + 1) * (2 * scaled + 1) * denominator > four)
    #expect(scaled == 0 || (2 * scaled - 1) * (2 * scaled - 1) * denominator <= four)
    #expect(root.isExact == (scaled * scaled * denominator == numerator * 1_000_000))
  }

  @Test func `a root of a large number is exact`() throws {
    let side = Count(3_037_000_499)
    let root = try #require(Ratio(side * side).squareRoot(decimals: 0))
    #expect(root.scaled == side && root.isExact)
    let below = try #require(Ratio(side * side - 1).squareRoot(decimals: 0))
    #expect(below.scaled == side && !below.isExact)
  }

  @Test func `no negative number has a root, and one that does not fit is said`() throws {
    #expect(Ratio(-1).squareRoot(decimals: 3) == nil)
    #expect(Ratio(Count(Int128.max)).squareRoot(decimals: 3)?.scaled.isOverflow == true)
  }

  @Test func `phases 2 and 1 scatter by a third along an axis`() throws {
    let pass = try LayerCase.square(
      .transposed, input: 8, kernel: 3, stride: 2, padding: 1, outputPadding: 1
    ).forward()
    let verdict = try #require(pass.verdict)
    // Mean 3/2, variance 1/4: (1/4)/(9/4).
    #expect(verdict.axes.height.interiorVariation.square == Ratio(1, 9))
    // (10/9)² − 1.
    #expect(verdict.interiorVariation.square == Ratio(19, 81))
    #expect(verdict.interiorVariation.square.squareRoot(decimals: 3)?.scaled == 484)
  }

  @Test func `an even interior does not scatter`() throws {
    let pass = try LayerCase.square(.transposed, input: 8, kernel: 4, stride: 2, padding: 1)
      .forward()
    #expect(try #require(pass.verdict).interiorVariation.square == Ratio(0))
    #expect(try #require(pass.verdict).variation?.square != Ratio(0))
  }

  @Test func `a plane of nothing but holes has no variation`() throws {
    // One tap every three cells, and both are cropped.
    let pass = try LayerCase.square(.transposed, input: 2, kernel: 1, stride: 3, padding: 1)
      .forward()
    #expect(pass.overlap.sum == 0)
    #expect(try #require(pass.verdict).variation == nil)
  }

  @Test func `squares of more levels than can be summed are left out`() throws {
    let huge = 1 << 20
    let pass = try LayerCase.square(.transposed, input: huge, kernel: huge).forward()
    #expect(try #require(pass.verdict).variation == nil)
    #expect(try #require(pass.verdict).interiorVariation.square == Ratio(0))
  }
}
