/// What a command does; `commands.tsv` has its words and keys.
struct Deed: Sendable {
  typealias Act = @Sendable (inout ExplorerState, String) -> Effect?
  typealias Answer = @Sendable (PlainWords, String) -> [String]
  typealias Lines = @Sendable (PlainWords) -> [String]

  /// What the footer says about the keys, if that is not in the table.
  let hint: (@Sendable (ExplorerState) -> String?)?
  /// In which states it applies.
  let condition: @Sendable (ExplorerState) -> Bool
  /// Does it; `nil` for what has no meaning on the screen.
  ///
  /// It has the text after the word, or the character of a key that has no word, and says in a
  /// message what is wrong with it.
  let act: Act?
  /// What plain mode says afterwards; `nil` for what has no meaning there.
  let answer: Answer?
  /// The names that it takes, by which the palette finds it.
  let names: @Sendable () -> [String]

  /// `read` and `answer` have the text that there was; `take` says what remains for the terminal.
  init(
    hint: (@Sendable (ExplorerState) -> String?)? = nil,
    where condition: @escaping @Sendable (ExplorerState) -> Bool = { _ in true },
    act: (@Sendable (inout ExplorerState) -> Void)? = nil,
    read: (@Sendable (inout ExplorerState, String) -> Void)? = nil, take: Act? = nil,
    say lines: Lines? = nil, answer: Answer? = nil,
    names: @escaping @Sendable () -> [String] = { [] }
  ) {
    (self.hint, self.condition, self.names) = (hint, condition, names)
    self.act =
      if act == nil, read == nil {
        take
      } else {
        { state, text in
          act?(&state)
          read?(&state, text)
          return nil
        }
      }
    self.answer = if let lines { { words, _ in lines(words) } } else { answer }
  }

  /// Shows a page.
  private static func show(_ view: View, say lines: Lines? = nil) -> Deed {
    Deed(act: { $0.show(view) }, say: lines)
  }

  /// Plays the layer in Watch, from any room.
  private static func play(
    hint: (@Sendable (ExplorerState) -> String?)? = nil,
    where condition: @escaping @Sendable (ExplorerState) -> Bool = { _ in true },
    _ move: @escaping @Sendable (inout ExplorerState) -> Void
  ) -> Deed {
    Deed(hint: hint, where: condition, act: { $0.play(move) })
  }
}

extension Command {
  /// What it does.
  var deed: Deed { Deed.ofRows[place] }

  /// Whether it can be asked for in a state.
  package func applies(to state: ExplorerState) -> Bool {
    scenes.contains(state.scene) && deed.condition(state)
  }

  /// The command that a key means in a state.
  package static func meant(by key: KeyPress, in state: ExplorerState) -> Command? {
    byKey[key]?.first { $0.applies(to: state) }
  }
}

extension Deed {
  /// Those of all rows of the table, in its order.
  fileprivate static let ofRows = Command.all.map { named($0.id) }

  /// What a row of the table does; a row without a deed of its own shows the room or page of its
  /// name.
  private static func named(_ name: String) -> Deed {
    if let deed = all[name] { return deed }
    if let room = Room(rawValue: name) { return Deed(act: { $0.visit(room) }) }
    return View(rawValue: name).map { show($0) } ?? Deed()
  }

  static let all: [String: Deed] = [
    moving, changing, showing, networks, designing, learning, playing, keeping,
  ].reduce(into: [:]) { $0.merge($1) { first, _ in first } }

  private static let moving: [String: Deed] = [
    ".up": Deed(act: { $0.step(.up) }),
    ".down": Deed(
      hint: { $0.prediction?.exercise == nil ? nil : "level" }, act: { $0.step(.down) }),
    ".left": Deed(act: { $0.step(.left) }),
    ".right": Deed(act: { $0.step(.right) }),
    ".less": Deed(act: { $0.step(.left, isBig: true) }),
    ".more": Deed(act: { $0.step(.right, isBig: true) }),
    ".digits": Deed(
      hint: { $0.digitsAnswer ? "answer" : nil }, read: { $0.beginTyping($1) }),
    ".enter": Deed(hint: { $0.enterWord }, act: { $0.goDeeper() }),
    ".back": Deed(
      hint: { state in
        if state.arrows == .knobs {
          return state.isPresenting ? "leave" : state.cameFromModules ? "network" : nil
        }
        return state.scene == .browse && !state.leavesLesson ? "back" : "leave"
      }, act: { $0.goBack() }),
    ".first": Deed(act: { $0.jump(toEnd: false) }),
    ".last": Deed(act: { $0.jump(toEnd: true) }),
  ]

  private static let changing: [String: Deed] = [
    "axes": Deed(
      hint: { $0.ifKnobs($0.subject.layer.axes.count > 1 ? "axes" : nil) },
      act: { $0.scope = $0.scope.next(among: $0.subject.layer.axes) }),
    ".slice": Deed(
      hint: { $0.subject.layer.axes.count == 3 && $0.showsSlices ? "slice" : nil },
      read: { $0.goSlice(by: $1 == "[" ? -1 : 1) }),
    "transposed": Deed(
      hint: { state in
        let op = state.subject.layer.op
        return state.ifKnobs(LayerOp(op.direction.next, axes: op.axes).moduleName)
      }, act: { $0.toggleKind() }, say: \.changes),
    "dimensions": Deed(
      hint: { $0.ifKnobs("\(LayerOp.next($0.subject.layer.op.axes))d") },
      act: { $0.changeAxes() }, say: \.changes),
    "bias": Deed(act: { $0.toggleBias() }, say: \.changes),
    "fix": Deed(
      hint: { state in
        if state.isInNetwork, state.network?.repair != nil { return "fix" }
        if state.view == .evenness, !state.networkAdvice.isEmpty { return "even" }
        return state.ifKnobs(state.pass == nil ? "fix" : nil)
      },
      act: { $0.applyRemedies() }, say: \.changes),
    "undo": Deed(act: { $0.undo() }, say: \.changes),
    "redo": Deed(act: { $0.redo() }, say: \.changes),
    "reset": Deed(act: { $0.reset() }, say: \.changes),
    "presets": Deed(
      read: { $0.takePreset($1) },
      answer: { Int($1) == nil && Preset.called($1) == nil ? $0.presets($1) : $0.changes },
      names: { Preset.rows.map { $0["name"] } }),
    ".palette": Deed(act: { $0.open(.commands) }),
  ]

  private static let showing: [String: Deed] = [
    "home": Deed(act: { $0.go(to: .layer) }),
    "model": Deed(act: { $0.visit(.model) }, say: \.layers),
    "code": Deed(
      read: { $0.takeCode($1) }, answer: { $0.code($1) },
      names: { Dialect.allCases.map(\.rawValue) }),
    ".nextRoom": Deed(act: { $0.go(to: $0.view.room.next) }),
    ".roomBefore": Deed(act: { $0.go(to: $0.view.room.previous) }),
    "page": Deed(
      hint: { $0.arrows == .knobs || $0.isInNetwork ? $0.view.nextPage?.title : nil },
      act: { $0.nextPart() }),
    "colours": Deed(act: { $0.cycleHeat() }),
    "theme": Deed(act: { $0.cycleTheme() }),
    "zoom": Deed(where: { $0.view != .compare }, act: { $0.isZoomed.toggle() }),
    "rows": Deed(
      hint: { $0.ifKnobs($0.comparison.showsSame ? "that differ" : "all rows") },
      where: { $0.view == .compare }, act: { $0.comparison.showsSame.toggle() }),
    "present": Deed(act: { $0.togglePresentation() }),
    ".pageUp": Deed(act: { $0.page(.up) }), ".pageDown": Deed(act: { $0.page(.down) }),
    "show": Deed(say: \.summary), "report": Deed(say: \.report),
    "map": show(.map, say: \.map),
    "cell": Deed(read: { $0.takeCell($1) }, say: \.cell),
    "verdict": show(.verdict, say: \.verdict), "channels": show(.channels, say: \.channels),
    "layer": Deed(read: { $0.takeLayer($1) }, answer: { $0.layer($1) }),
  ]

  private static let networks: [String: Deed] = [
    "networks": Deed(
      read: { $0.takeNetwork($1) }, say: \.network, names: { PresetNetwork.all.map(\.name) }),
    "evenness": show(.evenness), "weights": show(.weights),
    "totals": show(.totals, say: \.totals),
    ".sort": Deed(where: { $0.listsStages }, act: { $0.takeOrder("") }),
    "sort": Deed(
      read: { $0.takeOrder($1) }, say: \.layers, names: { StageOrder.allCases.map(\.rawValue) }),
    "filter": Deed(read: { $0.takeFilter($1) }, say: \.layers),
    "assume": Deed(act: { $0.assumePrintedOrder() }, say: \.assumed),
    "insert": Deed(read: { $0.insertModule($1) }, say: \.network),
    "delete": Deed(act: { $0.deleteModule() }, say: \.network),
    "duplicate": Deed(act: { $0.duplicateModule() }, say: \.network),
    "move-up": Deed(act: { $0.moveModule(by: -1) }, say: \.network),
    "move-down": Deed(act: { $0.moveModule(by: 1) }, say: \.network),
  ]

  private static let designing: [String: Deed] = [
    "solve": Deed(read: { $0.takeGoal($1) }, say: \.solutions),
    "take": Deed(read: { $0.takeSolution($1) }, say: \.changes),
    "audience": Deed(where: { $0.view == .solver }, act: { $0.toggleAudience() }),
    "advice": Deed(read: { $0.takeAdvice($1) }, answer: { $0.advice($1) }),
    "baseline": Deed(act: { $0.keepLayer() }, say: \.changes),
    "exchange": Deed(act: { $0.swapLayers() }, say: \.changes),
    "compare": show(.compare, say: \.comparison),
    "sweep": Deed(read: { $0.takeSweep($1) }, say: \.sweep),
    "plot": Deed(where: { $0.view == .sweep }, act: { $0.sweep.cycle(by: 1) }),
    "rate": Deed(read: { $0.takeRate($1) }, say: \.summary),
    "budget": Deed(read: { $0.takeBudget($1) }, say: \.memory),
  ]

  private static let learning: [String: Deed] = [
    "predict": Deed(
      hint: { state in
        guard let prediction = state.prediction else { return state.ifKnobs("predict") }
        return prediction.exercise == nil ? "another" : "own layer"
      }, act: { $0.predict() }, say: \.question),
    "quiz": Deed(
      hint: { $0.prediction.map { $0.exercise == nil ? "exercises" : "another" } },
      read: { $0.takeLevel($1) }, say: \.question),
    "lessons": Deed(
      // Where a beginner looks first.
      hint: { $0.view == .overview && $0.lesson == nil ? $0.ifKnobs("lessons") : nil },
      act: { $0.open(.lessons) }, say: \.lessons),
    "lesson": Deed(read: { $0.takeLesson($1) }, answer: { $0.lesson($1) }),
    "next": Deed(where: { $0.turnsScreens }, act: { $0.nextScreen() }, say: \.turned),
    "back": Deed(where: { $0.turnsScreens }, act: { $0.previousScreen() }, say: \.turned),
    "leave": Deed(act: { $0.leaveLearning() }, say: \.left),
    "forget": Deed(act: { $0.forgetLessons() }, say: \.changes),
  ]

  private static let playing: [String: Deed] = [
    "play": play(hint: { state in
      guard state.arrows == .knobs || state.arrows.areOfGrids, !state.lacksCells else { return nil }
      return state.player.isPlaying ? "pause" : "play"
    }) { $0.playOrPause() },
    ".forward": play { $0.go(by: 1) }, ".backward": play { $0.go(by: -1) },
    "faster": play { $0.changeSpeed(by: 1) },
    "slower": play(where: { $0.arrows != .numbers }) { $0.changeSpeed(by: -1) },
    ".minus": Deed(where: { $0.arrows == .numbers }, act: { $0.beginTyping("-") }),
    "order": play(where: { !$0.listsStages }) { $0.toggleOrder() },
    "loop": play { $0.toggleLoop() },
    "numbers": play(hint: { state in
      state.arrows.areOfGrids ? state.stepValues == nil ? "numbers" : "counts" : nil
    }) { $0.toggleNumbers() },
    "values": Deed(
      read: { state, name in state.play { $0.takeNumbers(named: name) } },
      names: { StartingValues.all.map(\.name) }),
    "flip": play { $0.flipKernel() },
  ]

  private static let keeping: [String: Deed] = [
    "pytorch": Deed(
      take: { state, _ in state.copyLayer() },
      answer: { words, _ in [words.state.subject.layer.pytorchLine] }),
    "share": Deed(
      take: { state, _ in state.copyShareLine() },
      answer: { words, _ in words.state.shareWords }),
    "export": Deed(take: { $0.takeFile($1) }),
    "keep": Deed(take: { $0.takeSnapshotName($1) }, say: \.changes),
    "snapshots": Deed(take: { _, _ in .listSnapshots }, say: \.snapshots),
    "open": Deed(take: { $0.openSnapshot($1) }, say: \.changes),
    "help": Deed(
      hint: { $0.scene == .help ? nil : "help" }, act: { $0.toggleHelp() }, say: \.help),
    "glossary": Deed(act: { $0.showWords() }, say: { _ in HelpPanel.wordTexts }),
    "suspend": Deed(take: { _, _ in .suspend }), "repaint": Deed(take: { _, _ in .repaint }),
    "quit": Deed(
      hint: { $0.scene == .browse ? "quit" : nil }, take: { _, _ in .quit },
      answer: { _, _ in [] }),
  ]
}
