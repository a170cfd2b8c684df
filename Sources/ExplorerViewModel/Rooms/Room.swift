/// A room of the explorer, named in the bar; each has one or more pages.
package enum Room: String, CaseIterable, Sendable {
  /// All at once: hyperparameters, sizes, counts, map, verdict.
  case layer
  /// The cells of input, kernel and output, and how one is made of the others.
  case watch
  /// How evenly the products meet, and what makes them meet evenly.
  case overlap
  /// Layers for a wanted size, beside each other, and over a range of values.
  case design
  /// What the layer costs.
  case cost
  /// The layer as source text.
  case code
  /// The layers of a model.
  case model
}

extension Room {
  package var title: String { rawValue.capitalizedFirst }

  /// The key that goes there, and from there back to the first room, which needs none.
  package var key: KeyPress? {
    switch self {
    case .layer: nil
    case .watch: "W"
    case .overlap: "O"
    case .design: "D"
    case .cost: "C"
    case .code: "K"
    case .model: "M"
    }
  }

  var keys: [KeyPress] { key.map { [$0] } ?? [] }

  /// What help says of its key.
  var help: String {
    switch self {
    case .layer: "Layer: all at once"
    case .watch: "Watch: cells, played"
    case .overlap: "Overlap: verdict, maps"
    case .design: "Design: solve, compare ..."
    case .cost: "Cost: counts, memory ..."
    case .code: "Code: PyTorch, Keras ..."
    case .model: "Model: its layers"
    }
  }

  /// What it shows, and what can be done there.
  var explanation: String {
    switch self {
    case .layer:
      "All of the layer at once: its hyperparameters, sizes, counts and map. Turn a value with the"
        + " arrows and see what follows; Enter goes into the map, Enter again to where a cell's"
        + " number comes from."
    case .watch:
      "How the output is made: the cells that belong together, and the layer played step by step."
        + " Enter goes into the picture, m from grid to grid, Space plays."
    case .overlap:
      "How evenly the products meet. Enter goes to the changes that make an overlap even, Enter"
        + " again takes one; m goes on to the whole map and to what becomes of a grey picture."
    case .design:
      "Layers for a size that you want: Enter, then type it. m goes on to the comparison with a"
        + " layer that you keep, and to one hyperparameter over many values."
    case .cost:
      "What the layer costs, exactly and by the documents. m goes on to what tools count and why"
        + " they differ, to the formulas, to memory and budget, and to channels and groups."
    case .code:
      "The layer as other libraries write it, and where they differ. Enter goes through the"
        + " libraries, y copies the code."
    case .model:
      "The layers of a model: paste one, printed by PyTorch, or open a file with convscope"
        + " model.txt. Enter explores a layer."
    }
  }

  /// Its pages, the first one first.
  package var pages: [View] { View.allCases.filter { $0.room == self } }
}

extension View {
  package var room: Room {
    switch self {
    case .overview: .layer
    case .watch, .stretched: .watch
    case .verdict, .map, .picture: .overlap
    case .solver, .compare, .sweep: .design
    case .operations, .tools, .formulas, .budget, .channels: .cost
    case .code: .code
    case .model: .model
    }
  }

  /// The page after this one in its room; `nil` of a room with one page.
  var nextPage: View? {
    let pages = room.pages
    guard pages.count > 1, let index = pages.firstIndex(of: self) else { return nil }
    return pages[(index + 1) % pages.count]
  }

  /// The page of a name, or of one that it had before.
  package init?(named name: String) {
    self.init(rawValue: ["cells": "watch", "steps": "watch"][name] ?? name)
  }

  /// What the page is called beside the other pages of its room.
  package var title: String {
    switch self {
    case .overview: "layer"
    case .solver: "solve"
    default: rawValue
    }
  }
}

/// What the arrow keys are for.
package enum Focus: Equatable, Sendable {
  /// ↑↓ choose a hyperparameter, ←→ turn it.
  case knobs
  /// The arrows move in what the page shows: over cells, through a list, or along a text.
  case picture
}
