/// A question with what is typed, and once it is answered, the verdict on the answer.
struct PredictionText {
  let prediction: Prediction
  let spelling: Spelling
  let width: Int

  private var question: Question { prediction.question }

  /// What is asked, and in which exercise; without the layer if the panel beside it shows the
  /// layer.
  func asked(isBesidePanel: Bool) -> [[Span]] {
    paragraph(heading, .heading) + [[]]
      + (isBesidePanel ? [] : paragraph(question.layerText) + [[]])
      + paragraph(question.sentence, .value)
  }

  private var heading: String {
    let exercise = prediction.exercise.map {
      "Exercise \($0.number)\($0.chase == nil ? "" : " again"), level \($0.level.rawValue), "
        + "seed \($0.seed)"
    }
    let score = prediction.score
    return (exercise ?? "Predict")
      + (score.asked == 0 ? "" : "; \(score.right) of \(score.asked) right")
  }

  /// The verdict on the answer; nothing before there is one.
  var revealed: [[Span]] {
    switch prediction.stage {
    case .asked: return []
    case .shown:
      return paragraph("It is \(question.text(question.answer)).", .value) + [[]] + working
    case .answered(let judgement):
      let verdict = paragraph(judgement.verdict, judgement.isRight ? .good : .bad)
      return verdict + explanation(judgement) + [[]] + working
    }
  }

  /// Why the answer is wrong, if that is known.
  private func explanation(_ judgement: Judgement) -> [[Span]] {
    guard !judgement.isRight else { return [] }
    let mistakes = judgement.mistakes
    guard !mistakes.isEmpty else { return paragraph(judgement.distanceText) }
    return mistakes.flatMap { mistake in
      paragraph("Misconception: \(mistake.idea.name)", .value)
        + paragraph(question.reason(mistake), .notice)
        + facts.lines(FactSection(title: "", facts: question.working(mistake))).dropFirst()
    }
  }

  private var working: [[Span]] {
    facts.lines(
      FactSection(
        title: "How it comes about", facts: question.working,
        notes: [question.relationshipText].compactMap { $0 }))
  }

  private var facts: LineWriter { LineWriter(width: width, spelling: spelling) }

  private func paragraph(_ text: String, _ style: Style = .plain) -> [[Span]] {
    wrap(text, width: width - 2, spelling).map { [Span(" "), Span($0, style)] }
  }
}

/// The hyperparameters, a question about them, and below the answer the map that it belongs to.
struct PredictionView: WholeView {
  let state: ExplorerState
  let prediction: Prediction

  private static let panelWidth = 30
  private static let leastColumnsWithPanel = 72
  /// A legend and some rows of cells.
  private static let leastMapRows = 6
  private static let leastMapColumns = 20

  private var textColumn: Int {
    state.size.columns >= Self.leastColumnsWithPanel ? Self.panelWidth + 1 : 0
  }

  private var words: PredictionText {
    PredictionText(
      prediction: prediction, spelling: state.spelling, width: state.size.columns - textColumn)
  }

  var text: TextExtent { TextExtent(lines: lines.count, rows: state.inside.pane.rows) }

  private var asked: [[Span]] { words.asked(isBesidePanel: textColumn > 0) }

  private var lines: [[Span]] {
    let revealed = words.revealed
    return asked + [[], entryLine] + (revealed.isEmpty ? [] : [[]] + revealed)
  }

  var entryIndex: Int { asked.count + 1 }

  private var entryLine: [Span] {
    let typed = prediction.entry.text
    guard prediction.isAsking else { return [Span(" ▸ ", .faint), Span(typed, .plain)] }
    return [Span(" ▸ ", .key), Span(typed, .value), Span("_", .focus)]
      + (typed.isEmpty ? [Span("  " + prediction.question.expected, .faint)] : [])
  }

  func draw(_ size: ScreenSize) -> Frame {
    var frame = Frame(size: size, spelling: state.spelling)
    let column = textColumn
    if column > 0 { drawPanel(size, &frame) }
    let (lines, entry) = (lines, entryIndex)
    var first = min(state.scroll, max(0, lines.count - size.rows))
    // What is typed stays in sight.
    if prediction.isAsking { first = max(first, entry - size.rows + 1) }
    frame.write(lines, scrolledTo: first, column: column)
    if prediction.isAsking {
      frame.cursor = cursor(row: entry - first, column: column, frame)
    } else {
      drawMap(row: lines.count + 1, column: column + 1, &frame)
    }
    return frame
  }

  /// After what is typed; at the end of a line that is too long for the screen.
  private func cursor(row: Int, column: Int, _ frame: Frame) -> Place? {
    let end = column + 3 + frame.spelling.width(prediction.entry.text)
    let place = Place(row: row, column: min(end, frame.size.columns - 1))
    return frame.contains(place.row, place.column) ? place : nil
  }

  private func drawPanel(_ size: ScreenSize, _ frame: inout Frame) {
    // The notes below the rows would give half of the answer away.
    let panel = HyperparameterPanel(
      state: state, size: ScreenSize(columns: Self.panelWidth - 1, rows: size.rows),
      hasNotes: false, hasSelection: false)
    frame.place(panel.draw(), row: 0, column: 0)
    frame.line(column: Self.panelWidth, rows: size.rows)
  }

  private func drawMap(row: Int, column: Int, _ frame: inout Frame) {
    var pane = ScreenSize(columns: frame.size.columns - column, rows: frame.size.rows - row)
    guard pane.rows >= Self.leastMapRows, pane.columns >= Self.leastMapColumns else { return }
    var panel = MapPanel(state, prediction.question.pass)
    panel.marksCell = false
    if !panel.position(pane, within: .max, hasKey: false).isEmpty {
      pane = ScreenSize(columns: pane.columns, rows: pane.rows - 1)
      let position = panel.position(pane, within: pane.columns, hasKey: false)
      frame.write(position, row: frame.size.rows - 1, column: column, style: .faint)
    }
    frame.place(panel.draw(pane), row: row, column: column)
  }
}
