import ConvArithmetic
import LayerNotation

extension Command {
  /// How things are shown, and the way from page to page.
  static let showing: [Command] = [
    Command(
      "", .show, [.tab], "next room", act: { $0.go(to: $0.view.room.next) }),
    Command(
      "", .show, [.backTab], "room before", act: { $0.go(to: $0.view.room.previous) }),
    page,
    Command(
      "colours", or: ["colors", "digits"], .show, ["c"], "colours, ASCII, digits ...",
      act: { $0.cycleHeat() }),
    Command("theme", .show, ["T"], "theme: dark, light ...", act: { $0.cycleTheme() }),
    zoom, sameRows,
    Command(
      "present", or: ["beamer"], .show, ["P"], "the picture alone, large",
      act: { $0.togglePresentation() }),
    Command(
      "", .show, [.pageUp], "a page up", in: .everywhere, act: { $0.page(.up) }),
    Command(
      "", .show, [.pageDown], "a page down",
      hint: Hint(7) { $0.arrows == .text ? "page" : nil }, in: .everywhere,
      act: { $0.page(.down) }),
  ]

  static let page = Command(
    "page", .show, ["m"], "next page; next grid", hint: Hint(1) { $0.pageWord },
    act: { $0.nextPart() })
  static let zoom = Command(
    "zoom", .show, ["z"], "all of the map, or cells", where: { $0.view != .compare },
    act: { $0.isZoomed.toggle() })
  static let sameRows = Command(
    "rows", .design, ["z"], "all rows, or what differs",
    hint: Hint(4) { state in
      guard state.view == .compare, state.arrows == .knobs else { return nil }
      return state.comparison.showsSame ? "that differ" : "all rows"
    },
    where: { $0.view == .compare }, act: { $0.comparison.showsSame.toggle() })

  /// The rooms that have a key, and from there back to the first one, which needs none.
  static let rooms: [Command] = [
    home,
    room(.watch), room(.overlap), room(.design), room(.cost),
    Command(
      "code", .show, Room.code.keys, Room.code.help, argument: "keras",
      read: { $0.takeCode($1) }, say: { $0.code($1) }),
    room(.model, or: ["layers"], say: says(\.layers)),
  ]

  static let home = Command(
    "home", or: ["overview"], .show, [], "Layer: all at once", act: { $0.go(to: .layer) })

  /// The one that goes to a room.
  static func visiting(_ room: Room) -> Command { rooms.first { $0.name == room.rawValue } ?? home }

  private static func room(
    _ room: Room, or words: [String] = [], say answer: Answer? = nil
  ) -> Command {
    Command(
      room.rawValue, or: words, .show, room.keys, room.help, act: { $0.visit(room) }, say: answer)
  }

  /// The pages that have a word.
  static let pages: [Command] = [
    Command("show", .show, [], "the layer, its shapes and the pattern", say: says(\.summary)),
    Command("report", .show, [], "every number with its formula", say: says(\.report)),
    Command("map", .show, [], "the map in characters", act: { $0.show(.map) }, say: says(\.map)),
    Command(
      "picture", or: ["grey"], .show, [], "what it does to a grey picture",
      act: { $0.show(.picture) }),
    Command(
      "cell", or: ["cells", "why"], .show, [], "where the number of a cell comes from",
      argument: "x 0 1", read: { $0.takeCell($1) }, say: says(\.cell)),
    Command(
      "verdict", or: ["checkerboard"], .show, [], "how evenly the products meet, and why",
      act: { $0.show(.verdict) }, say: says(\.verdict)),
    Command("operations", .show, [], "what it costs, exactly", act: { $0.show(.operations) }),
    Command("tools", .show, [], "what tools count, and why", act: { $0.show(.tools) }),
    Command("formulas", .show, [], "all formulas", act: { $0.show(.formulas) }),
    Command("stretched", .show, [], "the stretched input", act: { $0.show(.stretched) }),
    Command(
      "channels", .show, [], "which channels are connected", act: { $0.show(.channels) },
      say: says(\.channels)),
    Command(
      "layer", .show, [], "explores a layer of the model", argument: "3 1,64,56,56",
      read: { $0.takeLayer($1) }, say: { $0.layer($1) }),
  ]
}
