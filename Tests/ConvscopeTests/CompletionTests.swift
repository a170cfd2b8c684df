import Foundation
import PseudoTerminal
import Testing

/// What the scripts offer in the shells that are here.
@Suite struct CompletionTests {
  /// A line that is being typed, and what can stand at its end.
  struct Line: Sendable, CustomTestStringConvertible {
    let typed: String
    let offered: [String]

    init(_ typed: String, _ offered: String...) { (self.typed, self.offered) = (typed, offered) }

    var testDescription: String { typed }
  }

  private static let lines = [
    Line("convscope rep", "report"), Line("convscope manual te", "terminal"),
    Line("convscope report --for", "--format"),
    Line("convscope map --format ", "text", "csv", "svg", "pgm"),
    Line("convscope --theme ", "dark", "light", "contrast", "mono"),
  ]

  @Test(.enabled(if: access("/bin/bash", X_OK) == 0), arguments: lines)
  func `bash completes commands, options and values`(line: Line) throws {
    let script = """
      source <('\(convscope)' --generate-completion-script bash)
      line=$1
      read -ra COMP_WORDS <<<"$line"
      [[ $line == *" " ]] && COMP_WORDS+=("")
      COMP_CWORD=$((${#COMP_WORDS[@]} - 1)) COMP_LINE=$line COMP_POINT=${#line}
      _convscope convscope "${COMP_WORDS[COMP_CWORD]}" "${COMP_WORDS[COMP_CWORD - 1]}"
      printf '%s\\n' "${COMPREPLY[@]}"
      """
    let output = try ProgramOutput(
      of: "/bin/bash", ["--norc", "-c", script, "bash", line.typed])
    #expect(output.lines.map(String.init) == line.offered)
  }

  @Test(.enabled(if: access("/usr/bin/fish", X_OK) == 0), arguments: lines)
  func `fish completes commands, options and values`(line: Line) throws {
    let folder = try TemporaryFolder()
    let script =
      "'\(convscope)' --generate-completion-script fish | source; complete -C '\(line.typed)'"
    let output = try ProgramOutput(
      of: "/usr/bin/fish", ["--no-config", "-c", script], environment: ["HOME": folder.path])
    let offered = output.lines.map { String($0.prefix { $0 != "\t" }) }
    #expect(offered == line.offered)
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
