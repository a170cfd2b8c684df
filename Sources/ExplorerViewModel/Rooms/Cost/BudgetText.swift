import ConvArithmetic
import LayerNotation

/// What a layer costs against the budget, and what it takes in memory in every format.
struct BudgetText {
  private(set) var lines: [[Span]] = []
  /// The line of the chosen row.
  private(set) var chosenLines = 0..<0
  private let spelling: Spelling
  private let width: Int
  private let budget: Budget
  private let choice: Int?

  init(_ state: ExplorerState, _ pass: ForwardPass, width: Int) {
    (spelling, self.width) = (state.capabilities.spelling, width)
    budget = state.budget
    choice = state.isListFocused ? state.choice : nil
    limits(pass)
    lines.append([])
    memory(pass)
    lines.append([])
    notes(pass)
  }

  /// What a text so narrow has no room for.
  static func dropped(width: Int) -> [String] { width < leastWidth ? ["some digits"] : [] }

  private static let leastWidth = 49
  private static let nameWidth = 13
  private static let barWidth = 20
  /// The columns of a number: three beside each other.
  private var numberWidth: Int { min(20, max(8, (width - Self.nameWidth) / 3)) }
}

extension BudgetText {
  private mutating func limits(_ pass: ForwardPass) {
    lines.append([
      Span(spelling.padded(" Budget", to: Self.nameWidth), .heading), ending("used", .faint),
      ending("allowed", .faint), ending("share", .faint),
    ])
    for (index, check) in budget.checks(pass).enumerated() {
      let start = lines.count
      lines.append(line(check, index))
      if let verdict = verdict(check) { lines.append(verdict) }
      if index == choice { chosenLines = start..<lines.count }
    }
    let index = BudgetRow.all.count - 1
    if index == choice { chosenLines = lines.count..<lines.count + 1 }
    lines.append([mark(index), name("dtype", index), ending(budget.format.rawValue, .value)])
    guard !budget.isSet else { return }
    let hint =
      choice == nil
      ? "\(KeyPress.enter.name) goes to the limits; or :budget macs=100M ram=256Ki"
      : "type a limit, such as 100M or 256Ki; none takes it away"
    lines += wrap(hint, width: width - 3, spelling).map { [Span("   \($0)", .faint)] }
  }

  private func line(_ check: BudgetCheck, _ index: Int) -> [Span] {
    [
      mark(index), name(check.limit.name, index),
      ending(digits(check.used ?? .overflow), check.isOver ? .bad : .value),
      ending(check.allowed.map(digits) ?? "–", .plain),
      ending(check.shareText, check.isOver ? .bad : .plain),
    ]
  }

  /// What of a limit is used as a bar, and whether it holds, in words.
  private func verdict(_ check: BudgetCheck) -> [Span]? {
    guard check.allowed != nil else { return nil }
    let text = (check.isOver ? "! " : "") + check.verdict
    // As long for all limits, where that leaves the words their room.
    let room = min(Self.barWidth, width - 6 - spelling.width(text))
    let share = check.used == nil ? nil : Share(check.used, of: check.allowed)
    let length = check.isOver ? room : share?.length(of: room) ?? 0
    let bar = room < 6 ? "" : "[" + blocks(length - 2, of: room - 2) + "] "
    return [Span("   \(bar)", .bar), Span(text, check.isOver ? .bad : .good)]
  }

  private func blocks(_ length: Int, of room: Int) -> String {
    let full = min(max(0, length), room)
    return String(repeating: "█", count: full) + String(repeating: ".", count: room - full)
  }

  private func mark(_ index: Int) -> Span {
    index == choice ? Span(" ▸ ", .selected) : Span("   ")
  }

  private func name(_ text: String, _ index: Int) -> Span {
    let padded = spelling.padded(text, to: Self.nameWidth - 3)
    return Span(padded, index == choice ? .selected : .faint)
  }
}

extension BudgetText {
  private mutating func memory(_ pass: ForwardPass) {
    let formats = NumberFormat.allCases
    lines.append(
      [Span(spelling.padded(" Memory", to: Self.nameWidth), .heading)]
        + formats.map { ending($0.rawValue, .heading) })
    for figure in Figure.ofMemory {
      let counts = formats.map { pass[figure, $0] }
      let style: Style = figure == .peakBytes || figure == .weightBytes ? .value : .plain
      lines.append([memoryName(figure)] + counts.map { ending(digits($0), style) })
      // Human units only where they say it shorter.
      guard counts.contains(where: { $0 >= 1_024 && !$0.isOverflow }) else { continue }
      lines.append(
        [Span(spelling.padded("", to: Self.nameWidth))]
          + counts.map { ending($0.fitting?.binaryText ?? "", .faint) })
    }
    lines.append(
      [memoryName(.intensity)] + formats.map { ending(intensity(pass, $0), .plain) })
  }

  private func memoryName(_ figure: Figure) -> Span {
    Span(spelling.padded("   \(figure.column)", to: Self.nameWidth), .faint)
  }

  private func intensity(_ pass: ForwardPass, _ format: NumberFormat) -> String {
    Figure.intensity.ratio(pass, format)?.fitting.flatMap {
      Ratio($0.numerator).quotientText(by: $0.denominator, within: numberWidth - 1)
    } ?? "–"
  }

  private mutating func notes(_ pass: ForwardPass) {
    let isTransposed = pass.layer.direction == .transposed
    let buffer =
      pass.needsNoColumns
      ? "buffer: none is needed, a 1×1 kernel reads the input as it is."
      : "buffer: of \(isTransposed ? "GEMM + col2im" : "im2col + GEMM"), one group, one sample."
    let intensity = Figure.intensity.formula(pass)?.symbols ?? ""
    let notes = [
      "MACs: all products formed. RAM: peak. Flash: weights.",
      "peak: input + output; weights: with bias, int32 at int8.", buffer,
      "op/byte: \(intensity), moved once.",
    ]
    lines += notes.flatMap { note in
      wrap(note, width: width - 1, spelling).map { [Span(" \($0)", .faint)] }
    }
  }

  private func digits(_ count: Count) -> String { count.grouped(within: max(6, numberWidth - 1)) }

  private func ending(_ text: String, _ style: Style) -> Span {
    Span(spelling.padded(text, to: numberWidth, .trailing, least: 1), style)
  }
}

extension PageView {
  /// The budget, and the memory that the layer takes.
  static func budget(_ state: ExplorerState) -> PageView {
    PageView(state) { pass, width in
      let text = BudgetText(state, pass, width: width)
      return Page(
        lines: text.lines, chosenLines: text.chosenLines,
        dropped: BudgetText.dropped(width: width))
    }
  }
}
