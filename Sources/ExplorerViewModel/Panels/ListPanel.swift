import ConvArithmetic
import LayerNotation

/// Things to choose from, one a row, and more about the chosen one below.
struct ListPanel: BodyView {
  struct Item {
    let name: String
    let detail: String
  }

  let title: String
  let items: [Item]
  let selected: Int
  /// Two lines.
  let notes: [Span]
  /// Where the details begin.
  let detailColumn: Int
  let spelling: Spelling

  /// The first item shown, and how many fit.
  private func window(_ size: ScreenSize) -> (first: Int, room: Int) {
    let room = max(1, size.rows - 4)
    return (min(max(0, selected - room / 2), max(0, items.count - room)), room)
  }

  func target(at place: Place, _ size: ScreenSize) -> ExplorerState.Target? {
    let (first, room) = window(size)
    let index = first + place.row - 1
    guard place.row >= 1, place.row <= room, items.indices.contains(index) else { return nil }
    return .listed(index)
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: spelling)
    frame.write(title, row: 0, column: 1, style: .heading)
    let (first, room) = window(size)
    for (offset, item) in items.dropFirst(first).prefix(room).enumerated() {
      draw(item, isSelected: first + offset == selected, row: offset + 1, &frame)
    }
    for (offset, note) in notes.enumerated() {
      frame.write([Span(" "), note], row: size.rows - notes.count + offset)
    }
    return frame
  }

  private func draw(_ item: Item, isSelected: Bool, row: Int, _ frame: inout Frame) {
    if isSelected { frame.style(row: row, columns: 0..<frame.size.columns, .selected) }
    let style: Style = isSelected ? .selected : .plain
    frame.write(isSelected ? "▸" : " ", row: row, column: 1, style: style)
    frame.write(item.name, row: row, column: 3, style: style, width: detailColumn - 4)
    frame.write(item.detail, row: row, column: detailColumn, style: style)
    if isSelected { frame.cursor = Place(row: row, column: 1) }
  }
}

extension ListPanel {
  /// The presets, with what they are in PyTorch.
  static func presets(_ state: ExplorerState, selected: Int) -> ListPanel {
    let items = Preset.all.map { Item(name: $0.name, detail: $0.subject.layer.pytorchLine) }
    let notes = Preset.all.dropFirst(selected).prefix(1).flatMap { preset in
      [
        Span(preset.subject.layer.pytorchLine, .value),
        Span("\(preset.subject.input.text); \(preset.source)", .faint),
      ]
    }
    return ListPanel(
      title: "Presets", items: items, selected: selected, notes: notes, detailColumn: 30,
      spelling: state.capabilities.spelling)
  }

  /// The lessons, with the relationships that they are about.
  static func lessons(_ state: ExplorerState, selected: Int) -> ListPanel {
    let items = state.lessons.map { lesson in
      let number = String(lesson.number)
      let isFinished = state.finishedLessons.contains(lesson.number)
      return Item(
        name: String(repeating: " ", count: max(0, 2 - number.count))
          + "\(number)  \(lesson.title)",
        detail: (isFinished ? "done  " : "      ") + lesson.relationshipText)
    }
    let notes = state.lessons.dropFirst(selected).prefix(1).flatMap { lesson in
      [Span("the goal: \(lesson.goal)", .value), Span(Self.place(of: lesson, state), .faint)]
    }
    return ListPanel(
      title: "Lessons", items: items, selected: selected, notes: notes, detailColumn: 46,
      spelling: state.capabilities.spelling)
  }

  private static func place(of lesson: Lesson, _ state: ExplorerState) -> String {
    let total = "\(lesson.screens.count) screens"
    guard let bookmark = state.bookmark, bookmark.number == lesson.number else { return total }
    return "\(total), left at \(bookmark.index + 1)"
  }
}
