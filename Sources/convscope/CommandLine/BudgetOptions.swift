import ArgumentParser
import ConvArithmetic
import LayerNotation

/// What a layer may cost at most.
struct BudgetOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The multiply-accumulates at most; K, M, G are thousands, Ki, Mi, Gi 1,024s.",
      valueName: "macs"),
    transform: amount)
  var budgetMacs: Count?

  @Option(
    help: ArgumentHelp("The bytes of input and output together at most.", valueName: "bytes"),
    transform: amount)
  var budgetRam: Count?

  @Option(
    help: ArgumentHelp("The bytes of weights and biases at most.", valueName: "bytes"),
    transform: amount)
  var budgetFlash: Count?

  @Option(help: "What bytes are counted in: int8, fp16 or fp32.")
  var budgetDtype: NumberFormat?
}

extension BudgetOptions {
  /// Whether any of the options is there.
  var areGiven: Bool { budget != Budget() || budgetDtype != nil }

  var budget: Budget {
    var budget = Budget()
    budget[.macs] = budgetMacs
    budget[.ram] = budgetRam
    budget[.flash] = budgetFlash
    if let budgetDtype { budget.format = budgetDtype }
    return budget
  }

  @Sendable private nonisolated static func amount(_ text: String) throws -> Count {
    do throws(AmountError) {
      return try Count(amount: text)
    } catch {
      throw ValidationError(error.message)
    }
  }
}

extension NumberFormat: ExpressibleByArgument {}
