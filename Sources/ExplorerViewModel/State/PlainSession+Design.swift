import ConvArithmetic
import LayerNotation

extension PlainSession {
  /// The commands for those who design a layer.
  static let designCommands: [Command] = [
    Command(
      word: "budget", help: "memory, and what of a budget is used: budget macs=100M ram=256Ki",
      answer: { $0.memory },
      answerTo: { session, words in
        session.take("budget", words) ?? session.memory
      }),
    Command(word: "baseline", help: "makes this layer A, to compare others with") {
      $0.perform(.keepLayer)
    },
    Command(word: "compare", help: "this layer, B, beside the one that was kept") { $0.comparison },
    Command(
      word: "sweep", help: "one hyperparameter at many values: sweep kernel_size=1..9",
      answer: { $0.sweep },
      answerTo: { session, words in session.take("sweep", words) ?? session.sweep }),
  ]

  /// Does a command of the explorer; what is wrong with its words, if they make no sense.
  private mutating func take(_ word: String, _ words: [String]) -> [String]? {
    let line = ([word] + words).joined(separator: " ")
    return WordCommand.meant(by: line)?.take(line, &state).map { [$0] }
  }

  private var memory: [String] {
    guard case .success(let pass) = state.outcome else { return outcome }
    let lines = FactLines(spelling: state.capabilities.spelling, width: 100)
    let section = FactSheet(pass, budget: state.budget)[.memory]
    return lines.lines(section).map { $0.map(\.text).joined() }
  }

  /// What differs, row by row; then how much does not.
  private var comparison: [String] {
    guard let kept = state.comparison.kept else {
      return ["no layer is kept to compare with; baseline makes this one A"]
    }
    let sheet = state.comparisonSheet
    let refusals = [("A", sheet.reasonsOfA), ("B", sheet.reasonsOfB)].flatMap { letter, reasons in
      reasons.map { "\(letter) has no output: \($0)" }
    }
    let sections = sheet.differences
    let rows = sections.flatMap { section in
      section.rows.map { "\(section.title), \($0.name): \(Self.words($0.texts()))" }
    }
    let same = sheet.sections.reduce(0) { $0 + $1.rows.count } - rows.count
    return ["A \(kept.layer.pytorchLine)", "B \(state.subject.layer.pytorchLine)"] + refusals
      + rows + ["\(same) numbers are the same"]
  }

  private static func words(_ texts: ComparisonSheet.Row.Texts) -> String {
    let difference = texts.difference == "differs" ? "" : ", B − A \(texts.difference)"
    return "A \(texts.a), B \(texts.b)\(difference)"
      + (texts.ratio.isEmpty ? "" : ", B / A \(texts.ratio)")
  }

  private var sweep: [String] {
    guard let sweep = state.currentSweep else {
      return ["\(state.row.hyperparameter.rawValue) has no numbers to sweep over"]
    }
    return sweep.points.enumerated().map { index, point in
      "\(sweep.name) \(point.value.grouped)\(index == sweep.present ? ", present" : ""): "
        + Self.words(point.outcome)
    }
  }

  private static func words(_ outcome: Result<ForwardPass, Refusal>) -> String {
    switch outcome {
    case .failure(let refusal): "refused, \(refusal.reasons.map(\.line).joined(separator: "; "))"
    case .success(let pass):
      "output \(pass.output.size.text), overlap inside \(pass.overlap.insideText), documented"
        + " \(pass[.documented].grouped), useful products"
        + " \(pass[.usefulMultiplications].grouped), parameters"
        + " \(pass[.parameters].grouped)"
    }
  }
}
