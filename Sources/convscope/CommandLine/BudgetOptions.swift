/// What a layer may cost at most.
struct BudgetOptions: ParsableArguments {
  @Option(help: .of("budget-macs"), transform: { try Count(amount: $0) }) var budgetMacs: Count?
  @Option(help: .of("budget-ram"), transform: { try Count(amount: $0) }) var budgetRam: Count?
  @Option(help: .of("budget-flash"), transform: { try Count(amount: $0) }) var budgetFlash: Count?
  @Option(help: .of("budget-dtype")) var budgetDtype: NumberFormat?

  var areGiven: Bool { budget != Budget() || budgetDtype != nil }

  var budget: Budget {
    var budget = Budget()
    budget[.macs] = budgetMacs
    budget[.ram] = budgetRam
    budget[.flash] = budgetFlash
    if let budgetDtype { budget.format = budgetDtype }
    return budget
  }
}

extension NumberFormat: ExpressibleByArgument {}
