import ConvArithmetic

extension NetworkSheet {
  /// What PyTorch refuses: the module that has no output, and the joins that do not fit.
  package var problems: [String] {
    let failure = flow.failure.map { "\(named.modules[$0.node].name): \($0.reason.text)" }
    return flow.mismatches.map { "\(named.modules[$0.node].name): \($0.text)" }
      + [failure].compactMap(\.self)
  }

  /// Why a module that nothing comes to has no input; `nil` where all modules have one.
  package var noInput: String? {
    flow.failure.map { "no input: \(named.modules[$0.node].name) before it fails" }
  }

  /// How much of the input a cell of the output sees.
  package var reachOfOutput: FactSection {
    let last = rows.count - 1
    let spreads = zip(named.input.size.axes, axes).compactMap { axis, network in
      network.pathVariance.map { (axis, $0.rootText) }
    }
    let isSame = spreads.count == axes.count && Set(spreads.map(\.1)).count == 1
    let sigmas = spreads.prefix(isSame ? 1 : .max).map { axis, spread in
      "with equal weights σ = \(spread) cells" + (isSame ? "" : " along \(axis.letter)")
    }
    return FactSection(
      title: "What a cell of the output sees, away from the borders", facts: [],
      notes: [sight(last)] + sigmas)
  }
}
