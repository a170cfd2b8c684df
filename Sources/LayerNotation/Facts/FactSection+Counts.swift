import ConvArithmetic

extension FactSection {
  /// The formula that the document prints at its end, and why it differs from its own steps.
  static func summary(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "The document's printed summary", facts: facts([.printedSummary], pass),
      notes: [disagreement(pass)])
  }

  private static func disagreement(_ pass: ForwardPass) -> String {
    let excess = pass[.printedSummary] - pass[.documented]
    guard !excess.isOverflow else {
      return "The comparison with the steps does not fit in 127 bits."
    }
    guard excess != 0 else { return "It agrees with the steps above." }
    let (size, word) = (excess.magnitude, excess < 0 ? "less" : "more")
    let cause =
      pass.layer.bias
      ? "it has 2K + 1 where 2K follows from them"
      : "it has C_in·(2K − groups) where 2K·C_in − groups follows from them"
    return "It gives \(size.grouped) \(word) than the document's own steps: \(cause)."
      + " The steps are right, and what its code computes."
  }

  /// What a direct implementation does, against what the documents charge.
  static func executed(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "Products really formed",
      facts: [Figure.multiplications, .usefulMultiplications].map { figure in
        Fact(figure, pass, name: figure.column)
      }, notes: chargeNotes(pass))
  }

  /// All that a direct implementation computes, and how much of it reaches the output.
  static func ledger(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "Really executed", facts: facts(Figure.ofExecution + [.usefulShare], pass),
      notes: chargeNotes(pass))
  }

  /// What the documents charge a transposed layer for that does not happen.
  private static func chargeNotes(_ pass: ForwardPass) -> [String] {
    guard pass.layer.direction == .transposed else { return [] }
    let terms = [Figure.chargedPerFilter, .formedPerFilter].map { figure in
      "\(figure.formula(pass)?.symbols ?? figure.name) = \(figure.text(pass))"
    }
    let charge = "The documents charge \(terms[0]) products per filter; \(terms[1]) happen."
    let holes = pass[.holes]
    guard holes > 0, !holes.isOverflow else { return [charge] }
    return [
      charge,
      "A contains −1 for each of the \(holes.grouped) cells that nothing reaches;"
        + " no addition happens there.",
    ]
  }

  /// What the layer takes in memory, and what of a budget that is.
  static func memory(_ pass: ForwardPass, _ budget: Budget) -> FactSection {
    let isTransposed = pass.layer.direction == .transposed
    return FactSection(
      title: "Memory and budget",
      facts: facts([.inputElements, .outputElements, .columnElements], pass)
        + NumberFormat.allCases.flatMap { format in
          [Figure.weightBytes, .peakBytes, .columnBytes, .intensity].map {
            Fact($0, pass, format, name: "\(format.rawValue) \($0.name)")
          }
        } + budget.facts(pass),
      notes: [
        "At int8 a bias is an int32, as in TensorFlow Lite. Peak is input + output; weights are apart."
          + " Each sample of a batch counts.",
        isTransposed
          ? "The column buffer is of GEMM + col2im, for one group of one sample."
          : "The column buffer is of im2col + GEMM, for one group of one sample."
            + (pass.needsNoColumns ? " This layer needs none: its input is that matrix." : ""),
      ])
  }
}

extension Budget {
  /// The limits that are set, each with what the layer uses of it.
  fileprivate func facts(_ pass: ForwardPass) -> [Fact] {
    checks(pass).compactMap { check in
      guard let allowed = check.allowed else { return nil }
      let used = check.used?.grouped ?? Count.overflowWords
      let format = check.limit == .macs ? "" : ", \(self.format.rawValue)"
      return Fact(
        "budget \(check.limit.name)", "\(check.limit.meaning)\(format)",
        "\(used) of \(allowed.grouped)",
        value: [check.shareText, check.verdict].filter { !$0.isEmpty }.joined(separator: ", "))
    }
  }
}
