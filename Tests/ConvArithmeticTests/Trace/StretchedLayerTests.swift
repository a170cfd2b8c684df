import SeededNumbers
import ConvArithmetic
import Testing

/// The two derivations of a transposed layer, side by side after any number of steps.
@Suite struct StretchedLayerTests {
  private func transposed(_ count: Int, seed: UInt64) throws -> [LayerTrace] {
    try LayerCase.validSamples(count, seed: seed)
      .filter { $0.subject.layer.direction == .transposed }.map {
        try #require(LayerTrace($0.pass))
      }
  }

  private func cells(_ size: Spatial<Int>) -> [Spatial<Int>] {
    (0..<size.height).flatMap { row in
      (0..<size.width).map { Spatial(height: row, width: $0) }
    }
  }

  @Test(arguments: StepSequence.Order.allCases)
  func `after any number of steps the stretched input gives what was scattered so far`(
    order: StepSequence.Order
  ) throws {
    var random = SeededGenerator(seed: 4)
    for trace in try transposed(120, seed: 4) {
      let layer = try #require(StretchedLayer(trace))
      var values = try #require(LayerValues(trace, StartingValues.all[2]))
      values.kernel = try #require(
        IntegerGrid(size: values.kernel.size) { _ in random.number(in: -9...9) })
      let steps = StepSequence(trace, order)
      let last = Int(exactly: steps.count) ?? 0
      let progress = try #require(steps.progress(after: Count(random.number(in: 0...last))))
      for cell in cells(trace.size(of: .output)) {
        let readings = layer.readings(ofOutput: cell, after: progress)
        #expect(Count(readings.count) == progress.products(in: .output, at: cell))
        let scattered = values.output(at: cell, after: progress)
        #expect(values.output(at: cell, of: layer, after: progress) == scattered)
        #expect(values.output(at: cell, of: layer) == values.output(at: cell))
      }
    }
  }

  @Test func `the window on an output cell covers the places that its taps read`() throws {
    for trace in try transposed(200, seed: 5) {
      let axis = try #require(StretchedLayer(trace)).axes.height
      let (size, taps) = (trace.size(of: .output).height, trace.size(of: .kernel).height)
      for output in 0..<size {
        let readings = (0..<taps).compactMap { axis.reading(ofOutput: output, flippedTap: $0) }
        for place in -12..<axis.stretchedSize + 12 {
          let expected = readings.first { $0.place == place }?.flippedTap
          #expect(axis.flippedTap(on: place, ofOutput: output) == expected)
        }
        for reading in readings {
          guard let input = reading.input else { continue }
          #expect(axis.place(ofInput: input) == reading.place)
        }
      }
      #expect(axis.flippedTap(on: .max, ofOutput: 0) == nil)
      #expect(axis.flippedTap(on: .min, ofOutput: .max) == nil)
    }
  }

  @Test func `as many windows read an input cell as products of it land`() throws {
    for trace in try transposed(200, seed: 7) {
      let layer = try #require(StretchedLayer(trace))
      for cell in cells(trace.size(of: .input)) {
        let links = trace.usefulLinks(of: .input, at: cell)
        let expected = Spatial(height: links.height.count, width: links.width.count)
        #expect(layer.windows(readingInput: cell) == expected)
      }
    }
  }

  @Test func `a Conv2d has no stretched input, and a large kernel is not read`() throws {
    let convolution = LayerCase.square(.convolution, input: 5, kernel: 3)
    #expect(try StretchedLayer(#require(LayerTrace(convolution.forward()))) == nil)
    let large = LayerCase.square(.transposed, input: 3, kernel: 17)
    let trace = try #require(LayerTrace(large.forward()))
    let layer = try #require(StretchedLayer(trace))
    #expect(!layer.canBeRead)
    #expect(layer.readings(ofOutput: Spatial(square: 0)).isEmpty)
    #expect(layer.windows(readingInput: Spatial(square: 0)) == nil)
  }

  @Test(arguments: StepSequence.Order.allCases)
  func `the counts of a window are those of its cells`(order: StepSequence.Order) throws {
    var random = SeededGenerator(seed: 6)
    for (_, pass) in LayerCase.validSamples(100, seed: 6) {
      let steps = StepSequence(try #require(LayerTrace(pass)), order)
      let last = Int(exactly: steps.count) ?? 0
      let progress = try #require(steps.progress(after: Count(random.number(in: 0...last))))
      for grid in LayerGrid.allCases {
        // With places around the grid, as the padded input has.
        let size = steps.trace.size(of: grid)
        let window = Spatial(height: -2..<size.height + 2, width: 1..<size.width + 1)
        let counts = RunningCounts(progress, in: grid, window)
        for row in window.height {
          for column in window.width {
            let cell = Spatial(height: row, width: column)
            let products = counts.products(at: cell)
            #expect(products.done == progress.products(in: grid, at: cell))
            #expect(products.all == steps.trace.usefulLinks(of: grid, at: cell).products)
          }
        }
        #expect(counts.products(at: Spatial(height: 0, width: 0)).done == 0, "outside")
      }
    }
  }

  @Test(arguments: StepSequence.Order.allCases)
  func `a step is done when it is before the number of steps`(order: StepSequence.Order) throws {
    let subject = LayerCase.square(.transposed, input: 3, kernel: 2, stride: 2)
    let steps = StepSequence(try #require(LayerTrace(subject.forward())), order)
    let last = Int(exactly: steps.count) ?? 0
    for done in 0...last {
      let progress = try #require(steps.progress(after: Count(done)))
      let included = (0..<last).compactMap { steps.cell(at: Count($0)) }
        .map { progress.includes($0) }
      #expect(included == (0..<last).map { $0 < done })
    }
  }
}
