import PseudoTerminal
import Testing

/// The plain mode of the real program: lines in, lines out.
@Suite struct PlainTests {
  private func converse(_ lines: String) throws -> ProgramOutput {
    try ProgramOutput(of: convscope, ["--plain"], input: Array(lines.utf8))
  }

  @Test func `commands are lines, and the end of the input ends it`() throws {
    for lines in ["", "k=4 output_padding=0", "k=4\noutput_padding=0\nquit\nk=5\n"] {
      let output = try converse(lines)
      output.expectResult()
      #expect(output.lines.first == "convscope, plain; help lists the commands")
      #expect(output.lines.contains("even away from the borders") == !lines.isEmpty)
      #expect(!output.standardOutput.contains("> "))
      #expect(!output.standardOutput.contains("kernel_size 4 → 5"))
    }
  }

  @Test func `nothing that was typed comes back as a control code`() throws {
    let output = try converse("\u{1B}[31mk=3\npresets \u{9B}31m\n\u{7}=1\n")
    output.expectResult()
    let codes = output.standardOutput.unicodeScalars.filter {
      $0.properties.generalCategory == .control && $0 != "\n"
    }
    #expect(codes.isEmpty)
  }

  @Test func `without UTF-8 all of it is ASCII`() throws {
    let output = try ProgramOutput(
      of: convscope, ["--plain"], environment: ["LC_ALL": "C"],
      input: Array("help\nreport\nmap\nk=9 s=4\n".utf8))
    output.expectResult()
    #expect(output.standardOutput.unicodeScalars.allSatisfy { $0.isASCII })
  }
}
