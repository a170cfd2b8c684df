extension FactSection {
  /// What the layer takes in memory, and what of a budget that is.
  static func memory(_ pass: ForwardPass, _ budget: Budget) -> FactSection {
    FactSection(
      title: "Memory and budget",
      facts: facts([.inputElements, .outputElements, .columnElements], pass)
        + NumberFormat.allCases.flatMap { format in
          [Figure.weightBytes, .peakBytes, .columnBytes, .intensity].map {
            Fact($0, pass, format, name: "\(format.rawValue) \($0.name)")
          }
        } + budget.facts(pass),
      notes: [
        Sentence.memoryNote(),
        (pass.layer.direction == .transposed
          ? Sentence.columnsOfTransposed : pass.needsNoColumns ? .noColumns : .columns)(),
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
