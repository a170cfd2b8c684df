import SeededNumbers
import ConvArithmetic
import Testing

/// Playing a layer step by step, against loops that really play it.
@Suite struct StepSequenceTests {
  @Test(arguments: StepSequence.Order.allCases)
  func `after the last step the counts are those of the closed-form map`(
    order: StepSequence.Order
  ) throws {
    for (subject, pass) in LayerCase.validSamples(200, seed: 1) {
      let steps = StepSequence(try #require(LayerTrace(pass)), order)
      let end = try #require(steps.progress(after: steps.count))
      let map = pass.overlap
      let (rows, columns) = (
        CellCounter(map.coverage.height), CellCounter(map.coverage.width)
      )
      let grid: LayerGrid = subject.layer.direction == .convolution ? .input : .output
      for row in 0..<map.size.height {
        for column in 0..<map.size.width {
          let expected = Count(rows.count(at: row)) * Count(columns.count(at: column))
          let cell = Spatial(height: row, width: column)
          #expect(end.products(in: grid, at: cell) == expected, "\(subject)")
        }
      }
      #expect(end.products == map.sum)
    }
  }

  @Test(arguments: StepSequence.Order.allCases)
  func `after any number of steps the counts are those of the loops`(
    order: StepSequence.Order
  ) throws {
    var random = SeededGenerator(seed: 2)
    for (subject, pass) in LayerCase.validSamples(150, seed: 2) {
      let steps = StepSequence(try #require(LayerTrace(pass)), order)
      let number = Int(exactly: steps.count) ?? 0
      let done = random.number(in: 0...number)
      let progress = try #require(steps.progress(after: Count(done)))
      let played = products(of: pass, order, first: done)
      #expect(progress.products == Count(played.count))
      for grid in LayerGrid.allCases {
        let size = steps.trace.size(of: grid)
        for row in 0..<size.height {
          for column in 0..<size.width {
            let cell = Spatial(height: row, width: column)
            let count = played.count { $0[grid] == cell }
            #expect(progress.products(in: grid, at: cell) == Count(count), "\(subject)")
          }
        }
      }
    }
  }

  /// The useful products of the first steps, by loops.
  private func products(
    of pass: ForwardPass, _ order: StepSequence.Order, first: Int
  ) -> [Spatial<Link>] {
    let (rows, columns) = (
      NaiveTrace(pass.axes.height).useful, NaiveTrace(pass.axes.width).useful
    )
    let grid: LayerGrid = order == .gather ? .output : .input
    let width = order == .gather ? pass.axes.width.output : pass.axes.width.input
    return rows.flatMap { row in columns.map { Spatial<Link>(height: row, width: $0) } }
      .filter { $0[grid].height * width + $0[grid].width < first }
  }

  @Test func `steps go row by row, and each cell knows its step`() throws {
    let pass = try LayerCase.square(.transposed, input: 2, kernel: 2, stride: 2).forward()
    let steps = StepSequence(try #require(LayerTrace(pass)), .scatter)
    #expect(steps.count == 4)
    let cells = (0..<4).compactMap { steps.cell(at: Count($0)) }
    #expect(cells.map(\.height) == [0, 0, 1, 1])
    #expect(cells.map(\.width) == [0, 1, 0, 1])
    #expect(cells.map { steps.step(at: $0) } == [0, 1, 2, 3])
    #expect(steps.cell(at: 4) == nil)
    #expect(steps.cell(at: -1) == nil)
    #expect(steps.step(at: Spatial(height: 0, width: 2)) == nil)
    #expect(steps.progress(after: 99) == steps.progress(after: 4))
    #expect(steps.progress(after: -1) == steps.progress(after: 0))
  }

  @Test func `a huge layer has steps, and their state is known at once`() throws {
    let most = Int(Int32.max)
    let pass = try LayerCase.square(.transposed, input: most, kernel: 3, stride: 2).forward()
    let steps = StepSequence(try #require(LayerTrace(pass)), .scatter)
    #expect(steps.count == Count(most) * Count(most))
    let middle = Count(most) * 1_000_000 + 7
    #expect(steps.cell(at: middle) == Spatial(height: 1_000_000, width: 7))
    let progress = try #require(steps.progress(after: middle))
    // The output cell (2·1,000,000, 14) is on the corner of four input cells; three are done.
    let cell = Spatial(height: 2_000_000, width: 14)
    #expect(progress.products(in: .output, at: cell) == 3)
    #expect(progress.products == middle * 9, "nothing is cropped")
  }
}
