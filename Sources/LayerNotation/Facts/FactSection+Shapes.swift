import ConvArithmetic

extension FactSection {
  static func outputSize(_ pass: ForwardPass) -> FactSection {
    let facts = pass.layer.axes.map { Fact(.output($0), pass, name: "\($0.letter)_out") }
    return FactSection(
      title: "Output size", facts: facts + [Fact("output", value: pass.output.text)],
      notes: paddingNotes(pass))
  }

  private static func paddingNotes(_ pass: ForwardPass) -> [String] {
    if pass.layer.padding == .causal { return [pass.axes[0].causalNote] }
    guard pass.layer.direction == .transposed else { return [] }
    var notes: [String] = []
    let crop = pass.axes.map { $0.paddingBefore }
    if !crop.isAll(0) {
      notes.append("padding crops the output by \(crop.text) at each of its ends.")
    }
    let kept = pass.axes.map { $0.outputPadding }
    if !kept.isAll(0) {
      let empty = pass.axes.map { Int(exactly: $0.emptyKeptCells) ?? 0 }
      notes.append(
        "output_padding adds no zeros: it keeps \(kept.text) more at the end of each axis,"
          + " of which \(empty.text) receive no product.")
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
      notes: [map.emptyNote, map.verdictNote(isTransposed: isTransposed), pass.smallNote]
        .compactMap(\.self))
  }
}

extension AxisGeometry {
  fileprivate var causalNote: String {
    "causal padding: e − s = \(paddingBefore.grouped) before and s − 1 = \(paddingAfter.grouped)"
      + " after, with e = d(k − 1) + 1. No output reads an input after its own s cells."
  }
}

extension ForwardPass {
  /// What the cells of a small input get, where they are counted.
  fileprivate var smallNote: String? {
    features.contains(.longCopies) ? nil : overlap.smallNote
  }
}

extension OverlapMap {
  var emptyNote: String? {
    sum == 0
      ? "No product of a real input lands in the output: on this input it computes nothing." : nil
  }

  /// What an input is like that has less than a whole period away from the borders.
  fileprivate var smallNote: String? {
    guard !showsInside else { return nil }
    return
      "That holds for larger inputs; this one has no whole period away from the borders, and its"
      + " cells have from \(minimum.words) to \(maximum.words)."
  }

  /// Whether the cells away from the borders are met evenly, and by what rule.
  fileprivate func verdictNote(isTransposed: Bool) -> String {
    let (least, most) = (inside(\.lowerBound), inside(\.upperBound))
    let rule = "gcd(d, s) = 1 and s divides k"
    return switch (isTransposed, isEvenInside) {
    case (true, true):
      "Even inside: every output cell away from the borders gets \(least) products (\(rule))."
        + " Even overlap does not rule artefacts out."
    case (true, false):
      "Uneven inside: output cells away from the borders get from \(least) to \(most) products"
        + " (even needs \(rule))."
    case (false, true):
      "Even inside: every input cell away from the borders is read \(least) times."
    case (false, false):
      "Uneven inside: input cells away from the borders are read from \(least) to \(most) times."
    }
  }

  private func inside(_ bound: KeyPath<ClosedRange<Int>, Int>) -> String {
    coverage.map { "\($0.interiorRange[keyPath: bound])" }.joined(separator: "·")
  }
}
