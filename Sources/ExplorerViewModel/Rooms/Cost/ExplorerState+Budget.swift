extension ExplorerState {
  /// The chosen limit; `nil` for the format.
  var budgetLimit: Budget.Limit? { Budget.Limit.allCases[at: choice] }

  /// Changes what is chosen: the next format, or twice or half a limit.
  mutating func stepBudget(isUp: Bool) {
    guard let limit = budgetLimit else {
      return budget.format = isUp ? budget.format.next : budget.format.previous
    }
    guard let amount = budget[limit] else {
      return say("no limit yet: type one, such as 100M or 256Ki")
    }
    let half = max(1, amount.floorDivided(by: 2))
    budget[limit] = isUp ? (amount * 2).fitting ?? amount : half
  }

  /// Takes limits from a text, and shows them.
  mutating func takeBudget(_ text: String) {
    do throws(NotationError) {
      try budget.take(text)
      if view != .budget { show(.budget) }
    } catch { refuse(error.message) }
  }
}
