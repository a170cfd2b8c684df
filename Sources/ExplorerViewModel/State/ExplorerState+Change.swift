extension ExplorerState {
  /// Explores something else, and remembers what was explored before.
  mutating func explore(_ new: LayerCase) { change(to: Document(subject: new)) }

  /// Takes another layer in place of this one.
  mutating func change(to new: LayerCase) {
    laidAside = nil
    turn(to: new)
  }

  /// Takes a changed layer and remembers the one before, unless they are the same.
  mutating func turn(to new: LayerCase) {
    var document = document
    let follows = document.take(new)
    remember(document)
    guard !follows, let name = network?.module?.name else { return }
    say("the input of '\(name)' follows from the network", .notice)
  }

  /// Explores another layer or network, and remembers the one before.
  mutating func change(to new: Document) {
    laidAside = nil
    remember(new)
  }

  private mutating func remember(_ new: Document) {
    let new = new.keepingSizes(of: document)
    guard new != document else { return }
    history.remember(document)
    replace(with: new)
  }

  mutating func toggleBias() {
    var new = subject
    new.layer.bias.toggle()
    turn(to: new)
  }

  mutating func undo() {
    recall(history.undo(from: document), "nothing to undo", back: Command.redo)
  }

  mutating func redo() {
    recall(history.redo(from: document), "nothing to redo", back: Command.undo)
  }

  private mutating func replace(with new: Document) {
    lastChange = document.isOfSameModule(as: new) ? Difference(from: subject, to: new.subject) : nil
    document = new
    if !row.applies(to: subject.layer.direction) { selectRow(by: -1) }
    if view.room == .model, network == nil { focus = .knobs }
    if view.room == .model, !isListFocused { scroll = 0 }
    showChoice()
    if isPresenting, let text = lastChange?.text(width: size.columns - 2, spelling) {
      say(text, .value)
    }
  }

  private mutating func recall(_ value: Document?, _ otherwise: String, back: Command) {
    guard let value else { return say(otherwise) }
    let (former, sizes) = (network, model?.sizes)
    replace(with: value)
    if sizes != model?.sizes {
      say(
        "the sizes of the model are as they were; \(Command.visiting(.model).keyNames) lists them")
    }
    guard view.room == .model, let former else { return }
    guard let network else {
      return say("closed the network; \(back.keyNames) opens it again", .notice)
    }
    choosePresentModule()
    if former.title != network.title { return say("back to \(network.title)") }
    if let text = former.named.difference(from: network.named) { say(text) }
  }

  mutating func toggleKind() {
    var new = subject
    new.layer.direction = subject.layer.direction.next
    if subject.layer.direction == .transposed {
      laidAside = subject.layer.outputPadding
    } else if let laidAside {
      new.layer.outputPadding = laidAside
    }
    turn(to: new)
  }

  /// Gives the layer one axis more, or after three of them one.
  mutating func changeAxes() {
    var new = subject
    new.use(LayerOp(subject.layer.direction, axes: LayerOp.next(subject.layer.op.axes)))
    turn(to: new)
  }

  /// Selects the next row in a direction that applies to the kind of layer.
  mutating func selectRow(by offset: Int) {
    let rows = Hyperparameter.rows.filter { $0 == row || self.rows.contains($0) }
    guard let place = rows.firstIndex(of: row), rows.indices.contains(place + offset) else {
      return
    }
    row = rows[place + offset]
    if isPresenting { saySelection() }
  }
}

extension LayerCase {
  /// The nearest valid layer, one reason after the other, and what was changed.
  ///
  /// The input of a later module of a network is not its own: then its in_channels follow.
  func withRemedies(ownsInput: Bool) -> (LayerCase, changes: [String]) {
    var new = self
    var changes: [String] = []
    // Each remedy removes one reason; a few more than there can be reasons are enough.
    while changes.count < 40, case .failure(let refusal) = new.outcome,
      var remedy = refusal.reasons.compactMap(\.remedy).first
    {
      if case .inputChannels = remedy, !ownsInput {
        remedy = .number(.inChannels, nil, new.input.channels)
      }
      new.apply(remedy)
      changes.append(remedy.text)
    }
    return (new, changes)
  }
}

/// What differs between two layers, as the rows show it: `kernel_size 3 → 4`.
struct Difference: Equatable, Sendable {
  let parts: [String]

  init(from old: LayerCase, to new: LayerCase) {
    let kinds = [old, new].map(\.layer.op.moduleName)
    let rows = Hyperparameter.rows.filter {
      $0.applies(to: old.layer.direction) && $0.applies(to: new.layer.direction)
    }
    let changed = rows.compactMap { row -> String? in
      let (before, after) = (row.text(old), row.text(new))
      return before == after ? nil : "\(row.rawValue) \(before) → \(after)"
    }
    let isOtherWay = old.layer.direction != new.layer.direction
    let axes = "\(old.layer.axes.count)d → \(new.layer.axes.count)d"
    let kind = isOtherWay ? "\(kinds[0]) → \(kinds[1])" : axes
    parts = (kinds[0] == kinds[1] ? [] : [kind]) + changed
  }

  /// As much as fits: all parts, or the first ones and how many more there are.
  func text(width: Int, _ spelling: Spelling) -> String? {
    texts.first { spelling.width($0) <= width }
  }

  /// All parts, then always one less and how many more there are, and their number alone.
  var texts: [String] {
    stride(from: parts.count, through: 1, by: -1).map { count in
      let rest = parts.count - count
      return parts.prefix(count).joined(separator: ", ") + (rest > 0 ? ", and \(rest) more" : "")
    } + (parts.isEmpty ? [] : [parts.count.counted("change")])
  }
}
