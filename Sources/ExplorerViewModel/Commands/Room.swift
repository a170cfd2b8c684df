/// A room of the explorer, named in the bar, of one page or more; `rooms.tsv` says what it shows.
package enum Room: String, CaseIterable, Sendable {
  case layer, watch, overlap, design, cost, code, model

  package var title: String { rawValue.capitalizedFirst }

  /// The key that goes there, and from there back to the first room, which needs none.
  package var key: KeyPress? { Command.visiting(self).keys.first }

  /// The rows of `rooms.tsv`; a name in braces stands for the keys of the command.
  private static let texts = DataRow.named(PackageResources.rooms_tsv)

  /// What it shows, and what can be done there.
  var explanation: String {
    let text = Self.texts[rawValue]?["explanation"] ?? ""
    let keys = [Command.page, .play, .copyLine, .fix, .share, .filter].map {
      ($0.name, $0.keyNames)
    }
    let others =
      [("enter", KeyPress.enter.name), ("palette", Command.palette.keyNames)]
      + [("sort", Command.sort.keyNames)]
    return text.filled(Dictionary(uniqueKeysWithValues: keys + others))
  }

  package var pages: [View] { View.allCases.filter { $0.room == self } }
}

/// A page of a ``Room``; `commands.tsv` says what each shows, `pages.tsv` where it is.
package enum View: String, CaseIterable, Equatable, Sendable {
  case overview, watch, stretched, verdict, map, picture, solver, compare, sweep
  case operations, tools, formulas, budget, channels, code
  case model, reach, weights, evenness, fits, totals

  /// Whether the modules of a network are chosen from it.
  var listsModules: Bool { self == .model || followsCell }

  /// Whether it traces a cell through a network.
  var followsCell: Bool { self == .reach || self == .weights }

  /// The rows of `pages.tsv`.
  private static let rows = DataRow.named(PackageResources.pages_tsv)
  /// Read more often than anything else; among so few, a search is quicker than a hash.
  private static let rooms = allCases.map { view in
    (view: view, room: Room(rawValue: rows[view.rawValue]?["room"] ?? "") ?? .layer)
  }

  package var room: Room { Self.rooms.first { $0.view == self }?.room ?? .layer }

  /// What the page is called beside the other pages of its room.
  package var title: String { Self.rows[rawValue]?["title"] ?? rawValue }

  /// What there is to choose in it, in words.
  var choiceName: String { Self.rows[rawValue]?["choice"] ?? "" }

  /// The page after this one in its room; `nil` in a room with one page.
  var nextPage: View? {
    let next = room.pages.element(from: self, 1)
    return next == self ? nil : next
  }

  /// The page of a name, or of one that it had before.
  package init?(named name: String) {
    self.init(rawValue: ["cells": "watch", "steps": "watch"][name] ?? name)
  }
}

/// What the arrow keys are for.
package enum Focus: Equatable, Sendable {
  /// ↑↓ choose a hyperparameter, ←→ change it.
  case knobs
  /// The arrows move in what the page shows: over cells, through a list, or along a text.
  case picture
}

extension String {
  var capitalizedFirst: String { prefix(1).uppercased() + String(dropFirst()) }
}
