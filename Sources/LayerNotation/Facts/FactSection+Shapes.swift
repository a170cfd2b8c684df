import ConvArithmetic

extension FactSection {
  static func outputSize(_ pass: ForwardPass) -> FactSection {
    let facts = pass.layer.axes.map { Fact(.output($0), pass, name: "\($0.letter)_out") }
    return FactSection(
      title: "Output size", facts: facts + [Fact("output", value: pass.output.text)],
      notes: paddingNotes(pass))
  }

  /// What users misunderstand most, in words.
  private static func paddingNotes(_ pass: ForwardPass) -> [String] {
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
      facts: [
        Fact("weight", "(\(shape))", value: tupleText(pass.weight)), Fact(.parameters, pass),
      ])
  }

  static func overlap(_ pass: ForwardPass) -> FactSection {
    let map = pass.overlap
    let isTransposed = pass.layer.direction == .transposed
    return FactSection(
      title: isTransposed
        ? "Overlap: products per output cell" : "Reuse: outputs that read each input cell",
      facts: facts(Figure.ofMap, pass),
      notes: [map.emptyNote, isTransposed ? map.overlapVerdict : map.reuseVerdict, map.smallNote]
        .compactMap(\.self))
  }
}

extension OverlapMap {
  /// Whether the overlap of a transposed layer is even away from the borders, and by what rule.
  var overlapVerdict: String {
    let rule = "gcd(d, s) = 1 and s divides k"
    return isEvenInside
      ? "Even inside: every output cell away from the borders gets \(leastText) products (\(rule))."
        + " Even overlap does not rule artefacts out."
      : "Uneven inside: output cells away from the borders get from \(leastText) to \(mostText)"
        + " products (even needs \(rule))."
  }

  var emptyNote: String? {
    sum == 0
      ? "No product of a real input lands in the output: on this input it computes nothing." : nil
  }

  /// What an input is like that has less than a whole period away from the borders.
  var smallNote: String? {
    guard !showsInside else { return nil }
    return
      "That holds for larger inputs; this one has no whole period away from the borders, and its"
      + " cells have from \(minimum.words) to \(maximum.words)."
  }

  /// Whether a convolution reads its input evenly away from the borders.
  var reuseVerdict: String {
    isEvenInside
      ? "Even inside: every input cell away from the borders is read \(leastText) times."
      : "Uneven inside: input cells away from the borders are read from \(leastText) to \(mostText)"
        + " times."
  }

  private var leastText: String { inside(\.lowerBound) }
  private var mostText: String { inside(\.upperBound) }

  private func inside(_ bound: KeyPath<ClosedRange<Int>, Int>) -> String {
    coverage.map { "\($0.interiorRange[keyPath: bound])" }.joined(separator: "·")
  }
}
