import Foundation
import PseudoTerminal
import Testing

/// `convscope check`, as continuous integration runs it.
@Suite struct CheckCommandTests {
  private static let decoder = ModelCommandTests.graphs + "/monai_unet3d.export.txt"

  @Test func `a line a finding, and a last one on standard error that counts them`() throws {
    let output = try run(["check", Self.decoder])
    #expect(output.ending == .exited(1))
    #expect(output.lines.count == 2)
    for line in output.lines {
      #expect(line.hasPrefix("\(Self.decoder):"))
      #expect(line.hasSuffix(" [overlap]"))
      #expect(line.contains(": warning: model."))
      #expect(line.contains("uneven overlap, most : least 8 : 1; kernel_size=4"))
    }
    #expect(output.errorLines == ["convscope: 2 warnings in 1 file"])
  }

  @Test func `nothing that is found is no failure`() throws {
    let output = try run(["check", ModelCommandTests.graphs + "/sb_hifigan.export.txt"])
    #expect(output.ending == .exited(0))
    #expect(output.standardOutput == "")
    #expect(output.errorLines == ["convscope: nothing to warn of in 1 file"])
  }

  @Test func `kinds are chosen, and those that fail`() throws {
    let never = try run(["check", Self.decoder, "--fail-on", "never"])
    #expect(never.ending == .exited(0) && never.lines.count == 2)
    let others = try run(["check", Self.decoder, "--fail-on", "refused,join"])
    #expect(others.ending == .exited(0) && others.lines.count == 2)
    let none = try run(["check", Self.decoder, "--only", "refused,join"])
    #expect(none.ending == .exited(0) && none.standardOutput == "")
    let notes = try run(["check", Self.decoder, "--only", "padding"])
    #expect(notes.ending == .exited(1) && notes.lines.allSatisfy { $0.hasSuffix(" [padding]") })
  }

  @Test func `several files are gone through, as text and as JSON`() throws {
    let files = [Self.decoder, ModelCommandTests.graphs + "/tv_resnet18.export.txt"]
    let text = try run(["check"] + files)
    #expect(text.ending == .exited(1))
    #expect(text.lines.count == 5)
    #expect(text.errorLines == ["convscope: 5 warnings in 2 files"])
    let json = try run(["check"] + files + ["--format", "json"])
    #expect(json.ending == .exited(1))
    #expect(json.lines.count == 1)
    #expect(json.lines[0].split(separator: #""kind":"unread""#).count == 4)
  }

  @Test func `a budget is held against the whole`() throws {
    let file = ModelCommandTests.graphs + "/tv_alexnet.export.txt"
    let output = try run(["check", file, "--only", "budget", "--budget-macs", "700M"])
    #expect(output.ending == .exited(1))
    #expect(output.lines == ["\(file):1: error: MACs: 714.19 M of at most 700.00 M [budget]"])
    let within = try run(["check", file, "--only", "budget", "--budget-macs", "715M"])
    #expect(within.ending == .exited(0))
  }

  @Test func `what was not understood is said beside the findings`() throws {
    let text = "a = nn.Conv2d(3, 8, k)\nb = nn.ConvTranspose2d(8, 3, 3, stride=2)\n"
    let output = try ProgramOutput(of: convscope, ["check", "-"], input: Array(text.utf8))
    #expect(output.ending == .exited(1))
    #expect(output.lines.count == 1 && output.lines[0].hasPrefix("standard input:2: warning: b: "))
    #expect(output.standardError.contains("standard input, not understood: line 1: "))
  }
}
