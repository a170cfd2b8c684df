import ConvArithmetic

/// What two layers differ in, row by row; the screen and the command line show the same.
package struct ComparisonSheet: Equatable, Sendable {
  package struct Section: Equatable, Sendable {
    package let title: String
    package var rows: [Row]
  }

  package struct Row: Equatable, Sendable {
    package let name: String
    package let content: Content

    /// Whether both layers have the same; `nil` where that cannot be said.
    package var isSame: Bool? {
      switch content {
      case .numbers(let pair): pair.isSame
      case .words(let a, let b): a == b
      }
    }
  }

  package enum Content: Equatable, Sendable {
    case numbers(ComparedPair)
    case words(String, String)
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
      let rows = group.figures(a.layer.axes).map { figure in
        Row(
          name: figure.label,
          content: .numbers(
            ComparedPair(figure.compared(pair.a, format), figure.compared(pair.b, format))))
      }
      let title = group == .memory ? "Memory, bytes at \(format.rawValue)" : group.rawValue
      return Section(title: title, rows: Self.words(group, pair.a, pair.b, format) + rows)
    }
    sections = [Section(title: "Hyperparameters", rows: Self.hyperparameters(a, b))] + numbers
  }

  private static func reasons(_ outcome: Result<ForwardPass, Refusal>) -> [String] {
    guard case .failure(let refusal) = outcome else { return [] }
    return refusal.reasons.map(\.line)
  }
}

extension ComparisonSheet {
  /// The sections without what is the same in both layers; some may be empty.
  package var differences: [Section] {
    sections.map { section in
      Section(title: section.title, rows: section.rows.filter { $0.isSame != true })
    }
  }

  /// One row for each hyperparameter, one for each axis where a layer has other numbers on them.
  private static func hyperparameters(_ a: LayerCase, _ b: LayerCase) -> [Row] {
    Hyperparameter.allCases.flatMap { hyperparameter -> [Row] in
      let name = hyperparameter.rawValue
      let values = [a, b].map { hyperparameter.axisValues($0) }
      guard values.contains(where: { !$0.isUniform }) else {
        return [row(name, values[0][0], values[1][0])]
      }
      return a.layer.axes.map { row("\(name) \($0.letter)", values[0][$0], values[1][$0]) }
    }
  }

  private static func row(_ name: String, _ a: AxisValue, _ b: AxisValue) -> Row {
    Row(
      name: name,
      content: a.word != nil || b.word != nil
        ? .words(a.text, b.text) : .numbers(ComparedPair(a.compared, b.compared)))
  }

  private static func words(
    _ group: ComparedGroup, _ a: Result<ForwardPass, Refusal>,
    _ b: Result<ForwardPass, Refusal>, _ format: NumberFormat
  ) -> [Row] {
    let row = { (name: String, text: (ForwardPass) -> String) in
      let texts = [a, b].map { (try? $0.get()).map(text) ?? "–" }
      return Row(name: name, content: .words(texts[0], texts[1]))
    }
    switch group {
    case .size:
      return [row("output") { $0.output.text }, row("weight") { tupleText($0.weight) }]
    case .overlap: return [row("inside") { $0.overlap.insideText }]
    case .memory: return [row("intensity") { Figure.intensity.text($0, format) }]
    case .documented, .executed: return []
    }
  }
}

/// A value of a hyperparameter on an axis; neither of both where the layer has none.
private struct AxisValue: Equatable {
  var number: Int?
  var word: String?

  var text: String { word ?? number?.grouped ?? "–" }
  var compared: ComparedValue { number.map { .count(Count($0)) } ?? .absent }
}

extension Hyperparameter {
  /// The values on all axes; the same one on each where there is only one.
  fileprivate func axisValues(_ subject: LayerCase) -> Spatial<AxisValue> {
    let value = subject.value(of: self)
    if case .pair(let numbers) = value { return numbers.map { AxisValue(number: $0) } }
    let single =
      switch value {
      case .number(let number): AxisValue(number: number)
      case .op(let op): AxisValue(word: op.moduleName)
      case .padding, .flag, .unbatched: AxisValue(word: value?.text)
      case .pair, .shape, nil: AxisValue()
      }
    return subject.layer.kernelSize.map { _ in single }
  }
}

extension OverlapMap {
  /// The overlap away from the borders, in short: `even`, `4:1`, or `4:0` with holes.
  package var insideText: String {
    let extremes = interiorExtremes
    guard !extremes.most.isOverflow else { return Count.overflowWords }
    let ratio = "\(extremes.most.grouped):\(extremes.least.grouped)"
    if extremes.least == 0 { return extremes.most == 0 ? "nothing" : "holes, \(ratio)" }
    return isEvenInside ? "even" : ratio
  }
}
