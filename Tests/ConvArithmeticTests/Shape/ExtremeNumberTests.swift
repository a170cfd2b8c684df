import SeededNumbers
import ConvArithmetic
import Testing

/// No number that an `Int` holds traps; a trap would end the whole test run.
@Suite(.timeLimit(.minutes(1))) struct ExtremeNumberTests {
  private static let extremes = [
    Int.min, Int.min + 1, -1, 0, 1, 2, 3, 1 << 31, 1 << 32, 1 << 62, Int.max - 1, Int.max,
  ]

  @Test(arguments: 1...3 as ClosedRange<UInt64>)
  func `any numbers are answered or refused`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<3_000 {
      let subject = random.layer { Self.extremes.randomElement(using: &$0) ?? 1 }
      let reasons = subject.reasons
      for remedy in reasons.compactMap(\.remedy) {
        var remedied = subject
        remedied.apply(remedy)
        _ = remedied.reasons
      }
    }
  }

  @Test(arguments: 4...6 as ClosedRange<UInt64>)
  func `every question about a valid layer is answered or overflows`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let sizes = Self.extremes.filter { $0 > 0 }
    var accepted = 0
    for _ in 0..<2_000 {
      var subject = random.layer { ([1, 1, 1, 2] + sizes).randomElement(using: &$0) ?? 1 }
      // Each refusal that one change fixes is fixed, so that many layers are valid.
      for _ in 0..<24 {
        guard let remedy = subject.reasons.lazy.compactMap(\.remedy).first else { break }
        subject.apply(remedy)
      }
      guard let pass = try? subject.forward() else { continue }
      accepted += 1
      ask(pass)
    }
    #expect(accepted > 400)
  }

  private func ask(_ pass: ForwardPass) {
    _ = (pass.output.dimensions, pass.weight, pass[.parameters])
    for figure in Figure.allCases { _ = (figure.answer(pass), figure.formula(pass)?.numbers) }
    for convention in OperationConvention.allCases {
      _ = (convention.count(pass), convention.deviations(pass))
      _ = convention.formula(pass)?.numbers
    }
    let overlap = pass.overlap
    _ = (overlap.sum, overlap.maximum, overlap.minimum, overlap.holes)
    _ = (overlap.documentedAdditions, overlap.isEvenInside, overlap.interiorExtremes)
    for axis in [pass.axes.height, pass.axes.width] {
      let coverage = axis.coverage
      _ = (coverage.interior, coverage.interiorRange, axis.emptyKeptCells)
      _ = coverage.window((coverage.size - 1)..<coverage.size)
      _ = coverage.cells(reachedAtLeast: .max)
      let counter = CellCounter(coverage)
      for cell in [0, 1, coverage.size / 2, coverage.size - 1] { _ = counter.count(at: cell) }
    }
  }
}
