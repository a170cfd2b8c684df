/// The map as an SVG picture: title, numbered axes, a patch for each run of equal counts, legend.
///
/// All colours are opaque and said twice in `map.css`, for a light and a dark page; the heat has
/// those of Viridis in both, from little to much, and is never alone: cells have their numbers where
/// these fit, holes are hatched, and the legend counts the cells. Source: SVG 1.1,
/// <https://www.w3.org/TR/SVG11/>.
struct MapPicture {
  let map: MapExport
  let cell: Int
  let origin: (x: Int, y: Int)

  /// The width of a character of 12 units, a little more than fonts have.
  static let characterWidth = 7.4
  static let margin = 20
  private static let headHeight = 78
  private static let sides = 1...24
  /// The side of a map whose cells can be of any size.
  private static let side = 768

  init(_ map: MapExport) {
    self.map = map
    let longest = max(map.rows.count, map.columns.count, 1)
    cell = min(Self.sides.upperBound, max(Self.sides.lowerBound, Self.side / longest))
    let rowNumbers = String(max(0, map.rows.count - 1))
    origin = (
      Self.margin + Int(Self.characterWidth * Double(rowNumbers.count)) + 10,
      Self.headHeight + Self.margin + 18
    )
  }

  var mapWidth: Int { cell * map.columns.count }
  var mapHeight: Int { cell * map.rows.count }

  /// Wide enough for the map and for the longest line of words.
  private var width: Int {
    let words = [map.title, map.shapes, map.subject, Self.insideWords] + map.legend.map(\.text)
    // The title's characters are the widest.
    let widest = Int(Self.characterWidth * 14 / 12 * Double(words.map(\.count).max() ?? 0)) + 1
    return max(origin.x + mapWidth, Self.margin + 30 + widest) + Self.margin
  }

  func write(_ emit: (String) throws -> Void) rethrows {
    let legend = legend
    let (width, height) = (width, legend.bottom + Self.margin)
    try emit(
      """
      <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
      viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title desc">
      <title id="title">\(map.title.xmlEscaped)</title>
      <desc id="desc">\(summary.xmlEscaped)</desc>
      <style>
      \(String(decoding: PackageResources.map_css, as: UTF8.self))\
      </style>
      <defs><pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse">\
      <rect class="hole" width="6" height="6"/><path class="hatch" d="M0 6L6 0"/></pattern></defs>
      <rect class="page" width="\(width)" height="\(height)"/>

      """)
    try emit(head)
    try writePatches(emit)
    try emit(grid + numbers + inside + axes + legend.text + "</svg>\n")
  }

  /// What a reader who sees no picture is told.
  private var summary: String {
    let columns = map.columns.count
    let size =
      map.pass.axes.count == 1
      ? "\(columns) \(columns == 1 ? "cell" : "cells")"
      : "\(map.rows.count) rows and \(columns) columns"
    return "\(map.shapes): \(map.subject). \(size). "
      + map.legend.map { $0.counts == 0...0 ? "None in \($0.cells.grouped)" : $0.text }
      .joined(separator: ", ") + "."
  }

  private var head: String {
    Self.text(map.title, Self.margin, 32, style: "title") + Self.text(map.shapes, Self.margin, 54)
      + Self.text(map.subject, Self.margin, 74, style: "faint")
  }

  static func text(_ text: String, _ x: Int, _ y: Int, style: String = "") -> String {
    let style = style.isEmpty ? "" : "class=\"\(style)\" "
    return "<text \(style)x=\"\(x)\" y=\"\(y)\">\(text.xmlEscaped)</text>\n"
  }

  /// A path for each level: the rectangles where runs of rows and runs of columns cross.
  private func writePatches(_ emit: (String) throws -> Void) rethrows {
    let (rowRuns, columnRuns) = (map.rows.runs, map.columns.runs)
    try emit(
      "<g shape-rendering=\"crispEdges\" transform=\"translate(\(origin.x) \(origin.y))\">\n")
    for level in [nil] + map.levels.ranges.indices.map(Optional.some) {
      var path = ""
      for rows in rowRuns {
        for columns in columnRuns {
          let count = map.rows[rows.lowerBound] * map.columns[columns.lowerBound]
          guard map.levels.index(of: count) == level else { continue }
          let (width, height) = (columns.count * cell, rows.count * cell)
          path +=
            "M\(columns.lowerBound * cell) \(rows.lowerBound * cell)"
            + "h\(width)v\(height)h-\(width)z"
        }
      }
      if !path.isEmpty { try emit("<path \(paint(level)) d=\"\(path)\"/>\n") }
    }
    try emit("</g>\n")
  }

  func paint(_ level: Int?) -> String {
    guard let level else { return "fill=\"url(#hatch)\"" }
    return "class=\"h\(heat(level))\""
  }

  /// The colour of a level, from 1 to 8.
  func heat(_ level: Int) -> Int { map.levels.step(level, of: CountLevels.most) + 1 }

  /// Lines between the cells, where these are large enough, and the edge.
  private var grid: String {
    let (right, bottom) = (origin.x + mapWidth, origin.y + mapHeight)
    var lines = ""
    if cell >= 6 {
      let columns = (1..<max(1, map.columns.count)).map {
        "M\(origin.x + $0 * cell) \(origin.y)V\(bottom)"
      }
      let rows = (1..<max(1, map.rows.count)).map {
        "M\(origin.x) \(origin.y + $0 * cell)H\(right)"
      }
      lines = "<path class=\"grid\" d=\"\((columns + rows).joined())\"/>\n"
    }
    return lines + "<rect class=\"edge\" x=\"\(origin.x)\" y=\"\(origin.y)\" width=\"\(mapWidth)\""
      + " height=\"\(mapHeight)\"/>\n"
  }

  /// The count in each cell, where it fits.
  private var numbers: String {
    let digits = "\(map.maximum)".count
    guard cell >= 14, Double(digits) * 6.2 + 4 <= Double(cell) else { return "" }
    var text = ""
    for (row, rowCount) in map.rows.enumerated() {
      for (column, columnCount) in map.columns.enumerated() {
        let number = map.levels.index(of: rowCount * columnCount)
        let style = number.map { "on\(heat($0) > 4 ? "Light" : "Dark")" } ?? "onHole"
        let (x, y) = (origin.x + column * cell + cell / 2, origin.y + row * cell + cell / 2 + 4)
        text += Self.text("\(rowCount * columnCount)", x, y, style: "number \(style)")
      }
    }
    return text
  }
}
