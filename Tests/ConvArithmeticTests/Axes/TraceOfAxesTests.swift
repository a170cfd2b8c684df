import ConvArithmetic
import SeededNumbers
import Testing

/// The trace of layers of one, two and three axes and all padding modes, against loops over every
/// cell and tap of an input that is padded by hand.
@Suite struct TraceOfAxesTests {
  /// A product of a real input cell in a kept output cell.
  private struct Product: Hashable {
    let cells: [LayerGrid: [Int]]

    func cell(_ grid: LayerGrid) -> [Int] { cells[grid] ?? [] }
  }

  private func samples(_ count: Int, _ axes: Int) -> [ForwardPass] {
    ForwardPass.samples(
      count, axes: axes, seed: UInt64(60 + axes), modes: PaddingMode.allCases, hasUnequalEnds: true)
  }

  private func products(_ pass: ForwardPass) -> [Product] {
    let isTransposed = pass.layer.direction == .transposed
    let axes = Array(pass.axes)
    let outputs = Set(places(axes.map(\.output)))
    let inputs = axes.map(NaiveTrace.init)
    return places(axes.map { isTransposed ? $0.input : $0.output }).flatMap { position in
      places(axes.map(\.kernelSize)).compactMap { tap in
        let place = axes.indices.map {
          position[$0] * axes[$0].stride + tap[$0] * axes[$0].dilation - axes[$0].paddingBefore
        }
        let output = isTransposed ? place : position
        let input = zip(inputs, isTransposed ? position : place).compactMap { $0.source($1) }
        guard input.count == axes.count, outputs.contains(output) else { return nil }
        return Product(cells: [.input: input, .kernel: tap, .output: output])
      }
    }
  }

  /// All tuples of numbers from 0 up to these, in their order.
  private func places(_ sizes: [Int]) -> [[Int]] {
    sizes.reduce([[]]) { places, size in
      places.flatMap { place in (0..<size).map { place + [$0] } }
    }
  }

  private func cells(_ trace: LayerTrace, _ grid: LayerGrid) throws -> [Spatial<Int>] {
    try places(Array(trace.size(of: grid))).map { try #require(Spatial($0)) }
  }

  @Test(arguments: 1...3) func `each cell and tap has the products of the loops`(axes: Int) throws {
    for pass in samples(120, axes) {
      let trace = try #require(LayerTrace(pass))
      let products = products(pass)
      for grid in LayerGrid.allCases {
        for cell in try cells(trace, grid) {
          let links = trace.usefulLinks(of: grid, at: cell)
          let expected = Set(products.filter { $0.cell(grid) == Array(cell) })
          let found = links.firstProducts(.max).map { link in
            Product(
              cells: Dictionary(
                uniqueKeysWithValues: LayerGrid.allCases.map { ($0, Array(link[$0])) }))
          }
          #expect(links.products == Count(expected.count), "\(pass.layer)")
          #expect(found.count == expected.count && Set(found) == expected, "\(pass.layer)")
          #expect(links.firstProducts(2).count == min(2, expected.count))
          let roles = zip(pass.axes, cell).compactMap { NaiveTrace($0).role(grid, $1) }
          #expect(trace.role(of: grid, at: cell) == roles.max())
        }
      }
    }
  }

  @Test(arguments: 1...3, StepSequence.Order.allCases)
  func `after any number of steps counts and sums are those of the loops`(
    axes: Int, order: StepSequence.Order
  ) throws {
    var random = SeededGenerator(seed: UInt64(70 + axes))
    for pass in samples(60, axes) {
      let trace = try #require(LayerTrace(pass))
      let products = products(pass)
      let steps = StepSequence(trace, order)
      let order = try cells(trace, steps.grid)
      #expect(steps.count == Count(order.count))
      #expect(order.indices.map { steps.cell(at: Count($0)) } == order)
      #expect(order.map { steps.step(at: $0) } == order.indices.map { Count($0) })
      #expect(steps.cell(at: steps.count) == nil)
      var values = try #require(LayerValues(trace, StartingValues.all[2]))
      values.isFlipped = Bool.random(using: &random)
      for number in [0, random.number(in: 0...order.count), order.count] {
        let progress = try #require(steps.progress(after: Count(number)))
        let done = Set(order.prefix(number).map { Array($0) })
        #expect(order.filter { progress.includes($0) } == Array(order.prefix(number)))
        let played = products.filter { done.contains($0.cell(steps.grid)) }
        #expect(progress.products == Count(played.count), "\(pass.layer)")
        try expectCounts(progress, played, of: products)
        try expectSums(progress, values, played)
      }
    }
  }

  private func expectCounts(
    _ progress: StepProgress, _ played: [Product], of all: [Product]
  ) throws {
    let trace = progress.sequence.trace
    for grid in LayerGrid.allCases {
      // With places around the grid.
      let window = trace.size(of: grid).map { -1..<$0 + 1 }
      let counts = RunningCounts(progress, in: grid, window)
      for cell in try cells(trace, grid) {
        let count = Count(played.count { $0.cell(grid) == Array(cell) })
        #expect(progress.products(in: grid, at: cell) == count)
        #expect(counts.products(at: cell).done == count)
        #expect(counts.products(at: cell).all == Count(all.count { $0.cell(grid) == Array(cell) }))
      }
      #expect(counts.products(at: window.map(\.lowerBound)) == (0, 0))
      #expect(counts.products(at: window.map(\.upperBound)) == (0, 0))
    }
  }

  private func expectSums(
    _ progress: StepProgress, _ values: LayerValues, _ played: [Product]
  ) throws {
    let trace = values.trace
    // The ramp: each number is the place of its cell, from 1 on.
    func number(_ grid: LayerGrid, _ cell: [Int]) -> Int {
      zip(cell, trace.size(of: grid)).reduce(0) { $0 * $1.1 + $1.0 } + 1
    }
    let stretched = StretchedLayer(trace)
    #expect((stretched != nil) == (trace.direction == .transposed))
    for cell in try cells(trace, .output) {
      let sum = played.filter { $0.cell(.output) == Array(cell) }.reduce(0) { sum, product in
        let tap = zip(product.cell(.kernel), trace.size(of: .kernel)).map {
          values.isFlipped ? $1 - 1 - $0 : $0
        }
        return sum + number(.input, product.cell(.input)) * number(.kernel, tap)
      }
      #expect(values.output(at: cell, after: progress) == Count(sum))
      if let stretched {
        #expect(values.output(at: cell, of: stretched, after: progress) == Count(sum))
      }
    }
  }
}
