/// The program that shows long texts on a terminal.
nonisolated enum Pager {
  /// Shows a text with `$PAGER`, or with less; whether there is one that took it.
  static func show(_ text: String) -> Bool {
    let usual = "command -v less >/dev/null || exit 127; exec less -RF"
    let command = Environment.value(of: "PAGER") ?? usual
    // Somebody who has read enough is no reason to end; a handler, unlike an ignored signal, is
    // not passed on to the pager.
    let former = signal(SIGPIPE) { _ in }
    defer { signal(SIGPIPE, former) }
    guard let pipe = popen(command, "w") else { return false }
    fputs(text, pipe)
    let status = pclose(pipe)
    // What a shell says of a command that it cannot find or run.
    return status != -1 && ![126, 127].contains(status >> 8 & 0xFF)
  }
}
