import ConvArithmetic

extension FactSection {
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
