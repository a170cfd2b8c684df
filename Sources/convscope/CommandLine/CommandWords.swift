/// What the program can be told to do by a word; all but to explore.
///
/// It has no options of its own, so that a command takes those that it has and refuses all others.
struct Commands: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: Convscope._commandName, version: Convscope.configuration.version,
    subcommands: Convscope.configuration.subcommands)

  /// The command that some words ask for: the one that is named, wherever its name stands, or the
  /// explorer.
  ///
  /// To the library, the name of a command comes first; a LAYER before it could be anything.
  static func command(_ words: [String]) throws -> any ParsableCommand {
    if let script = CompletedProgram.script(words) { throw CleanExit.message(script) }
    guard let words = nameFirst(words) else { return try Convscope.parseAsRoot(words) }
    let isGeneralHelp = words[0] == help && !words.dropFirst().contains(where: names.contains)
    guard !isGeneralHelp else { return try Convscope.parseAsRoot(["--help"]) }
    return try parseAsRoot(words)
  }

  private static let help = "help"
  private static let names = Set(
    Convscope.configuration.subcommands.map { $0._commandName } + [help])

  /// The words with the name of the command before all others: the first word that is one and not
  /// the value of an option; `nil` without such a word.
  static func nameFirst(_ words: [String]) -> [String]? {
    for place in words.indices {
      let word = words[place]
      // The library's own: what ends all options, and completions.
      if word == "--" || word.hasPrefix("---") { return nil }
      guard names.contains(word) else { continue }
      if place == 0 || !valued.contains(words[place - 1]) {
        return [word] + words[..<place] + words[(place + 1)...]
      }
    }
    return nil
  }

  /// The options whose value comes after them, with any command.
  private static let valued = Set(
    (ArgumentHelp.valued + LayerOptions.hyperparameters.filter { $0 != .bias }.map(\.option))
      .map { "--" + $0 } + ["-o"])
}

nonisolated extension ArgumentHelp {
  private static let rows = DataRow.named(
    MainActor.assumeIsolated { PackageResources.options_tsv })

  /// The names of those that have a value.
  static let valued = rows.filter { !$0.value["value"].isEmpty }.compactMap {
    $0.key.split(separator: " ").last.map(String.init)
  }

  /// What `options.tsv` says of an option, by its command unless several have it; `{number}` is filled.
  static func of(_ option: String, _ number: Int? = nil) -> ArgumentHelp {
    let (help, value) = (rows[option]?["help"] ?? "", rows[option]?["value"] ?? "")
    let words = number.map { ["number": "\($0)"] } ?? [:]
    return ArgumentHelp(help.filled(words), valueName: value.isEmpty ? nil : value)
  }
}

extension CommandConfiguration {
  /// A command by its text in `Help`: the first line says what it does, the others how.
  ///
  /// The library asks on the main thread, to which the texts belong. Without a name it would make
  /// one out of that of the type, which takes a quarter of the start.
  nonisolated init(
    _ help: @autoclosure @MainActor () -> [UInt8], commandName: String, usage: String? = nil,
    version: String = "", subcommands: [any ParsableCommand.Type] = []
  ) {
    let text = String(decoding: MainActor.assumeIsolated { help() }, as: UTF8.self)
    let abstract = text.prefix { $0 != "\n" }
    self.init(
      commandName: commandName, abstract: String(abstract), usage: usage,
      discussion: String(text.dropFirst(abstract.count).trimmed), version: version,
      subcommands: subcommands)
  }
}
