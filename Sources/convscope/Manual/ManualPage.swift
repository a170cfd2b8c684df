#if canImport(FoundationEssentials)
  import FoundationEssentials
#else
  import Foundation
#endif

/// The page for `man`, made from what the commands say of themselves, in the language mdoc.
///
/// Source: mdoc(7).
nonisolated struct ManualPage {
  private let program: CommandText

  /// Takes what the library writes of all commands and options, as JSON.
  init(_ dump: String) throws {
    program = try JSONDecoder().decode(Dump.self, from: Data(dump.utf8)).command
  }

  var text: String {
    var lines = [
      ".Dd November 30, 2026", ".Dt CONVSCOPE 1", ".Os", ".Sh NAME", ".Nm convscope",
      ".Nd explore the arithmetic of convolutions", ".Sh SYNOPSIS", ".Nm", ".Op Ar LAYER",
      ".Op Ar options", ".Nm", ".Ar command", ".Op Ar arguments", ".Op Ar options",
      ".Sh DESCRIPTION",
    ]
    lines += program.description + program.options
    lines.append(".Sh COMMANDS")
    for command in program.subcommands ?? [] where command.commandName != "help" {
      lines += [".Ss \(Self.escaped(command.commandName))"] + command.description + command.options
    }
    for title in ["Environment", "Files", "Exit status"] { lines += Self.section(title) }
    lines += [
      ".Sh SEE ALSO", "The manual in the program:", ".Ic convscope manual .",
    ]
    return lines.map { Spelling.unicode.line($0) + "\n" }.joined()
  }

  /// A section of the page on the command line, whose table becomes a list.
  private static func section(_ title: String) -> [String] {
    let page = ManualArticle.all.first { $0.subject == "command-line" }.map {
      MarkdownPage($0.text)
    }
    let blocks = page?.blocks.drop { $0 != .heading(level: 2, title) }.dropFirst().prefix {
      if case .heading = $0 { false } else { true }
    }
    let body = (blocks ?? []).flatMap { block -> [String] in
      switch block {
      case .table(_, let rows):
        let items = rows.map { (tag: $0.first ?? "", text: $0.dropFirst().joined(separator: " ")) }
        return list(items.map { (escaped($0.tag), $0.text) })
      case .paragraph(let text), .item(let text): return [".Pp"] + self.text(text)
      default: return []
      }
    }
    return [".Sh \(title.uppercased())"] + body
  }

  fileprivate static func list(_ items: [(tag: String, text: String)]) -> [String] {
    guard !items.isEmpty else { return [] }
    let lines = items.flatMap { [".It \($0.tag)"] + text($0.text) }
    return [".Bl -tag -width Ds"] + lines + [".El"]
  }

  /// A text in short lines, with each sentence on one of its own, as mdoc wants it.
  fileprivate static func text(_ text: String) -> [String] {
    var sentences = [""]
    for word in text.split(separator: " ") {
      let last = sentences.count - 1
      sentences[last] += sentences[last].isEmpty ? word : " " + word
      if word.hasSuffix(".") { sentences.append("") }
    }
    return sentences.filter { !$0.isEmpty }.flatMap { sentence in
      wrap(sentence, width: 64, .unicode).map(escaped)
    }
  }

  /// A text that is none of the language's own: no commands, no minus signs made to hyphens.
  fileprivate static func escaped(_ text: String) -> String {
    let signs: KeyValuePairs<Unicode.Scalar, String> = [
      "\\": "\\e", "-": "\\-", "'": "\\(aq", "`": "\\(ga", "^": "\\(ha", "~": "\\(ti",
      "\"": "\\(dq",
    ]
    return (text.hasPrefix(".") ? "\\&" : "") + text.escaped(signs)
  }
}

/// What the library tells of all commands, as far as the page has it.
private nonisolated struct Dump: Decodable { let command: CommandText }

private nonisolated struct CommandText: Decodable {
  let commandName: String
  let abstract: String?
  let discussion: String?
  let arguments: [ArgumentText]?
  let subcommands: [CommandText]?

  /// What the command is for; the examples of the help are shown as they are typed.
  var description: [String] {
    var lines = abstract.map { ManualPage.text($0) } ?? []
    for paragraph in discussion?.split(separator: "\n\n").map(String.init) ?? [] {
      let isExample = paragraph.hasPrefix("EXAMPLE")
      let inner = paragraph.split(separator: "\n").map { ManualPage.escaped(String($0)) }
      lines.append(".Pp")
      lines +=
        isExample
        ? ["Examples:", ".Bd -literal"] + inner.dropFirst() + [".Ed"] : ManualPage.text(paragraph)
    }
    return lines
  }

  var options: [String] {
    let items = (arguments ?? []).filter(\.shouldDisplay).map { (tag: $0.tag, text: $0.text) }
    return ManualPage.list(items)
  }
}

private nonisolated struct ArgumentText: Decodable {
  struct Name: Decodable {
    let kind: String
    let name: String
    /// As a flag of mdoc, which puts one hyphen before it.
    var flag: String { "Fl \(ManualPage.escaped((kind == "long" ? "-" : "") + name))" }
  }

  let kind: String
  let shouldDisplay: Bool
  let names: [Name]?
  let valueName: String?
  let defaultValue: String?
  let allValues: [String]?
  let abstract: String?

  var tag: String {
    let value = "Ar \(ManualPage.escaped(valueName ?? ""))"
    guard kind != "positional" else { return value }
    let flags = (names ?? []).map(\.flag).joined(separator: " , ")
    return kind == "option" ? "\(flags) \(value)" : flags
  }

  var text: String {
    let values = allValues.map { "One of \($0.joined(separator: ", "))." }
    let usual = defaultValue.map { "Without it, \($0)." }
    return [abstract, values, usual].compactMap(\.self).joined(separator: " ")
  }
}
