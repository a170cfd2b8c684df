extension FactSection {
  static func outputSize(_ pass: ForwardPass) -> FactSection {
    let facts = pass.layer.axes.map { Fact(.output($0), pass, name: "\($0.letter)_out") }
    return FactSection(
      title: "Output size", facts: facts + [Fact("output", value: pass.output.text)],
      notes: paddingNotes(pass))
  }

  private static func paddingNotes(_ pass: ForwardPass) -> [String] {
    if pass.layer.padding == .causal {
      let axis = pass.axes[0]
      return [Sentence.causalNote(axis.paddingBefore.grouped, axis.paddingAfter.grouped)]
    }
    guard pass.layer.direction == .transposed else { return [] }
    var notes: [String] = []
    let crop = pass.axes.map { $0.paddingBefore }
    if !crop.isAll(0) { notes.append(Sentence.paddingCrops(crop.text)) }
    let kept = pass.axes.map { $0.outputPadding }
    if !kept.isAll(0) {
      let empty = pass.axes.map { Int(exactly: $0.emptyKeptCells) ?? 0 }
      notes.append(Sentence.outputPaddingKeeps(kept.text, empty.text))
    }
    return notes
  }

  static func weight(_ pass: ForwardPass) -> FactSection {
    let shape = pass.weightFormulas.map(\.symbols).joined(separator: ", ")
    return FactSection(
      title: "Weight",
      facts: [Fact("weight", "(\(shape))", value: tupleText(pass.weight)), Fact(.parameters, pass)])
  }

  static func overlap(_ pass: ForwardPass) -> FactSection {
    let map = pass.overlap
    let isTransposed = pass.layer.direction == .transposed
    return FactSection(
      title: isTransposed
        ? "Overlap: products per output cell" : "Reuse: outputs that read each input cell",
      facts: facts(Figure.ofMap, pass),
      notes: [map.emptyNote, map.verdictNote(isTransposed: isTransposed), map.smallNote(pass)]
        .compactMap(\.self))
  }
}

extension OverlapMap {
  var emptyNote: String? { sum == 0 ? Sentence.computesNothing() : nil }

  /// What an input without a whole period away from the borders is like, where cells are counted.
  fileprivate func smallNote(_ pass: ForwardPass) -> String? {
    showsInside || pass.countRefusal != nil
      ? nil : Sentence.noWholePeriod(minimum.words, maximum.words)
  }

  /// Whether the cells away from the borders are met evenly, and by what rule.
  fileprivate func verdictNote(isTransposed: Bool) -> String {
    let (least, most) = (inside(\.lowerBound), inside(\.upperBound))
    let sentence: Sentence =
      switch (isTransposed, isEvenInside) {
      case (true, true): .evenOverlap
      case (true, false): .unevenOverlap
      case (false, true): .evenReads
      case (false, false): .unevenReads
      }
    return sentence(least, most)
  }

  private func inside(_ bound: KeyPath<ClosedRange<Int>, Int>) -> String {
    coverage.map { "\($0.interiorRange[keyPath: bound])" }.joined(separator: "·")
  }
}
