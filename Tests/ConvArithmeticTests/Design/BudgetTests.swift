import ConvArithmetic
import Testing

@Suite struct BudgetTests {
  /// 33,554,432 products, 24,576 bytes of activations at int8, 2,097,152 of weights.
  private static let pass = Result {
    try LayerCase.square(.transposed, input: 4, kernel: 4, stride: 2, padding: 1)
      .channels(512, 256).forward()
  }

  private func checks(_ set: (inout Budget) -> Void) throws -> [BudgetCheck] {
    var budget = Budget()
    set(&budget)
    return budget.checks(try Self.pass.get())
  }

  @Test func `without limits nothing is over, and the use is said all the same`() throws {
    let checks = try checks { _ in }
    #expect(checks.map(\.used) == [33_554_432, 24_576, 2_097_152])
    #expect(checks.allSatisfy { !$0.isOver && $0.allowed == nil && $0.share == nil })
    #expect(!Budget().isSet)
  }

  @Test func `a limit holds up to its last unit`() throws {
    for (limit, used) in zip(Budget.Limit.allCases, [33_554_432, 24_576, 2_097_152]) {
      for (allowed, isOver) in [(used + 1, false), (used, false), (used - 1, true), (0, true)] {
        let check = try #require(
          checks { $0[limit] = Count(allowed) }.first { $0.limit == limit })
        #expect(check.isOver == isOver, "\(limit) \(allowed)")
        #expect(check.rest == Count(allowed - used))
        #expect(check.share == (allowed == 0 ? nil : Ratio(Count(used), Count(allowed))))
      }
    }
  }

  @Test func `bytes are counted in the format of the budget`() throws {
    let checks = try checks { $0.format = .fp32 }
    #expect(checks.map(\.used) == [33_554_432, 98_304, 8_388_608])
  }

  @Test func `what does not fit in 127 bits is over every limit, and within none`() throws {
    let wide = LayerCase.square(.convolution, input: 3, kernel: 3).channels(1 << 62, 1 << 62)
    var budget = Budget()
    budget[.flash] = Count(Int128.max)
    let exceeded = try budget.exceeded(by: wide.forward())
    #expect(exceeded.map(\.limit) == [.flash])
    #expect(exceeded.first?.used == nil)
    #expect(exceeded.first?.share == nil)
  }
}
