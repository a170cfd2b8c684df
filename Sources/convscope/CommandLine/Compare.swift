import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// `convscope compare`: two layers on the same input, number by number.
struct Compare: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Compare two layers, number by number.",
    discussion: """
      Needs no terminal. Rows that are the same are left out without --all. A layer that PyTorch \
      refuses is refused, with every reason.

      EXAMPLE
        convscope compare "nn.ConvTranspose2d(64, 32, 3, 2, 1, 1)" \\
          "nn.ConvTranspose2d(64, 32, 4, stride=2, padding=1)" --input 1,64,8,8
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
  }

  @ParentCommand var explorer: Convscope

  @Argument(help: "The layer that is compared with, as a PyTorch constructor.", transform: layer)
  var a: ConvLayer

  @Argument(help: "The other one; differences are B − A.", transform: layer)
  var b: ConvLayer

  @Option(
    parsing: .unconditional,
    help: "The input of both: N,C,H,W or C,H,W or H,W; 8,8 if it is left out.",
    transform: { try Hyperparameter.input.value($0) })
  var input: HyperparameterValue?

  @Flag(help: "Rows that are the same, too.")
  var all = false

  @Option(help: "What bytes are counted in: int8, fp16 or fp32.")
  var dtype = NumberFormat.int8

  @Option(help: "As a table, or as one in Markdown.")
  var format = Format.text

  func validate() throws { try explorer.refuseOptions(before: "compare") }

  func run() throws {
    let subjects = try [subject(a), subject(b)]
    let spelling: Spelling = Environment.adoptEncoding() ? .unicode : .ascii
    let sheet = ComparisonSheet(subjects[0], subjects[1], format: dtype)
    let reasons = sheet.reasonsOfA.map { "A: \($0)" } + sheet.reasonsOfB.map { "B: \($0)" }
    for reason in reasons { complain(spelling.text(reason)) }
    guard reasons.isEmpty else { throw ExitCode(1) }
    switch format {
    case .text:
      let table = ComparisonTable(sheet, width: 100, spelling, showsSame: all)
      try emitOrExit(table.text(subjects[0], subjects[1]))
    case .markdown: try emitOrExit(sheet.markdown(a, b, all: all) { spelling.text($0) })
    }
  }

  private func subject(_ layer: ConvLayer) throws -> LayerCase {
    var subject = LayerCase(
      layer: layer,
      input: TensorShape(batch: 1, channels: layer.inChannels, size: Spatial(square: 8)))
    switch input {
    case .shape(let shape): subject.input = shape
    case .pair(let size): subject.input.size = size
    case .number(let side): subject.input.size = Spatial(square: side)
    default: break
    }
    return subject
  }

  @Sendable private nonisolated static func layer(_ text: String) throws -> ConvLayer {
    do throws(PyTorchProblem) {
      return try ConvLayer.read(pytorch: text)
    } catch {
      throw ValidationError("\(error)")
    }
  }
}
