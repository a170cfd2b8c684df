import ConvArithmetic

/// A small map of a plane: numbers where they are short, tones of the same colours otherwise.
struct CountMap {
  private let counts: [[Double]]
  /// The texts before each row, and above each column if there are numbers.
  private let labels: (rows: [String], columns: [String])

  let isNumbers: Bool

  /// Numbers, unless they are too large.
  init(_ counts: [[Count]], rows: [String] = [], columns: [String] = []) {
    self.counts = counts.map { $0.map(\.value) }
    labels = (rows, columns)
    isNumbers = self.counts.joined().allSatisfy { $0 <= Self.mostNumber }
  }

  /// Tones.
  init(tones: [[Double]], rows: [String]) {
    (counts, isNumbers) = (tones, false)
    labels = (rows.map { $0 + " " }, [])
  }

  /// Larger numbers are tones; smaller ones are exact in floating point.
  private static let mostNumber = 9_999.0

  private var most: Double { counts.joined().max() ?? 0 }

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
            cell(
              isNumbers ? String(Int(count)) : scale.mark(count, writer.spelling),
              scale.style(count))
          }
      }
  }

  private struct Scale {
    let least: Double
    let most: Double

    /// Of two characters, for screens without colours.
    func mark(_ count: Double, _ spelling: Spelling) -> String {
      let marks = Array(spelling == .ascii ? ".:+*#" : "·░▒▓█")
      let share = most > 0 ? count / most : 0
      return String(repeating: marks[Int((share * Double(marks.count - 1)).rounded())], count: 2)
    }

    func style(_ count: Double) -> Style {
      guard count > 0 else { return Style.heat[0] }
      let styles = Array(Style.heat.dropFirst())
      let share = most > least ? (count - least) / (most - least) : 0.5
      return styles[Int((share * Double(styles.count - 1)).rounded())]
    }
  }
}
