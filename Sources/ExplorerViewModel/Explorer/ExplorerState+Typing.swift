extension ExplorerState {
  mutating func beginTyping(_ text: String) {
    if numberGrid != nil { return mode = .asking(.number, TextEntry(text)) }
    if digitsAnswer { return predict(typing: text) }
    if view == .solver, isListFocused { return open(.commands, filteredBy: "solve \(text)") }
    if view == .budget, isListFocused { return typeBudget(text) }
    if view.followsCell, isListFocused { return open(.commands, filteredBy: "cell \(text)") }
    // Which inputs fit is what that page is about.
    if view == .fits, isInNetwork { return open(.commands, filteredBy: "input=\(text)") }
    guard hasKnobs else {
      return isInNetwork ? say("digits do nothing here; Esc goes back") : sayWhereKeysGo()
    }
    mode = .asking(.value, TextEntry(text))
  }

  /// Takes a layer as people write it: a share line, a constructor, assignments.
  mutating func take(text: String) {
    do throws(NotationError) {
      if ShareLine.isMeant(by: text) { return try open(ShareLine(reading: text)) }
      try Self.hasConstructor(text) ? takePyTorch(text) : takeAssignments(text)
    } catch { refuse(error.message) }
  }

  /// Gives the selected row a value, unless nothing has been typed.
  mutating func takeValue(_ text: String) throws(NotationError) {
    guard text.contains(where: { !$0.isWhitespace }) else { return mode = .browse }
    let value = try row.value(text)
    var new = subject
    if case .number(let number) = value, scopeAxes != subject.layer.axes, row.isSpatial {
      try row.check([number])
      for axis in scopeAxes { new.set(row, axis, to: number) }
    } else {
      try new.take(Assignment(row, value))
    }
    turn(to: new)
    mode = .browse
  }

  private mutating func takeAssignments(_ text: String) throws(NotationError) {
    var new = subject
    let words = text.words
    if words.count == 1, !text.contains("="), let word = words.first.map({ String($0) }),
      (try? Hyperparameter.named(word)) == nil
    {
      throw NotationError(Sentence.noCommand(word), of: word)
    }
    // `kernel_size 5` is an assignment, too.
    let line = words.count == 2 && !text.contains("=") ? words.joined(separator: "=") : text
    let assignments = try Assignment.read(line)
    if view == .fits, isInNetwork, assignments.allSatisfy({ $0.hyperparameter == .input }) {
      return try takeNetworkInput(assignments)
    }
    for assignment in assignments { try new.take(assignment) }
    turn(to: new)
  }

  /// Begins to type a limit, in the command line; goes on to the next format.
  mutating func typeBudget(_ digit: String) {
    if let limit = budgetLimit {
      return open(.commands, filteredBy: "budget \(limit.rawValue)=\(digit)")
    }
    digit.isEmpty ? stepBudget(isUp: true) : say("←/→ change the dtype")
  }

  /// Whether a text has a constructor in it: a name before a parenthesis.
  static func hasConstructor(_ text: String) -> Bool {
    var last: Character = " "
    for character in text {
      if character == "(", last.isLetter || last.isNumber || last == "_" { return true }
      if !character.isWhitespace { last = character }
    }
    return false
  }

  /// Takes what was pasted: a printed model opens its list, all else begins a command.
  mutating func takePaste(_ text: String) {
    if ShareLine.isMeant(by: text) { return takePasted(line: text) }
    if text.contains("\n"), Self.hasConstructor(text), let model = try? ModelText(reading: text),
      !model.layers.isEmpty
    {
      explore(Model(model))
    } else {
      open(.commands, filteredBy: text)
    }
  }

  /// Puts a share line into the palette, or takes it at once if it is too long for that.
  mutating func takePasted(line: String) {
    if TextEntry.holds(line) { return open(.commands, filteredBy: line) }
    mode = .browse
    take(text: line)
  }
}
