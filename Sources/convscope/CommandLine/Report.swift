import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// `convscope report`: everything about one layer, as text.
struct Report: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print everything about one layer.",
    discussion: "Needs no terminal. A layer that PyTorch refuses is refused, with every reason.")

  @ParentCommand var explorer: Convscope
  @OptionGroup var layer: LayerOptions

  func validate() throws {
    guard explorer.print == nil, explorer.keys.isEmpty else {
      throw ValidationError("--print and --keys are of the explorer; report has neither")
    }
  }

  func run() throws {
    switch Result(catching: try layer.subject().forward) {
    case .success(let pass): try emitOrExit(text(pass))
    case .failure(let refusal):
      for reason in refusal.reasons { complain(reason.line) }
      throw ExitCode(1)
    }
  }

  private func text(_ pass: ForwardPass) -> String {
    let spelling: Spelling = Environment.adoptEncoding() ? .unicode : .ascii
    let lines = FactLines(spelling: spelling, width: 120)
    let head = [
      [Span(pass.layer.pytorchLine)], [Span("\(pass.input.text) → \(pass.output.text)")],
    ]
    let sections = FactSheet(pass).sections.map { lines.lines($0) }
    return (head + sections.flatMap { [[]] + $0 }).map { line in
      var scalars = String.UnicodeScalarView(line.flatMap { spelling.spell($0.text) })
      while scalars.last == " " { scalars.removeLast() }
      return String(scalars) + "\n"
    }.joined()
  }
}
