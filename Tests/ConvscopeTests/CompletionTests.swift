import Foundation
import PseudoTerminal
import Testing

/// What the scripts offer in the shells that are here.
@Suite struct CompletionTests {
  /// Lines that are being typed, and what can stand at their ends.
  private static let lines = [
    ("convscope rep", ["report"]), ("convscope manual te", ["terminal"]),
    ("convscope report --for", ["--format"]),
    ("convscope map --format ", ["text", "csv", "svg", "pgm"]),
    ("convscope --theme ", ["dark", "light", "contrast", "mono"]),
  ]

  /// Expects what is offered for each line, and an empty line after it.
  private func expectOffers(_ output: ProgramOutput) {
    let offered = output.lines.split(separator: "", omittingEmptySubsequences: false).map {
      $0.map { String($0.prefix { $0 != "\t" }) }
    }
    #expect(offered == Self.lines.map(\.1) + [[]])
  }

  @Test(.enabled(if: access("/bin/bash", X_OK) == 0))
  func `bash completes commands, options and values`() throws {
    let script = """
      source <('\(convscope)' --generate-completion-script bash)
      for line; do
        COMPREPLY=()
        read -ra COMP_WORDS <<<"$line"
        [[ $line == *" " ]] && COMP_WORDS+=("")
        COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$line COMP_POINT=${#line}
        _convscope convscope "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
        printf '%s\\n' "${COMPREPLY[@]}" ""
      done
      """
    expectOffers(
      try ProgramOutput(
        of: "/bin/bash", ["--norc", "-c", script, "bash"] + Self.lines.map(\.0)))
  }

  @Test(.enabled(if: access("/usr/bin/fish", X_OK) == 0))
  func `fish completes commands, options and values`() throws {
    let folder = try TemporaryFolder()
    let script =
      "'\(convscope)' --generate-completion-script fish | source; "
      + Self.lines.map { "complete -C '\($0.0)'; echo" }.joined(separator: "; ")
    expectOffers(
      try ProgramOutput(
        of: "/usr/bin/fish", ["--no-config", "-c", script], environment: ["HOME": folder.path]))
  }

  @Test(.enabled(if: access("/usr/bin/zsh", X_OK) == 0))
  func `zsh takes the script`() throws {
    let script = """
      autoload -Uz compinit; compinit -u -D
      source =('\(convscope)' --generate-completion-script zsh); whence -w _convscope_report
      """
    let output = try ProgramOutput(of: "/usr/bin/zsh", ["-f", "-c", script])
    #expect(output.lines.last == "_convscope_report: function")
  }

  @Test func `an unknown shell is wrong usage`() throws {
    try run(["--generate-completion-script", "tcsh"]).expectRefusal(64)
  }
}
