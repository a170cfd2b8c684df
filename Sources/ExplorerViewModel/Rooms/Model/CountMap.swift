/// A small map of a plane whose counts are products of those of its rows and columns: numbers where
/// they are short, tones of the same colours otherwise.
struct CountMap {
  private let rows: [Double]
  private let columns: [Double]
  private let repeats: Bool

  /// `repeats` says that the counts come again and again, so that the room is filled with them.
  init(rows: [Count], columns: [Count], repeats: Bool = false) {
    (self.rows, self.columns) = (rows.map(\.value), columns.map(\.value))
    self.repeats = repeats
  }

  /// Larger numbers are tones; smaller ones are exact in floating point.
  private static let mostNumber = 9_999.0

  /// As many rows and columns as there are, or as there is room for.
  func lines(rows room: Int, _ writer: LineWriter) -> [[Span]] {
    guard let highest = rows.max(), let widest = columns.max(), highest * widest > 0 else {
      return []
    }
    let isNumbers = highest * widest <= Self.mostNumber
    let width = isNumbers ? String(Int(highest * widest)).count + 1 : 2
    let times = repeats ? 2 : 1
    let height = min(room, times * rows.count)
    let length = min((writer.width - 4) / width, times * columns.count)
    let scale = Scale(least: (rows.min() ?? 0) * (columns.min() ?? 0), most: highest * widest)
    return (0..<max(0, height)).map { row in
      [Span(blanks(3))]
        + (0..<max(0, length)).map { column in
          let count = rows[row % rows.count] * columns[column % columns.count]
          let text = isNumbers ? String(Int(count)) : "██"
          return Span(writer.spelling.padded(text, to: width, .trailing), scale.style(count))
        }
    }
  }

  private struct Scale {
    let least: Double
    let most: Double

    func style(_ count: Double) -> Style {
      guard count > 0 else { return Style.heat[0] }
      let styles = Array(Style.heat.dropFirst())
      let share = most > least ? (count - least) / (most - least) : 0.5
      return styles[Int((share * Double(styles.count - 1)).rounded())]
    }
  }
}
