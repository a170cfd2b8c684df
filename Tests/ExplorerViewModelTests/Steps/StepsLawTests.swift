import SeededNumbers
import ConvArithmetic
import ExplorerViewModel
import Testing

/// What the grids of the player show, against plain loops over the layer.
@Suite struct StepsLawTests {
  private static let view = "W<Enter>.,"

  private func state(_ keys: String, _ subject: LayerCase) throws -> ExplorerState {
    // Digits, on a screen that has room for all of it.
    try .on(300, 120, keys: Self.view + "c" + keys, subject)
  }

  private func samples(_ count: Int, seed: UInt64) -> [(LayerCase, ForwardPass)] {
    var generator = SeededGenerator(seed: seed)
    var samples: [(LayerCase, ForwardPass)] = []
    while samples.count < count {
      let subject = LayerCase.random(using: &generator)
      guard let pass = try? subject.forward(), pass.axes.height.output <= 30,
        pass.axes.width.output <= 30
      else { continue }
      samples.append((subject, pass))
    }
    return samples
  }

  @Test(arguments: ["<End>", "o<End>"])
  func `at the end the grids show the map, on both ways`(keys: String) throws {
    for (subject, pass) in samples(60, seed: 11) {
      let end = try state(keys, subject)
      let isTransposed = subject.layer.direction == .transposed
      let shown = try end.numbers(of: isTransposed ? .output : .input)
      let expected = scatter(pass)
      for (row, counts) in expected.enumerated() {
        for (column, count) in counts.enumerated() {
          let cell = Spatial(height: row, width: column)
          #expect(shown[cell] == count, "\(subject) at \(row), \(column)")
        }
      }
      if isTransposed { #expect(try end.numbers(of: .stretchedOutput) == shown) }
    }
  }

  @Test(arguments: ["", "o"])
  func `scatter and stretch agree after every number of steps`(order: String) throws {
    var generator = SeededGenerator(seed: 12)
    for (subject, _) in samples(80, seed: 12) where subject.layer.direction == .transposed {
      var state = try state(order, subject)
      let count = try #require(state.stepSequence).count
      let last = Int(exactly: count) ?? 0
      for _ in 0..<Int.random(in: 0...min(60, last), using: &generator) { try state.press(".") }
      let scattered = try state.numbers(of: .output)
      #expect(try state.numbers(of: .stretchedOutput) == scattered, "\(subject)")
      #expect(!state.text.contains("  not  stretched"))
    }
  }

  @Test(arguments: ["", "o"])
  func `each step adds the products of its cell, and a step back takes them away`(
    order: String
  ) throws {
    for (subject, pass) in samples(30, seed: 13) where subject.layer.direction == .transposed {
      var state = try state(order, subject)
      let axes = pass.axes
      var counts = Array(repeating: 0, count: axes.height.output * axes.width.output)
      for step in 0..<12 {
        let sequence = try #require(state.stepSequence)
        guard let cell = sequence.cell(at: Count(step)) else { break }
        for (row, column) in landings(of: cell, sequence.grid, axes) {
          counts[row * axes.width.output + column] += 1
        }
        let before = state
        try state.press(".")
        let shown = try state.numbers(of: .output)
        let wrong = counts.indices.first { index in
          let (row, column) = index.quotientAndRemainder(dividingBy: axes.width.output)
          return shown[Spatial(height: row, width: column)] != counts[index]
        }
        #expect(wrong == nil, "\(subject)")
        var back = state
        try back.press(",")
        #expect(render(back).lines.dropLast() == render(before).lines.dropLast())
      }
    }
  }

  /// Where the products of a step land, by the plain loop over all of them.
  private func landings(
    of cell: Spatial<Int>, _ grid: LayerGrid, _ axes: Spatial<AxisGeometry>
  ) -> [(Int, Int)] {
    func pairs(_ axis: AxisGeometry, _ index: Int) -> [Int] {
      (0..<axis.input).flatMap { input in
        (0..<axis.kernelSize).compactMap { tap in
          let output = input * axis.stride + tap * axis.dilation - axis.paddingBefore
          guard (0..<axis.output).contains(output) else { return nil }
          return (grid == .input ? input : output) == index ? output : nil
        }
      }
    }
    let columns = pairs(axes.width, cell.width)
    return pairs(axes.height, cell.height).flatMap { row in columns.map { (row, $0) } }
  }
}
