import ConvArithmetic
import LayerNotation

/// The hyperparameters in one row, as many as fit around the selected one.
struct HyperparameterStrip {
  let state: ExplorerState

  private struct Item {
    let index: Int
    let name: String
    let value: String
    var text: String { "\(name) \(value)" }
  }

  private static let gap = 2

  private var items: [Item] {
    HyperparameterRow.all.enumerated().compactMap { index, row in
      guard row.applies(to: state.subject.layer.direction) else { return nil }
      var values = Axis.allCases.compactMap { row.text(state.subject, $0) }
      if values.count == 2, values[0] == values[1] { values.removeLast() }
      var value = values.joined(separator: "×")
      if index == state.selectedRow, case .typing(let entry) = state.mode {
        value = entry.text + "_"
      }
      return Item(index: index, name: row.hyperparameter.rawValue, value: value)
    }
  }

  /// The items that fit, with the column of each; the selected one is always among them.
  private func placed(_ columns: Int) -> [(item: Item, column: Int)] {
    let items = items
    guard let selected = items.firstIndex(where: { $0.index == state.selectedRow }) else {
      return []
    }
    let width = { (item: Item) in state.capabilities.spelling.width(item.text) + Self.gap }
    // From the input on, what decides about the cells; those in front of it only if selected.
    let preferred = items.firstIndex { HyperparameterRow.all[$0.index].hyperparameter == .input }
    var first = min(selected, preferred ?? 0)
    while first < selected,
      items[first...selected].reduce(1, { $0 + width($1) }) > columns
    { first += 1 }
    var column = 1
    var placed: [(item: Item, column: Int)] = []
    for item in items[first...] {
      guard column + width(item) <= columns || item.index == state.selectedRow else {
        break
      }
      placed.append((item, column))
      column += width(item)
    }
    return placed
  }

  /// The row of the table at a column.
  func index(at column: Int, _ columns: Int) -> Int? {
    placed(columns).last { $0.column <= column }.flatMap { placed in
      column < placed.column + state.capabilities.spelling.width(placed.item.text)
        ? placed.item.index : nil
    }
  }

  func draw(_ columns: Int) -> Frame {
    var frame = Frame(
      size: ScreenSize(columns: columns, rows: 1), spelling: state.capabilities.spelling)
    let placed = placed(columns)
    for (item, column) in placed {
      let isSelected = item.index == state.selectedRow
      let hasKeys = isSelected && state.hasKnobs
      let name: Style = hasKeys ? .selected : isSelected ? .value : .faint
      let value: Style = hasKeys ? .focus : .value
      frame.write("\(item.name) ", row: 0, column: column, style: name)
      let end = frame.write(
        item.value, row: 0, column: column + item.name.count + 1, style: value)
      guard isSelected else { continue }
      // The place of the gap in front says what is selected, without colours.
      frame.write("▸", row: 0, column: column - 1, style: hasKeys ? .selected : .faint)
      if hasKeys { frame.cursor = Place(row: 0, column: max(0, end - 1)) }
    }
    if let last = placed.last?.item.index, last < (items.last?.index ?? 0) {
      frame.write("…", row: 0, endingAt: columns, style: .notice)
    }
    return frame
  }
}
