import ArgumentParser
import ConvArithmetic
import ExplorerViewModel
import LayerNotation

/// `convscope quiz`: a sheet of exercises, with the answers at its end.
struct Quiz: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print a work sheet of exercises, with their answers at its end.",
    discussion: """
      The same seed, level and count print the same sheet. In the explorer, G asks the same \
      exercises.

      EXAMPLE
        convscope quiz --seed 42 --level 2 --count 5 --format markdown
      """)

  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, markdown
  }

  /// A sheet longer than any class works on.
  private static let counts = 1...1_000

  @Option(parsing: .unconditional, help: "What the exercises follow from; without it, any.")
  var seed: UInt64?

  @Option(parsing: .unconditional, help: "How many exercises, up to 1,000.")
  var count = 10

  @Option(
    help: """
      1: Conv2d without dilation and groups. 2: ConvTranspose2d and dilation, too. 3: everything, \
      counts, too.
      """)
  var level = Exercise.Level.one

  @Option(help: "As text, or as Markdown for lecture notes.")
  var format = Format.text

  func validate() throws {
    guard Self.counts.contains(count) else {
      throw ValidationError("--count is from 1 to 1,000, not \(count)")
    }
  }

  func run() throws {
    let seed = seed ?? ExerciseSeries.anySeed
    let sheet = WorkSheet(seed: seed, level: level, count: count)
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(TextWorkSheet(sheet, spelling).text)
    case .markdown: try emitOrExit(MarkdownWorkSheet(sheet) { spelling.text($0) }.text)
    }
  }
}

extension Exercise.Level: ExpressibleByArgument {}
