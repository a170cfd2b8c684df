/// Which inputs fit a network, which cells of this one are not read, and what a tile of this size
/// gives; computed once for a network, not for each screen.
struct NetworkFits: Sendable {
  struct Cause: Equatable, Sendable {
    let sheet: NetworkSheet
    /// That of samples a second, along a single axis.
    let rate: Int?
  }

  struct Part {
    let title: String
    let texts: [(text: String, style: Style)]
  }

  private let sheet: NetworkSheet
  private let axes: [(axis: Axis, network: AxisNetwork, size: Int)]
  private let rate: Int?
  private(set) var parts: [Part] = []

  init(_ cause: Cause) {
    (sheet, rate) = (cause.sheet, cause.rate)
    let input = sheet.named.input.size
    axes = zip(input.axes, sheet.axes).map { ($0, $1, input[$0]) }
    parts = [inputs, joins, unread, padding, holes, tiles, stream, memory].compactMap(\.self)
  }

  /// `nil` if there is nothing to say.
  private func part(_ title: String, _ texts: [(String, Style)]) -> Part? {
    texts.isEmpty ? nil : Part(title: title, texts: texts)
  }

  /// A text for each axis, said once where all say the same.
  private func alongAxes(
    _ text: (AxisNetwork, Int) -> (String, Style)?
  ) -> [(String, Style)] {
    let first = axes.first.map { ($0, text($0.network, $0.size)) }
    let texts = axes.compactMap { axis -> (Axis, (String, Style))? in
      // Axes that are alike are computed once.
      let isSame = axis.network == first?.0.network && axis.size == first?.0.size
      return (isSame ? first?.1 : text(axis.network, axis.size)).map { (axis.axis, $0) }
    }
    guard let first = texts.first else { return [] }
    if texts.count == axes.count, texts.allSatisfy({ $0.1.0 == first.1.0 }) { return [first.1] }
    return texts.map { ("\($0.0.letter): \($0.1.0)", $0.1.1) }
  }

  private var inputs: Part? {
    let smallest = alongAxes { network, _ in
      switch network.smallestFittingInput {
      case .success(let size): ("the smallest input has \(Count(size).counted("cell"))", .plain)
      case .failure(.never): ("no input goes through", .bad)
      case .failure: ("the smallest input is not known", .faint)
      }
    }
    return part("Inputs", smallest + alongAxes(strides))
  }

  /// Whether every stride ends at the end of its input, and the nearest inputs for which each does.
  private func strides(_ network: AxisNetwork, _ size: Int) -> (String, Style)? {
    guard let whole = network.wholeStrides else {
      return ("whether cells are left over at the end is not known", .faint)
    }
    guard let residue = whole.residue else {
      return ("cells are left over somewhere, whatever the input", .notice)
    }
    if whole.modulus == 1 { return ("no cell is left over, whatever the size", .good) }
    let rule =
      "no cell is left over for sizes \(residue == 0 ? "" : "\(residue.grouped) + ")"
      + "\(whole.modulus.grouped)·n"
    let smallest = (try? network.smallestFittingInput.get()).map { Count($0) } ?? 1
    guard let above = whole.least(from: max(smallest, Count(size))) else { return (rule, .plain) }
    if above == Count(size) { return ("\(rule), such as \(size.grouped)", .good) }
    let near = [above - whole.modulus, above].filter { $0 >= smallest }.map(\.grouped)
    return ("\(rule): \(near.joined(separator: " or ")), not \(size.grouped)", .notice)
  }

  private var joins: Part? {
    let count = sheet.named.modules.count { $0.sources.count > 1 }
    guard count > 0 else { return nil }
    let misfits = sheet.flow.mismatches.map { mismatch in
      ("\(sheet.named.modules[mismatch.node].name) \(mismatch.text)", Style.bad)
    }
    let all =
      sheet.flow.failure == nil
      ? [(count == 1 ? "the join fits" : "all \(count.grouped) fit", Style.good)] : []
    let centres = alongAxes { network, _ in centreGap(network) }
    return part("Joins", (misfits.isEmpty ? all : misfits) + alongAxes(fitting) + centres)
  }

  /// How far what the branches of a join see is apart, where that is most.
  private func centreGap(_ network: AxisNetwork) -> (String, Style)? {
    let gaps = sheet.centreGaps(along: axes.firstIndex { $0.network == network } ?? 0)
    guard let widest = gaps.max(by: { $0.gap.most.value < $1.gap.most.value }) else { return nil }
    let (most, others) = (widest.gap.most, gaps.count - 1)
    let isSame = gaps.allSatisfy { $0.gap == widest.gap }
    let also =
      others == 0 ? "" : " (\(isSame ? "so" : "up to that") at \(others.counted("other join")))"
    let cells = "\(most.grouped) input cell\(most == Ratio(1) ? "" : "s") apart"
    let course =
      switch widest.gap.course {
      case .steady: cells
      case .varies: "up to \(cells), differently from cell to cell"
      case .turns: "up to \(cells), to either side from cell to cell"
      }
    return ("at \(widest.module) what the branches see is centred \(course)\(also)", .notice)
  }

  private func fitting(_ network: AxisNetwork, _ size: Int) -> (String, Style)? {
    guard let fitting = network.fittingInputs else {
      return ("which inputs fit is not known", .faint)
    }
    if fitting.residues.isEmpty { return ("no input fits", .bad) }
    let smallest = fitting.smallest.grouped
    if fitting.modulus == 1 { return ("every input from \(smallest) on fits", .plain) }
    let residues = fitting.residues.map { residue in
      residue == 0
        ? "\(fitting.modulus.grouped)·n" : "\(residue.grouped) + \(fitting.modulus.grouped)·n"
    }
    let near = fitting.nearest(to: size)
    let sizes = [near.below, fitting.contains(size) ? size : nil, near.above].compactMap {
      $0?.grouped
    }
    return (
      "inputs that fit: \(listed(residues)), from \(smallest) on; near here"
        + " \(sizes.joined(separator: ", "))", .plain
    )
  }

  private static let mostListed = 8

  /// The first ones, and how many more there are.
  private func listed(_ texts: [String], separator: String = ", ") -> String {
    let rest = texts.count - Self.mostListed
    return texts.prefix(Self.mostListed).joined(separator: separator)
      + (rest > 0 ? "\(separator)… (\(rest.grouped) more)" : "")
  }

  /// What is told of each module along its axes.
  private func modules<Value>(
    _ value: (AxisMap, Int) -> Value
  ) -> [(name: String, axes: Spatial<Value>)] {
    let nodes = sheet.network.nodes.prefix(sheet.flow.shapes.count - 1)
    return nodes.enumerated().compactMap { place, node in
      guard node.sources.count == 1 else { return nil }
      let input = sheet.flow.shapes[node.sources[0]].size
      let axes = input.along { axis in
        value(node.stage.map(axis.place(among: input.count), of: input.count), input[axis])
      }
      return (sheet.named.modules[place].name, axes)
    }
  }

  /// What there is to say of it: `conv1: 2 along H, 1 along W; conv2: 1 along H, W`.
  private func texts<Value: Equatable>(
    _ modules: [(name: String, axes: Spatial<Value>)], _ style: Style, _ words: (Value) -> String?
  ) -> [(String, Style)] {
    let texts = modules.compactMap { name, axes -> String? in
      let texts = axes.named.compactMap { names, value in
        words(value).map { "\($0) along \(names)" }
      }
      return texts.isEmpty ? nil : "\(name): \(texts.joined(separator: ", "))"
    }
    return texts.isEmpty ? [] : [(listed(texts, separator: "; "), style)]
  }

  /// The modules that leave cells at the ends of their input unread, and those of which that is not
  /// known.
  private var unread: Part? {
    let modules = modules { map, size in map.unreadEnds(size) }
    let none = ("none: each module reads its input from end to end", Style.good)
    let texts =
      texts(modules, .notice) { $0.flatMap(Self.text) }
      + texts(modules, .faint) { $0 == nil ? "not known" : nil }
    let isWhole = sheet.flow.failure == nil
    return part("Cells at the ends that are not read", texts.isEmpty && isWhole ? [none] : texts)
  }

  /// `1`, `88 at both ends`, `2 at the start and 1 at the end`; `nil` where all are read.
  private static func text(_ unread: Ends<Int>) -> String? {
    let (before, after) = (Count(unread.before).grouped, Count(unread.after).grouped)
    return switch (unread.before, unread.after) {
    case (0, 0): nil
    case (0, _): after
    case (_, 0): "\(before) at the start"
    case _ where unread.before == unread.after: "\(after) at both ends"
    default: "\(before) at the start and \(after) at the end"
    }
  }

  /// The modules that read less of the padding after their input than of that before it.
  private var padding: Part? {
    let modules = modules { map, size in map.unusedPaddingAfter(size) }
    return part(
      "Padding at the end that no window reaches",
      texts(modules, .notice) { $0 > 0 ? $0.grouped : nil })
  }

  /// What dilation and strides step over.
  private var holes: Part? {
    part("Holes in what an output sees", alongAxes { network, _ in network.holeText })
  }

  private var memory: Part? {
    guard sheet.flow.failure == nil else { return nil }
    let network = sheet.network
    let texts = [false, true].compactMap { inPlace -> (String, Style)? in
      guard let peak = network.peak(sheet.flow, inPlace: inPlace) else { return nil }
      let name = sheet.named.modules[at: peak.node]?.name ?? ""
      let how = inPlace ? "activations and sums in place" : "nothing in place"
      return ("at most \(peak.elements.words) values at once, at \(name): \(how)", .plain)
    }
    return part("Memory", texts)
  }
}

// MARK: In pieces

extension NetworkFits {
  /// How late outputs come if samples come one after the other, along a single axis.
  private var stream: Part? {
    guard axes.count == 1, let axis = axes.first else { return nil }
    switch axis.network.stream {
    case .failure(let reason): return part("As a stream", [("not known: \(reason.text)", .faint)])
    case .success(let stream): return part("As a stream", texts(stream))
    }
  }

  private func texts(_ stream: Stream) -> [(String, Style)] {
    let offender = stream.offender.flatMap { sheet.named.modules[at: $0]?.name }
    let causal =
      stream.isCausal
      ? "causal: no output needs samples after its own"
      : "not causal: outputs need \(time(stream.lookAhead)) after their own"
        + (offender.map { ", the first at \($0)" } ?? "")
    let chunk = stream.chunk.map {
      $0 == 1 ? "; pieces may have any length" : "; pieces are multiples of \($0.grouped)"
    }
    let pace =
      stream.hop == Ratio(1)
      ? "one output a sample" : "one output every \(stream.hop.grouped) samples"
    let first = "the first output after \(time(stream.firstOutput)), \(pace)\(chunk ?? "")"
    let kept = sheet.kept.map { ("between pieces \($0.counted("value")) are kept", Style.plain) }
    return [(causal, stream.isCausal ? .good : .notice), (first, .plain)]
      + [kept].compactMap(\.self)
  }

  /// Samples, and how long they last where that is known.
  private func time(_ samples: Count) -> String {
    let text = samples.counted("sample")
    guard let rate, !samples.isOverflow else { return text }
    let hundredths = (samples * 100_000).floorDivided(by: Count(rate))
    return "\(text) (\(hundredths.decimal(2)) ms)"
  }

  /// The example is a picture so many times as long as a tile.
  private static let picture = 4

  /// What a tile of the input's size gives, by itself, and how many of them a larger picture takes.
  private var tiles: Part? {
    guard sheet.flow.failure == nil else { return nil }
    let texts = alongAxes { network, size -> (String, Style)? in
      switch network.tile(size) {
      case .failure(let reason): return ("not known: \(reason.text)", .faint)
      case .success(let tile):
        guard let clean = tile.clean else {
          let text = "every output touches the padding: a tile must be larger"
          return ("at \(Count(size).counted("cell")) \(text)", .notice)
        }
        let text =
          "of \(size.grouped) cells: the outputs \(clean.lowerBound.grouped) to"
          + " \(clean.upperBound.grouped) are those of the whole picture"
          + (tile.hasGaps ? ", not all of them" : "")
          + (tile.alignment == 1 ? "" : "; it begins at a multiple of \(tile.alignment.grouped)")
        return (text + (grid(tile) ?? ""), .plain)
      }
    }
    return part("A tile of this size, cut from a larger picture", texts)
  }

  private func grid(_ tile: Tile) -> String? {
    let (picture, overflow) = tile.size.multipliedReportingOverflow(by: Self.picture)
    guard !overflow, let grid = tile.grid(over: picture) else { return nil }
    let (part, whole) = (grid.repeated.numerator, grid.repeated.denominator)
    let tenths = (part * 2000 + whole).floorDivided(by: whole * 2)
    return "; \(picture.grouped) cells take \(grid.tiles.counted("tile")), \(grid.step.grouped)"
      + " apart, and \(tenths.decimal(1)) % of each is computed twice"
  }
}
