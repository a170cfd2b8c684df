import ArgumentParser
import Foundation
import PseudoTerminal
import Testing

@testable import convscope

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
    "check": ["nowhere.txt"], "lessons": ["nowhere.lesson"], "quiz": ["--seed", "7"],
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

  /// A command by what stands on the command line: the explorer comes without its name.
  private static func words(of command: Command, without option: String) -> [String] {
    let name = command.commandName == "convscope" ? [] : [command.commandName]
    let necessary = necessary[command.commandName, default: []]
    return name + (necessary.contains(option) ? [] : necessary)
  }

  /// How an option stands alone: with a value that is in no range and names no file, but for what
  /// means standard output.
  private static func use(of option: String) -> [String] {
    [option] + (options[option] == true ? ["-"] : [])
  }

  @Test(arguments: commands.dropFirst())
  @MainActor func `a command is found after each option that it has`(command: Command) {
    let words = Self.words(of: command, without: "")
    for option in command.options.keys where Self.options[option] != nil {
      let use = Self.use(of: option)
      let found = Commands.nameFirst(use + words)
      #expect(found == [words[0]] + use + words.dropFirst(), "\(option)")
    }
  }

  // The program itself, which takes a moment to start, is asked for one option in five.
  @Test(arguments: commands)
  func `an option that a command has works before and after it`(command: Command) throws {
    for (number, option) in command.options.keys.sorted().enumerated()
    where Self.options[option] != nil && number.isMultiple(of: 5) {
      let (words, use) = (Self.words(of: command, without: option), Self.use(of: option))
      let (before, after) = (try run(use + words), try run(words + use))
      #expect(before.ending == after.ending, "\(words) \(use)")
      #expect(before.standardOutput == after.standardOutput, "\(words) \(use)")
      #expect(before.standardError == after.standardError, "\(words) \(use)")
      #expect(!after.standardError.contains("Unknown option"), "\(words) \(use)")
    }
  }

  // To start the program for each of 600 pairs, or to read them all here, takes minutes: of each
  // option three commands are asked, and each command of one option in five.
  @Test(arguments: commands.indices)
  @MainActor func `an option that a command does not have is refused`(place: Int) {
    let command = Self.commands[place]
    let options = Self.options.sorted { $0.key < $1.key }.enumerated()
    for (number, (option, takesValue)) in options
    where command.options[option] == nil && (number + place).isMultiple(of: 5) {
      let words = Self.words(of: command, without: option)
      let use = takesValue ? ["\(option)=-"] : [option]
      // Some stand before it; how a command is found is tested below.
      let isBefore = number % Self.commands.count == place
      let line = isBefore ? use + words : words + use
      let error = #expect(throws: (any Error).self, "\(line)") { try Commands.command(line) }
      guard let error else { continue }
      #expect("\(error)".contains("unknownOption"), "\(line)")
      if isBefore { #expect(Convscope.exitCode(for: error).rawValue == 64, "\(line)") }
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
    let layer = "nn.Conv2d(1, 1, 3)"
    try run(["--layer-a", "report", "compare", layer, layer]).expectResult()
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
