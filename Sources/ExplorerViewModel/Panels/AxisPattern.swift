/// The counts along one axis as digits and bars, the borders apart from the inside; what does not
/// fit is left out with an ellipsis.
struct AxisPattern {
  /// Cells of one part that are shown.
  private struct Segment {
    /// The counts; `nil` stands for all that is left out.
    let counts: [Int?]
    let isInside: Bool
    let isLast: Bool
  }

  private let verdict: AxisVerdict
  private let barRows: Int
  /// The columns that its words may take, if they may not go beyond the cells.
  private let mostColumns: Int?
  private let spelling: Spelling
  private let segments: [Segment]
  /// The columns of a cell, the blank before it included.
  private let cellWidth: Int

  /// Blank columns before it.
  private static let indent = 2

  init(
    _ verdict: AxisVerdict, barRows: Int, width: Int, mostColumns: Int? = nil, _ spelling: Spelling
  ) {
    (self.verdict, self.barRows, self.spelling) = (verdict, barRows, spelling)
    self.mostColumns = mostColumns
    let parts = [verdict.before, verdict.interior, verdict.after].compactMap(\.self)
    let digits = (parts.map(\.most).max() ?? 0).plain.count
    let room = width - Self.indent - 2 * max(0, parts.count - 1)
    let isWhole = verdict.coverage.size <= room / (digits + 1)
    cellWidth = (isWhole ? digits : max(digits, spelling.width("…"))) + 1
    segments = Self.segments(verdict, cells: max(1, room / cellWidth))
  }

  /// As many cells as fit: at most a quarter for each border, the rest for the inside.
  private static func segments(_ verdict: AxisVerdict, cells: Int) -> [Segment] {
    let counter = CellCounter(verdict.coverage)
    func segment(_ part: AxisVerdict.Part, most: Int, fromEnd: Bool = false) -> Segment {
      let isWhole = part.cells.count <= most
      let room = isWhole ? most : max(0, most - 1)
      let kept = fromEnd ? part.cells.suffix(room) : part.cells.prefix(room)
      let (counts, gap) = (kept.map { Optional(counter.count(at: $0)) }, isWhole ? [] : [Int?.none])
      return Segment(
        counts: fromEnd ? gap + counts : counts + gap, isInside: part == verdict.interior,
        isLast: fromEnd)
    }
    let (interior, edge) = (verdict.interior, max(1, cells / 4))
    let before = verdict.before.map { segment($0, most: interior == nil ? cells : edge) }
    let after = verdict.after.map { segment($0, most: edge, fromEnd: true) }
    let used = (before?.counts.count ?? 0) + (after?.counts.count ?? 0)
    let inside = interior.map { segment($0, most: max(1, cells - used)) }
    return [before, inside, after].compactMap(\.self)
  }

  /// Bars, digits, and what is what below them.
  var lines: [[Span]] { (0..<barRows).map(bars) + [digits, names] }

  /// A row of texts, one a segment, in a style of its own inside.
  private func row(_ inside: Style, _ text: (Segment) -> String) -> [Span] {
    let parts = segments.map { [Span(text($0), $0.isInside ? inside : .faint)] }
    return [Span(blanks(Self.indent))] + Array(parts.joined(separator: [Span(" │", .line)]))
  }

  private var digits: [Span] {
    row(.value) { segment in
      segment.counts.map { spelling.padded($0?.plain ?? "…", to: cellWidth, .trailing) }.joined()
    }
  }

  /// One row of the bars, from the top; the height of a bar is its count's part of the most.
  private func bars(_ row: Int) -> [Span] {
    let most = segments.flatMap { $0.counts.compactMap(\.self) }.max() ?? 0
    let below = 2 * (barRows - 1 - row)
    return self.row(.bar) { segment in
      segment.counts.map { count in
        let height = halves(of: count ?? 0, most: most)
        let half = spelling == .ascii ? "." : "▄"
        let mark = height >= below + 2 ? "█" : height == below + 1 ? half : " "
        return " " + String(repeating: mark, count: cellWidth - 1)
      }.joined()
    }
  }

  /// The half rows of a bar: none for 0, at least one for anything else.
  private func halves(of count: Int, most: Int) -> Int {
    guard count > 0, most > 0 else { return 0 }
    return max(1, Int(Int128(count) * Int128(2 * barRows) / Int128(most)))
  }

  /// The first period, and which cells are the inside; the word of a last border may go on.
  private var names: [Span] {
    let cells = segments.reduce(0) { $0 + $1.counts.count }
    let used = Self.indent + 2 * (segments.count - 1) + cells * cellWidth
    return row(.faint) { segment in
      let columns = segment.counts.count * cellWidth
      if segment.isInside { return inside(segment, columns) }
      let room = mostColumns.map { columns + $0 - used } ?? .max
      let isOpen = segment.isLast || segments.count == 1
      let fits = (isOpen ? room : columns) >= " border".count
      return spelling.padded(fits ? " border" : "", to: columns)
    }
  }

  /// `└─┘ period 2    inside`, as much of it as there is room for.
  private func inside(_ segment: Segment, _ columns: Int) -> String {
    let period = verdict.coverage.period
    let isShown = period > 1 && segment.counts.prefix(period).compactMap(\.self).count == period
    let bracket =
      isShown ? " └" + String(repeating: "─", count: max(0, period * cellWidth - 3)) + "┘" : ""
    let word = period == 1 ? " all alike" : " period \(period.grouped)"
    let texts = [bracket + word + "  inside", bracket + word, bracket, " inside"]
    let text = texts.first { spelling.width($0) <= columns } ?? ""
    guard text.hasSuffix("  inside") else { return spelling.padded(text, to: columns) }
    let start = String(text.dropLast("inside".count))
    return spelling.padded(start, to: columns - "inside".count) + "inside"
  }
}
