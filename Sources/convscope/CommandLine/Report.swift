import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// `convscope report`: everything about one layer, as text, JSON or Markdown.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print everything about one layer.",
    discussion: "Needs no terminal. A layer that PyTorch refuses is refused, with every reason.")

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, markdown
  }

  @Argument(help: LayerArgument.help, completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions
  @OptionGroup(title: "Budget") var limits: BudgetOptions

  @Option(help: "As text, as the line of JSON that batch answers with, or as Markdown.")
  var format = Format.text

  func validate() throws {
    if format == .json, limits.areGiven {
      throw ValidationError("a budget is for text and markdown; JSON is what batch answers with")
    }
  }

  func run() throws {
    let pass = try layer.validPass(text)
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(TextReport(pass, budget: limits.budget, spelling).text)
    case .json: try emitOrExit(json(pass))
    case .markdown:
      let report = MarkdownReport(pass, budget: limits.budget) { spelling.text($0) }
      try emitOrExit(report.text)
    }
  }

  private func json(_ pass: ForwardPass) throws -> [UInt8] {
    var answer = CaseAnswer(coverage: .short)
    do {
      try answer.describe(pass)
    } catch {
      // The lists are short, so it can only be a count.
      complain(CaseProblem.countOverflow.message)
      throw ExitCode(1)
    }
    return answer.writer.bytes
  }
}
