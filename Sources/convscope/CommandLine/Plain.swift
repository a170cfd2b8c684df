/// Runs the explorer as a conversation in lines: commands from standard input, answers to standard
/// output, nothing that a terminal would have to understand; only a person's state is kept.
nonisolated func converse(_ state: ExplorerState, keepsState: Bool) throws {
  let isPerson = isatty(STDIN_FILENO) == 1
  let keeper = Keeper(first: keepsState && isPerson ? state : nil)
  var session = PlainSession(state)
  session.perform = { keeper.reply(to: $0) }
  // A prompt is for a person; a script would have to skip it.
  let prompt = isPerson ? "> " : ""
  let spelling = state.capabilities.spelling
  func say(_ lines: [String]) throws {
    let text = lines.map { spelling.text($0) + "\n" }.joined()
    try emitOrExit(text + (session.isFinished ? "" : prompt))
  }
  try say(["convscope, plain; help lists the commands"] + session.opening)
  while !session.isFinished, let line = readLine() { try say(session.answer(line)) }
  keeper.keep(session.state)
}
