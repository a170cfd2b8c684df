nonisolated enum OpeningSource: Sendable {
  /// A layer or a model from the command line; `isPiped` where it came on standard input.
  case choice(LayerOptions.Choice, isPiped: Bool)
  /// Nothing is said, so a model may come on standard input.
  case unsaid(LayerOptions, otherwise: LayerCase)
  case line(ShareLine)

  /// The first layer, and why it is that.
  static func nothing(_ reason: String) -> OpeningSource {
    .choice(.layer(LayerChoice(subject: Preset.start.subject, notes: [reason])), isPiped: false)
  }

  /// The state that was kept last.
  static var last: OpeningSource {
    guard let folder = UserFolder.state else {
      return .nothing("there is no home to keep states in")
    }
    do throws(UserFolder.NoState) {
      return .line(try folder.readLast())
    } catch { return .nothing(error.reason) }
  }

  init(snapshot text: String) throws {
    let folder = UserFolder.state
    guard let name = try? SnapshotName(text), let snapshot = folder?.snapshot(name) else {
      let names = (folder?.readSnapshots() ?? []).map { quoted($0.name.text) }
      throw ValidationError(
        "there is no snapshot \(quoted(text)); "
          + (names.isEmpty ? "key s keeps one" : "there are \(names.joined(separator: ", "))"))
    }
    do throws(KeptLine.Fault) {
      self = .line(try snapshot.content.get())
    } catch {
      throw Failure(data: ["the snapshot \(quoted(text)) cannot be opened: \(error.message)"])
    }
  }

  /// What comes on standard input where nothing is said; `waits` where somebody can end it.
  func reading(waits: Bool) throws -> OpeningSource {
    guard case .unsaid(let options, let subject) = self else { return self }
    let otherwise = OpeningSource.choice(.layer(LayerChoice(subject: subject)), isPiped: false)
    guard StandardInput.kind == .data,
      let bytes = waits ? try PipedText.all() : try PipedText.soon(),
      bytes.contains(where: { $0 != 0x20 && !(0x09...0x0D).contains($0) })
    else {
      try options.requireNoPath()
      return otherwise
    }
    return .choice(try options.choice(.model(PipedText.model(bytes))), isPiped: true)
  }

  /// Whether the theme is left to the terminal.
  var namesNoTheme: Bool {
    guard case .line(let line) = self else { return true }
    return line.theme == nil
  }

  /// The state to open with, in the usual theme unless another one was asked for.
  func state(
    _ size: ScreenSize, _ capabilities: Capabilities, theme: Theme?, usual: Theme, seed: UInt64
  ) -> ExplorerState {
    let new = { (subject: LayerCase) in
      var state = ExplorerState(
        subject, size: size, capabilities: capabilities, theme: theme ?? usual, seed: seed)
      state.usualTheme = usual
      return state
    }
    switch self {
    case .choice(.layer(let choice), _):
      var state = new(choice.subject)
      if let model = choice.model { state.hold(model) }
      if let remark = choice.remark { state.say(remark, .notice) }
      return state
    case .choice(.model(let model), _):
      var state = new(model.subject(0) ?? model.layers.first?.proposed ?? Preset.start.subject)
      state.explore(model)
      return state
    case .unsaid(_, let subject): return new(subject)
    case .line(let line):
      let opened = try? ExplorerState(
        line, size: size, capabilities: capabilities, theme: usual, seed: seed)
      var state = opened ?? new(Preset.start.subject)
      if let theme { state.adopt(theme) }
      return state
    }
  }
}
