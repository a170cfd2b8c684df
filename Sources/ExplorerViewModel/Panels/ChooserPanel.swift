/// An open list: what filters it in the first row, the matches below, and more about the selected
/// one below them; on a wide screen its map beside them.
struct ChooserPanel: WholeView {
  let state: ExplorerState
  let chooser: Chooser
  // Where everything goes does not depend on what is selected, so that nothing jumps.
  /// The rows of the list, from row 1 on.
  let listRows: Int
  private let listColumns: Int
  /// At the bottom, below a line; 0 where there is no room.
  private let previewRows: Int

  /// At least so many matches are shown before there is room for a preview.
  private static let leastRows = 6
  private static let leastDetail = 28
  private static let leastColumnsWithMap = 100
  private static let listColumnsBesideMap = 78

  init(_ state: ExplorerState, _ chooser: Chooser) {
    (self.state, self.chooser) = (state, chooser)
    let size = state.pane
    let room = max(0, size.rows - 1)
    previewRows = max(0, min(chooser.list.previewRows, room - 1 - Self.leastRows))
    listRows = room - (previewRows > 0 ? previewRows + 1 : 0)
    let hasMap = chooser.list.hasLayers && size.columns >= Self.leastColumnsWithMap
    listColumns = hasMap ? Self.listColumnsBesideMap : size.columns
  }

  var dropped: [String] {
    !chooser.isPalette && previewRows < chooser.list.previewRows ? ["details"] : []
  }

  private var first: Int {
    firstShown(around: chooser.position, listRows, of: chooser.matches.count)
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    guard place.row >= 1, place.row <= listRows, place.column < listColumns else { return nil }
    let index = first + place.row - 1
    return chooser.matches.indices.contains(index) ? .listed(index) : nil
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    drawHeading(&frame)
    drawList(&frame)
    guard let preview = chooser.selectedItem?.preview() else { return frame }
    drawPreview(preview, &frame)
    drawMap(preview, &frame)
    return frame
  }

  private func drawHeading(_ frame: inout Frame) {
    let (all, matching) = (chooser.items.count, chooser.matches.count)
    let filter = chooser.filter.text
    let count = filter.isEmpty ? "\(all)" : "\(matching) of \(all)"
    let countColumn = max(0, frame.size.columns - 1 - frame.spelling.width(count))
    let title = [chooser.list.title, chooser.list.remark(state)].compactMap(\.self)
    let column =
      frame.write(title.joined(separator: ", "), row: 0, column: 1, style: .heading) + 2
    let end = frame.write(
      typed: filter, after: chooser.isPalette ? ":" : "/", row: 0, column: column,
      room: max(0, countColumn - column - 3), width: countColumn - column)
    let hint = hint
    if end + frame.spelling.width(hint) < countColumn {
      frame.write(hint, row: 0, column: end, style: .faint)
    }
    frame.write(count, row: 0, column: countColumn, style: matching == 0 ? .notice : .faint)
  }

  /// What may be typed next.
  private var hint: String {
    if chooser.filter.text.isEmpty { return " type to filter" }
    guard chooser.isPalette, chooser.filter.text.last == " ",
      let (command, text) = Command.meant(by: chooser.filter.text), text.isEmpty
    else { return "" }
    return " such as \(command.argument ?? "")"
  }

  private func drawList(_ frame: inout Frame) {
    guard !chooser.matches.isEmpty else {
      let text =
        chooser.items.isEmpty
        ? chooser.list.emptyText
        : chooser.isPalette ? "Enter takes the line" : "nothing matches; Backspace, or Esc"
      frame.write(text, row: 1, column: 3, style: .notice)
      return
    }
    let first = first
    for (offset, index) in chooser.matches.dropFirst(first).prefix(listRows).enumerated() {
      let isSelected = first + offset == chooser.position
      draw(chooser.items[index], isSelected, row: offset + 1, &frame)
    }
    guard listRows > 1 else { return }
    let isCut = first + listRows < chooser.matches.count
    if first > 0 { frame.write("▲", row: 1, endingAt: listColumns, style: .notice) }
    if isCut { frame.write("▼", row: listRows, endingAt: listColumns, style: .notice) }
  }

  private func draw(_ item: ChooserItem, _ isSelected: Bool, row: Int, _ frame: inout Frame) {
    // If there is no room beside the names, the preview has what would be there.
    let hasDetails = listColumns >= chooser.list.detailColumn + Self.leastDetail
    let start = hasDetails ? chooser.list.detailColumn : listColumns
    let style: Style = isSelected ? .selected : .plain
    if isSelected {
      frame.style(row: row, columns: 0..<listColumns, .selected)
      frame.cursor = Place(row: row, column: 1)
    }
    frame.write(isSelected ? "▸" : " ", row: row, column: 1, style: style)
    let nameEnd = item.detail.isEmpty ? listColumns : start
    frame.write(item.name, row: row, column: 3, style: style, width: nameEnd - 4)
    guard hasDetails else { return }
    frame.write(item.detail, row: row, column: start, style: style, width: listColumns - 2 - start)
  }

  private func drawPreview(_ preview: ChooserPreview, _ frame: inout Frame) {
    guard previewRows > 0 else { return }
    let first = frame.size.rows - previewRows
    frame.line(row: first - 1)
    let writer = LineWriter(width: max(1, frame.size.columns - 2), spelling: frame.spelling)
    var lines = preview.paragraphs.flatMap { writer.paragraph($0.text, $0.style, indent: 0) }
    if lines.count > previewRows { lines[previewRows - 1].append(Span(" …", .notice)) }
    frame.write(lines: lines.prefix(previewRows), row: first, column: 1)
  }

  private func drawMap(_ preview: ChooserPreview, _ frame: inout Frame) {
    let column = listColumns + 1
    guard column < frame.size.columns, let pass = try? preview.subject?.forward() else { return }
    var shown = state
    shown.cellCursor.move(to: Spatial(square: 0), of: .output)
    let size = ScreenSize(columns: frame.size.columns - column, rows: listRows)
    var panel = MapPanel(shown, pass)
    panel.marksCell = false
    frame.place(panel.draw(size), row: 1, column: column)
    // What part of the map it is, in the line below.
    let position = panel.position(size, within: size.columns - 3, hasKey: false)
    if !position.isEmpty, previewRows > 0 {
      frame.write(" \(position) ", row: listRows + 1, column: column + 1, style: .faint)
    }
  }
}

extension Chooser {
  /// The keys that do something in the list now, for the footer; characters filter it.
  var hints: [FooterPanel.Hint] {
    let (isTyped, leaves) = (!filter.text.isEmpty, filter.text.isEmpty || isPalette)
    return [("a-z 0-9", "filter"), ("↑/↓", "select"), ("PgDn", "page")]
      + list.keys.compactMap { key in key.hint.map { (key.key.name, $0) } }
      + (isTyped ? [("Ctrl-W", "delete a word")] : [])
      + (selectedItem?.removal != nil ? [("Ctrl-D", "delete")] : [])
      + (selected != nil || isPalette ? [("Enter", "take")] : [])
      + [("Esc", leaves ? "leave" : "clear")]
  }
}
