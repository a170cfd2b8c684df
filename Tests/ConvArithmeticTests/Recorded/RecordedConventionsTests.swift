import ConvArithmetic
import Testing

/// What each tool printed for the recorded layers, number by number.
@Suite struct RecordedConventionsTests {
  private typealias Given = (
    recorded: RecordedCase, pass: ForwardPass, tools: [String: RecordedCase.ToolAnswer]
  )

  private let given: [Given]

  /// Applied once for all tests.
  private static let answered = Result {
    try RecordedCases.recorded.get().accepted.compactMap { recorded -> Given? in
      guard let tools = recorded.expected.tools, let subject = recorded.subject else { return nil }
      return (recorded, try subject.forward(), tools)
    }
  }

  init() throws { given = try Self.answered.get() }

  @Test func `each tool answered for each layer`() {
    #expect(given.count == 2_493)
    #expect(given.allSatisfy { $0.tools.count == 11 })
    #expect(given.allSatisfy { Set($0.tools.keys) == Set(OperationConvention.tools.map(\.id)) })
  }

  @Test(arguments: OperationConvention.tools)
  func `a tool's numbers are reproduced, and it fails where it failed`(
    convention: OperationConvention
  ) throws {
    for (recorded, pass, tools) in given {
      let count = convention.count(pass)
      switch try #require(tools[convention.id], "\(recorded.id)") {
      case .number(let number):
        #expect(count == Ratio(number), "\(recorded.id)")
        #expect(convention.failure(pass) == nil, "\(recorded.id)")
      case .exception(let message):
        #expect(count == nil, "\(recorded.id): \(message)")
        let failure = try #require(convention.failure(pass), "\(recorded.id): \(message)")
        #expect(message.contains(failure.exception), "\(recorded.id)")
      }
    }
  }

  @Test func `as many failures were recorded as there are layers that make a tool fail`() {
    var exceptions = 0
    for given in given {
      for case .exception in given.tools.values { exceptions += 1 }
    }
    // Four counts of unbatched layers, the empty batch, the layer of ones without output.
    let recorded = 4 * 70 + 43 + 19
    #expect(exceptions == recorded)
  }

  @Test(arguments: OperationConvention.tools)
  func `a tool's formula gives its number, in names and in numbers`(
    convention: OperationConvention
  ) throws {
    let names = Set(Formula.glossary.map(\.name))
    for (recorded, pass, tools) in given {
      let formula = convention.formula(pass)
      guard case .number(let number)? = tools[convention.id] else {
        #expect(formula == nil, "\(recorded.id)")
        continue
      }
      let shown = try #require(formula, "\(recorded.id)")
      let byNames = try FormulaReader.evaluate(
        shown.symbols, recorded.names(for: convention))
      #expect(Count(byNames) == number, "\(recorded.id) \(shown.symbols)")
      #expect(shown.names.allSatisfy { names.contains($0.name) }, "\(shown.symbols)")
      let byNumbers = try FormulaReader.evaluate(shown.numbers)
      #expect(Count(byNumbers) == number, "\(recorded.id) \(shown.numbers)")
    }
  }

  @Test func `the documents' formulas give the recorded totals, and what is executed adds up`()
    throws
  {
    for (recorded, pass, _) in given {
      let expected = recorded.expected
      let totals: [String: Count?] = [
        "documented_steps": expected.documentedTotal?.count,
        "printed_summary": expected.summaryTotal?.count,
        "executed": pass[.executed],
      ]
      for convention in OperationConvention.own {
        let total = try #require(totals[convention.id] ?? nil, "\(recorded.id)")
        #expect(convention.count(pass) == Ratio(total), "\(recorded.id) \(convention.id)")
        let formula = try #require(convention.formula(pass), "\(recorded.id)")
        let byNames = try FormulaReader.evaluate(
          formula.symbols, recorded.names(for: convention))
        #expect(Count(byNames) == total, "\(recorded.id) \(formula.symbols)")
        #expect(Count(try FormulaReader.evaluate(formula.numbers)) == total, "\(recorded.id)")
      }
    }
  }
}

extension OperationConvention: CustomTestStringConvertible {
  package var testDescription: String { id }
}

extension ToolFailure {
  /// What the recorded exception is called.
  fileprivate var exception: String {
    switch self {
    case .notCovered: "NotImplementedError"
    case .dividesByEmptyBatch: "ZeroDivisionError"
    case .assertsChannels: "AssertionError"
    case .buildsEmptyMap: "RuntimeError"
    }
  }
}
