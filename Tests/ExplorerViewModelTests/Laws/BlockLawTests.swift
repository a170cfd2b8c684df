import ConvArithmetic
import ExplorerViewModel
import Testing

/// A map in blocks against the plain loop over all products: no pattern that is not there.
@Suite struct BlockLawTests {
  @Test(arguments: 1...6, [false, true])
  func `each block has the tone that is nearest to its true mean`(
    stride: Int, isColored: Bool
  ) throws {
    try forEachMap(stride, isColored) { map in
      for (row, column) in map.places {
        let (sum, area) = map.total(row, column)
        guard let step = map.step(row, column) else {
          guard sum == 0 else { return "a hole at \(row), \(column)" }
          continue
        }
        // The distance to the mean is at most half a step: |mean − least − step·span/7| ≤ span/14.
        let span = map.most - map.least
        let distance = abs((sum - map.least * area) * 14 - 2 * step * span * area)
        guard sum > 0, span == 0 ? step == 4 : distance <= span * area else {
          return "step \(step) for \(sum)/\(area) at \(row), \(column)"
        }
      }
      return nil
    }
  }

  @Test(arguments: 1...6, [false, true])
  func `inside, all blocks look alike`(stride: Int, isColored: Bool) throws {
    try forEachMap(stride, isColored) { map in
      let inside = map.pass.overlap.coverage.map { $0.interior }
      let places = map.places.filter { row, column in
        map.layout.cells(row, .height).isInside(inside.height)
          && map.layout.cells(column, .width).isInside(inside.width)
      }
      let steps = Set(places.map { map.step($0.0, $0.1) })
      return steps.count <= 1 ? nil : "\(steps)"
    }
  }

  @Test(arguments: 1...6) func `the words name the least and the most of all cells`(
    stride: Int
  ) throws {
    try forEachMap(stride, false) { map in
      var state = map.state
      try state.press("Om")
      let text = state.text
      return text.contains("least \(map.least), most \(map.most)") ? nil : text
    }
  }
}

/// A map that is too large for its pane.
private struct MapInBlocks {
  let state: ExplorerState
  let pass: ForwardPass
  /// How often the cells of each axis are reached; a cell of both, as often as their product.
  let counts: Spatial<[Int]>
  let least: Int
  let most: Int
  let layout: MapLayout
  let frame: Frame

  init(_ state: ExplorerState, _ pane: ScreenSize) throws {
    self.state = state
    pass = try state.subject.forward()
    counts = pass.axes.map { scatter($0) }
    least = counts.reduce(1) { $0 * ($1.min() ?? 0) }
    most = counts.reduce(1) { $0 * ($1.max() ?? 0) }
    layout = MapLayout(
      pass.overlap, pane: pane, heat: state.heatStyle, canStack: state.capabilities.colors > 0,
      isZoomed: false, cursor: Spatial(square: 0))
    // The legend has the first row.
    frame = MapPanel(state, pass).draw(ScreenSize(columns: pane.columns, rows: pane.rows + 1))
  }

  var places: [(Int, Int)] {
    (0..<layout.places.height).flatMap { row in (0..<layout.places.width).map { (row, $0) } }
  }

  /// The sum of the counts of the cells behind a place, and how many these are.
  func total(_ row: Int, _ column: Int) -> (sum: Int, area: Int) {
    let (rows, columns) = (layout.cells(row, .height), layout.cells(column, .width))
    let sums = counts.height[rows].reduce(0, +) * counts.width[columns].reduce(0, +)
    return (sums, rows.count * columns.count)
  }

  /// The step of the scale that a place shows, 0 to 7; `nil` for a hole.
  func step(_ row: Int, _ column: Int) -> Int? {
    if layout.cellsPerRow == 2 {
      let cell = frame[1 + row / 2, column]
      let style = row % 2 == 0 ? cell.style : cell.lower ?? .plain
      return Style.heat.dropFirst().firstIndex(of: style).map { $0 - 1 }
    }
    return Array(".:-=+*#@".unicodeScalars).firstIndex(of: frame[1 + row, column * 2].scalar)
  }
}

extension Range<Int> {
  fileprivate func isInside(_ other: Range<Int>) -> Bool {
    lowerBound >= other.lowerBound && upperBound <= other.upperBound
  }
}

/// Draws even, uneven and bordered layers of both kinds with a stride, in panes too small for them.
private func forEachMap(
  _ stride: Int, _ isColored: Bool, fault: (MapInBlocks) throws -> String?
) throws {
  for kernel in [1, stride, stride + 1, 2 * stride, 2 * stride + 1] {
    for (padding, dilation, size) in [(0, 1, 61), (1, 1, 64), (0, 2, 50), (2, 3, 47)] {
      for direction in ConvLayer.Direction.allCases {
        let subject = LayerCase.square(direction == .transposed ? 20 + size / stride : size) {
          layer in
          layer.direction = direction
          (layer.kernelSize, layer.stride) = (Spatial(square: kernel), Spatial(square: stride))
          (layer.dilation, layer.padding) = (
            Spatial(square: dilation), .explicit(Spatial(square: padding))
          )
        }
        guard (try? subject.forward()) != nil else { continue }
        for pane in [ScreenSize(columns: 30, rows: 11), ScreenSize(columns: 21, rows: 6)] {
          let state = try ExplorerState.on(
            80, 17, subject, colors: isColored ? 256 : 0)
          let found = try fault(MapInBlocks(state, pane))
          #expect(found == nil, "kernel \(kernel), padding \(padding), dilation \(dilation)")
        }
      }
    }
  }
}
