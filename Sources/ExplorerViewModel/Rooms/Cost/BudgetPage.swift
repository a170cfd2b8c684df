extension PageWriter {
  /// What a layer costs against the budget, and what it takes in memory in every format.
  var budget: PageView.Page {
    PageView.Page(
      lines: limits + [[]] + memory + [[]] + budgetNotes, list: 1..<1 + ExplorerState.budgetRows,
      dropped: writer.width < Self.leastWidth ? ["some digits"] : [])
  }

  private static let leastWidth = 49
  private static let nameWidth = 13
  private static let barWidth = 20
  /// The columns of a number: three beside each other.
  private var numberWidth: Int { min(22, max(8, (writer.width - Self.nameWidth) / 3)) }

  private var limits: [[Span]] {
    let checks = state.budget.checks(pass)
    let lines = checks.enumerated().map { index, check in
      let style: Style = check.isOver ? .bad : .plain
      return name(check.limit.name, index) + [
        ending(digits(check.used ?? .overflow), check.isOver ? .bad : .value),
        ending(check.allowed.map(digits) ?? "–", .plain), ending(check.shareText, style),
      ]
    }
    let format = name("dtype", checks.count) + [ending(state.budget.format.rawValue, .value)]
    let verdicts = checks.filter { $0.allowed != nil }.map(verdict)
    return [row(" Budget", ["used", "allowed", "share"], .heading, .faint)] + lines + [format]
      + (state.budget.isSet ? verdicts : writer.paragraph(hint, .faint, indent: 3))
  }

  /// How much of a limit is used, as a bar, and whether it is kept, in words.
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
    state.isListFocused
      ? "type a limit, such as 100M or 256Ki; none removes it"
      : "\(KeyPress.enter.name) goes to the limits; or :budget macs=100M ram=256Ki"
  }

  private func name(_ text: String, _ index: Int) -> [Span] {
    let isChosen = state.isListFocused && index == state.choice
    return [
      Span(isChosen ? " ▸ " : "   ", .selected),
      writer.starting(text, Self.nameWidth - 3, isChosen ? .selected : .faint),
    ]
  }

  private var memory: [[Span]] {
    let formats = NumberFormat.allCases
    let bytes = Figure.ofMemory.map { figure in
      let style: Style = figure == .peakBytes || figure == .weightBytes ? .value : .plain
      return row("   \(figure.column)", formats.map { size(pass[figure, $0]) }, .faint, style)
    }
    let intensities = formats.map { format in
      Figure.intensity.ratio(pass, format)?.fitting.flatMap {
        Ratio($0.numerator).quotientText(by: $0.denominator, within: numberWidth - 1)
      } ?? "–"
    }
    return [row(" Memory", formats.map(\.rawValue), .heading, .heading)] + bytes
      + [row("   \(Figure.intensity.column)", intensities, .faint, .plain)]
  }

  /// Bytes, and human units if they are shorter and there is room.
  private func size(_ bytes: Count) -> String {
    let human = bytes >= 1_024 ? bytes.fitting.map { "\($0.binaryText)  \($0.grouped)" } : nil
    return human.flatMap { writer.spelling.width($0) < numberWidth ? $0 : nil } ?? digits(bytes)
  }

  private var budgetNotes: [[Span]] {
    let intensity = Figure.intensity.formula(pass)?.symbols ?? ""
    let limits = "MACs: all products formed. RAM: peak. Flash: weights. op/byte: \(intensity)."
    let notes = [limits] + FactSheet(pass)[.memory].notes
    return writer.paragraph(notes.joined(separator: " "), .faint)
  }

  private func row(
    _ name: String, _ texts: [String], _ style: Style, _ textStyle: Style
  ) -> [Span] {
    writer.row(
      Span(name, style), Self.nameWidth, texts.map { Span($0, textStyle) }, numberWidth)
  }

  private func digits(_ count: Count) -> String { count.grouped(within: max(6, numberWidth - 1)) }

  private func ending(_ text: String, _ style: Style) -> Span {
    writer.ending(text, numberWidth, style)
  }
}
