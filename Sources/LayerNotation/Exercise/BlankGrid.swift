/// An empty grid of cells to fill in by hand, in characters that every font has.
package struct BlankGrid: Equatable, Sendable {
  package let title: String
  package let rows: Int
  package let columns: Int

  package init(title: String, rows: Int, columns: Int) {
    (self.title, self.rows, self.columns) = (title, rows, columns)
  }

  /// The sides that fit on a page beside each other.
  package static let sides = 1...9
  private static let line = 75

  /// The title, and lines as wide as the grid or the title.
  var lines: [String] {
    let row = String(repeating: "|___", count: columns) + "|"
    let drawn =
      [title, String(repeating: " ___", count: columns)] + Array(repeating: row, count: rows)
    let width = drawn.map(\.count).max() ?? 0
    return drawn.map { $0 + blanks(width - $0.count) }
  }

  /// Grids from left to right, and below where the page is too narrow.
  package static func page(_ grids: [BlankGrid]) -> [String] {
    var bands: [[[String]]] = []
    var width = 0
    for lines in grids.map(\.lines) {
      let own = (lines.first?.count ?? 0) + 3
      if bands.isEmpty || width + own > line { (width, bands) = (0, bands + [[]]) }
      bands[bands.count - 1].append(lines)
      width += own
    }
    return bands.enumerated().flatMap { place, band in
      (place == 0 ? [] : [""]) + sideBySide(band)
    }
  }

  private static func sideBySide(_ grids: [[String]]) -> [String] {
    let height = grids.map(\.count).max() ?? 0
    return (0..<height).map { row in
      let texts = grids.map { grid in
        row < grid.count ? grid[row] : blanks(grid.first?.count ?? 0)
      }
      let line = texts.joined(separator: "   ")
      return String(line.reversed().drop { $0 == " " }.reversed())
    }
  }
}

extension Question {
  /// The input, the kernel and the output of one channel, empty; `nil` where they do not fit on a
  /// page, or have three axes.
  ///
  /// Where the sizes of the output are asked for, its grid has room for the wrong ones, too.
  package var blankGrids: [BlankGrid]? {
    let layer = pass.layer
    guard layer.axes.count < 3 else { return nil }
    func grid(_ title: String, _ size: Spatial<Int>) -> BlankGrid? {
      let (rows, columns) = (layer.axes.count == 1 ? 1 : size[0], size[size.count - 1])
      guard BlankGrid.sides.contains(rows), BlankGrid.sides.contains(columns) else { return nil }
      return BlankGrid(title: title, rows: rows, columns: columns)
    }
    let hidesSize = asksForSize
    let largest = Spatial(repeating: BlankGrid.sides.upperBound, count: layer.axes.count)
    let fits = pass.output.size.allSatisfy { BlankGrid.sides.contains($0) }
    return [
      grid("input", pass.input.size), grid("kernel", layer.kernelSize),
      fits
        ? grid(
          hidesSize ? "output: mark its cells" : "output", hidesSize ? largest : pass.output.size)
        : nil,
    ].complete()
  }

  private var asksForSize: Bool {
    switch kind {
    case .outputShape, .outputSize, .leastInput: true
    default: false
    }
  }
}
