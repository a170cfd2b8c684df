import ConvArithmetic

/// One hyperparameter of a module, or the input of a network, at many values, with the figures of
/// the whole.
package struct NetworkSweep: Sendable {
  private let hyperparameter: Hyperparameter
  private let points: [(value: Int, sheet: NetworkSheet)]

  /// `place` is that of the module, a convolution; without it the network's input is swept.
  package init?(
    _ named: NamedNetwork, at place: Int?, _ hyperparameter: Hyperparameter, _ values: [Int]?
  ) {
    guard let node = place ?? named.modules.firstIndex(where: { $0.layer != nil }),
      let layer = named.modules[node].layer
    else { return nil }
    self.hyperparameter = hyperparameter
    var subject = LayerCase(layer: layer, input: named.input)
    subject.input.size = named.input.size.onAxes(layer.axes.count)
    let usual = Sweep.usualValues(subject, hyperparameter)
    let values = values ?? (place == nil ? Self.fitting(named, usual) : usual)
    points = Sweep(subject, hyperparameter, values: values).points.map { point in
      var changed = named
      if place == nil {
        changed.input = point.subject.input
      } else {
        changed.modules[node].layer = point.subject.layer
      }
      return (point.value, NetworkSheet(changed))
    }
  }

  /// The next inputs that all joins fit, from some inputs on; these, where that is not known.
  private static func fitting(_ named: NamedNetwork, _ inputs: [Int]) -> [Int] {
    let (network, count) = (named.network, named.input.size.count)
    guard network.nodes.contains(where: { $0.sources.count > 1 }),
      let axes = (0..<count).map({ network.axis($0, of: count) }).mapOnce(\.fittingInputs)
        .complete(),
      let smallest = axes.map(\.smallest).max(), axes.allSatisfy({ !$0.residues.isEmpty })
    else { return inputs }
    let period = Set(axes.map(\.modulus)).reduce(1, *)
    guard period <= 1 << 16 else { return inputs }
    let found = inputs.compactMap { input in
      let (end, overflow) = max(input, smallest).addingReportingOverflow(period)
      return overflow
        ? nil : (max(input, smallest)..<end).first { size in axes.allSatisfy { $0.contains(size) } }
    }
    let distinct = found.indices.filter { $0 == 0 || found[$0] != found[$0 - 1] }
    return distinct.isEmpty ? inputs : distinct.map { found[$0] }
  }

  /// A row for each value; what PyTorch refuses has no figures, and its reasons at the end.
  package var table: Table {
    let figures = ["output", "overlap", "sees", "apart", "parameters", "products", "peak"]
    return Table(
      [.init(hyperparameter.rawValue, .trailing), .init("valid")]
        + figures.map { .init($0, .trailing) } + [.init("reason")],
      texts: points.map { value, sheet in
        let problems = sheet.problems
        let texts = problems.isEmpty ? Self.texts(sheet) : figures.map { _ in "" }
        return [Count(value).grouped, problems.isEmpty ? "yes" : "no"] + texts
          + [problems.joined(separator: "; ")]
      })
  }

  private static func texts(_ sheet: NetworkSheet) -> [String] {
    let last = sheet.rows.count - 1
    return [
      sheet.output(last)?.text ?? "", sheet.overlap(last), sheet.reach(last), sheet.jump(last),
      sheet.totals.parameters.grouped, sheet.totals.multiplications.grouped,
      sheet.peak?.grouped ?? "",
    ]
  }
}
