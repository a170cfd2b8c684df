import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// `convscope solve`: the hyperparameters that make a wanted output size.
struct Solve: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Find hyperparameters that make a wanted output size.",
    discussion: """
      Give one of --output, --goal, --match and --undo. The layer options say what is given: the \
      input, the channels, and every number that shall not be searched; --undo undoes the layer \
      that they describe. Without --op it is a ConvTranspose2d for what shall grow. The best come \
      first: \(SolverAnswer.rankingText).

      EXAMPLES
        convscope solve --input 1,64,8,8 --output 16
        convscope solve --goal double --kernel-size 4
        convscope solve --input 1,64,12,12 --match 1,32,23,24
        convscope solve --undo --op conv2d --input 1,3,224,224 --kernel-size 7 \\
          --stride 2 --padding 3
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  /// More than anybody reads.
  private static let counts = 1...10_000

  @Argument(help: LayerArgument.help, completion: .file()) var text: String?
  @OptionGroup(title: "Layer options") var layer: LayerOptions
  @OptionGroup(title: "Goal") var goal: SolverGoalOptions
  @OptionGroup(title: "Limits") var limits: SolverLimitOptions

  @Option(parsing: .unconditional, help: "How many layers are listed, up to 10,000.")
  var count = 10

  @Option(help: "As an aligned table, or as a line of JSON.")
  var format = Format.text

  func validate() throws {
    guard Self.counts.contains(count) else {
      throw ValidationError("--count is from 1 to 10,000, not \(count)")
    }
  }

  func run() throws {
    let question = try question()
    switch Result(catching: question.answer) {
    case .success(let answer):
      switch format {
      case .text: try emitOrExit(TextSolutions(question, answer, count: count, spelling).text)
      case .json: try emitOrExit(answer.json(question, listed: count))
      }
    case .failure(let failure):
      for line in failure.lines + ["searched: \(question.limitsText)"] {
        complain(spelling.text(line))
      }
      throw ExitCode(1)
    }
  }

  private var spelling: Spelling { Environment.spelling }

  private func question() throws -> SolverQuestion {
    switch try goal.wish() {
    case .undo: try undoing()
    case .goal(let goal): try searching(goal)
    }
  }

  private func searching(_ goal: SolverGoal) throws -> SolverQuestion {
    var subject = try layer.subject(text)
    if layer[.op] == nil, text == nil {
      subject.layer.direction = goal.usualKind(input: subject.input.size)
    }
    var question = SolverQuestion(subject, goal: goal)
    try limits.apply(to: &question, layer)
    return question
  }

  /// The numbers of the options are those of the layer that is undone.
  private func undoing() throws -> SolverQuestion {
    var question = SolverQuestion(undoing: try layer.validPass(text))
    try limits.apply(to: &question, nil)
    return question
  }
}
