import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

struct Code: ParsableCommand {
  static let configuration = CommandConfiguration(PackageResources.code_txt)

  enum Choice: String, CaseIterable, ExpressibleByArgument {
    case pytorch, keras, jax, onnx, all
  }

  @Argument(help: LayerArgument.help, completion: .file()) var text: String?
  @OptionGroup var layer: LayerOptions

  @Option(help: "pytorch, keras, jax, onnx, or all of them.")
  var dialect = Choice.all

  func run() throws {
    let pass = try layer.validPass(text)
    let spelling = Environment.spelling
    let chosen = Dialect(rawValue: dialect.rawValue).map { [$0] } ?? Dialect.allCases
    let texts = try chosen.map { dialect in
      guard let fact = DialectFact(dialect, pass) else {
        let lacks = dialect.lacks(pass)
        throw Failure(invalid: [
          lacks.isEmpty
            ? "a size of this layer does not fit in 127 bits"
            : "\(dialect.shortTitle): \(lacks.refusal("written"))"
        ])
      }
      return fact.lines(spelling, width: 88)
    }
    try emitOrExit(Array(texts.joined(separator: [""])), spelling)
  }
}
