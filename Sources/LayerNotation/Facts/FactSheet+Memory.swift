import ConvArithmetic

extension FactSection {
  /// What the layer takes in memory, and what of a budget that is.
  static func memory(_ pass: ForwardPass, _ budget: Budget) -> FactSection {
    let isTransposed = pass.layer.kind == .convTranspose2d
    return FactSection(
      title: "Memory and budget",
      facts: elements(pass) + NumberFormat.allCases.flatMap { bytes(pass, $0) }
        + budget.facts(pass),
      notes: [
        "At int8 a bias is an int32, as in TensorFlow Lite. Peak is input + output; weights are apart."
          + " Each sample of a batch counts.",
        isTransposed
          ? "The column buffer is of GEMM + col2im, for one group of one sample."
          : "The column buffer is of im2col + GEMM, for one group of one sample."
            + (pass.needsNoColumns ? " This layer needs none: its input is that matrix." : ""),
      ])
  }

  private static func elements(_ pass: ForwardPass) -> [Fact] {
    let layer = pass.layer
    let isTransposed = layer.kind == .convTranspose2d
    let sizes = pass.axes.map { axis in (input: axis.input.grouped, output: axis.output.grouped) }
    let samples = pass.input.samples.grouped
    let input = "\(sizes.height.input)·\(sizes.width.input)"
    let output = "\(sizes.height.output)·\(sizes.width.output)"
    let channels = (isTransposed ? layer.outChannels : layer.inChannels).grouped
    return [
      Fact(
        "input elements", "N·C_in·H_in·W_in", "\(samples)·\(layer.inChannels.grouped)·\(input)",
        value: digits(pass.inputElements)),
      Fact(
        "output elements", "N·C_out·H_out·W_out",
        "\(samples)·\(layer.outChannels.grouped)·\(output)",
        value: digits(pass.outputElements)),
      Fact(
        "column buffer", isTransposed ? "C_out/groups·K·H_in·W_in" : "C_in/groups·K·H_out·W_out",
        "\(channels)/\(layer.groups.grouped)·\(digits(pass.kernelElements))·"
          + (isTransposed ? input : output),
        value: digits(pass.columnElements)),
    ]
  }

  /// The bytes in one format.
  private static func bytes(_ pass: ForwardPass, _ format: NumberFormat) -> [Fact] {
    let memory = pass.memory(format)
    let (name, size) = (format.rawValue, format.bytes)
    let weights = "\(digits(pass.weightElements))·\(size)"
    let biases = "\(pass.biasElements.grouped)·\(format.biasBytes)"
    let hasBias = pass.layer.bias
    return [
      Fact(
        "\(name) weights", "weight·\(size)" + (hasBias ? " + C_out·\(format.biasBytes)" : ""),
        hasBias ? "\(weights) + \(biases)" : weights, value: bytes(memory.weights)),
      Fact(
        "\(name) peak", "input + output",
        "\(digits(memory.input)) + \(digits(memory.output))",
        value: bytes(memory.peak)),
      Fact(
        "\(name) column buffer", "column buffer·\(size)",
        "\(digits(pass.columnElements))·\(size)", value: bytes(memory.columns)),
      Fact(
        "\(name) intensity", "2·products / (weights + peak)",
        "2·\(digits(pass.executed.multiplications)) / \(digits(memory.moved))",
        value: memory.intensityText),
    ]
  }

  private static func bytes(_ count: Count) -> String {
    guard !count.isOverflow else { return count.words }
    return "\(count.grouped) bytes" + (count < 1_024 ? "" : ", \(count.binaryText)")
  }
}

extension MemoryUse {
  /// The arithmetic intensity with its unit: `76.48 op/byte`.
  package var intensityText: String {
    guard let text = Ratio(intensity.numerator).quotientText(by: intensity.denominator) else {
      return Count.overflowWords
    }
    return "\(text) op/byte"
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
