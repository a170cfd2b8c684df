/// What a layer may cost at most.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The multiply-accumulates at most; K, M, G are thousands, Ki, Mi, Gi 1,024s.",
      valueName: "macs"),
    transform: { try Count(amount: $0) })
  var budgetMacs: Count?

  @Option(
    help: ArgumentHelp("The bytes of input and output together at most.", valueName: "bytes"),
    transform: { try Count(amount: $0) })
  var budgetRam: Count?

  @Option(
    help: ArgumentHelp("The bytes of weights and biases at most.", valueName: "bytes"),
    transform: { try Count(amount: $0) })
  var budgetFlash: Count?

  @Option(help: "What bytes are counted in: int8, fp16 or fp32.")
  var budgetDtype: NumberFormat?

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
