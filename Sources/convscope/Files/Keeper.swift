nonisolated struct Keeper: Sendable {
  private let folder = UserFolder.state
  /// What was shown at first; that much is not worth keeping.
  ///
  /// Its line is made only at the end, for it takes longer than the first screen may wait.
  private let first: ExplorerState?

  /// `first` is the state that the explorer opens with, if the last one is to be kept.
  init(first: ExplorerState?) { self.first = first }

  /// Keeps the state for the next time, if anything has changed, and a theme that was chosen.
  ///
  /// What cannot be kept is said in a line on standard error.
  func keep(_ state: ExplorerState) {
    guard let first else { return }
    let line = state.shareLine
    if line != first.shareLine {
      if let loss = state.unsharedNetwork { complain("the last state is kept\(loss)") }
      say("the last state is not kept") { () throws(FileFailure) in try home.keep(line) }
    }
    // The numbers of a teacher's own lessons mean others.
    if state.ownLessons.isEmpty, state.keptRecord != first.keptRecord {
      say("what was learned is not kept") { () throws(FileFailure) in
        try home.keep(state.keptRecord)
      }
    }
    if let theme = state.chosenTheme, theme != KeptTheme.read() {
      say("the theme is not kept") { () throws(FileFailure) in try KeptTheme.keep(theme) }
    }
  }

  private func say(_ what: String, _ keep: () throws(FileFailure) -> Void) {
    do throws(FileFailure) { try keep() } catch { complain("\(what): \(error.message)") }
  }

  private var home: UserFolder {
    get throws(FileFailure) {
      guard let folder else { throw .withoutHome }
      return folder
    }
  }

  /// Does what an effect asks for; `nil` for one that is not about files.
  func reply(to effect: Effect) -> Reply? {
    do throws(FileFailure) {
      switch effect {
      case .keep(let name, let line, let overwrites):
        try home.keep(line, as: name, overwrites: overwrites)
        return .kept(name)
      case .delete(let name):
        try home.delete(name)
        return .deleted(name)
      case .listSnapshots: return .snapshots(folder?.readSnapshots() ?? [])
      case .quit, .suspend, .repaint, .copy, .write: return nil
      }
    } catch {
      if case .keep(let name, _, _) = effect, error.isTaken { return .taken(name) }
      return .failed(error.message)
    }
  }
}
