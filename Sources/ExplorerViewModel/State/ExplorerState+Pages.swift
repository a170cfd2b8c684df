// The pages of the screen, and what stands around them.

extension ExplorerState {
  /// Whether the screen is high enough for the bar of rooms, beside the strip of a lesson.
  var hasBar: Bool { !isPresenting && size.rows >= (lesson == nil ? 8 : 30) }

  /// The bar of rooms, and the title.
  var headRows: Int { hasBar ? 2 : 1 }

  /// Shows a page; the keys are for the hyperparameters at first.
  package mutating func show(_ next: View) {
    if next == .compare, comparison.kept == nil { comparison.kept = subject }
    // What was played is dropped, unless it goes on beside the stretched input.
    if next.room != .watch || view.room != .watch { stopPlaying() }
    view = next
    cameFromModules = false
    if next.room == .model { choosePresentModule() }
    pages[next.room] = next
    scroll = 0
    focus = .knobs
  }

  /// Brings the whole picture back.
  mutating func stopPlaying() { (player.steps, player.isPlaying) = (nil, false) }

  /// Names what the keys change, if nothing else on the screen does.
  mutating func saySelection(_ more: String = "") {
    say("\(row.rawValue) \(row.text(subject))" + more, .value)
  }
}
