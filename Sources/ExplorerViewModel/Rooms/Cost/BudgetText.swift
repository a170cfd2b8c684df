import ConvArithmetic
import LayerNotation

/// What a layer costs against the budget, and what it takes in memory in every format.
struct BudgetText {
  private(set) var page = PageView.Page()
  private let writer: LineWriter
  private let budget: Budget
  private let choice: Int?

  private static let leastWidth = 49
  private static let nameWidth = 13
  private static let barWidth = 20
  /// The columns of a number: three beside each other.
  private var numberWidth: Int { min(22, max(8, (writer.width - Self.nameWidth) / 3)) }

  init(_ state: ExplorerState, _ pass: ForwardPass, _ writer: LineWriter) {
    self.writer = writer
    budget = state.budget
    choice = state.isListFocused ? state.choice : nil
    page.list = 1..<1 + BudgetRow.all.count
    page.lines = limits(pass) + [[]] + memory(pass) + [[]] + notes(pass)
    if writer.width < Self.leastWidth { page.dropped = ["some digits"] }
  }

  private func limits(_ pass: ForwardPass) -> [[Span]] {
    let checks = budget.checks(pass)
    let lines = checks.enumerated().map { index, check in
      let style: Style = check.isOver ? .bad : .plain
      return name(check.limit.name, index) + [
        ending(digits(check.used ?? .overflow), check.isOver ? .bad : .value),
        ending(check.allowed.map(digits) ?? "–", .plain), ending(check.shareText, style),
      ]
    }
    let format = name("dtype", checks.count) + [ending(budget.format.rawValue, .value)]
    let verdicts = checks.filter { $0.allowed != nil }.map(verdict)
    return [row(" Budget", ["used", "allowed", "share"], .heading, .faint)] + lines + [format]
      + (budget.isSet ? verdicts : writer.paragraph(hint, .faint, indent: 3))
  }

  /// What of a limit is used as a bar, and whether it holds, in words.
  private func verdict(_ check: BudgetCheck) -> [Span] {
    let text = (check.isOver ? "! " : "") + check.verdict
    let room = min(Self.barWidth, writer.width - Self.nameWidth - 4 - writer.spelling.width(text))
    let length = check.isOver ? room : Share(check.used, of: check.allowed)?.length(of: room) ?? 0
    let bar =
      String(repeating: "█", count: max(0, length))
      + String(repeating: ".", count: max(0, room - max(0, length)))
    return [
      writer.starting("   \(check.limit.name)", Self.nameWidth, .faint),
      Span(room < 4 ? "" : "[\(bar)] ", .bar), Span(text, check.isOver ? .bad : .good),
    ]
  }

  private var hint: String {
    choice == nil
      ? "\(KeyPress.enter.name) goes to the limits; or :budget macs=100M ram=256Ki"
      : "type a limit, such as 100M or 256Ki; none takes it away"
  }

  private func name(_ text: String, _ index: Int) -> [Span] {
    let isChosen = index == choice
    return [
      Span(isChosen ? " ▸ " : "   ", .selected),
      writer.starting(text, Self.nameWidth - 3, isChosen ? .selected : .faint),
    ]
  }

  private func memory(_ pass: ForwardPass) -> [[Span]] {
    let formats = NumberFormat.allCases
    let bytes = Figure.ofMemory.map { figure in
      let style: Style = figure == .peakBytes || figure == .weightBytes ? .value : .plain
      return row("   \(figure.column)", formats.map { size(pass[figure, $0]) }, .faint, style)
    }
    let intensities = formats.map { intensity(pass, $0) }
    return [row(" Memory", formats.map(\.rawValue), .heading, .heading)] + bytes
      + [row("   \(Figure.intensity.column)", intensities, .faint, .plain)]
  }

  /// Bytes, and in human units where they say it shorter and there is room.
  private func size(_ bytes: Count) -> String {
    let human = bytes >= 1_024 ? bytes.fitting.map { "\($0.binaryText)  \($0.grouped)" } : nil
    return human.flatMap { writer.spelling.width($0) < numberWidth ? $0 : nil } ?? digits(bytes)
  }

  private func intensity(_ pass: ForwardPass, _ format: NumberFormat) -> String {
    Figure.intensity.ratio(pass, format)?.fitting.flatMap {
      Ratio($0.numerator).quotientText(by: $0.denominator, within: numberWidth - 1)
    } ?? "–"
  }

  private func notes(_ pass: ForwardPass) -> [[Span]] {
    let intensity = Figure.intensity.formula(pass)?.symbols ?? ""
    let limits = "MACs: all products formed. RAM: peak. Flash: weights. op/byte: \(intensity)."
    let notes = [limits] + FactSheet(pass)[.memory].notes
    return writer.paragraph(notes.joined(separator: " "), .faint)
  }

  private func row(
    _ name: String, _ texts: [String], _ style: Style, _ textStyle: Style
  ) -> [Span] {
    [writer.starting(name, Self.nameWidth, style)] + texts.map { ending($0, textStyle) }
  }

  private func digits(_ count: Count) -> String { count.grouped(within: max(6, numberWidth - 1)) }

  private func ending(_ text: String, _ style: Style) -> Span {
    writer.ending(text, numberWidth, style)
  }
}
