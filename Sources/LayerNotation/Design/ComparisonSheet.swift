/// What two layers differ in, row by row; the screen and the command line show the same.
package struct ComparisonSheet: Equatable, Sendable {
  package struct Section: Equatable, Sendable {
    package let title: String
    package var rows: [Row]
  }

  package struct Row: Equatable, Sendable {
    package let name: String
    let pair: ComparedPair

    /// Whether both layers have the same; `nil` where that cannot be said.
    package var isSame: Bool? { pair.isSame }
  }

  package let sections: [Section]
  /// Why the first layer has no numbers; none where it has them.
  package let reasonsOfA: [String]
  package let reasonsOfB: [String]

  /// Compares two layers, valid or not; differences are B − A.
  package init(_ a: LayerCase, _ b: LayerCase, format: NumberFormat) {
    let pair = (a: Result(catching: a.forward), b: Result(catching: b.forward))
    (reasonsOfA, reasonsOfB) = (Self.reasons(pair.a), Self.reasons(pair.b))
    let numbers = ComparedGroup.allCases.map { group in
      let rows = group.figures((a.layer.axes + b.layer.axes).distinct).map { figure in
        Row(
          name: figure.label,
          pair: ComparedPair(figure.compared(pair.a, format), figure.compared(pair.b, format)))
      }
      let title = group == .memory ? "Memory, bytes at \(format.rawValue)" : group.rawValue
      return Section(title: title, rows: Self.words(group, pair.a, pair.b, format) + rows)
    }
    sections = [Section(title: "Hyperparameters", rows: Self.hyperparameters(a, b))] + numbers
  }

  private static func reasons(_ outcome: Result<ForwardPass, Refusal>) -> [String] {
    guard case .failure(let refusal) = outcome else { return [] }
    return refusal.lines
  }

  /// The sections without what is the same in both layers; some may be empty.
  package var differences: [Section] {
    sections.map { section in
      Section(title: section.title, rows: section.rows.filter { $0.isSame != true })
    }
  }

  /// One row for each hyperparameter, one for each axis where a layer has other numbers on them.
  private static func hyperparameters(_ a: LayerCase, _ b: LayerCase) -> [Row] {
    let had = Hyperparameter.allCases.filter { hyperparameter in
      [a, b].contains { hyperparameter.applies(to: $0.layer.direction) }
    }
    return had.flatMap { hyperparameter -> [Row] in
      let name = hyperparameter.rawValue
      let (ofA, ofB) = (hyperparameter.compared(a), hyperparameter.compared(b))
      guard ofA.count == ofB.count || ofA.isUniform && ofB.isUniform else {
        let texts = [a, b].map { ComparedValue.word($0.value(of: hyperparameter)?.text ?? "") }
        return [Row(name: name, pair: ComparedPair(texts[0], texts[1]))]
      }
      let pairs = ofA.with(ofB) { ComparedPair($0, $1) }
      guard !pairs.isUniform else { return [Row(name: name, pair: pairs[0])] }
      return pairs.axes.map { Row(name: "\(name) \($0.letter)", pair: pairs[$0]) }
    }
  }

  private static func words(
    _ group: ComparedGroup, _ a: Result<ForwardPass, Refusal>,
    _ b: Result<ForwardPass, Refusal>, _ format: NumberFormat
  ) -> [Row] {
    func row(_ name: String, _ text: (ForwardPass) -> String) -> Row {
      let values = [a, b].map { (try? $0.get()).map { .word(text($0)) } ?? ComparedValue.absent }
      return Row(name: name, pair: ComparedPair(values[0], values[1]))
    }
    switch group {
    case .size: return [row("output") { $0.output.text }, row("weight") { tupleText($0.weight) }]
    case .overlap: return [row("inside") { $0.overlap.insideText }]
    case .memory: return [row("intensity") { Figure.intensity.text($0, format) }]
    case .documented, .executed: return []
    }
  }
}

extension Hyperparameter {
  /// The values on all axes; the same one on each where there is only one.
  fileprivate func compared(_ subject: LayerCase) -> Spatial<ComparedValue> {
    let value = subject.value(of: self)
    if case .perAxis(let numbers) = value { return numbers.map { .count(Count($0)) } }
    let single: ComparedValue =
      switch value {
      case .number(let number): .count(Count(number))
      case .op(let op): .word(op.moduleName)
      case .padding, .flag, .mode, .unbatched: .word(value?.text ?? "")
      case .perAxis, .dimensions, nil: .absent
      }
    return subject.layer.kernelSize.map { _ in single }
  }
}

extension OverlapMap {
  /// The overlap away from the borders, in short: `even`, `4:1`, or `4:0` with holes.
  package var insideText: String {
    let extremes = interiorExtremes
    guard !extremes.most.isOverflow else { return ratioText }
    if extremes.least == 0 { return extremes.most == 0 ? "nothing" : "holes, \(ratioText)" }
    return isEvenInside ? "even" : ratioText
  }

  /// The most and the least away from the borders: `4:1`, `9:0` where there are holes.
  var ratioText: String {
    let extremes = interiorExtremes
    return extremes.most.isOverflow
      ? Count.overflowWords : "\(extremes.most.grouped):\(extremes.least.grouped)"
  }
}
