/// What the palette has a row for: a command, or a hyperparameter that can be set.
private struct PaletteRow {
  /// The word that a line begins with.
  let word: String
  let takesText: Bool
  /// The command; `nil` for a hyperparameter.
  private let command: Command?
  /// Its keys, what it is for, and how it is written.
  let item: ChooserItem

  /// All rows that apply in a state, in the order of their tables.
  static func all(_ state: ExplorerState) -> [PaletteRow] {
    // A line leaves the question that is open, if there is one, unless it is for questions.
    var outside = state
    outside.leavePrediction()
    let commands = Command.all.filter { command in
      !command.name.isEmpty && command.deed.act != nil
        && command.applies(to: command.isForQuestions ? state : outside)
    }
    // A hyperparameter with a command of the same name is not listed twice.
    let rows = Hyperparameter.rows(state.subject.layer.direction).filter { row in
      !commands.contains { $0.name == row.rawValue }
    }
    return commands.map(PaletteRow.init) + rows.map { PaletteRow($0, state.subject) }
  }

  private init(_ command: Command) {
    (word, takesText, self.command) = (command.name, command.argument != nil, command)
    let example = command.argument.map { [Span("such as \(command.name) \($0)", .faint)] } ?? []
    item = ChooserItem(
      name: Spelling.unicode.padded(command.keyNames, to: 10) + word, detail: command.help,
      words: (command.words + [command.argument ?? ""]).joined(separator: " "),
      preview: { ChooserPreview(paragraphs: [Span(command.help)] + example) })
  }

  private init(_ row: Hyperparameter, _ subject: LayerCase) {
    (word, takesText, command) = (row.rawValue, true, nil)
    let (value, axes) = (row.text(subject), subject.layer.axes.count)
    let range = "from \(row.range.lowerBound.grouped) to \(row.range.upperBound.grouped)"
    let numbers = (3..<3 + axes).map(String.init).joined(separator: ",")
    let pair = row.isSpatial && axes > 1 ? "; \(numbers) for each axis" : ""
    let example = Span("\(word)=\(value) or \(word) \(value)\(pair)", .faint)
    item = ChooserItem(
      name: blanks(10) + word,
      detail: "now \(value), \(row == .paddingMode ? row.expected : range)", words: row.help,
      preview: { ChooserPreview(paragraphs: [Span(row.help), example]) })
  }

  /// The line that a typed one means in this row: where that is what may follow the word, by which
  /// the row was found, with the word before it.
  func line(_ typed: String) -> String? {
    guard takesText else { return word }
    guard let taken = Command.taking(typed), taken.command == command else { return nil }
    return "\(word) \(taken.name)"
  }
}

extension Command {
  /// The command that takes a line, which is none, as a name after its word, and that name as it
  /// is written: `networks` for `ResNet-18`, which is `resnet18`.
  fileprivate static func taking(_ line: String) -> (command: Command, name: String)? {
    meant(by: line) == nil ? byTakenName[SearchText(line.trimmed)] : nil
  }

  private static let byTakenName = Dictionary(
    all.flatMap { command in
      command.deed.names().map { (SearchText($0), (command: command, name: $0)) }
    },
    uniquingKeysWith: { first, _ in first })
}

extension ChooserList {
  /// The commands, found by keys, words and help; the line that filters them can be one, too.
  static let commands = ChooserList(
    title: "Command", isPalette: true, searched: searched, emptyText: "", detailColumn: 29,
    previewRows: 2, hasLayers: false, items: { ChooserItems(PaletteRow.all($0).map(\.item)) })

  /// What rows are searched for while a line is typed: its first word, once more text follows it,
  /// or the command that takes it as a name.
  @Sendable private static func searched(_ line: String) -> String {
    if let (command, _) = Command.meant(by: line), line.contains(where: \.isWhitespace) {
      return command.name
    }
    if let (command, _) = Command.taking(line) { return command.name }
    let name = line.prefix { !"= ".contains($0) }
    guard name.count < line.count, let named = try? Hyperparameter.named(String(name)) else {
      return line
    }
    return named.rawValue
  }
}

extension Chooser {
  /// How far a key goes back among earlier lines; `nil` for another key.
  func recalls(_ key: KeyPress) -> Int? {
    let isUntouched = filter.text.isEmpty && position == 0
    return switch key {
    case .control("p") where isPalette, .up where isPalette && (recalled != nil || isUntouched): 1
    case .control("n") where isPalette, .down where recalled != nil: -1
    default: nil
    }
  }
}

extension ExplorerState {
  /// Runs the line of the palette, or else the selected row.
  mutating func take(palette: Chooser) -> Effect? {
    let line = String(palette.filter.text.trimmed)
    // Some names have parentheses.
    let isName = Command.taking(line) != nil
    if let row = palette.selected,
      palette.isChosen || isName || !Self.isCommandLine(palette.filter.text)
    {
      return take(row: row, line)
    }
    guard !line.isEmpty else {
      mode = .browse
      return nil
    }
    return take(line: line)
  }

  /// Whether a line is complete by itself, rather than words to search for.
  private static func isCommandLine(_ line: String) -> Bool {
    let words = line.words
    let isSpaced = words.count == 2 || (words.count == 1 && line.last == " ")
    return words.isEmpty || line.contains("=") || hasConstructor(line)
      || ShareLine.isMeant(by: line) || Command.meant(by: line) != nil
      || (isSpaced && (try? Hyperparameter.named(String(words[0]))) != nil)
  }

  /// Runs a row; if it needs another text than the typed one, puts its word into the line.
  private mutating func take(row index: Int, _ typed: String) -> Effect? {
    guard let row = PaletteRow.all(self)[at: index] else { return nil }
    if let line = row.line(typed) { return take(line: line) }
    open(.commands, filteredBy: row.word + " ")
    return nil
  }

  /// Runs a line of the palette; a line that is not understood stays, to be corrected.
  private mutating func take(line: String) -> Effect? {
    let (palette, asked, place) = (mode, prediction, scroll)
    mode = .browse
    var effect: Effect?
    let meant = Command.meant(by: line)
    if meant?.command.isForQuestions != true { leavePrediction() }
    if let (command, text) = meant, let act = command.deed.act {
      if command.applies(to: self) {
        effect = act(&self, text)
      } else {
        refuse(Self.nothingHere(command.name))
      }
    } else {
      take(text: line)
    }
    if isFaulty { (mode, prediction, scroll) = (palette, asked, place) }
    if formerLines.last != line { formerLines = formerLines.suffix(99) + [line] }
    return effect
  }

  /// Brings back the line before or after the one that was brought back last.
  mutating func recall(_ offset: Int, from recalled: Int?, in palette: Chooser) {
    var palette = palette
    let place = (recalled ?? 0) + offset
    guard (0...formerLines.count).contains(place) else { return }
    palette.filter(by: TextEntry(place == 0 ? "" : formerLines[formerLines.count - place]))
    palette.recalled = place
    mode = .choosing(palette)
  }
}
