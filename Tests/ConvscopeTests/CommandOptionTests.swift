import Foundation
import PseudoTerminal
import Testing

/// Every option beside every command, as the program itself lists them.
@Suite struct CommandOptionTests {
  /// What `--experimental-dump-help` says of a command.
  struct Command: Decodable, Sendable, CustomTestStringConvertible {
    struct Argument: Decodable, Sendable {
      struct Name: Decodable, Sendable {
        let kind: String
        let name: String
        var text: String { (kind == "long" ? "--" : "-") + name }
      }
      let kind: String
      let names: [Name]?
    }
    let commandName: String
    let subcommands: [Command]?
    let arguments: [Argument]?

    /// The options by their names, and whether they take a value.
    var options: [String: Bool] {
      let named = (arguments ?? []).flatMap { argument in
        (argument.names ?? []).map { ($0.text, argument.kind == "option") }
      }
      return Dictionary(uniqueKeysWithValues: named)
    }
    var testDescription: String { commandName }
  }

  private struct Dump: Decodable { let command: Command }

  /// The explorer, and all commands but the library's own.
  static let commands: [Command] = {
    guard let text = try? run(["--experimental-dump-help"]).standardOutput,
      let root = try? JSONDecoder().decode(Dump.self, from: Data(text.utf8)).command
    else { return [] }
    return [root] + (root.subcommands ?? []).filter { $0.commandName != "help" }
  }()

  /// Help and version are for every command, and end it.
  private static let options = commands.reduce(into: [String: Bool]()) {
    $0.merge($1.options) { old, _ in old }
  }.filter { !["--help", "-h", "--version"].contains($0.key) }

  /// What a command cannot do without; it is missed before an option is refused.
  private static let necessary = [
    "solve": ["--undo"], "sweep": ["--over", "stride"],
    "compare": ["nn.Conv2d(1, 1, 3)", "nn.Conv2d(1, 1, 1)"], "model": ["--network", "lenet"],
    "check": ["nowhere.txt"], "quiz": ["--seed", "7"],
  ]

  @Test func `an option takes a value with every command, or with none`() {
    #expect(Self.commands.count == 14)
    #expect(Self.options.count >= 50)
    for command in Self.commands {
      for (option, takesValue) in command.options {
        #expect(Self.options[option, default: takesValue] == takesValue, "\(option)")
      }
    }
  }

  @Test(arguments: commands)
  func `an option works before and after a command that has it; all others refuse it`(
    command: Command
  ) throws {
    // The explorer comes without its name.
    let name = command.commandName == "convscope" ? [] : [command.commandName]
    let necessary = Self.necessary[command.commandName, default: []]
    for (option, takesValue) in Self.options.sorted(by: { $0.key < $1.key }) {
      let name = name + (necessary.contains(option) ? [] : necessary)
      // A value that is in no range and names no file, but for what means standard output.
      let words = [option] + (takesValue ? ["-"] : [])
      let outputs = try [words + name, name + words].map { try run($0) }
      let isUnknown = outputs.map { $0.standardError.contains("Unknown option '\(option)'") }
      let has = command.options[option] != nil
      #expect(isUnknown == [!has, !has], "\(command.commandName) \(words)")
      if has {
        #expect(outputs[0].ending == outputs[1].ending, "\(words)")
        #expect(outputs[0].standardOutput == outputs[1].standardOutput, "\(words)")
        #expect(outputs[0].standardError == outputs[1].standardError, "\(words)")
      } else {
        for output in outputs { output.expectRefusal(64) }
      }
    }
  }

  @Test(arguments: [
    ["--budget-macs", "1M", "report"], ["--budget-dtype", "int8", "report"],
    ["--layer", "report", "report", "nowhere"], ["report", "--stride=2"],
    ["--stride=2", "report"], ["nn.Conv2d(3, 8, 3)", "report"],
  ])
  func `a command is found after whatever comes before its name`(words: [String]) throws {
    let output = try run(words)
    guard words.contains("nowhere") else { return #expect(output.ending == .exited(0)) }
    output.expectRefusal(64)
    #expect(output.standardError.contains("'nowhere' is not a layer"))
  }

  @Test func `the name of a command can be the value of an option`() throws {
    let output = try run(["--snapshot", "report"])
    output.expectRefusal(64)
    #expect(output.standardError.contains("there is no snapshot 'report'"))
  }

  @Test func `help is of the command that is named, on either side of it`() throws {
    let help = try run(["help", "map"])
    help.expectResult()
    #expect(help.lines.first == "OVERVIEW: Write the overlap map of one layer.")
    for words in [["map", "--help"], ["--help", "map"]] {
      #expect(try run(words).standardOutput == help.standardOutput)
    }
  }
}
