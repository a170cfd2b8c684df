import ConvArithmetic

/// One thing that an engineer would be warned of.
package struct Finding: Sendable {
  package let kind: FindingKind
  /// The path of the stage; empty for the model as a whole.
  package let path: String
  package let line: Int
  package let message: String

  /// `FILE:LINE: warning: up1: uneven overlap, … [overlap]`, as compilers write it.
  package func text(in file: String) -> String {
    let stage = path.isEmpty ? "" : "\(printable(path)): "
    return "\(printable(file)):\(line): \(kind.severity.rawValue): \(stage)\(message)"
      + " [\(kind.rawValue)]"
  }

  /// How many there are of each severity: `1 error, 3 warnings`.
  package static func summary(_ findings: [Finding]) -> String {
    let words = FindingKind.Severity.allCases.compactMap { severity in
      let count = findings.count { $0.kind.severity == severity }
      return count == 0 ? nil : count.counted(severity.rawValue)
    }
    return words.isEmpty ? Sentence.nothingToWarnOf() : words.joined(separator: ", ")
  }

  /// The same of so many files, and what of them could not be looked at: `nothing to warn of in 1
  /// file; the sizes of 2 stages are not known (give --input)`.
  package static func summary(
    _ findings: [Finding], files: Int, gaps: [ModelSheet.Gap]
  ) -> String {
    let found = "\(summary(findings)) in \(files.counted("file"))"
    guard let first = gaps.first?.reason else { return found }
    let stages = gaps.reduce(0) { $0 + $1.stages }.counted("stage")
    let isInputMissing = gaps.allSatisfy { $0.reason == Sentence.noModelInput() }
    let more = gaps.count == 1 ? "" : ", and \((gaps.count - 1).counted("more reason"))"
    return "\(found); "
      + (isInputMissing
        ? Sentence.sizesNeedInput(stages) : Sentence.sizesNotKnown(stages, first + more))
  }
}

extension ModelSheet {
  /// Why the sizes of so many stages are not known.
  package typealias Gap = (reason: String, stages: Int)

  /// One for each reason.
  package var gaps: [Gap] { reasons(.unknown).map { ($0.reason, $0.stages.count) } }

  /// What is to be warned of, stage by stage, then of the whole.
  package func findings(of kinds: [FindingKind], budget: Budget = Budget()) -> [Finding] {
    let wanted = Set(kinds)
    var inspection = Inspection(sheet: self, wanted: wanted)
    for stage in stages { inspection.look(at: stage) }
    inspection.lookAtWhole(budget)
    return inspection.findings
  }

  /// The findings of several files as one object in a line.
  package static func json(_ files: [(file: String, findings: [Finding])]) -> [UInt8] {
    let all = files.flatMap { file in file.findings.map { (file.file, $0) } }
    return JSONWriter.line { json in
      json.list("findings", all) { json, entry in
        json.field("file", entry.0)
        json.field("line", entry.1.line)
        json.field("severity", entry.1.kind.severity.rawValue)
        json.field("kind", entry.1.kind.rawValue)
        json.field("path", entry.1.path)
        json.field("message", entry.1.message)
      }
    }
  }
}

/// Goes through the stages of a model and notes what is found.
private struct Inspection {
  let sheet: ModelSheet
  let wanted: Set<FindingKind>
  private(set) var findings: [Finding] = []
  /// The applied layers of which nothing is to be said.
  private var plain: Set<Int> = []
  /// The nearest changes of layers that have been looked at.
  private var changes: [LayerCase: String] = [:]

  init(sheet: ModelSheet, wanted: Set<FindingKind>) { (self.sheet, self.wanted) = (sheet, wanted) }

  private mutating func note(_ kind: FindingKind, _ stage: ModelStage?, _ message: String) {
    findings.append(
      Finding(kind: kind, path: stage?.path ?? "", line: stage?.line ?? 1, message: message))
  }

  mutating func look(at stage: ModelStage) {
    if let place = stage.applied, plain.contains(place), stage.fault == nil { return }
    let before = findings.count
    lookAnew(at: stage)
    if let place = stage.applied, findings.count == before { plain.insert(place) }
  }

  private mutating func lookAnew(at stage: ModelStage) {
    if let fault = stage.fault, wanted.contains(fault.kind) {
      note(fault.kind, stage, fault.kind.text(fault.text))
    }
    if wanted.contains(.overlap) { lookAtOverlap(stage) }
    if wanted.contains(.dead), let pass = sheet.pass(stage), let cells = pass.deadCells {
      let rest = pass.layer.bias ? "hold the bias alone" : "stay 0"
      note(.dead, stage, FindingKind.dead.text(cells, rest))
    }
    if wanted.contains(.unread) {
      let pass = sheet.pass(stage)
      lookAtInput(stage, .unread) { pass?.unreadCells ?? $0.unreadCells($1) }
    }
    if wanted.contains(.padding) { lookAtInput(stage, .padding) { $0.unusedPadding($1) } }
  }

  private mutating func lookAtOverlap(_ stage: ModelStage) {
    guard let ratio = sheet.overlap(stage), ratio != "even", let layer = stage.layer,
      let (least, most) = layer.interiorExtremes
    else { return }
    let numbers = "\(most.grouped) : \(least.grouped)"
    note(.overlap, stage, FindingKind.overlap.text(numbers, change(of: layer, sheet.pass(stage))))
  }

  /// The nearest change that makes a layer's overlap even, with what that costs on a known input.
  ///
  /// It keeps the output's size for every input, so that any one shows it.
  private mutating func change(of layer: ConvLayer, _ known: ForwardPass?) -> String {
    let subject = LayerCase(layer: layer, input: known?.input ?? layer.proposedInput)
    if let text = changes[subject] { return text }
    let text = Self.change(of: subject, isKnown: known != nil) ?? ""
    changes[subject] = text
    return text
  }

  private static func change(of subject: LayerCase, isKnown: Bool) -> String? {
    guard let pass = try? subject.forward(), let nearest = Advice.offered(pass).first else {
      return nil
    }
    let numbers = nearest.assignments(from: subject).joined(separator: ", ")
    let price = nearest.pass.times(.multiplications, of: pass)
    return "; \(numbers) makes it even" + (isKnown ? " (products \(price))" : "")
  }

  private mutating func lookAtInput(
    _ stage: ModelStage, _ kind: FindingKind, _ cells: (Stage, Spatial<Int>) -> Spatial<Count>?
  ) {
    guard let module = stage.module, let input = stage.input, let axes = module.axes,
      let shape = TensorShape(dimensions: input, axes: axes), stage.output != nil,
      let found = cells(module, shape.size)
    else { return }
    let texts = found.named.filter { $0.value > 0 }.map { names, count in
      "\(count.counted("cell")) along \(names)"
    }
    guard !texts.isEmpty else { return }
    note(kind, stage, kind.text(texts.joined(separator: " and ")))
  }

  // MARK: The whole

  mutating func lookAtWhole(_ budget: Budget) {
    // Of a single stage that goes up the whole says no more than it does.
    let rising = sheet.stages.count { sheet.overlap($0) != nil }
    let last = sheet.stages.last { $0.wholeOverlap != nil }
    if wanted.contains(.wholeOverlap), rising > 1, let last, let ratio = last.wholeOverlap,
      ratio != "even"
    {
      note(.wholeOverlap, last, FindingKind.wholeOverlap.text(ratio))
    }
    if wanted.contains(.unknown) {
      for (reason, stages) in sheet.reasons(.unknown) {
        let others = stages.count > 1 ? ", as of \((stages.count - 1).counted("more stage"))" : ""
        findings.append(
          Finding(
            kind: .unknown, path: stages.first, line: stages.line,
            message: FindingKind.unknown.text(others, reason)))
      }
    }
    guard wanted.contains(.budget), budget.isSet else { return }
    for check in sheet.checks(budget) where check.isOver {
      let used = check.used.map(check.limit.text) ?? Count.overflowWords
      let allowed = check.allowed.map(check.limit.text) ?? ""
      note(.budget, nil, FindingKind.budget.text(check.limit.name, used, allowed))
    }
  }
}

extension ModelSheet {
  /// What the model costs against what it may cost, as far as that is known: all products, the values
  /// that are alive at once, all parameters.
  fileprivate func checks(_ budget: Budget) -> [BudgetCheck] {
    let bytes = Count(budget.format.bytes)
    let flash = stages.reduce(unusedParameters * bytes) { sum, stage in
      // The biases of a convolution may take more than its weights.
      let own = pass(stage)?[.weightBytes, budget.format] ?? stage.parameters * bytes
      return sum + own * Count(stage.repetitions)
    }
    let used: [(Budget.Limit, Count?)] = [
      (.macs, multiplications), (.ram, peak.map { $0 * bytes }), (.flash, flash),
    ]
    return used.compactMap { limit, count in count.map { budget.check(limit, $0) } }
  }
}

extension ForwardPass {
  /// The output cells that no input reaches: `12 of 64 output cells`; `nil` where there are none.
  fileprivate var deadCells: String? {
    let all = axes.map { Count($0.output) }.product
    let dead =
      layer.direction == .transposed
      ? overlap.holes : all - overlap.coverage.map(\.reachingPositions).product
    guard dead > 0, !dead.isOverflow else { return nil }
    return "\(dead.grouped) of \(all.grouped) output cells"
  }

  /// The input cells along each axis that a convolution does not read; `nil` for a transposed one.
  fileprivate var unreadCells: Spatial<Count>? {
    layer.direction == .transposed ? nil : overlap.coverage.map(\.holes)
  }
}

extension Stage {
  /// The cells at the end of each axis that a pool does not read; of a convolution, see
  /// ``ForwardPass``.
  fileprivate func unreadCells(_ size: Spatial<Int>) -> Spatial<Count>? {
    if case .convolution = self { return nil }
    return along(size) { $0.unread($1).map { Count($0) } }
  }

  /// The cells of padding after each axis that no window reads.
  fileprivate func unusedPadding(_ size: Spatial<Int>) -> Spatial<Count>? {
    along(size) { $0.unusedPaddingAfter($1) }
  }

  private func along(
    _ size: Spatial<Int>, _ cells: (AxisMap, Int) -> Count?
  ) -> Spatial<Count>? {
    size.along { axis in
      cells(map(axis.place(among: size.count), of: size.count), size[axis])
    }.complete()
  }
}
