// Networks: opening them, moving through them, and changing them.

extension ExplorerState {
  /// Explores a network, and shows its modules.
  mutating func explore(_ named: NamedNetwork, title: String) {
    guard let network = OpenNetwork(named, title: title) else {
      return refuse(Self.hasNoLayer)
    }
    (model, listing) = (nil, StageListing())
    mode = .browse
    change(to: Document(network))
    first = document
    show(.model)
    focus = .picture
    networkCell = network.middle(along: reachAxis)
  }

  /// Opens a well-known network, or lists those that have some words.
  mutating func takeNetwork(_ text: String) {
    guard !text.isEmpty, let preset = PresetNetwork.named(text) else {
      return open(.networks, filteredBy: text)
    }
    explore(preset)
  }

  mutating func explore(_ preset: PresetNetwork) {
    if let named = preset.named { explore(named, title: preset.title) }
  }

  // MARK: Going through it

  /// Goes to the list of modules.
  mutating func showModules() {
    show(.model)
    focus = .picture
  }

  /// Makes a module, given by its row's number or its name, the current layer.
  mutating func takeModule(named text: String) {
    show(.model)
    guard let sheet = network?.sheet, !text.isEmpty else { return }
    let module = sheet.named.modules.firstIndex { $0.name == text }
    guard let row = module.map(sheet.row(of:)) ?? Int(text).map({ $0 &- 1 }),
      sheet.rows.indices.contains(row)
    else { return refuse("there is no module \(printable(text)); layers lists them") }
    if let rows = listing.rows, !rows.contains(row) { filter(by: "", around: row) }
    choose(listing.rows.flatMap { $0.firstIndex(of: row) } ?? row)
  }

  /// Goes to the Layer room with the chosen module, or edits it if it is not a convolution.
  mutating func exploreModule() {
    guard let network, let module = network.named.modules[at: network.selected] else { return }
    if network.isLayerSelected {
      go(to: .layer)
      return cameFromModules = true
    }
    if module.sources.count > 1 { return refuse("a join has nothing to edit") }
    mode = .asking(.module(isNew: false), TextEntry(module.constructor))
  }

  // MARK: Changing it

  mutating func insertModule(_ text: String) {
    if needsNetwork() { return }
    if text.isEmpty { return mode = .asking(.module(isNew: true), TextEntry("nn.")) }
    takeModule(text, isNew: true)
  }

  /// Takes a constructor in place of the selected module, or after its row.
  mutating func takeModule(_ text: String, isNew: Bool) {
    guard let network else { return }
    do throws(PyTorchProblem) {
      let module = try NamedNetwork.Module(reading: text, axes: network.named.input.size.count)
      mode = .browse
      edit { named, places in
        isNew
          ? named.insert(module, after: places.upperBound - 1)
          : named.replace(places.lowerBound, with: module)
      }
    } catch { refuse(error.message) }
  }

  mutating func deleteModule() {
    if needsNetwork() { return }
    guard let network else { return }
    let layers = network.named.modules.indices.filter { network.named.modules[$0].layer != nil }
    guard !layers.allSatisfy(network.places.contains) else {
      return refuse("the last convolution of a network cannot be taken out")
    }
    let names = network.named.modules[network.places].map(\.name)
    edit { named, places in
      named.remove(places)
      return min(places.lowerBound, named.modules.count - 1)
    }
    let them = names.count == 1 ? "it" : "them"
    say("took out \(names.listed); \(Command.undo.keyNames) brings \(them) back")
  }

  mutating func duplicateModule() {
    if needsNetwork() { return }
    guard let network, network.named.modules[network.selected].sources.count == 1 else {
      return refuse("a join cannot be duplicated")
    }
    edit { named, places in named.duplicate(places) }
  }

  /// Exchanges the selected row and the one before or after it.
  mutating func moveModule(by step: Int) {
    if needsNetwork() { return }
    // Modules move only in sight.
    if !view.listsModules { showModules() }
    guard listing.rows == nil else {
      return refuse("modules can move only while all are listed as printed: sort printed, then Esc")
    }
    guard let network else { return }
    let rows = [network.row, network.row + step].sorted().map { network.sheet.rows[at: $0] }
    guard let first = rows[0], let second = rows[1], network.named.canExchange(first, second) else {
      return refuse("only modules directly after each other, without a branch, can change places")
    }
    edit { named, places in
      named.exchange(first, second)
      return places == first ? first.lowerBound + second.count : first.lowerBound
    }
  }

  /// Changes the network at the modules of the selected row; the change returns which one is
  /// selected afterwards.
  private mutating func edit(_ change: (inout NamedNetwork, Range<Int>) -> Int) {
    guard var network else { return }
    var named = network.named
    let selected = change(&named, network.places)
    network.adopt(named)
    network.select(selected)
    self.change(to: Document(network, otherwise: subject))
    choosePresentModule()
  }

  /// Gives the network another input, whichever of its layers is the current one.
  mutating func takeNetworkInput(_ assignments: [Assignment]) throws(NotationError) {
    guard let network else { return }
    var first = LayerCase(layer: subject.layer, input: network.named.input)
    for assignment in assignments { try first.take(assignment) }
    edit { named, _ in
      named.input = first.input
      return network.selected
    }
  }

  /// Gives the module that has no output the nearest values with which it has one.
  ///
  /// - Returns: Whether there are any.
  mutating func repairNetwork() -> Bool {
    guard let network, let repair = network.repair else { return false }
    let name = network.named.modules[repair.node].name
    edit { named, _ in
      named.modules[repair.node].layer = repair.layer
      return repair.node
    }
    say("\(name): now \(repair.text)", .good)
    return true
  }

  /// Goes to a cell of the selected module by its number.
  mutating func takeNetworkCell(_ text: String) {
    guard let network, let number = Int(text.trimmed), number >= 0 else {
      return refuse("\(quoted(text)) is not the number of a cell")
    }
    if !view.followsCell {
      show(.reach)
      focus = .picture
    }
    networkCell = network.cell(number, along: reachAxis)
    guard networkCell != number else { return }
    say("the last cell along \(reachAxis.letter) is \(networkCell.grouped)", .notice)
  }

  private mutating func needsNetwork() -> Bool {
    if network == nil { refuse("no network is open; \(Command.networks.name) lists some") }
    return network == nil
  }
}

extension ChooserList {
  /// Well-known networks.
  package static let networks = ChooserList(
    title: "Networks", detailColumn: 18, previewRows: 5, hasLayers: false,
    items: { _ in
      ChooserItems(
        PresetNetwork.all.map { preset in
          ChooserItem(
            name: preset.name, detail: preset.title, preview: { ChooserPreview(preset) },
            take: { $0.explore(preset) })
        })
    })
}

extension ChooserPreview {
  fileprivate init(_ preset: PresetNetwork) {
    let input = preset.named?.input.text ?? ""
    paragraphs = [
      Span("\(input) → \(tupleText(preset.output))", .value),
      Span("\(preset.parameters.grouped) parameters"), Span(preset.note),
      Span("source: \(preset.source)", .faint),
    ].filter { !$0.text.isEmpty }
  }
}
