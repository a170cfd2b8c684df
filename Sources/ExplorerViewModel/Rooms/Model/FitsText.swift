/// Which inputs fit a network, what of this one is not read, and what a tile of this size gives.
struct FitsText {
  private let sheet: NetworkSheet
  private let writer: LineWriter
  private let axes: [(axis: Axis, network: AxisNetwork, size: Int)]
  private let rate: Int?

  init(_ network: OpenNetwork, _ state: ExplorerState, _ writer: LineWriter) {
    (sheet, self.writer, rate) = (network.sheet, writer, state.rate)
    let input = network.named.input.size
    let whole = network.named.network
    axes = input.axes.map { axis in
      (axis, whole.axis(axis.place(among: input.count), of: input.count), input[axis])
    }
  }

  var page: PageView.Page {
    let parts = [inputs, joins, unread, holes, tiles, stream, memory].filter { !$0.isEmpty }
    return PageView.Page(lines: Array(parts.joined(separator: [[]])))
  }

  private func part(_ title: String, _ texts: [(String, Style)]) -> [[Span]] {
    [[Span(" \(title)", .heading)]]
      + texts.flatMap { writer.paragraph($0.0, $0.1, indent: 3) }
  }

  /// A text for each axis, said once where all say the same.
  private func alongAxes(
    _ text: (AxisNetwork, Int) -> (String, Style)?
  ) -> [(String, Style)] {
    let texts = axes.compactMap { axis in text(axis.network, axis.size).map { (axis.axis, $0) } }
    guard let first = texts.first else { return [] }
    if texts.count == axes.count, texts.allSatisfy({ $0.1.0 == first.1.0 }) { return [first.1] }
    return texts.map { ("\($0.0.letter): \($0.1.0)", $0.1.1) }
  }

  private var inputs: [[Span]] {
    let smallest = alongAxes { network, _ in
      switch network.smallestInput() {
      case .success(let size): ("the smallest input has \(Count(size).counted("cell"))", .plain)
      case .failure: ("the smallest input is not known", .faint)
      }
    }
    return part("Inputs", smallest + alongAxes(strides))
  }

  /// Whether every stride ends at the end of its input, and the nearest inputs for which each does.
  private func strides(_ network: AxisNetwork, _ size: Int) -> (String, Style)? {
    guard let whole = network.wholeStrides else {
      return ("whether strides end at the end of their inputs is not known", .faint)
    }
    if whole.modulus == 1 { return ("all strides end at the end of their inputs", .good) }
    guard let residue = whole.residue else {
      return ("for no input do all strides end at the end of theirs", .notice)
    }
    let rule =
      "all strides end at the end of their inputs for sizes ≡ \(residue.grouped)"
      + " (mod \(whole.modulus.grouped))"
    let over = (Count(size) - residue).split(by: whole.modulus).remainder
    if over == 0 { return ("\(rule), such as this \(size.grouped)", .good) }
    let below = Count(size) - over
    let near = [below, below + whole.modulus].filter { $0 > 0 }.map(\.grouped)
    return ("\(rule): \(near.joined(separator: " or ")), not \(size.grouped)", .notice)
  }

  private var joins: [[Span]] {
    let count = sheet.named.modules.count { $0.sources.count > 1 }
    guard count > 0 else { return [] }
    let misfits = sheet.flow.mismatches.map { mismatch in
      ("\(sheet.named.modules[mismatch.node].name): \(mismatch.text)", Style.bad)
    }
    let all = ("all \(count.grouped) fit", Style.good)
    let fitting = alongAxes { network, size -> (String, Style)? in
      guard let fitting = network.fittingInputs else {
        return ("not known which inputs fit", .faint)
      }
      if fitting.residues.isEmpty { return ("no input fits", .bad) }
      let residues = fitting.residues.prefix(8).map(\.grouped).joined(separator: ", ")
      let near = fitting.nearest(to: size)
      let others = [near.below, near.above].compactMap { $0?.grouped }.joined(separator: " and ")
      let rule =
        fitting.modulus == 1
        ? "every input from \(fitting.smallest.grouped) on fits"
        : "inputs ≡ \(residues) (mod \(fitting.modulus.grouped)) fit, from"
          + " \(fitting.smallest.grouped) on"
      return (rule + (fitting.contains(size) ? "" : "; near \(size.grouped): \(others)"), .plain)
    }
    return part("Joins", (misfits.isEmpty ? [all] : misfits) + fitting)
  }

  /// The modules that leave cells at the end of their input unread.
  private var unread: [[Span]] {
    var found: [(String, Style)] = []
    for (place, node) in sheet.named.network.nodes.enumerated() {
      guard sheet.flow.shapes.indices.contains(place + 1), node.sources.count == 1 else { continue }
      let input = sheet.flow.shapes[node.sources[0]].size
      let cells = input.axes.map { axis in
        node.stage.map(axis.place(among: input.count), of: input.count).unread(input[axis]) ?? 0
      }
      guard cells.contains(where: { $0 > 0 }) else { continue }
      let text = zip(input.axes, cells).filter { $1 > 0 }
        .map { "\($1.grouped) along \($0.letter)" }.joined(separator: ", ")
      found.append(("\(sheet.named.modules[place].name): \(text)", .notice))
    }
    return part(
      "Cells at the end that are not read",
      found.isEmpty ? [("none: each module reads all that comes", .good)] : found)
  }

  /// What dilation and strides step over.
  private var holes: [[Span]] {
    let texts = alongAxes { network, _ -> (String, Style)? in
      guard let gridding = network.gridding else { return nil }
      let exact = gridding.gap.map {
        "cells are left out: taps \($0.grouped) cells apart step over what the others span"
      }
      let published = network.hybridDilation.map { rule in
        let isMet = rule.distance <= Count(rule.kernelSize)
        return "; the published rule (HDC) \(isMet ? "finds none" : "finds holes"): its M₂ is"
          + " \(rule.distance.grouped) for a kernel of \(rule.kernelSize.grouped)"
      }
      return (
        (exact ?? "none: each cell from the first to the last is read") + (published ?? ""),
        exact == nil ? .good : .notice
      )
    }
    return texts.isEmpty ? [] : part("Holes in what an output sees", texts)
  }

  /// How late outputs come where samples come one after the other, along a single axis.
  private var stream: [[Span]] {
    guard axes.count == 1, let axis = axes.first else { return [] }
    guard case .success(let stream) = axis.network.stream else {
      return part("As a stream", [("not told: not all modules see a finite part", .faint)])
    }
    let offender = stream.offender.flatMap { sheet.named.modules[at: $0]?.name }
    let causal =
      stream.isCausal
      ? "causal: no output needs samples after its own"
      : "not causal: outputs need \(time(stream.lookAhead)) after their own"
        + (offender.map { ", the first at \($0)" } ?? "")
    let chunk = stream.chunk.map { "; pieces are multiples of \($0.grouped)" } ?? ""
    return part(
      "As a stream",
      [
        (causal, stream.isCausal ? .good : .notice),
        (
          "the first output after \(time(stream.firstOutput)), one each"
            + " \(stream.hop.grouped) samples\(chunk)", .plain
        ),
      ])
  }

  /// Samples, and how long they last where that is known.
  private func time(_ samples: Count) -> String {
    let text = samples.counted("sample")
    guard let rate, !samples.isOverflow else { return text }
    let hundredths = (samples * 100_000).floorDivided(by: Count(rate))
    return "\(text) (\(hundredths.decimal(2)) ms)"
  }

  /// What a tile of the input's size gives, by itself.
  private var tiles: [[Span]] {
    let texts = alongAxes { network, size -> (String, Style)? in
      switch network.tile(size) {
      case .failure(let reason): return ("not told: \(reason.text)", .faint)
      case .success(let tile):
        guard let clean = tile.clean else {
          return ("of \(size.grouped) cells, no output is that of the whole picture", .notice)
        }
        return (
          "of \(size.grouped) cells: the outputs \(clean.lowerBound.grouped) to"
            + " \(clean.upperBound.grouped) are those of the whole picture"
            + (tile.hasGaps ? ", not all of them" : "")
            + "; it begins at a multiple of \(tile.alignment.grouped)", .plain
        )
      }
    }
    return part("A tile of this size, cut from a larger picture", texts)
  }

  private var memory: [[Span]] {
    let network = sheet.named.network
    let texts = [false, true].compactMap { inPlace -> (String, Style)? in
      guard let peak = network.peak(sheet.flow, inPlace: inPlace) else { return nil }
      let name = sheet.named.modules[at: peak.node]?.name ?? ""
      let how = inPlace ? "activations and normalizations in place" : "each module makes a tensor"
      return ("at most \(peak.elements.words) values at once, at \(name): \(how)", .plain)
    }
    return part("Memory", texts)
  }
}
