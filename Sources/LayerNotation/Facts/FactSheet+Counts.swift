import ConvArithmetic

extension FactSection {
  /// ψ, A, λ, γ and the total, as the two documents define them step by step.
  static func documented(_ pass: ForwardPass) -> FactSection {
    let (layer, count) = (pass.layer, pass.documented)
    let sizes = "\(pass.axes.height.output.grouped)·\(pass.axes.width.output.grouped)"
    var facts = [
      Fact(
        "filters ψ", "C_in·C_out / groups",
        "\(layer.inChannels.grouped)·\(layer.outChannels.grouped) / \(layer.groups.grouped)",
        value: digits(count.filters))
    ]
    facts += perFilter(pass, sizes)
    facts.append(
      Fact(
        "aggregation γ", "C_out·H_out·W_out·(C_in/groups − 1\(layer.bias ? " + 1" : ""))",
        "\(layer.outChannels.grouped)·\(sizes)·(\(layer.inChannels.grouped)/\(layer.groups.grouped)"
          + " − 1\(layer.bias ? " + 1" : ""))",
        value: digits(count.aggregation)))
    facts.append(
      Fact(
        "per sample", "ψ·λ + γ",
        "\(digits(count.filters))·\(digits(count.operationsPerFilter))"
          + " + \(digits(count.aggregation))",
        value: digits(count.perSample)))
    facts.append(
      Fact(
        "total", "N·(ψ·λ + γ)", "\(pass.input.samples.grouped)·\(digits(count.perSample))",
        value: digits(count.total)))
    return FactSection(title: "Operations as documented", facts: facts)
  }

  private static func perFilter(_ pass: ForwardPass, _ sizes: String) -> [Fact] {
    let count = pass.documented
    let kernel = digits(pass.kernelElements)
    guard pass.layer.kind == .convTranspose2d else {
      return [
        Fact(
          "per filter λ", "H_out·W_out·(2K − 1)", "\(sizes)·(2·\(kernel) − 1)",
          value: digits(count.operationsPerFilter))
      ]
    }
    let additions = digits(pass.overlap.documentedAdditions)
    return [
      Fact(
        "additions per filter A", "Σ(overlap − 1)",
        "\(digits(pass.overlap.sum)) − \(digits(pass.outputCells))",
        value: additions),
      Fact(
        "per filter λ", "H_out·W_out·K + A", "\(sizes)·\(kernel) + \(additions)",
        value: digits(count.operationsPerFilter)),
    ]
  }

  /// The formula that the document prints at its end, and why it differs from its own steps.
  static func summary(_ pass: ForwardPass) -> FactSection {
    let layer = pass.layer
    let formula =
      switch (layer.kind, layer.bias) {
      case (.conv2d, true): "N·C_in·C_out·H_out·W_out·(2K + 1) / groups"
      case (.conv2d, false): "N·C_in·C_out·H_out·W_out·(2K − groups) / groups"
      case (.convTranspose2d, true): "N·C_in·C_out/groups·(H_out·W_out·(K + 1) + A)"
      case (.convTranspose2d, false):
        "N·C_in·C_out/groups·(H_out·W_out·(K + 1) + A) − N·C_out·H_out·W_out"
      }
    let total = pass.summary.total.words
    return FactSection(
      title: "The document's printed summary",
      facts: [Fact("total", formula, value: total)], notes: [disagreement(pass)])
  }

  private static func disagreement(_ pass: ForwardPass) -> String {
    let excess = pass.summary.excess
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
    let isTransposed = pass.layer.kind == .convTranspose2d
    let cells = isTransposed ? "H_in·W_in" : "H_out·W_out"
    var notes: [String] = []
    if isTransposed {
      notes.append(
        "The documents charge H_out·W_out·K = \(digits(pass.outputCells * pass.kernelElements))"
          + " products per filter; H_in·W_in·K ="
          + " \(digits(pass.inputCells * pass.kernelElements)) happen.")
      let holes = pass.overlap.holes
      if holes > 0, !holes.isOverflow {
        notes.append(
          "A contains −1 for each of the \(holes.grouped) cells that nothing reaches;"
            + " no addition happens there.")
      }
    }
    return FactSection(
      title: "Products really formed",
      facts: [
        Fact(
          "products", "N·C_out·C_in/groups·\(cells)·K",
          value: digits(pass.executed.multiplications)),
        Fact(
          "useful", isTransposed ? "those that land in the output" : "those of real input cells",
          value: digits(pass.executed.usefulMultiplications)),
      ], notes: notes)
  }
}
