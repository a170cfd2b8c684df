import ConvArithmetic
import LayerNotation

/// The hyperparameters with their values for each axis, and which one the keys change.
struct HyperparameterPanel {
  let state: ExplorerState
  let size: ScreenSize
  /// Whether the lines below padding and output_padding are shown.
  let hasNotes: Bool
  /// Whether the keys change what is here.
  var hasSelection = true

  /// Below this, names and values are written one after the other.
  private static let leastWidth = 27

  private struct Columns {
    let height: Int
    let width: Int
    let valueWidth: Int

    /// The values end before these columns.
    init(_ columns: Int) {
      let isWide = columns >= 39
      valueWidth = isWide ? 11 : 5
      width = columns - 1
      height = width - valueWidth - 1
    }
  }

  /// - Returns: The panel in its size.
  func draw() -> Frame {
    var frame = Frame(size: size, spelling: state.capabilities.spelling)
    let columns = Columns(max(Self.leastWidth, size.columns))
    drawHeading(columns, &frame)
    let lines = lines
    let (first, room) = window(lines)
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      draw(line, row: offset + 1, columns, &frame)
    }
    drawMore(above: first > 0, below: lines.count - first > room, &frame)
    return frame
  }

  /// The row of the table in a row of the panel, a note counting as its row.
  func target(at row: Int) -> Hyperparameter? {
    let lines = lines
    let (first, room) = window(lines)
    let line = first + row - 1
    return row >= 1 && row <= room && lines.indices.contains(line) ? lines[line].item : nil
  }

  /// The first line shown, and how many fit.
  private func window(_ lines: [Line]) -> (first: Int, room: Int) {
    // Where not all rows fit, the selected one stays in sight.
    let room = max(1, size.rows - 1)
    let selected = lines.firstIndex { $0.item == state.row } ?? 0
    let first = min(max(0, selected - room + 2), max(0, lines.count - room))
    return (first, room)
  }

  private struct Line {
    let item: Hyperparameter
    let isNote: Bool
  }

  private var lines: [Line] {
    Hyperparameter.rows.flatMap { item in
      (hasNotes && item.hasNote ? [false, true] : [false]).map { Line(item: item, isNote: $0) }
    }
  }

  private func drawHeading(_ columns: Columns, _ frame: inout Frame) {
    frame.write("hyperparameter", row: 0, column: 1, style: .heading)
    // In a narrow panel the values do not stand in columns.
    guard frame.size.columns >= Self.leastWidth else { return }
    for (axis, end) in [(Axis.height, columns.height), (.width, columns.width)] {
      let isActive = state.scope.axes.contains(axis)
      frame.write(axis.letter, row: 0, endingAt: end, style: isActive ? .key : .faint)
    }
  }

  private func drawMore(above: Bool, below: Bool, _ frame: inout Frame) {
    let column = frame.size.columns - 1
    if above { frame.write("▲", row: 1, column: column, style: .notice) }
    if below { frame.write("▼", row: frame.size.rows - 1, column: column, style: .notice) }
  }

  private func draw(_ line: Line, row: Int, _ columns: Columns, _ frame: inout Frame) {
    let item = line.item
    guard !line.isNote else {
      frame.write(
        item.note(state.subject) ?? "", row: row, column: 5, style: .faint,
        width: frame.size.columns - 5)
      return
    }
    let isSelected = hasSelection && item == state.row
    let applies = item.applies(to: state.subject.layer.direction)
    let style: Style = isSelected ? .selected : applies ? .plain : .faint
    guard frame.size.columns >= Self.leastWidth else {
      drawNarrow(item, row, style, &frame)
      return
    }
    if isSelected { frame.style(row: row, columns: 1..<frame.size.columns, .selected) }
    frame.write(isSelected ? "▸" : " ", row: row, column: 1, style: style)
    frame.write(item.rawValue, row: row, column: 3, style: style)
    drawValues(item, row, columns, isSelected, &frame)
  }

  private func drawNarrow(
    _ item: Hyperparameter, _ row: Int, _ style: Style, _ frame: inout Frame
  ) {
    var value = Axis.allCases.compactMap { item.text(state.subject, $0) }.joined(separator: ",")
    if style == .selected, case .typing(let entry) = state.mode { value = entry.text + "_" }
    let name = item.rawValue
    frame.write("\(style == .selected ? "▸" : " ")\(name) \(value)", row: row, style: style)
  }

  private func drawValues(
    _ item: Hyperparameter, _ row: Int, _ columns: Columns, _ isSelected: Bool, _ frame: inout Frame
  ) {
    if isSelected, case .typing(let entry) = state.mode {
      drawEntry(entry, row, columns, &frame)
      return
    }
    let applies = item.applies(to: state.subject.layer.direction)
    for (axis, end) in [(Axis.height, columns.height), (.width, columns.width)] {
      guard let text = item.text(state.subject, axis) else { continue }
      let isInScope = !item.isSpatial || state.scope.axes.contains(axis)
      let isFocus = isSelected && isInScope && state.hasKnobs
      let style: Style = isFocus ? .focus : isSelected ? .selected : applies ? .value : .faint
      frame.write(short(text, item, axis, columns), row: row, endingAt: end, style: style)
      if isFocus { frame.cursor = Place(row: row, column: end - 1) }
    }
  }

  /// The value, rounded and marked so where its column is too narrow; both axes in the same form.
  private func short(
    _ text: String, _ item: Hyperparameter, _ axis: Axis, _ columns: Columns
  ) -> String {
    let nameEnd = 3 + item.rawValue.count + 1
    let heightRoom = columns.height - nameEnd
    let room = item.isSpatial ? min(heightRoom, columns.valueWidth) : heightRoom
    let numbers = Axis.allCases.compactMap { state.subject.number(item, $0) }
    guard let number = state.subject.number(item, axis),
      numbers.contains(where: { $0.grouped.count > room })
    else { return text }
    let isPlain = numbers.allSatisfy { String($0).count <= room }
    let digits = String(number)
    return isPlain || digits.count <= 3 ? digits : "≈\(digits.prefix(1))e\(digits.count - 1)"
  }

  private func drawEntry(_ entry: TextEntry, _ row: Int, _ columns: Columns, _ frame: inout Frame) {
    let nameEnd = 3 + state.row.rawValue.count + 1
    let room = max(1, columns.width - nameEnd - 1)
    let shown = String(String.UnicodeScalarView(frame.spelling.spell(entry.text).suffix(room)))
    let column = columns.width - 1 - frame.spelling.width(shown)
    let end = frame.write(shown, row: row, column: column, style: .focus)
    frame.write("_", row: row, column: end, style: .focus)
    frame.cursor = Place(row: row, column: end)
  }
}
