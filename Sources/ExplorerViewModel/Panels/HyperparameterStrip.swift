extension ExplorerState {
  /// A value in one text, or what is typed in its place.
  func shownValue(of row: Hyperparameter, separator: String) -> String {
    if row == self.row, case .asking(.value, let entry) = mode { return entry.text + "_" }
    return row.text(subject, separator: separator)
  }
}

/// The hyperparameters in a row or two, as many as fit around the selected one.
struct HyperparameterStrip {
  let state: ExplorerState
  var rows = 1

  private typealias Item = (row: Hyperparameter, value: String)
  private typealias PlacedItem = (item: Item, place: Place)

  private var items: [Item] {
    state.rows.map { row in
      (row, state.shownValue(of: row, separator: "×"))
    }
  }

  /// All items with their places, or those around the selected one.
  private func placed(_ columns: Int) -> [PlacedItem] {
    let items = items
    guard let selected = items.firstIndex(where: { $0.row == state.row }) else { return [] }
    // The rows from the input on decide about the cells; those before it show only if selected.
    let preferred = items.firstIndex { $0.row == .input }
    let whole = placed(items[...], columns)
    guard whole.count < items.count else { return whole }
    let starts = min(selected, preferred ?? 0)...selected
    return starts.lazy.map { placed(items[$0...], columns) }
      .first { $0.contains { $0.item.row == state.row } } ?? []
  }

  private func placed(_ items: ArraySlice<Item>, _ columns: Int) -> [PlacedItem] {
    var placed: [PlacedItem] = []
    var place = Place(row: 0, column: 1)
    for item in items {
      // One digit more or less moves nothing else.
      let value = max(2, state.spelling.width(item.value))
      let width = item.row.rawValue.count + 1 + value + 2
      if place.column > 1, place.column + width > columns {
        place = Place(row: place.row + 1, column: 1)
      }
      guard place.row < rows else { break }
      placed.append((item, place))
      place.column += width
    }
    return placed
  }

  func item(at place: Place, _ columns: Int) -> Hyperparameter? {
    placed(columns).first { item, start in
      let end = start.column + item.row.rawValue.count + 1 + state.spelling.width(item.value)
      return start.row == place.row && (start.column..<end).contains(place.column)
    }?.item.row
  }

  func draw(_ columns: Int) -> Frame {
    var frame = Frame(size: ScreenSize(columns: columns, rows: rows), spelling: state.spelling)
    let placed = placed(columns)
    for (item, place) in placed { draw(item, place, &frame) }
    if let last = placed.last?.item.row, last != items.last?.row {
      frame.write("…", row: rows - 1, endingAt: columns, style: .notice)
    }
    return frame
  }

  private func draw(_ item: Item, _ place: Place, _ frame: inout Frame) {
    let isSelected = item.row == state.row
    let hasKeys = isSelected && state.hasKnobs
    let name: Style = hasKeys ? .selected : isSelected ? .value : .faint
    let value: Style = hasKeys ? .focus : .value
    let end = frame.write(
      [Span("\(item.row.rawValue) ", name), Span(item.value, value)], row: place.row,
      column: place.column)
    guard isSelected else { return }
    // The gap before it marks what is selected, without colours.
    frame.write("▸", row: place.row, column: place.column - 1, style: hasKeys ? .selected : .faint)
    if hasKeys { frame.cursor = Place(row: place.row, column: max(0, end - 1)) }
  }
}
