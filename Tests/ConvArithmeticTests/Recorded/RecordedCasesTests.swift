import ConvArithmetic
import Testing

/// Layers that PyTorch 2.13 accepts, number by number.
@Suite struct RecordedCasesTests {
  private let cases: RecordedCases

  init() throws { cases = try RecordedCases.recorded.get() }

  @Test func `every recorded case is in one of the four parts`() {
    #expect(cases.count == 3_000)
    #expect(cases.accepted.count == 2_496)
    #expect(cases.accidents.count == 30)
    #expect(cases.refused.count == 450)
    #expect(cases.inexpressible.count == 24)
  }

  /// The accepted cases with what convscope says of each.
  private func answers() throws -> [(id: String, pass: ForwardPass, expected: RecordedCase.Answer)]
  {
    try cases.accepted.map { recorded in
      let subject = try #require(recorded.subject, "\(recorded.id)")
      return (recorded.id, try subject.forward(), recorded.expected)
    }
  }

  @Test func `shapes and parameters are PyTorch's`() throws {
    for (id, pass, expected) in try answers() {
      #expect(pass.output.dimensions == expected.output, "\(id)")
      #expect(pass.weight == expected.weight, "\(id)")
      #expect(pass[.parameters] == expected.parameters?.count, "\(id)")
    }
  }

  @Test func `each cell is reached as often as PyTorch measures`() throws {
    var lists = 0
    for (id, pass, expected) in try answers() {
      let coverage = pass.overlap.coverage
      for (axis, measured) in [(Axis.height, expected.coverageH), (.width, expected.coverageW)] {
        guard let measured else { continue }
        #expect(coverage[axis].counts == measured, "\(id) \(axis)")
        lists += 1
      }
    }
    #expect(lists == 4_441)
  }

  @Test func `the sums of the axes are those that PyTorch measures`() throws {
    for (id, pass, expected) in try answers() {
      let coverage = pass.overlap.coverage
      #expect(coverage.height.sum == expected.coverageHSum?.count, "\(id)")
      #expect(coverage.width.sum == expected.coverageWSum?.count, "\(id)")
    }
  }

  @Test func `the overlap map has the extremes and holes that PyTorch measures`() throws {
    for (id, pass, expected) in try answers() {
      let overlap = pass.overlap
      #expect(overlap.sum == expected.overlapSum?.count, "\(id)")
      #expect(overlap.maximum == expected.overlapMax?.count, "\(id)")
      #expect(overlap.minimum == expected.overlapMin?.count, "\(id)")
      #expect(overlap.holes == expected.holes?.count, "\(id)")
    }
  }

  @Test func `the documented steps give the recorded counts`() throws {
    for (id, pass, expected) in try answers() {
      #expect(pass[.filters] == expected.psi?.count, "\(id)")
      #expect(pass[.operationsPerFilter] == expected.lambda?.count, "\(id)")
      #expect(pass[.aggregation] == expected.gamma?.count, "\(id)")
      #expect(pass[.documented] == expected.documentedTotal?.count, "\(id)")
    }
  }

  @Test func `only a transposed layer adds within a filter, holes counting minus one`() throws {
    for (id, pass, expected) in try answers() {
      let additions = Figure.additionsPerFilter.count(pass)
      #expect(additions == expected.additionsDocumented?.count, "\(id)")
      guard let additions, let exact = expected.additionsExact?.count else { continue }
      #expect(additions + pass.overlap.holes == exact, "\(id)")
    }
  }

  @Test func `the printed summary gives the recorded total`() throws {
    for (id, pass, expected) in try answers() {
      let total = try #require(expected.summaryTotal?.count, "\(id)")
      #expect(Figure.printedSummary.ratio(pass)?.description == total.description, "\(id)")
    }
  }

  @Test func `executed products are those that were counted`() throws {
    for (id, pass, expected) in try answers() {
      #expect(pass[.multiplications] == expected.executed?.mulAll.count, "\(id)")
      #expect(pass[.usefulMultiplications] == expected.executed?.mulReal.count, "\(id)")
    }
  }

  @Test func `executed additions are those that were counted, the biases' included`() throws {
    var nominal = 0
    for (id, pass, expected) in try answers() {
      let recorded = try #require(expected.executed, "\(id)")
      // `addReal` adds each bias, `addRealStrict` those alone that meet a product.
      #expect(
        pass[.usefulAdditions] + pass[.biasAdditions] == recorded.addReal.count, "\(id)")
      #expect(
        pass[.usefulAdditions] + pass[.usefulBiasAdditions]
          == recorded.addRealStrict.count, "\(id)")
      guard let all = recorded.addAll?.count else { continue }
      #expect(pass[.additions] + pass[.biasAdditions] == all, "\(id)")
      nominal += 1
    }
    #expect(nominal == 1_068)
  }
}
