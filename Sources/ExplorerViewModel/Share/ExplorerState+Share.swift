extension ExplorerState {
  /// The command line that opens the explorer on what is shown now.
  ///
  /// It leaves out what passes: an open list, a text that is being typed, a question, a lesson, a
  /// message, what was changed last, and what undo goes back to.
  package var shareLine: ShareLine {
    let state = lasting
    let network = state.network?.named
    var fresh = ExplorerState(subject, size: size, capabilities: capabilities, theme: theme)
    if let network = state.network { fresh.begin(with: network.asOpened) }
    fresh.keepFindings(of: state)
    fresh.show(view)
    let marks = ShareItem.all.flatMap { item in
      let values = item.values(state)
      return values == item.values(fresh) ? [] : values.map { ShareMark(item.name, $0) }
    }
    // A network opens with its modules.
    let isUsual = view == .overview && network == nil
    return ShareLine(
      subject, network: network, view: isUsual ? nil : view.rawValue,
      theme: theme == usualTheme ? nil : theme.rawValue, marks: marks)
  }

  /// The state without what is temporary.
  package var lasting: ExplorerState {
    var state = self
    // The text that lies over the view is scrolled by the same number.
    if mode == .help || prediction != nil { state.scroll = 0 }
    state.mode = .browse
    (state.message, state.lastChange) = (nil, nil)
    (state.prediction, state.lesson, state.hidden) = (nil, nil, Hidden())
    state.keepNetwork()
    return state
  }

  /// The state that a line describes; without a layer in it, with the one that the explorer opens
  /// with.
  ///
  /// - Throws: ``NotationError`` for a value that makes no sense.
  package init(
    _ line: ShareLine, size: ScreenSize, capabilities: Capabilities,
    theme: Theme = .dark, seed: UInt64 = 1
  ) throws(NotationError) {
    self.init(
      try line.subject() ?? Preset.start.subject, size: size, capabilities: capabilities,
      theme: theme, seed: seed)
    if let network = line.network, !begin(with: network) {
      throw NotationError(Self.hasNoLayer)
    }
    usualTheme = theme
    if let name = line.theme {
      self.theme = try found(Theme(rawValue: name), name, option: "theme")
    }
    try take(view: line.view, marks: line.marks)
  }

  /// Whether a line can be opened; what it shows may still be a layer that PyTorch refuses.
  package static func check(_ line: ShareLine) throws(NotationError) {
    _ = try ExplorerState(
      line, size: ScreenSize(columns: 80, rows: 24),
      capabilities: Capabilities(unicode: false, colors: 0))
  }

  /// Adopts the theme that suits the terminal, unless another one has been chosen.
  package mutating func adopt(usual new: Theme) {
    if theme == usualTheme, chosenTheme == nil { adopt(new) }
    usualTheme = new
  }

  package mutating func adopt(_ new: Theme) {
    theme = new
    if !heatStyle.isPossible(capabilities, theme) { heatStyle = .ramp }
  }

  /// Adopts a view and what is shown in it.
  package mutating func take(view: String?, marks: [ShareMark]) throws(NotationError) {
    if let view { show(try found(View(named: view), view, option: "view")) }
    for mark in marks { try take(mark) }
    if !row.applies(to: subject.layer.direction) { selectRow(by: -1) }
  }

  private mutating func take(_ mark: ShareMark) throws(NotationError) {
    if ShareItem.gone.contains(mark.name) { return }
    guard let item = ShareItem.all.first(where: { $0.name == mark.name }) else {
      throw .unknownValue(option: "show", mark.name, candidates: ShareItem.all.map(\.name))
    }
    guard item.take(&self, mark.value) else {
      throw .unknownValue(option: "show", "\(mark.name)=\(mark.value)", candidates: [])
    }
  }

  /// Shows what a line describes; undo brings the layer back.
  mutating func open(_ line: ShareLine) throws(NotationError) {
    var new = try ExplorerState(line, size: size, capabilities: capabilities, theme: usualTheme)
    new.chosenTheme = chosenTheme
    leaveLesson()
    let (opened, former) = (new.document, new.former)
    (new.document, new.first, new.history) = (document, first, history)
    (new.series, new.ownLessons) = (series, ownLessons)
    (new.model, new.snapshots, new.formerLines) = (model, snapshots, formerLines)
    new.lessonRecord = lessonRecord
    let row = new.row
    new.change(to: opened)
    (new.row, new.former) = (row, former)
    self = new
  }
}

/// The case that a part of a line names.
private func found<Value: RawRepresentable<String> & CaseIterable>(
  _ value: Value?, _ name: String, option: String
) throws(NotationError) -> Value {
  if let value { return value }
  throw .unknownValue(option: option, name, candidates: Value.allCases.map(\.rawValue))
}
