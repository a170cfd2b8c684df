import ConvArithmetic

// What there is to say of a network, in words.

extension NetworkSheet {
  /// The receptive field of what a row makes: `7`, by phase `2–3`, by axis `7×9`.
  package func reach(_ row: Int) -> String {
    axisTexts(reaches, row, { ($0.least...$0.most).text }) { $0 == .everything ? "all" : $0.word }
  }

  /// What the cells of a tensor see along the last axis; `nil` where that is not known.
  package func lastReach(of tensor: Int) -> Reach? {
    reaches.last.flatMap { $0[at: tensor] }.flatMap { try? $0.get() }
  }

  /// The input cells from one output cell to the next.
  package func jump(_ row: Int) -> String {
    axisTexts(reaches, row, \.jump.grouped, \.word)
  }

  /// The cells that a row's outputs really read, where that is fewer than they span: `5`, by phase
  /// `4–5`, by axis `5×9`; `nil` where they read all, or too many to be counted at each key.
  package func reads(_ row: Int) -> String? {
    guard output(row) != nil else { return nil }
    let tensor = rows[row].upperBound
    var isLess = false
    let counts = axes.mapOnce { axis -> String? in
      guard let reach = try? reaches[axes.firstIndex(of: axis) ?? 0][tensor].get(),
        let read = try? axis.readCounts(in: tensor, effort: 1 << 14).get(),
        let least = read.min(), let most = read.max(), !most.isOverflow
      else { return nil }
      isLess = isLess || reach.least > least || reach.most > most
      return (least...most).text
    }
    guard isLess, let texts = counts.complete() else { return nil }
    return texts.axesText
  }

  /// How much of the input a row's outputs see: `sees 7 input cells, neighbours look 2 input cells
  /// further`, `spans 73 input cells, reads 7, …`; otherwise why there is no number.
  package func sight(_ row: Int) -> String {
    let tensor = rows[row].upperBound
    for (place, axis) in reaches.enumerated() {
      guard case .failure(let reason) = axis[tensor], reason != .everything else { continue }
      let culprit = reason.isUnfollowed ? unfollowed(tensor, along: place) : nil
      return culprit.map { "is not followed through \($0)" }
        ?? "sees cells that are not counted: \(reason.text)"
    }
    guard reaches.allSatisfy({ (try? $0[tensor].get()) != nil }) else {
      let isAll = !reaches.contains { (try? $0[tensor].get()) != nil }
      return isAll ? "sees all of the input" : "sees \(reach(row)) input cells"
    }
    let (size, jump) = (reach(row), jump(row))
    let cells = "\(size) input cell\(size == "1" ? "" : "s")"
    let seen = reads(row).map { "spans \(cells), reads \($0)" } ?? "sees \(cells)"
    return "\(seen), neighbours look \(jump) input cell\(jump == "1" ? "" : "s") further"
  }

  /// The first module on the way to a tensor whose reads are not known, in short.
  private func unfollowed(_ tensor: Int, along place: Int) -> String? {
    var tensor = tensor
    while let module = named.modules[at: tensor - 1] {
      let before = module.sources.first { source in
        if case .failure(let reason) = reaches[place][source] { reason.isUnfollowed } else { false }
      }
      guard let before else { return what(row(of: tensor - 1)) }
      tensor = before
    }
    return nil
  }

  /// How even the overlap of all modules so far is: `even`, `4:1`, `holes`; a dash where nothing
  /// goes up yet.
  package func overlap(_ row: Int) -> String {
    output(row) == nil ? "–" : verdict(row).text
  }

  /// The same as a value, whether or not the row has an output.
  package func verdict(_ row: Int) -> OverlapVerdict { told.overlap(rows[row].upperBound) }

  /// Of the last tensor, along each axis that differs from those before it.
  package var lastPatterns: [(axis: Axis, pattern: Result<OverlapPattern, Unreached>)] {
    zip(named.input.size.axes, overlaps).enumerated().compactMap { place, pair in
      guard axes.firstIndex(of: axes[place]) == place, let pattern = pair.1.last else { return nil }
      return (pair.0, pattern)
    }
  }

  /// Of the last tensor along its last two axes, whose counts multiply in a plane; none where they do
  /// not, or are not told.
  package var patternsOfPlane: [OverlapPattern] {
    let patterns = overlaps.suffix(2).compactMap { try? $0.last?.get() }
    return mixesUneven.last == false && patterns.count == 2 ? patterns : []
  }

  /// Whether the last tensor's overlap is even.
  package var isEven: Bool {
    flow.failure == nil && mixesUneven.last == false
      && overlaps.allSatisfy { axis in (try? axis.last?.get())?.isEven == true }
  }

  /// What the counts of the last tensor repeat with, of a chain that goes up.
  package var dividedBy: Count? {
    for axis in axes { if case .uneven(let divisor)? = axis.divisorVerdict { return divisor } }
    return nil
  }

  private func axisTexts<Value>(
    _ axes: [[Result<Value, Unreached>]], _ row: Int, _ text: (Value) -> String,
    _ word: (Unreached) -> String
  ) -> String {
    guard output(row) != nil else { return "–" }
    return axes.map { $0[rows[row].upperBound] }.columnText(text, word)
  }

  /// The products of a row, or another part of its cost, of all: `3.2 %`; empty for a row without any.
  package func share(
    _ row: Int, of number: KeyPath<StageCost, Count> = \.multiplications
  ) -> String {
    let (part, whole) = (cost(row)[keyPath: number], totals[keyPath: number])
    guard part > 0, !whole.isOverflow, whole > 0 else { return "" }
    let tenths = (part * 2000 + whole).floorDivided(by: whole * 2)
    return tenths == 1000 ? "100 %" : tenths.decimal(1) + " %"
  }

  /// The module of a row in short: `Conv2d 3→64 k7 s2 p3`, `MaxPool2d k3 s2 p1`, `+ relu_4`.
  package func what(_ row: Int) -> String {
    let place = rows[row].lowerBound
    let module = named.modules[place]
    if let layer = module.layer { return layer.shorthand.filter { $0 != "," } }
    if let letters = module.stage.poolLetters { return "\(module.className) \(letters)" }
    let constructor = module.constructor
    let plain = constructor.hasPrefix("nn.") ? String(constructor.dropFirst(3)) : constructor
    // A join says what else it takes than what the module before it makes.
    let others = module.sources.filter { $0 != place }.map(named.name(of:))
    return module.sources.count > 1 ? "\(plain) \(others.joined(separator: ", "))" : plain
  }

  /// A line for each row, with its parameters and products in all digits.
  package var table: Table { table(of: nil) }

  /// The same of some rows in their order.
  package func table(of some: [Int]?) -> Table {
    let columns: [Table.Column] = [
      .init("module"), .init("what"), .init("output", .trailing), .init("sees", .trailing),
      .init("apart", .trailing), .init("overlap", .trailing), .init("parameters", .trailing),
      .init("products", .trailing), .init("share", .trailing),
    ]
    let texts = (some ?? Array(rows.indices)).map { row in
      let cost = self.cost(row)
      return [
        name(row), wholeText(row), output(row)?.text ?? "no output",
        reach(row), jump(row), overlap(row), cost.parameters.grouped,
        cost.multiplications.grouped, share(row),
      ]
    }
    return Table(columns, texts: texts)
  }

  /// All modules of a row: `Conv2d 3→64 k7 s2 p3 + BatchNorm2d + ReLU`, as parameters are of all.
  private func wholeText(_ row: Int) -> String {
    let others = named.modules[rows[row].dropFirst()].map(\.className).filter { !$0.isEmpty }
    return ([what(row)] + others).joined(separator: " + ")
  }

  /// The shapes of input and output.
  package var shapesText: String {
    let output = flow.shapes.count > named.modules.count ? flow.shapes.last?.text : nil
    return "\(named.input.text) → \(output ?? "no output")"
  }

  /// Parameters, products and memory of the whole.
  package var totalTexts: [String] {
    [
      "\(totals.parameters.words) parameters", "\(totals.multiplications.words) products",
      peak.map { "at most \($0.words) values at once" },
    ].compactMap(\.self)
  }

  /// Shapes and totals in a line each, and what does not fit.
  package var lines: [String] {
    [shapesText] + totalTexts
      + rows.indices.compactMap { row in problem(row).map { "! \(name(row)): \($0)" } }
  }
}

extension NamedNetwork.Module {
  fileprivate var className: String {
    String(constructor.split(separator: "(").first?.split(separator: ".").last ?? "")
  }
}

extension Stage {
  /// The window of a pool in the letters of model tables; `nil` for another stage.
  var poolLetters: String? {
    let windows = maps.compactMap { if case .pool(let window) = $0 { window } else { nil } }
    guard windows.count == maps.count, !windows.isEmpty else { return nil }
    let numbers: [(letter: String, texts: [Int], usual: Int)] = [
      ("k", windows.map(\.kernelSize), 0), ("s", windows.map(\.stride), 1),
      ("p", windows.map(\.padding), 0), ("d", windows.map(\.dilation), 1),
    ]
    return numbers.filter { number in number.texts.contains { $0 != number.usual } }
      .map { $0.letter + $0.texts.map(String.init).axesText }
      .joined(separator: " ")
  }
}

extension Array {
  /// What is told along each axis in a column: `7`, `7×9` of axes that differ.
  func columnText<Value>(
    _ text: (Value) -> String, _ word: (Unreached) -> String
  ) -> String where Element == Result<Value, Unreached> {
    map { told in
      switch told {
      case .success(let value): text(value)
      case .failure(let reason): word(reason)
      }
    }.axesText
  }
}

extension Unreached {
  /// Why a figure has no number.
  package var text: String {
    switch self {
    case .everything: "a module sees all of its input, however large"
    case .tooLong: "it would take too long to count, or does not fit in 127 bits"
    case .jumpsDiffer: "branches meet whose cells are not equally far apart in the input"
    case .sizesDiffer: "branches meet whose sizes are not the same"
    case .unknown, .uncounted: "which cells a module reads is not known"
    }
  }

  fileprivate var isUnfollowed: Bool { self == .unknown || self == .uncounted }

  /// In a column; behind a module that sees everything no two cells look at different places.
  var word: String {
    switch self {
    case .everything: "–"
    case .tooLong: "long"
    case .jumpsDiffer, .sizesDiffer, .unknown, .uncounted: "?"
    }
  }
}

extension NetworkFlow.Mismatch {
  /// `joins 124×124 and 125×125, which do not fit`.
  package var text: String {
    let sizes = shapes.map { $0.size.map(\.grouped).joined(separator: "×") }
    let isSizes = Set(sizes).count > 1
    let texts = isSizes ? sizes : shapes.map { $0.channels.counted("channel") }
    return "joins \(texts.joined(separator: " and ")), which do not fit"
  }
}

extension Ratio {
  /// The square root with two places, of a number of at least 0.
  package var rootText: String {
    let root = value.squareRoot()
    return root < 1e12 ? Count(Int((root * 100).rounded())).decimal(2) : "\(root)"
  }
}
