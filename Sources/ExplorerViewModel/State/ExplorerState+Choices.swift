/// What can be chosen in a view besides the hyperparameters, once Enter has given it the keys.
extension ExplorerState {
  var choiceCount: Int {
    switch view {
    case .solver: solution?.rows.count ?? 0
    case .sweep: currentSweep?.points.count ?? 0
    case .model: listing.rows?.count ?? network?.sheet.rows.count ?? 0
    case .reach, .weights: network?.sheet.rows.count ?? 0
    case .evenness: networkAdvice.count
    // All others are for valid layers alone.
    case _ where pass == nil: 0
    case .tools: OperationConvention.allCases.count
    case .formulas: FactSheet.shownCount
    case .verdict: advice.count
    case .budget: Self.budgetRows
    case .code: Dialect.allCases.count
    default: 0
    }
  }

  /// What is chosen in the view; 0 where there is nothing to choose.
  package var choice: Int { min(max(0, choices[view] ?? 0), max(0, choiceCount - 1)) }

  package var isListFocused: Bool { focus == .picture && (choiceCount > 0 || view == .solver) }

  /// Chooses what has a number, or the first or the last thing.
  mutating func choose(_ index: Int) {
    choices[view] = min(max(0, index), max(0, choiceCount - 1))
    if view.listsModules { selectModule() }
    showChoice()
  }

  /// Asks for all of what is chosen to be in sight once the key is done.
  mutating func showChoice() { if isListFocused { wantsChoiceInSight = true } }

  /// Chooses the row of the selected module.
  mutating func choosePresentModule() {
    guard let network else { return }
    for page in View.allCases where page.listsModules { choices[page] = network.row }
    if let rows = listing.rows { choices[.model] = rows.firstIndex(of: network.row) ?? 0 }
  }

  /// Makes the chosen module the current layer.
  mutating func selectModule() {
    guard var document = document.network,
      let modules = document.sheet.rows[at: listedRow(choice)]
    else { return }
    let tied = view != .model ? document.links(of: networkCell, along: reachAxis) : []
    document.select(modules.lowerBound)
    // The cursor goes to the middle of the cells that it was tied to, or else of the whole axis.
    networkCell = document.middle(along: reachAxis)
    if let runs = tied[at: document.tensor] ?? nil, let first = runs.first, let last = runs.last {
      let middle = (first.lowerBound + last.upperBound).floorDivided(by: 2)
      networkCell = Int(exactly: middle) ?? networkCell
    }
    self.document = Document(document, otherwise: subject)
    lastChange = nil
    if !row.applies(to: subject.layer.direction) { selectRow(by: -1) }
    if document.isLayerSelected, document.subject == nil {
      say("no input reaches it, so it is shown on an input of its own", .notice)
    }
  }

  /// Whether the modules of a network are on the screen.
  var isInNetwork: Bool { network != nil && view.room == .model }

  /// Whether the page lists the stages of a model.
  var listsStages: Bool { view == .model && (network != nil || model != nil) }

  /// The row of the network at a place of the page's list.
  func listedRow(_ place: Int) -> Int {
    view == .model ? listing.rows?[at: place] ?? place : place
  }

  /// Whether Esc first shows all modules of the list again.
  var isFiltered: Bool { view == .model && network != nil && !listing.filter.words.isEmpty }

  /// What can be set of a budget: its limits, and the format in which bytes are counted.
  static let budgetRows = Budget.Limit.allCases.count + 1

  /// The changes that make the overlap even, in the order in which they are offered.
  var advice: [Advice] { keptAdvice.value ?? pass.map(Advice.offered) ?? [] }

  /// Whether what is chosen in the view is the selected module.
  var choosesModule: Bool { network != nil && view.listsModules }

  /// The axis that is looked at: the one that the keys change, or else the last one.
  var reachAxis: Axis {
    let axes = network?.named.input.size.axes ?? subject.layer.axes
    let scoped = scope.among(axes)
    return scoped.count == 1 ? scoped[0] : axes[axes.count - 1]
  }

  /// Whether the layer is one of the model on an input that is only assumed.
  var hasAssumedInput: Bool {
    guard network == nil, let model, model.isTaken, let layer = model.layers[at: model.chosen]
    else { return false }
    return !layer.assumptions.isEmpty && layer.input == subject.input.size
  }

  static let hasNoLayer = "the network has no convolution to explore"

  /// The layer over the values of the selected hyperparameter; `nil` for one that it does not have.
  package var currentSweep: Sweep? { sweepCause.map(sweep.sweep) }

  private var sweepCause: SweepState.Cause? {
    guard row.applies(to: subject.layer.direction) else { return nil }
    let values = sweep.values[row]?.numbers ?? Sweep.usualValues(subject, row, scopeAxes[0])
    return SweepState.Cause(
      subject: subject, hyperparameter: row, axes: scopeAxes, values: values)
  }

  /// Computes the sweep that is seen, once for each key.
  mutating func prepareSweep() { if view == .sweep, let sweepCause { sweep.prepare(sweepCause) } }
}
