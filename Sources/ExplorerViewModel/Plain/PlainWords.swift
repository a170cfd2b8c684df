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

  func lines(_ section: FactSection) -> [String] {
    LineWriter(width: 100, spelling: state.spelling).texts(section)
  }

  /// A line without styles.
  static func text(_ line: [Span]) -> String { line.map(\.text).joined() }

  /// What follows from a valid layer; of another one, why there is no output.
  func ifValid(_ text: (ForwardPass) -> [String]) -> [String] { state.pass.map(text) ?? outcome }
}
