import ConvArithmetic

/// A small map of a plane: numbers where they are short, tones of the same colours otherwise.
struct CountMap {
  private let counts: [[Double]]
  /// What stands before each row, and above each column where there are numbers.
  private let labels: (rows: [String], columns: [String])

  init(_ counts: [[Count]], rows: [String] = [], columns: [String] = []) {
    self.counts = counts.map { $0.map(\.value) }
    labels = (rows, columns)
  }

  /// Larger numbers are tones; smaller ones are exact in floating point.
  private static let mostNumber = 9_999.0

  private var most: Double { counts.joined().max() ?? 0 }

  var isNumbers: Bool { most <= Self.mostNumber }

  /// The characters of a column, with the space before it.
  var columnWidth: Int {
    guard isNumbers else { return 2 }
    return max(String(Int(most)).count, labels.columns.map(\.count).max() ?? 0) + 1
  }

  /// All rows, each as long as there is room for.
  func lines(_ writer: LineWriter) -> [[Span]] {
    guard most > 0 else { return [] }
    let name = (labels.rows.map(\.count).max() ?? 0) + 3
    let length = max(0, (writer.width - name - 1) / columnWidth)
    let scale = Scale(least: counts.joined().min() ?? 0, most: most)
    func cell(_ text: String, _ style: Style) -> Span {
      Span(writer.spelling.padded(text, to: columnWidth, .trailing), style)
    }
    let titles = labels.columns.prefix(length).map { cell($0, .faint) }
    let head = isNumbers && !titles.isEmpty ? [[Span(blanks(name))] + titles] : []
    return head
      + counts.enumerated().map { row, counts in
        let label = row < labels.rows.count ? labels.rows[row] : ""
        return [Span(writer.spelling.padded(label, to: name, .trailing), .faint)]
          + counts.prefix(length).map { count in
            cell(isNumbers ? String(Int(count)) : "██", scale.style(count))
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
