/// What commands do with the text after their word; without a text, they do what a key does.
extension ExplorerState {
  /// Takes a preset by its name or number, or lists those that have some words.
  mutating func takePreset(_ text: String) {
    if let preset = Preset.called(text) { return explore(preset.subject) }
    guard let number = Int(text) else { return open(.presets, filteredBy: text) }
    guard let preset = Preset.all[at: number &- 1] else {
      return refuse("there is no preset \(number); they have numbers from 1 to \(Preset.all.count)")
    }
    explore(preset.subject)
  }

  /// Shows the layer as a library has it.
  mutating func takeCode(_ name: String) {
    guard !name.isEmpty else { return visit(.code) }
    guard let index = Dialect.allCases.firstIndex(where: { $0.rawValue == name.lowercased() })
    else {
      let names = Dialect.allCases.map(\.rawValue).joined(separator: ", ")
      return refuse("\(quoted(name)) is none of \(names)")
    }
    show(.code)
    choices[.code] = index
  }

  /// Goes to a cell by row and column, with the letter of its grid first unless that is the output.
  mutating func takeCell(_ text: String) {
    if isInNetwork, !text.isEmpty { return takeNetworkCell(text) }
    guard !text.isEmpty else { return show(.watch) }
    let words = text.words.map(String.init)
    let grid = LayerGrid.allCases.first { $0.symbol == words.first }
    let numbers = words.dropFirst(grid == nil ? 0 : 1).compactMap { Int($0) }
    let axes = subject.layer.axes.count
    guard numbers.count == axes, words.count == axes + (grid == nil ? 0 : 1),
      let place = Spatial(numbers)
    else {
      let (output, input) = (["3", "4", "5"].prefix(axes), ["0", "1", "2"].prefix(axes))
      return refuse(
        "\(quoted(text)) is not a cell; cell \(output.joined(separator: " ")) is one of the output,"
          + " cell x \(input.joined(separator: " ")) of the input")
    }
    guard let trace else { return }
    let shown = grid ?? .output
    guard trace.role(of: shown, at: place) != nil else {
      return refuse("there is no \(shown.name(place))")
    }
    show(.watch)
    focus = .picture
    cellCursor.move(to: place, of: shown)
  }

  /// Explores a layer of the model by its number, with an input of its own if there is one.
  mutating func takeLayer(_ text: String) {
    if network != nil { return takeModule(named: text) }
    guard let model else { return refuse("no model is open: convscope --plain model.txt") }
    guard !text.isEmpty else { return openModel() }
    let words = text.split(maxSplits: 1, whereSeparator: \.isWhitespace).map(String.init)
    guard let index = Int(words[0]).map({ $0 &- 1 }), model.layers[at: index] != nil else {
      return refuse("there is no layer \(printable(words[0])); layers lists them")
    }
    takeLayer(index)
    if words.count == 2 { _ = answer(.layerInput(index), words[1]) }
  }

  /// Makes the overlap even by one of the changes.
  mutating func takeAdvice(_ text: String) {
    guard !text.isEmpty else { return show(.verdict) }
    guard let number = Int(text), (1...Advice.mostOffered).contains(number) else {
      return refuse("\(quoted(text)) is not the number of a change; advice lists them")
    }
    applyAdvice(number - 1)
  }

  /// Asks exercises of the given level, or of the present one.
  mutating func takeLevel(_ text: String) {
    if !text.isEmpty {
      guard let level = Int(text).flatMap(Exercise.Level.init(rawValue:)) else {
        return refuse("the levels are 1, 2 and 3")
      }
      series.go(to: level)
    }
    exercise()
  }

  /// Opens a lesson by its number.
  mutating func takeLesson(_ text: String) {
    guard !text.isEmpty else { return lesson == nil ? open(.lessons) : () }
    guard let lesson = lessons.first(where: { "\($0.number)" == text }) else {
      return refuse("there is no lesson \(printable(text)); lessons lists them")
    }
    begin(lesson)
  }

  /// Leaves the question, or else the lesson.
  mutating func leaveLearning() {
    if prediction != nil { return leavePrediction() }
    lesson == nil ? refuse("there is no question to leave") : leaveLesson()
  }

  /// Keeps what is shown under a name, or asks for one.
  mutating func takeSnapshotName(_ name: String) -> Effect? {
    let question = LineQuestion.snapshot(replacing: nil)
    mode = .asking(question, TextEntry(name))
    return name.isEmpty ? nil : answer(question, name)
  }

  /// Opens a snapshot by its name, once the names are known; without one, lists them.
  mutating func openSnapshot(_ name: String) -> Effect? {
    wantedSnapshot = name.isEmpty ? nil : name
    return .listSnapshots
  }

  /// Writes the map to a file, or asks for its name.
  mutating func takeFile(_ name: String) -> Effect? {
    guard pass != nil else {
      say("there is no map: PyTorch refuses this layer")
      return nil
    }
    let question = LineQuestion.file(replaces: false)
    mode = .asking(question, TextEntry(name.isEmpty ? subject.layer.fileName(.svg) : name))
    return name.isEmpty ? nil : answer(question, name)
  }
}
