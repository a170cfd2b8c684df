// The list of a model's stages: its order, and which of them are in it.

extension ExplorerState {
  /// Lists the stages in another order: the one whose name begins like this, or the next one.
  mutating func takeOrder(_ text: String) {
    if !hasStages() { return }
    guard let order = text.isEmpty ? listing.order.next : StageOrder(beginning: text) else {
      let names = StageOrder.allCases.map(\.rawValue).joined(separator: ", ")
      return refuse("\(quoted(text)) is none of \(names)")
    }
    listing.order = order
    listAnew()
  }

  /// Lists the stages that have all words of a text; without one asks for them.
  mutating func takeFilter(_ text: String) {
    if !hasStages() { return }
    guard let network else {
      listing.filter = text
      return open(.model, filteredBy: text)
    }
    if view != .model { showModules() }
    focus = .picture
    if text.isEmpty {
      return mode = .asking(.filter(around: network.row), TextEntry(listing.filter))
    }
    filter(by: text, around: network.row)
    if listing.rows?.isEmpty == true { refuseFilter(text, around: network.row) }
  }

  /// Takes the words that have been typed.
  mutating func endFilter(_ text: String, around row: Int) {
    filter(by: text, around: row)
    guard listing.rows?.isEmpty != true else { return refuse(Self.nothingHas(text)) }
    mode = .browse
  }

  private mutating func refuseFilter(_ text: String, around row: Int) {
    filter(by: "", around: row)
    refuse(Self.nothingHas(text))
  }

  private static func nothingHas(_ text: String) -> String { "no module has \(quoted(text))" }

  /// Lists the rows of the network that have all words, and chooses the given one of them or the
  /// first.
  mutating func filter(by text: String, around row: Int) {
    listing.filter = text
    listing.list(network)
    let place = listing.rows.map { $0.firstIndex(of: row) ?? 0 } ?? row
    choices[.model] = place
    guard choiceCount > 0 else { return }
    if listedRow(place) != network?.row { selectModule() }
    showChoice()
  }

  /// Lists all rows again; the chosen one stays.
  mutating func clearFilter() {
    guard let row = network?.row else { return }
    filter(by: "", around: row)
    say("all are shown")
  }

  /// Lists the stages in the present order; the chosen one stays.
  private mutating func listAnew() {
    guard let network else {
      if case .choosing(var chooser) = mode, chooser.list == .model {
        chooser.renew(chooser.list.items(self))
        return mode = .choosing(chooser)
      }
      return open(.model, filteredBy: listing.filter)
    }
    listing.list(network, keeping: network.row)
    if view != .model { showModules() }
    choosePresentModule()
    showChoice()
  }

  private mutating func hasStages() -> Bool {
    if network == nil, model == nil {
      refuse("no network is open; \(Command.networks.name) lists some")
      return false
    }
    return true
  }
}
