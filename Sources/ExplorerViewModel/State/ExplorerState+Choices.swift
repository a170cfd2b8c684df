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

  mutating func moveChoice(_ direction: Direction) {
    let step = direction.isBack ? -1 : 1
    direction.isVertical ? choose(choice + step) : moveAside(by: step)
  }

  private mutating func moveAside(by step: Int) {
    switch view {
    case .solver: moveGoal(by: step)
    case .budget: stepBudget(isUp: step > 0)
    case .sweep: sweep.cycle(by: step)
    case .reach, .weights: moveNetworkCell(by: step)
    // The libraries stand side by side.
    case .code: choose(choice + step)
    default: sayWhereKeysGo()
    }
  }

  /// Chooses what has a number, or the first or the last thing.
  mutating func choose(_ index: Int) {
    choices[view] = min(max(0, index), max(0, choiceCount - 1))
    if view.listsModules { selectModule() }
    showChoice()
  }

  /// Takes what is chosen, in a view where this has an effect.
  mutating func takeChoice() {
    switch view {
    case .verdict: applyAdvice()
    case .solver: takeSolution()
    case .sweep: takeSweptValue()
    case .budget: typeBudget("")
    case .model, .reach, .weights: exploreModule()
    case .evenness: takeNetworkAdvice()
    default: sayWhereKeysGo()
    }
  }

  /// Asks for all of what is chosen to be in sight once the key is done.
  mutating func showChoice() { if isListFocused { wantsChoiceInSight = true } }
}
