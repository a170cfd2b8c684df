/// The first row of the screen: all rooms with their keys, the present one in brackets.
struct RoomBar: Panel {
  let room: Room
  /// Whether Esc goes to the first room, and leaves nothing else before.
  let escapes: Bool
  let columns: Int
  let spelling: Spelling

  /// A part of the bar that can be clicked.
  private struct Item {
    let spans: [Span]
    let command: Command
    var width: Int { spans.reduce(0) { $0 + $1.text.count } }
  }

  /// What leads to everything else; only if there is space for it beside all rooms.
  private static let tools: [Item] = [item(.palette, "command"), item(.help, "help")]

  private static func item(_ command: Command, _ word: String) -> Item {
    let key = command.keys.first?.name ?? ""
    return Item(spans: [Span(key, .key), Span(" " + word, .faint)], command: command)
  }

  private func item(_ room: Room, hasKey: Bool) -> Item {
    if room == self.room {
      return Item(spans: [Span("[\(room.title)]", .selected)], command: .visiting(room))
    }
    let name = (room.key ?? .escape).name
    // Nothing moves where the key is not shown.
    let isMeant = escapes || room.key != nil
    let key = isMeant ? Span(name, .key) : Span(blanks(name.count))
    return Item(
      spans: (hasKey ? [key, Span(" ")] : []) + [Span(room.title)], command: .visiting(room))
  }

  /// The items with their columns, as much as fits: first the keys go, then the rooms at the end.
  private var placed: [(item: Item, column: Int)] {
    let rooms = [true, false].map { hasKeys in
      Room.allCases.map { item($0, hasKey: hasKeys) }
    }
    var placed: [(item: Item, column: Int)] = []
    var column = 0
    func place(_ items: [Item], gap: Int) {
      for item in items where column + item.width <= columns {
        placed.append((item, column))
        column += item.width + gap
      }
    }
    let fitting = rooms.first { items in items.reduce(-1) { $0 + $1.width + 1 } <= columns }
    place(fitting ?? rooms[1], gap: 1)
    let start = columns - Self.tools.reduce(1) { $0 + $1.width + 2 }
    if start > column {
      column = start + 2
      place(Self.tools, gap: 2)
    }
    return placed
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: spelling)
    for (item, column) in placed { frame.write(item.spans, row: 0, column: column) }
    return frame
  }

  func command(at column: Int) -> Command? {
    placed.last { $0.column <= column && column < $0.column + $0.item.width }?.item.command
  }
}
