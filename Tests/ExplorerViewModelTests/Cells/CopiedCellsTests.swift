import ConvArithmetic
import ExplorerViewModel
import SeededNumbers
import Testing

/// The cells of layers whose padding copies, against loops over outputs and taps.
///
/// Which cell a place copies is held elsewhere, against an input padded by hand.
@Suite struct CopiedCellsTests {
  /// A product by loops: the place that is read and the cell that it is or copies, tap and output.
  private struct Product {
    let cells: [LayerGrid: Spatial<Int>]
    let place: Spatial<Int>
  }

  private func products(_ pass: ForwardPass) throws -> [Product] {
    let trace = try #require(LayerTrace(pass))
    func each(_ size: Spatial<Int>) -> [Spatial<Int>] {
      (0..<size.height).flatMap { row in
        (0..<size.width).map { Spatial(height: row, width: $0) }
      }
    }
    return try each(pass.output.size).flatMap { output in
      try each(pass.layer.kernelSize).map { tap in
        let place = output.along { axis in
          output[axis] * pass.layer.stride[axis] + tap[axis] * pass.layer.dilation[axis]
            - pass.axes[axis].paddingBefore
        }
        let cell = try #require(trace.source(of: place))
        return Product(cells: [.input: cell, .kernel: tap, .output: output], place: place)
      }
    }
  }

  private func samples(_ count: Int) -> [(LayerCase, ForwardPass)] {
    var generator = SeededGenerator(seed: 51)
    var samples: [(LayerCase, ForwardPass)] = []
    while samples.count < count {
      var subject = LayerCase.random(using: &generator)
      subject.layer.direction = .convolution
      subject.layer.outputPadding = Spatial(square: 0)
      subject.layer.paddingMode = PaddingMode.allCases[1 + samples.count % 3]
      guard let pass = try? subject.forward(), pass.features.contains(.copies) else { continue }
      samples.append((subject, pass))
    }
    return samples
  }

  private let letters = Array(
    "abcdefghijklmnpqrstuvwzABCDEFGHIJKLMNOPQRSTUVWXYZ".unicodeScalars)

  @Test(arguments: LayerGrid.allCases)
  func `a copy and the cell that it copies have the letters of the taps that read them`(
    active: LayerGrid
  ) throws {
    for (number, (subject, pass)) in samples(60).enumerated() {
      var state = try ExplorerState.on(80, 24, keys: "W<Enter>", subject)
      while state.cellCursor.grid != active { try state.press("m") }
      // To the first cell, of the input one of the padding, or on from it.
      try state.press("<PgUp><PgUp><Home>" + ["", "<Right>", "<Right><Down><Down>"][number % 3])
      let trace = try #require(state.trace)
      let cursor = state.cellCursor.cell(of: active, in: trace)
      let isCopy = active == .input && trace.role(of: .input, at: cursor) == .copy
      let tied = try products(pass).filter { product in
        isCopy ? product.place == cursor : product.cells[active] == cursor
      }
      for grid in [LayerGrid.input, .output] where grid != active {
        var expected: [Spatial<Int>: Set<Unicode.Scalar>] = [:]
        for product in tied {
          let tap = try #require(product.cells[.kernel])
          let letter = letters[tap.height * pass.layer.kernelSize.width + tap.width]
          if let cell = product.cells[grid] { expected[cell, default: []].insert(letter) }
          if grid == .input { expected[product.place, default: []].insert(letter) }
        }
        for (place, cell) in try state.shown(grid == .input ? .input : .output) {
          let those = expected[place, default: []]
          let words = Comment("\(subject.layer), \(active) \(cursor), \(grid) \(place)")
          #expect(
            those.isEmpty ? !letters.contains(cell.letter) : those.contains(cell.letter), words)
          #expect((cell.mark == "&") == (those.count > 1), words)
        }
      }
    }
  }

  @Test(arguments: ["", "v", "o.....", "vo....."])
  func `a copy has its mark, and where there are numbers that of its cell`(keys: String) throws {
    for (subject, pass) in samples(45) {
      let state = try ExplorerState.on(80, 24, keys: "W<Enter>" + keys, subject)
      let (trace, shown) = (try #require(LayerTrace(pass)), try state.shown(.input))
      for (place, cell) in shown {
        let source = try #require(trace.source(of: place))
        let isCopy = source != place
        #expect(
          (cell.mark == "\"" || cell.text.hasPrefix("\"")) == isCopy, "\(subject.layer) \(place)")
        guard state.stepValues != nil, isCopy else { continue }
        #expect(cell.number != nil && cell.number == shown[source]?.number)
      }
    }
  }

  @Test func `at the end of playing each cell has been read as often as the loops say`() throws {
    for (subject, pass) in samples(45) {
      for keys in ["<End>", "o<End>"] {
        let state = try ExplorerState.on(80, 24, keys: "cW<Enter>.," + keys, subject)
        let products = try products(pass)
        for (place, number) in try state.numbers(of: .input)
        where place.with(pass.input.size, { 0..<$1 ~= $0 }).isAll(true) {
          #expect(number == products.count { $0.cells[.input] == place }, "\(subject.layer)")
        }
      }
    }
  }

  @Test(arguments: [
    (PaddingMode.reflect, "x[1,1]"), (.replicate, "x[0,0]"), (.circular, "x[5,4]"),
  ])
  func `a copy is said to be one, with numbers and without`(
    mode: PaddingMode, source: String
  ) throws {
    var state = try ExplorerState.on(
      80, 24, keys: layer("conv2d", mode) + "W<Enter>m<PgUp><Home>")
    for _ in 0..<2 {
      #expect(state.text.contains("\n A copy of \(source), read by 1 output.\n"))
      try state.press("v")
    }
    try state.press("v<Right><Down>")
    #expect(state.stepValues != nil && !state.text.contains("A copy of"))
  }

  // MARK: Pictures

  private func layer(_ op: String, _ mode: PaddingMode) -> String {
    let input = op == "conv1d" ? "1,1,8" : op == "conv2d" ? "1,1,6,5" : "1,1,4,4,4"
    return ":op=\(op) in_channels=1 out_channels=1 groups=1 input=\(input) stride=1 dilation=1"
      + " kernel_size=\(op == "conv2d" ? "3" : "5") padding=\(op == "conv2d" ? "1" : "2")"
      + " padding_mode=\(mode.rawValue)<Enter>"
  }

  @Test(arguments: [
    ("CopiedCellsTests/corner-reflect", PaddingMode.reflect),
    ("CopiedCellsTests/corner-replicate", .replicate),
    ("CopiedCellsTests/corner-circular", .circular),
  ])
  func `a corner reads copies, at 80×24`(name: String, mode: PaddingMode) throws {
    let keys = layer("conv2d", mode) + "W<Enter><PgUp><Home>"
    expectPicture(try ExplorerState.on(80, 24, keys: keys).text, name)
  }

  @Test(arguments: [
    ("CopiedCellsTests/numbers", "conv2d", PaddingMode.reflect, "W<Enter><PgUp><Home>v", true),
    ("CopiedCellsTests/ascii", "conv2d", .circular, "W<Enter><PgUp><Home>", false),
    ("CopiedCellsTests/a-copy", "conv2d", .reflect, "W<Enter>m<PgUp><Home>", true),
    (
      "CopiedCellsTests/a-cell-and-its-copies", "conv2d", .replicate,
      "W<Enter>m<PgUp><Home><Down><Right>", true
    ),
    ("CopiedCellsTests/one-axis", "conv1d", .reflect, "W<Enter><Home>", true),
    ("CopiedCellsTests/one-axis-played", "conv1d", .circular, "W<Enter>.....", true),
    ("CopiedCellsTests/one-axis-scattered", "conv1d", .replicate, "W<Enter>o.", true),
    ("CopiedCellsTests/three-axes", "conv3d", .circular, "W<Enter><PgUp><Home>", true),
  ])
  func `copies on the screen`(
    name: String, op: String, mode: PaddingMode, keys: String, isUnicode: Bool
  ) throws {
    let state = try ExplorerState.on(80, 24, keys: layer(op, mode) + keys, unicode: isUnicode)
    expectPicture(state.text, name)
  }
}
