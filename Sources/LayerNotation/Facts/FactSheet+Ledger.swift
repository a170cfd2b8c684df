import ConvArithmetic

extension FactSection {
  /// All that a direct implementation computes, and how much of it reaches the output.
  static func ledger(_ pass: ForwardPass) -> FactSection {
    FactSection(
      title: "Really executed", facts: nominal(pass) + useful(pass),
      notes: executed(pass).notes)
  }

  private static func nominal(_ pass: ForwardPass) -> [Fact] {
    let count = pass.executed
    let (planes, numbers) = (planes(pass), filters(pass))
    let isTransposed = pass.layer.kind == .convTranspose2d
    let places = pass.axes.map { isTransposed ? $0.input : $0.output }
    let products = digits(count.multiplications)
    let firstTerms = digits(count.multiplications - count.additions)
    let biases = digits(count.biasAdditions)
    return [
      Fact(
        "products", isTransposed ? "N·C_out·(C_in/groups)·H_in·W_in·K" : filterFormula + "·K",
        "\(numbers)·\(product(places))·\(digits(pass.kernelElements))", value: products),
      Fact(
        "additions",
        "products − N·C_out·" + (isTransposed ? "(cells reached, uncropped)" : "H_out·W_out"),
        "\(products) − \(firstTerms)", value: digits(count.additions)),
      Fact(
        "bias additions", pass.layer.bias ? "N·C_out·H_out·W_out" : "",
        pass.layer.bias ? "\(planes)·\(product(pass.axes.map { $0.output }))" : "", value: biases),
      Fact(
        "executed", "products + additions + bias additions",
        "\(products) + \(digits(count.additions)) + \(biases)",
        value: digits(count.total)),
    ]
  }

  private static func useful(_ pass: ForwardPass) -> [Fact] {
    let count = pass.executed
    let products = digits(count.usefulMultiplications)
    let additions = digits(count.usefulAdditions)
    let biases = digits(count.usefulBiasAdditions)
    let firstTerms = digits(count.usefulMultiplications - count.usefulAdditions)
    let share = Ratio(count.usefulTotal).quotientText(by: count.total) ?? "–"
    return [
      Fact(
        "useful products", "N·C_out·(C_in/groups)·Σc_h·Σc_w",
        "\(filters(pass))·\(digits(pass.overlap.sum))", value: products),
      Fact(
        "useful additions", "useful products − N·C_out·(cells reached)",
        "\(products) − \(firstTerms)", value: additions),
      Fact(
        "useful", "useful products + additions + biases on them",
        "\(products) + \(additions) + \(biases)", value: digits(count.usefulTotal)),
      Fact("useful share", "useful / executed", value: share),
    ]
  }

  private static let filterFormula = "N·C_out·(C_in/groups)·H_out·W_out"

  private static func planes(_ pass: ForwardPass) -> String {
    "\(pass.input.samples.grouped)·\(pass.layer.outChannels.grouped)"
  }

  private static func filters(_ pass: ForwardPass) -> String {
    "\(planes(pass))·(\(pass.layer.inChannels.grouped)/\(pass.layer.groups.grouped))"
  }

  private static func product(_ pair: Spatial<Int>) -> String {
    "\(pair.height.grouped)·\(pair.width.grouped)"
  }
}
