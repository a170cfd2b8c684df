import ConvArithmetic
import LayerNotation

/// What of a budget can be set: its limits, and the format in which bytes are counted.
enum BudgetRow: Equatable {
  case limit(Budget.Limit)
  case format

  static let all = Budget.Limit.allCases.map { BudgetRow.limit($0) } + [.format]
}

extension ExplorerState {
  private var budgetRow: BudgetRow {
    BudgetRow.all.indices.contains(choice) ? BudgetRow.all[choice] : .format
  }

  /// Changes what is chosen: the next format, or twice or half a limit.
  mutating func stepBudget(isUp: Bool) {
    switch budgetRow {
    case .format: budget.format = isUp ? budget.format.next : budget.format.previous
    case .limit(let limit):
      guard let amount = budget[limit] else {
        return say("no limit yet: type one, such as 100M or 256Ki")
      }
      let half = max(1, amount.floorDivided(by: 2))
      budget[limit] = isUp ? (amount * 2).fitting ?? amount : half
    }
  }

  /// Begins to type a limit, in the command line; goes on to the next format.
  mutating func typeBudget(_ digit: String) {
    switch budgetRow {
    case .format where digit.isEmpty: budget.format = budget.format.next
    case .format: say("←/→ change the dtype")
    case .limit(let limit): open(.commands, filteredBy: "budget \(limit.rawValue)=\(digit)")
    }
  }

  /// Takes limits from a text, and shows them.
  mutating func takeBudget(_ text: String) {
    do throws(NotationError) {
      try budget.take(text)
      if view != .budget { show(.budget) }
    } catch {
      refuse(error.message)
    }
  }
}
