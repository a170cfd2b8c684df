/// The program as shells complete it: without LAYER, in whose place the name of a command can stand.
///
/// To the scripts of the library, a first word that can be a LAYER is never a command.
struct CompletedProgram: ParsableCommand, CustomReflectable {
  static let configuration = CommandConfiguration(
    commandName: Convscope._commandName, version: Convscope.configuration.version,
    subcommands: Convscope.configuration.subcommands)

  nonisolated init() {}

  /// Only to name the options: nothing is ever read into it.
  nonisolated init(from decoder: any Decoder) throws { _ = try Convscope(from: decoder) }

  /// The library finds the options of a command by reflection.
  nonisolated var customMirror: Mirror {
    let options = Mirror(reflecting: Convscope()).children.filter { $0.label != "_text" }
    return Mirror(self, children: options)
  }

  /// The script that is asked for, for the shell that is named or else the user's; `nil` where
  /// something else is.
  static func script(_ words: [String]) -> String? {
    let parts = words.flatMap { $0.split(separator: "=", maxSplits: 1).map(String.init) }
    guard parts.first == "--generate-completion-script", parts.count <= 2 else { return nil }
    let shell =
      parts.count == 2 ? CompletionShell(rawValue: parts[1]) : CompletionShell.autodetected()
    return shell.map { completionScript(for: $0) }
  }
}
