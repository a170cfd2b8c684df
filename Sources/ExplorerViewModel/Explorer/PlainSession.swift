/// The explorer as a conversation in lines of text, for screen readers and for terminals that can
/// only print: a command in, the answer in words out.
package struct PlainSession: Sendable {
  package internal(set) var state: ExplorerState
  package private(set) var isFinished = false

  /// Does what a command asks for with files.
  package var perform: @Sendable (Effect) -> Reply? = { _ in nil }

  package init(_ state: ExplorerState) {
    self.state = state
    // There is no screen for a list; the command's word lists it.
    self.state.mode = .browse
  }

  /// What is said at the start: what had to be assumed, the layer, and the screen of an open
  /// lesson.
  package var opening: [String] {
    let words = words(since: state)
    let remark = state.message.map { [$0.text] } ?? []
    let network = state.network.map {
      ["\($0.title), \($0.sheet.shapesText); layers lists its modules"]
    }
    return remark + words.summary + words.model(saidAlready: remark) + (network ?? [])
      + (state.lesson == nil ? [] : words.lessonScreen)
  }

  /// Answers one line: a command, or assignments such as `kernel_size=3,5 stride=2`.
  package mutating func answer(_ line: String) -> [String] {
    let before = state
    state.message = nil
    let answer = respond(to: String(line.trimmed))
    state.mode = .browse
    state.bringChoiceIntoSight()
    state.followLesson(wasAskedToSkip: before.lesson?.wasAskedToSkip == true)
    return answer + words(since: before).lessonNews
  }

  private func words(since before: ExplorerState) -> PlainWords {
    PlainWords(state: state, before: before)
  }

  private mutating func respond(to line: String) -> [String] {
    guard !line.isEmpty else { return [] }
    let before = state
    let (command, text) = Command.meant(by: line) ?? (nil, "")
    if command?.isForQuestions != true {
      if state.hidesResult {
        state.prediction?.entry = TextEntry(line == PlainWords.noAnswer ? "" : line)
        state.reveal()
        return words(since: before).verdictOnAnswer
      }
      // The question is answered, and what is typed is about the layer again.
      state.leavePrediction()
    }
    if let command, !command.applies(to: state) {
      return ["\(command.name) does nothing here; help lists the commands"]
    }
    guard let command, let say = command.deed.answer else {
      state.take(text: line)
      return words(since: before).changes + (state.isFaulty ? ["help lists the commands"] : [])
    }
    if let effect = command.deed.act?(&state, text), let said = tell(effect) { return said }
    return answerForListener(command)
      + (state.isFaulty ? words(since: before).changes : say(words(since: before), text))
  }

  /// Answers a question that the screen would ask, with the proposed answer.
  private mutating func answerForListener(_ command: Command) -> [String] {
    guard case .asking(let question, let entry) = state.mode else { return [] }
    if case .filter(let row) = question {
      state.filter(by: "", around: row)
      return []
    }
    guard !entry.text.isEmpty else {
      let example = "\(command.name) \(command.argument ?? "")"
      state.refuse("\(command.name) needs words after it, such as `\(example)`")
      return []
    }
    _ = state.answer(question, entry.text)
    return ["its input is not known; \(entry.text) is used"]
  }

  /// What became of an effect, in words; `nil` where the command has more to say.
  private mutating func tell(_ effect: Effect) -> [String]? {
    switch effect {
    case .quit: isFinished = true
    case .keep, .listSnapshots, .delete:
      guard let reply = perform(effect) else { return ["nothing is kept here"] }
      state.take(reply)
      switch reply {
      case .kept(let name):
        return ["kept as \(quoted(name.text))\(state.unsharedNetwork ?? "")"]
      case .taken(let name): return ["\(quoted(name.text)) exists already; choose another name"]
      case .deleted, .snapshots, .written, .exists, .failed: break
      }
    case .copy, .suspend, .repaint, .write: break
    }
    return nil
  }
}

extension PlainWords {
  var help: [String] {
    ["name=value, such as kernel_size=3,5 or input=1,64,16,16: sets hyperparameters"]
      + Command.Group.allCases.flatMap { group in
        let rows = (Command.byGroup[group] ?? []).filter { $0.deed.answer != nil }.map { command in
          "  \(command.name): \(command.help)"
            + (command.argument.map { "; \(command.name) \($0)" } ?? "")
        }
        return rows.isEmpty ? [] : [group.rawValue] + rows
      }
  }
}
