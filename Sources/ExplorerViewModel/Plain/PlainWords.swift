/// What plain mode says of a state.
struct PlainWords {
  let state: ExplorerState
  /// The state before the command.
  let before: ExplorerState

  /// What the command has to say, or else what it changed, and what follows from that.
  var changes: [String] { state.message.map { [$0.text] } ?? changed }

  /// What the command changed, and what follows from that.
  var changed: [String] {
    let parts = state.subject == before.subject ? nil : state.lastChange?.parts
    return (parts ?? ["nothing changed"]) + outcome
  }

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

  func lines(_ section: FactSection) -> [String] {
    LineWriter(width: 100, spelling: state.spelling).texts(section)
  }

  /// A line without styles.
  static func text(_ line: [Span]) -> String { line.map(\.text).joined() }

  /// What follows from a valid layer; of another one, why there is no output.
  func ifValid(_ text: (ForwardPass) -> [String]) -> [String] { state.pass.map(text) ?? outcome }
}
