import ConvArithmetic
import LayerNotation

/// An open list: what filters it in the first row, the matches below, and more about the selected
/// one below them; on a wide screen its map beside them.
struct ChooserPanel: BodyView {
  let state: ExplorerState
  let chooser: Chooser

  init(_ state: ExplorerState, _ chooser: Chooser) { (self.state, self.chooser) = (state, chooser) }

  /// Where everything goes; it does not depend on what is selected, so that nothing jumps.
  struct Layout {
    /// From row 1 on.
    let listRows: Int
    let listColumns: Int
    /// At the bottom, below a line; 0 where there is no room.
    let previewRows: Int
  }

  /// The matches that are shown at least, before there is a preview.
  private static let leastRows = 6
  private static let leastDetail = 28
  private static let leastColumnsWithMap = 100
  private static let listColumnsBesideMap = 78

  func layout(_ size: ScreenSize) -> Layout {
    let room = max(0, size.rows - 1)
    let preview = max(0, min(chooser.list.previewRows, room - 1 - Self.leastRows))
    let hasMap = chooser.list.hasLayers && size.columns >= Self.leastColumnsWithMap
    return Layout(
      listRows: room - (preview > 0 ? preview + 1 : 0),
      listColumns: hasMap ? Self.listColumnsBesideMap : size.columns, previewRows: preview)
  }

  /// Whether there is room for what stands beside the names; the preview has it, too.
  private func hasDetails(_ layout: Layout) -> Bool {
    layout.listColumns >= chooser.list.detailColumn + Self.leastDetail
  }

  /// What a low screen has no room for.
  var dropped: [String] {
    guard !chooser.isPalette else { return [] }
    let size = ScreenSize(columns: state.size.columns, rows: state.size.rows - 2)
    return layout(size).previewRows < chooser.list.previewRows ? ["details"] : []
  }

  /// The first match shown, so that the selected one is in the middle or the list at an end.
  private func first(_ layout: Layout) -> Int {
    min(
      max(0, chooser.position - layout.listRows / 2),
      max(0, chooser.matches.count - layout.listRows))
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    let layout = layout(size)
    guard place.row >= 1, place.row <= layout.listRows, place.column < layout.listColumns else {
      return nil
    }
    let index = first(layout) + place.row - 1
    return chooser.matches.indices.contains(index) ? .listed(index) : nil
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    let layout = layout(size)
    drawHeading(&frame)
    drawList(layout, &frame)
    guard let preview = chooser.selectedItem?.preview() else { return frame }
    drawPreview(preview, layout, &frame)
    drawMap(preview, layout, &frame)
    return frame
  }

  /// The title, what is typed, and how many there are.
  private func drawHeading(_ frame: inout Frame) {
    let (all, matching) = (chooser.items.count, chooser.matches.count)
    let filter = chooser.filter.text
    let count = filter.isEmpty ? "\(all)" : "\(matching) of \(all)"
    let countColumn = max(0, frame.size.columns - 1 - frame.spelling.width(count))
    let column = frame.write(chooser.list.title, row: 0, column: 1, style: .heading) + 2
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

  private func drawList(_ layout: Layout, _ frame: inout Frame) {
    guard !chooser.matches.isEmpty else {
      let text =
        chooser.items.isEmpty
        ? chooser.list.emptyText
        : chooser.isPalette ? "Enter takes the line" : "nothing matches; Backspace, or Esc"
      frame.write(text, row: 1, column: 3, style: .notice)
      return
    }
    let first = first(layout)
    let shown = chooser.matches.dropFirst(first).prefix(layout.listRows)
    for (offset, index) in shown.enumerated() {
      let isSelected = first + offset == chooser.position
      draw(chooser.items[index], isSelected, layout, row: offset + 1, &frame)
    }
    guard layout.listRows > 1 else { return }
    let (end, isCut) = (layout.listColumns, first + layout.listRows < chooser.matches.count)
    if first > 0 { frame.write("▲", row: 1, endingAt: end, style: .notice) }
    if isCut { frame.write("▼", row: layout.listRows, endingAt: end, style: .notice) }
  }

  private func draw(
    _ item: ChooserItem, _ isSelected: Bool, _ layout: Layout, row: Int, _ frame: inout Frame
  ) {
    let columns = layout.listColumns
    let start = hasDetails(layout) ? chooser.list.detailColumn : columns
    if isSelected { frame.style(row: row, columns: 0..<columns, .selected) }
    let style: Style = isSelected ? .selected : .plain
    frame.write(isSelected ? "▸" : " ", row: row, column: 1, style: style)
    let nameEnd = item.detail.isEmpty ? columns : start
    frame.write(item.name, row: row, column: 3, style: style, width: nameEnd - 4)
    if start < columns {
      frame.write(item.detail, row: row, column: start, style: style, width: columns - 2 - start)
    }
    if isSelected { frame.cursor = Place(row: row, column: 1) }
  }

  private func drawPreview(_ preview: ChooserPreview, _ layout: Layout, _ frame: inout Frame) {
    guard layout.previewRows > 0 else { return }
    let first = frame.size.rows - layout.previewRows
    frame.line(row: first - 1)
    let writer = LineWriter(width: max(1, frame.size.columns - 2), spelling: frame.spelling)
    let lines = preview.paragraphs.flatMap { writer.paragraph($0.text, $0.style, indent: 0) }
    for (offset, line) in lines.prefix(layout.previewRows).enumerated() {
      let isCut = offset == layout.previewRows - 1 && lines.count > layout.previewRows
      frame.write(line + (isCut ? [Span(" …", .notice)] : []), row: first + offset, column: 1)
    }
  }

  /// The map of the selected layer, beside the list.
  private func drawMap(_ preview: ChooserPreview, _ layout: Layout, _ frame: inout Frame) {
    let column = layout.listColumns + 1
    guard column < frame.size.columns, let subject = preview.subject,
      case .success(let pass) = subject.outcome
    else { return }
    var shown = state
    shown.cellCursor.move(to: Spatial(square: 0), of: .output)
    let size = ScreenSize(columns: frame.size.columns - column, rows: layout.listRows)
    var panel = MapPanel(shown, pass)
    panel.marksCell = false
    frame.place(panel.draw(size), row: 1, column: column)
    // What part of the map it is, in the line below.
    let position = panel.position(size, within: size.columns - 3, hasKey: false)
    if !position.isEmpty, layout.previewRows > 0 {
      frame.write(" \(position) ", row: layout.listRows + 1, column: column + 1, style: .faint)
    }
  }
}
