/// The hyperparameters with their values for each axis, and which one the keys change.
struct HyperparameterPanel {
  let state: ExplorerState
  let size: ScreenSize
  /// Whether the lines below padding and output_padding are shown.
  let hasNotes: Bool
  /// Whether the keys change what is shown here.
  var hasSelection = true

  /// Below this, names and values are written one after the other.
  private static let leastWidth = 27

  private var isNarrow: Bool { size.columns < Self.leastWidth }
  private var axes: [Axis] { state.subject.layer.axes }
  private var valueWidth: Int {
    let isWide = size.columns >= 39
    return axes.count > 2 ? isWide ? 6 : 3 : isWide ? 11 : 5
  }
  private var lastColumn: Int { max(Self.leastWidth, size.columns) - 1 }

  /// The values of an axis end before these columns.
  private var ends: [(axis: Axis, column: Int)] {
    axes.enumerated().map { index, axis in
      (axis, lastColumn - (axes.count - 1 - index) * (valueWidth + 1))
    }
  }

  func draw() -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    drawHeading(&frame)
    let lines = lines
    let (first, room) = window(lines)
    for (offset, line) in lines.dropFirst(first).prefix(room).enumerated() {
      draw(line, row: offset + 1, &frame)
    }
    let column = size.columns - 1
    if first > 0 { frame.write("▲", row: 1, column: column, style: .notice) }
    if lines.count - first > room {
      frame.write("▼", row: size.rows - 1, column: column, style: .notice)
    }
    return frame
  }

  /// The row of the table in a row of the panel, a note counting as its row.
  func target(at row: Int) -> Hyperparameter? {
    let lines = lines
    let (first, room) = window(lines)
    let line = first + row - 1
    return row >= 1 && row <= room ? lines[at: line]?.item : nil
  }

  /// The first line shown, and how many fit.
  private func window(_ lines: [Line]) -> (first: Int, room: Int) {
    // If not all rows fit, the selected one stays in sight.
    let room = max(1, size.rows - 1)
    let selected = lines.firstIndex { $0.item == state.row } ?? 0
    let first = min(max(0, selected - room + 2), max(0, lines.count - room))
    return (first, room)
  }

  private typealias Line = (item: Hyperparameter, isNote: Bool)

  private var lines: [Line] {
    state.rows.flatMap { item in
      (hasNotes && item.note(state.subject) != nil ? [false, true] : [false]).map { (item, $0) }
    }
  }

  private func drawHeading(_ frame: inout Frame) {
    frame.write("hyperparameter", row: 0, column: 1, style: .heading)
    // In a narrow panel the values are not in columns.
    for (axis, end) in ends where !isNarrow {
      let isActive = state.scopeAxes.contains(axis)
      frame.write(axis.letter, row: 0, endingAt: end, style: isActive ? .key : .faint)
    }
  }

  private func draw(_ line: Line, row: Int, _ frame: inout Frame) {
    let item = line.item
    if line.isNote {
      frame.write(item.note(state.subject) ?? "", row: row, column: 5, style: .faint)
      return
    }
    let isSelected = hasSelection && item == state.row
    let style: Style = isSelected ? .selected : .plain
    if isNarrow {
      let mark = isSelected ? "▸" : " "
      let text = "\(mark)\(item.rawValue) \(state.shownValue(of: item, separator: ","))"
      frame.write(text, row: row, style: style)
      return
    }
    if isSelected { frame.style(row: row, columns: 1..<size.columns, .selected) }
    frame.write(isSelected ? "▸" : " ", row: row, column: 1, style: style)
    frame.write(item.rawValue, row: row, column: 3, style: style)
    drawValues(item, row, isSelected, &frame)
  }

  private func drawValues(
    _ item: Hyperparameter, _ row: Int, _ isSelected: Bool, _ frame: inout Frame
  ) {
    if isSelected, case .asking(.value, let entry) = state.mode {
      return drawEntry(entry, row, &frame)
    }
    let texts = ends.compactMap { axis, end in
      item.text(state.subject, axis).map { (axis: axis, end: end, text: $0) }
    }
    let firstRoom = (ends.first?.column ?? 0) - nameEnd(item)
    let room = item.isSpatial ? min(firstRoom, valueWidth) : firstRoom
    let fit = texts.allSatisfy { $0.text.utf8.count <= room }
    for (axis, end, text) in texts {
      let isInScope = !item.isSpatial || state.scopeAxes.contains(axis)
      let isFocus = isSelected && isInScope && state.hasKnobs
      let style: Style = isFocus ? .focus : isSelected ? .selected : .value
      let shown = fit ? text : short(text, item, axis, room)
      frame.write(shown, row: row, endingAt: end, style: style)
      if isFocus { frame.cursor = Place(row: row, column: end - 1) }
    }
  }

  private func nameEnd(_ item: Hyperparameter) -> Int { 3 + item.rawValue.count + 1 }

  /// The value, rounded and marked as such if its column is too narrow; both axes in the same form.
  private func short(
    _ text: String, _ item: Hyperparameter, _ axis: Axis, _ room: Int
  ) -> String {
    let numbers = axes.compactMap { state.subject.number(item, $0) }
    guard let number = state.subject.number(item, axis),
      numbers.contains(where: { $0.grouped.count > room })
    else { return text }
    let isPlain = numbers.allSatisfy { String($0).count <= room }
    let digits = String(number)
    return isPlain || digits.count <= 3 ? digits : "≈\(digits.prefix(1))e\(digits.count - 1)"
  }

  /// The end of what is typed, where the values end.
  private func drawEntry(_ entry: TextEntry, _ row: Int, _ frame: inout Frame) {
    let room = max(1, lastColumn - nameEnd(state.row) - 1)
    let shown = String(String.UnicodeScalarView(frame.spelling.spell(entry.text).suffix(room)))
    frame.write(shown + "_", row: row, endingAt: lastColumn, style: .focus)
    frame.cursor = Place(row: row, column: lastColumn - 1)
  }
}
