import ConvArithmetic

/// What there is to say of a network, module by module: computed once, written where it is seen.
package struct NetworkSheet: Sendable {
  package let named: NamedNetwork
  package let flow: NetworkFlow
  /// The modules of each row: one, and those after it that treat each value by itself.
  package let rows: [Range<Int>]
  package let totals: StageCost
  /// The most values that are alive at once, each module with a tensor of its own.
  package let peak: Count?
  /// Of every tensor along each axis, the network's input first.
  private let reaches: [[Result<Reach, Unreached>]]
  private let overlaps: [[Result<OverlapPattern, Unreached>]]
  private let costs: [StageCost]
  private let mixesUneven: [Bool]
  private let axes: [AxisNetwork]

  package init(_ named: NamedNetwork) {
    let network = named.network
    self.named = named
    flow = network.flow(of: named.input)
    rows = named.rows
    costs = network.costs(flow)
    totals = costs.reduce(.none, +)
    peak = network.peak(flow, inPlace: false)?.elements
    let axes = (0..<named.input.size.count).map { network.axis($0, of: named.input.size.count) }
    reaches = axes.map(\.reaches)
    let overlaps = axes.map(\.overlaps)
    self.axes = axes
    self.overlaps = overlaps
    mixesUneven = network.mixesUneven(overlaps)
  }

  /// The row of a module.
  package func row(of module: Int) -> Int { rows.firstIndex { $0.contains(module) } ?? 0 }

  /// What a row's last module makes; `nil` where nothing comes so far.
  package func output(_ row: Int) -> TensorShape? { flow.shapes[at: rows[row].upperBound] }

  package func cost(_ row: Int) -> StageCost {
    rows[row].reduce(.none) { $0 + (costs[at: $1] ?? .none) }
  }

  /// What goes through no further, or does not fit, in one line; `nil` for a row that is fine.
  package func problem(_ row: Int) -> String? {
    if let failure = flow.failure, rows[row].contains(failure.node) { return failure.reason.text }
    return flow.mismatches.first { rows[row].contains($0.node) }.map(\.text)
  }
}

// MARK: In words

extension NetworkSheet {
  /// The receptive field of what a row makes: `7`, by phase `2–3`, by axis `7×9`.
  package func reach(_ row: Int) -> String { axisTexts(reaches, row) { $0.sizeText } }

  /// The input cells from one output cell to the next.
  package func jump(_ row: Int) -> String { axisTexts(reaches, row) { $0.jump.grouped } }

  /// How even the overlap of all modules so far is: `even`, `4:1`, `holes`; a dash where nothing
  /// goes up yet.
  package func overlap(_ row: Int) -> String {
    let tensor = rows[row].upperBound
    var patterns: [OverlapPattern] = []
    for axis in overlaps {
      switch axis[tensor] {
      case .success(let pattern): patterns.append(pattern)
      case .failure(let reason): return reason.word
      }
    }
    let periods = reaches.compactMap { try? $0[tensor].get().period }
    if periods.allSatisfy({ $0 == 1 }), periods.count == patterns.count { return "–" }
    // In a plane, branches that are not even each do not add up axis by axis.
    if mixesUneven[tensor] {
      return patterns.allSatisfy(\.isEven) ? Unreached.unknown.word : "uneven"
    }
    if patterns.allSatisfy(\.isEven) { return "even" }
    guard let ratio = OverlapPattern.ratio(patterns) else { return Unreached.tooLong.word }
    return ratio.least == 0 ? "holes" : "\(ratio.most.grouped):\(ratio.least.grouped)"
  }

  /// Of the last tensor, along each axis that differs from those before it.
  package var lastPatterns: [(axis: Axis, pattern: Result<OverlapPattern, Unreached>)] {
    zip(named.input.size.axes, overlaps).enumerated().compactMap { place, pair in
      guard axes.firstIndex(of: axes[place]) == place, let pattern = pair.1.last else { return nil }
      return (pair.0, pattern)
    }
  }

  /// Whether the last tensor's overlap is even.
  package var isEven: Bool {
    (overlaps.first?.count).map { $0 > 0 } == true && mixesUneven.last == false
      && overlaps.allSatisfy { axis in (try? axis.last?.get())?.isEven == true }
  }

  /// What the counts of the last tensor repeat with, of a chain that goes up.
  package var dividedBy: Count? {
    for axis in axes { if case .uneven(let divisor)? = axis.divisorVerdict { return divisor } }
    return nil
  }

  /// How far the ends of the paths from an output of the last module are from their middle, as a
  /// standard deviation in input cells; `nil` where it cannot be told.
  package func spread(along axis: Axis) -> String? {
    guard let variance = axes[axis.place(among: axes.count)].pathVariance else { return nil }
    return String(format2: variance.value.squareRoot())
  }

  private func axisTexts<Value>(
    _ axes: [[Result<Value, Unreached>]], _ row: Int, _ text: (Value) -> String
  ) -> String {
    let texts = axes.map { axis in
      switch axis[rows[row].upperBound] {
      case .success(let value): text(value)
      case .failure(let reason): reason.word
      }
    }
    return Set(texts).count == 1 ? texts[0] : texts.joined(separator: "×")
  }

  /// The products of a row of all: `3.2 %`; empty for a row without any.
  package func share(_ row: Int) -> String {
    let (part, whole) = (cost(row).multiplications, totals.multiplications)
    guard part > 0, !whole.isOverflow, whole > 0 else { return "" }
    return (part * 1000).floorDivided(by: whole).decimal(1) + " %"
  }

  /// The module of a row in short: `Conv2d 3→64 k7 s2 p3`, `MaxPool2d k3 s2 p1`, `+ relu_4`.
  package func what(_ row: Int) -> String {
    let place = rows[row].lowerBound
    let module = named.modules[place]
    if let layer = module.layer { return layer.shorthand.replacing(",", with: "") }
    if let letters = module.stage.poolLetters { return "\(module.className) \(letters)" }
    let constructor = module.constructor
    let plain = constructor.hasPrefix("nn.") ? String(constructor.dropFirst(3)) : constructor
    // A join says what else it takes than what the module before it makes.
    let others = module.sources.filter { $0 != place }.map(named.name(of:))
    return module.sources.count > 1 ? "\(plain) \(others.joined(separator: ", "))" : plain
  }
}

extension NetworkSheet {
  /// A line for each row, with its parameters and products in all digits.
  package var table: Table {
    let columns: [Table.Column] = [
      .init("module"), .init("what"), .init("output", .trailing), .init("sees", .trailing),
      .init("apart", .trailing), .init("overlap", .trailing), .init("parameters", .trailing),
      .init("products", .trailing), .init("share", .trailing),
    ]
    let texts = rows.indices.map { row in
      let cost = self.cost(row)
      return [
        named.modules[rows[row].lowerBound].name, what(row), output(row)?.text ?? "no output",
        reach(row), jump(row), overlap(row), cost.parameters.grouped,
        cost.multiplications.grouped, share(row),
      ]
    }
    return Table(columns, texts: texts)
  }

  /// Totals in a line each, and what does not fit.
  package var lines: [String] {
    let output = flow.shapes.count > named.modules.count ? flow.shapes.last?.text : nil
    return [
      "\(named.input.text) → \(output ?? "no output")",
      "\(totals.parameters.words) parameters",
      "\(totals.multiplications.words) products",
      peak.map { "at most \($0.words) values at once, each module with a tensor of its own" },
    ].compactMap(\.self)
      + rows.indices.compactMap { row in
        problem(row).map { "! \(named.modules[rows[row].lowerBound].name): \($0)" }
      }
  }
}

extension NamedNetwork.Module {
  fileprivate var className: String {
    String(constructor.split(separator: "(").first?.split(separator: ".").last ?? "")
  }
}

extension Stage {
  /// The window of a pool in the letters of model tables; `nil` for another stage.
  fileprivate var poolLetters: String? {
    let windows = maps.compactMap { if case .pool(let window) = $0 { window } else { nil } }
    guard windows.count == maps.count, !windows.isEmpty else { return nil }
    let numbers: [(letter: String, texts: [Int], usual: Int)] = [
      ("k", windows.map(\.kernelSize), 0), ("s", windows.map(\.stride), 1),
      ("p", windows.map(\.padding), 0), ("d", windows.map(\.dilation), 1),
    ]
    return numbers.filter { number in number.texts.contains { $0 != number.usual } }
      .map {
        $0.letter
          + (Set($0.texts).count == 1
            ? "\($0.texts[0])" : $0.texts.map(String.init).joined(separator: "×"))
      }
      .joined(separator: " ")
  }
}

extension NamedNetwork {
  /// The name of a tensor: of the module that makes it, or `x`.
  func name(of tensor: Int) -> String { modules[at: tensor - 1]?.name ?? "x" }

  fileprivate var rows: [Range<Int>] {
    var rows: [Range<Int>] = []
    for (place, module) in modules.enumerated() {
      if let last = rows.last, module.stage.isPointwise, module.sources == [place] {
        rows[rows.count - 1] = last.lowerBound..<place + 1
      } else {
        rows.append(place..<place + 1)
      }
    }
    return rows
  }
}

extension Reach {
  /// `7`, or `2–3` for phases that see differently many cells.
  var sizeText: String {
    least == most ? most.grouped : "\(least.grouped)–\(most.grouped)"
  }
}

extension Unreached {
  /// In a column.
  var word: String {
    switch self {
    case .everything: "all"
    case .tooLong: "long"
    case .jumpsDiffer, .sizesDiffer, .unknown: "?"
    }
  }
}

extension NetworkFlow.Mismatch {
  /// `124×124 and 125×125 do not fit`.
  package var text: String {
    let sizes = shapes.map { $0.size.map(\.grouped).joined(separator: "×") }
    let isSizes = Set(sizes).count > 1
    let texts = isSizes ? sizes : shapes.map { "\($0.channels.grouped) channels" }
    return "\(texts.joined(separator: " and ")) do not fit"
  }
}

extension StageRefusal {
  package var text: String {
    if case .layer(let refusal) = self { return refusal.lines.joined(separator: "; ") }
    return problems.map(\.message).joined(separator: "; ")
  }
}

extension Collection {
  fileprivate subscript(at place: Index) -> Element? {
    place >= startIndex && place < endIndex ? self[place] : nil
  }
}

extension String {
  /// A number with two places.
  fileprivate init(format2 number: Double) {
    self = number < 1e12 ? Count(Int((number * 100).rounded())).decimal(2) : "\(number)"
  }
}
