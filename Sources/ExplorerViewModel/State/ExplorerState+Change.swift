extension ExplorerState {
  /// What is explored, as it is undone and kept.
  var document: Document {
    get { Document(subject: subject, network: network, sizes: model?.sizes) }
    set {
      (network, subject) = (newValue.network, newValue.subject)
      if let sizes = newValue.sizes, sizes.model == model?.sizes.model { model?.take(sizes) }
    }
  }

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
