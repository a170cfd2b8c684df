import ConvArithmetic
import Testing

/// Layers of one, two and three axes and of all padding modes, number by number.
@Suite struct AxesCasesTests {
  private let cases: [AxesCase]

  init() throws { cases = try AxesCase.recorded.get() }

  /// The accepted cases with what convscope says of each.
  private func answers() throws -> [(id: String, pass: ForwardPass, expected: AxesCase.Answer)] {
    try cases.filter { $0.expected.ok && !$0.isQuirk }.map { recorded in
      let subject = try #require(recorded.subject, "\(recorded.id)")
      return (recorded.id, try subject.forward(), recorded.expected)
    }
  }

  @Test func `there are cases of each kind`() throws {
    #expect(cases.count == 2_500)
    #expect(try answers().count == 1_939)
    for mode in PaddingMode.allCases {
      #expect(cases.count { $0.paddingMode == mode.rawValue && $0.expected.ok } > 200)
    }
  }

  @Test func `shapes and parameters are PyTorch's`() throws {
    for (id, pass, expected) in try answers() {
      #expect(pass.output.dimensions == expected.output, "\(id)")
      #expect(pass.weight == expected.weight, "\(id)")
      #expect(pass[.parameters] == expected.parameters?.count, "\(id)")
    }
  }

  @Test func `each cell is reached, or read with its copies, as often as PyTorch measures`() throws
  {
    var lists = 0
    for (id, pass, expected) in try answers() {
      for axis in pass.layer.axes {
        let coverage = pass.overlap.coverage[axis]
        #expect(coverage.sum == expected.coverageSum?[axis.mark]?.count, "\(id) \(axis)")
        guard let measured = expected.coverage?[axis.mark] else { continue }
        #expect(coverage.counts == measured, "\(id) \(axis)")
        lists += 1
      }
    }
    #expect(lists > 3_000)
  }

  @Test func `the overlap map has the extremes and holes that PyTorch measures`() throws {
    for (id, pass, expected) in try answers() {
      #expect(pass.overlap.sum == expected.overlapSum?.count, "\(id)")
      #expect(pass.overlap.maximum == expected.overlapMax?.count, "\(id)")
      #expect(pass.overlap.minimum == expected.overlapMin?.count, "\(id)")
      #expect(pass.overlap.holes == expected.holes?.count, "\(id)")
    }
  }

  @Test func `the documented steps give the recorded counts`() throws {
    for (id, pass, expected) in try answers() {
      #expect(pass[.filters] == expected.psi?.count, "\(id)")
      #expect(pass[.operationsPerFilter] == expected.lambda?.count, "\(id)")
      #expect(pass[.aggregation] == expected.gamma?.count, "\(id)")
      #expect(pass[.documented] == expected.documentedTotal?.count, "\(id)")
      let additions = Figure.additionsPerFilter.count(pass)
      #expect(additions == expected.additionsDocumented?.count, "\(id)")
    }
  }

  @Test func `executed operations are those that were counted`() throws {
    for (id, pass, expected) in try answers() {
      let counted = try #require(expected.executed, "\(id)")
      #expect(pass[.multiplications] == counted.mulAll.count, "\(id)")
      #expect(pass[.usefulMultiplications] == counted.mulReal.count, "\(id)")
      #expect(pass[.additions] + pass[.biasAdditions] == counted.addAll.count, "\(id)")
      #expect(pass[.usefulAdditions] + pass[.biasAdditions] == counted.addReal.count, "\(id)")
    }
  }

  @Test func `a tool gives what it printed`() throws {
    let counters = OperationConvention.tools
    for (id, pass, expected) in try answers() {
      for (name, printed) in try #require(expected.tools, "\(id)") {
        let counter = try #require(counters.first { $0.id == name }, "\(name)")
        #expect(counter.count(pass) == Ratio(printed.count, 1), "\(id)")
      }
    }
  }

  @Test func `what PyTorch refuses is refused, and a hyperparameter at fault is named`() throws {
    var reasons = 0
    for recorded in cases where !recorded.expected.ok && !recorded.isQuirk {
      // What no layer can hold, such as a shape of another rank, is refused by whoever reads it.
      guard let subject = recorded.subject else { continue }
      let named = subject.reasons.map(\.hyperparameter.rawValue)
      let atFault = try #require(recorded.expected.atFault, "\(recorded.id)")
      #expect(named.contains(where: atFault.contains), "\(recorded.id) \(named) \(atFault)")
      reasons += 1
    }
    #expect(reasons > 390)
  }

  @Test func `what no layer can hold is refused by PyTorch`() {
    for recorded in cases where recorded.subject == nil && !recorded.isQuirk {
      #expect(!recorded.expected.ok, "\(recorded.id)")
      let rules = [
        "rank", "mode-word", "mode-transposed", "padding-word", "word-transposed", "list-length",
      ]
      #expect(rules.contains(recorded.expected.rule ?? ""), "\(recorded.id)")
    }
  }
}
