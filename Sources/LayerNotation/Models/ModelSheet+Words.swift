import ConvArithmetic

// A model in words: a line for each stage, then what there is to say of the whole.

extension ModelSheet {
  /// A line for each stage, with its numbers in all digits; those of which there is little to say
  /// on demand.
  package func table(all: Bool) -> Table {
    let columns: [Table.Column] = [
      .init("stage"), .init("what"), .init("output", .trailing), .init("basis"),
      .init("sees", .trailing), .init("overlap", .trailing), .init("parameters", .trailing),
      .init("products", .trailing), .init("share", .trailing),
    ]
    let whole = multiplications
    let shown = stages.filter { all || !$0.isMinor || $0.fault != nil }
    return Table(
      columns,
      texts: shown.map { stage in
        [
          printable(stage.path) + stage.timesText, stage.what, stage.output.map(tupleText) ?? "–",
          stage.basis.rawValue, stage.reachText, overlapText(stage), stage.parameters.grouped,
          stage.multiplications?.grouped ?? "?", stage.share(of: whole),
        ]
      })
  }

  /// All that is known of each stage, for programs that read comma-separated values.
  package var fullTable: Table {
    let columns = [
      "stage", "op", "what", "input", "output", "basis", "sees", "overlap", "whole_overlap",
      "parameters", "products", "repetitions", "line", "reason",
    ].map { Table.Column($0) }
    return Table(
      columns,
      rows: stages.map { stage in
        [
          .text(printable(stage.path)), .text(stage.op), .text(stage.what),
          .text(stage.input.map(tupleText) ?? ""), .text(stage.output.map(tupleText) ?? ""),
          .text(stage.basis.rawValue), .text(stage.reachText),
          .text(overlap(stage) ?? ""), .text(stage.wholeOverlap ?? ""),
          .number(stage.parameters), .text(stage.multiplications.map { "\($0)" } ?? ""),
          .number(Count(stage.repetitions)), .number(Count(stage.line)),
          .text(stage.fault?.text ?? stage.reason ?? ""),
        ]
      })
  }

  /// Its own overlap, and that of all stages so far where it is another one.
  private func overlapText(_ stage: ModelStage) -> String {
    let (own, whole) = (overlap(stage), stage.wholeOverlap)
    guard let own else { return whole ?? "–" }
    return whole == nil || whole == own ? own : "\(own), all \(whole ?? "")"
  }

  /// What the text is, the shapes, and the totals, in a line each.
  package var lines: [String] {
    let (all, known) = convolutions
    let sizes = known == all ? "" : "; the sizes of \(known.grouped) are known"
    return [
      "\(origin.rawValue): \(all.counted("convolution"))\(sizes)",
      "\(input.map(tupleText) ?? "input not known") → \(output.map(tupleText) ?? "output not known")",
      "\(parameters.words) parameters, \(multiplications.words) products"
        + (isWhole ? "" : ", as far as they are known"),
      peak.map { "at most \($0.words) values at once, each stage with a tensor of its own" },
    ].compactMap(\.self)
  }

  /// What is assumed, what is not known, what does not fit, and what was not understood: each reason
  /// once, with the first stage that it is about.
  package var noteLines: [String] {
    notes + reasonLines(.assumed, "assumed") + reasonLines(.unknown, "not known")
      + stages.compactMap { $0.faultLine.map { "! \($0)" } }
      + problemLines.map { "not understood: \($0)" }
  }

  /// What PyTorch refuses, a line each.
  package var refusals: [String] {
    stages.filter(\.isRefused).compactMap(\.faultLine)
  }

  /// What was not understood, a line each, as far as it is kept.
  package var problemLines: [String] {
    problems.map { "line \($0.line): \($0.message)" }
      + (furtherProblems > 0 ? ["and \(furtherProblems.grouped) more"] : [])
  }

  private func reasonLines(_ basis: GraphFlow.Basis, _ word: String) -> [String] {
    let reasons = reasons(basis)
    let lines = reasons.prefix(Self.mostReasons).map { reason, stages in
      let others = stages.count > 1 ? " and \((stages.count - 1).counted("more stage"))" : ""
      return "\(word): \(reason) (\(printable(stages.first))\(others))"
    }
    let rest = reasons.count - lines.count
    return lines + (rest > 0 ? ["\(word): \(rest.counted("more reason"))"] : [])
  }

  private static let mostReasons = 20

  /// The reasons of stages whose sizes have some basis: each one's first stage, and how many there
  /// are; what is wrong with a stage by itself is said elsewhere.
  func reasons(
    _ basis: GraphFlow.Basis
  ) -> [(reason: String, stages: (first: String, count: Int, line: Int))] {
    var places: [String: Int] = [:]
    var reasons: [(reason: String, stages: (first: String, count: Int, line: Int))] = []
    for stage in stages where stage.basis == basis && stage.fault == nil {
      guard let reason = stage.reason else { continue }
      if let place = places[reason] {
        reasons[place].stages.count += 1
      } else {
        places[reason] = reasons.count
        reasons.append((reason, (stage.path, 1, stage.line)))
      }
    }
    return reasons
  }

  /// What the public counters print for all convolutions whose sizes are known.
  package var counters: Table {
    let stages = stages.reduce(Count(0)) { $0 + Count($1.repetitions) }
    return ToolTotal.table(toolTotals, of: stages, torchFlops: torchFlops)
  }

  package func text(all: Bool, _ spelling: Spelling) -> [String] {
    let notes = noteLines.map { "  \($0)" }
    let counted = convolutions.known > 0 ? counters.lines(spelling, hasTitles: true) : []
    return [printable(title)] + lines + [""] + table(all: all).lines(spelling, hasTitles: true)
      + (counted.isEmpty ? [] : ["", ToolTotal.heading + ":"] + counted)
      + (notes.isEmpty ? [] : ["", "Notes:"] + notes)
  }

  package func markdown(all: Bool, spell: (String) -> String) -> String {
    func list(_ lines: [String]) -> String {
      lines.map { "- \(spell($0).markdown)\n" }.joined()
    }
    func text(_ table: Table) -> String {
      table.markdown(spell: spell).map { $0 + "\n" }.joined()
    }
    return "# \(spell(printable(title)).markdown)\n\n" + list(lines) + "\n" + text(table(all: all))
      + (convolutions.known > 0 ? "\n## \(ToolTotal.heading)\n\n" + text(counters) : "")
      + (noteLines.isEmpty ? "" : "\n## Notes\n\n" + list(noteLines))
  }

  /// The sums over all convolutions whose sizes are known, each rounded down.
  package var toolTotals: [ToolTotal] {
    var times = [Count](repeating: 0, count: layers.passes.count)
    var complex = times
    for stage in stages {
      guard let place = stage.applied else { continue }
      if stage.isComplex {
        complex[place] = complex[place] + Count(stage.repetitions)
      } else {
        times[place] = times[place] + Count(stage.repetitions)
      }
    }
    return ToolTotal.all(layers.passes, times, complex)
  }
}

extension ModelStage {
  /// `Conv2d 3→64 k7 s2 p3`, `MaxPool2d k3 s2 p1`, or the word of another module.
  package var what: String {
    if let layer { return layer.shorthand.filter { $0 != "," } }
    return [printable(op), module?.poolLetters].compactMap(\.self).joined(separator: " ")
  }

  /// Whether PyTorch refuses it, or a join of what comes to it.
  var isRefused: Bool { fault.map { $0.kind != .size } ?? false }

  /// What is wrong with it, after its path.
  var faultLine: String? { fault.map { "\(printable(path)): \($0.text)" } }

  fileprivate var timesText: String { repetitions == 1 ? "" : " ×\(repetitions.grouped)" }

  /// `7`, `7×9` of axes that differ, `188–204` where not all cells see as many, or `all`.
  fileprivate var reachText: String {
    guard !reach.isEmpty else { return seesEverything ? "all" : "–" }
    return reaches.columnText(\.text) { $0 == .everything ? "all" : $0.word }
  }

  fileprivate func share(of whole: Count) -> String {
    guard let own = multiplications, own > 0 else { return "" }
    return (own * Count(repetitions)).percent(of: whole) ?? ""
  }
}
