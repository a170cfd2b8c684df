import PseudoTerminal
import Testing

/// The layer that the reference documents are checked with: a checkerboard on 8×8.
let documentedExample = [
  "--op", "conv_transpose2d", "--input", "1,64,8,8", "--out-channels", "32", "--kernel-size", "3",
  "--stride", "2", "--padding", "1", "--output-padding", "1",
]

/// Runs the program without a terminal.
func run(
  _ arguments: [String], environment: [String: String] = [:],
  output: ProgramOutput.Destination = .captured
) throws -> ProgramOutput {
  try ProgramOutput(of: convscope, arguments, environment: environment, output: output)
}

extension ProgramOutput {
  /// The lines of standard output, every one of which must be ended.
  var lines: [Substring] {
    standardOutput.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
  }

  var errorLines: [Substring] { standardError.split(separator: "\n") }

  /// Expects a result and nothing else.
  func expectResult(sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(ending == .exited(0), sourceLocation: sourceLocation)
    #expect(standardError == "", sourceLocation: sourceLocation)
    #expect(standardOutput.hasSuffix("\n"), sourceLocation: sourceLocation)
    #expect(!standardOutput.contains("\u{1B}"), sourceLocation: sourceLocation)
  }

  /// Expects words on standard error alone.
  func expectRefusal(_ status: Int32, sourceLocation: SourceLocation = #_sourceLocation) {
    #expect(ending == .exited(status), sourceLocation: sourceLocation)
    #expect(standardOutput == "", sourceLocation: sourceLocation)
    #expect(standardError.hasSuffix("\n"), sourceLocation: sourceLocation)
  }
}
