extension ExplorerState {
  /// Explores a model: its only layer, or the list of them.
  package mutating func explore(_ new: Model) {
    leaveLesson()
    if let named = new.text.network(from: new.input) {
      explore(named, title: new.text.title)
      let isOpen = new.input == nil && !new.text.saysInput
      let words =
        (isOpen ? ["the input is not given; \(named.input.text) is used"] : [])
        + named.notes.map(\.text)
      if !words.isEmpty, network?.named == named { say(words.joined(separator: "; "), .notice) }
      return
    }
    open(new)
    if new.layers.count == 1 { return takeLayer(0) }
    openModel()
    let words = [new.inputSummary, new.problemSummary].compactMap(\.self)
    if !words.isEmpty { say(words.joined(separator: "; "), .notice) }
  }

  /// Has a model whose layers can be listed, or a network, one layer of which is explored already.
  package mutating func hold(_ new: Model) {
    open(new)
    model?.isTaken = true
    guard let named = new.text.network(from: new.input), let layer = new.layers[at: new.chosen],
      let place = named.modules.firstIndex(where: { $0.name == layer.name }),
      var network = OpenNetwork(named, title: new.text.title)
    else { return }
    network.select(place)
    guard network.subject == subject else { return }
    (model, document) = (nil, Document(network))
    networkCell = network.middle(along: reachAxis)
    first = document
  }

  /// Takes another model, with no sizes remembered.
  private mutating func open(_ new: Model) {
    models += 1
    var new = new
    new.number(models)
    model = new
  }

  /// Opens the list of layers.
  mutating func openModel() {
    show(.model)
    if model != nil { open(.model) }
  }

  mutating func askForModelInput() {
    let shape = model?.input ?? model?.layers.first?.proposed.input
    mode = .asking(.modelInput, TextEntry(shape?.listText ?? ""))
  }

  /// Explores a layer of the model, or asks for its size first.
  package mutating func takeLayer(_ index: Int) {
    guard let model, let layer = model.layers[at: index] else { return }
    self.model?.chosen = index
    if let subject = model.subject(index) { return take(Document(subject: subject), of: layer) }
    mode = .asking(.layerInput(index), TextEntry(layer.proposed.input.listText))
  }

  private mutating func take(_ new: Document, of layer: ModelLayer) {
    mode = .browse
    show(.overview)
    change(to: new)
    model?.isTaken = true
    let others = Command.visiting(.model).keyNames
    let notes = (layer.notes + layer.assumptions).map(\.text) + ["\(others) lists the layers"]
    say((["layer \(layer.name)"] + notes).joined(separator: "; "), .good)
  }

  /// Takes the input of the whole model.
  mutating func takeModelInput(_ text: String) throws(NotationError) {
    let shape = try TensorShape(reading: text, for: model?.layers.first?.layer ?? ConvLayer())
    changeSizes { $0.input = shape }
    openModel()
  }

  /// Assumes that the modules of the model run in the printed order, or no longer.
  mutating func assumePrintedOrder() {
    guard network == nil, model != nil else {
      return refuse("assume is for a model whose text does not say the order; none is open")
    }
    changeSizes { $0.assumesPrintedOrder.toggle() }
    if case .choosing(var chooser) = mode, chooser.list == .model {
      chooser.renew(chooser.list.items(self))
      mode = .choosing(chooser)
    } else {
      openModel()
    }
    if let model { say(model.orderSummary, .notice) }
  }

  /// Changes what is said about the sizes of the model; this can be undone.
  private mutating func changeSizes(_ change: (inout Model.Sizes) -> Void) {
    guard var sizes = model?.sizes else { return }
    change(&sizes)
    self.change(to: Document(subject: subject, network: network, sizes: sizes))
  }

  /// Takes the input of a layer that was asked for.
  mutating func takeLayerInput(_ text: String, _ index: Int) throws(NotationError) {
    guard let layer = model?.layers[at: index] else { return mode = .browse }
    let input = try TensorShape(reading: text, for: layer.layer)
    var sizes = model?.sizes
    sizes?.given[index] = input
    take(Document(subject: layer.subject(on: input), sizes: sizes), of: layer)
  }

  /// Goes to a room, to the page that it showed last; a model that is no network has a list there.
  mutating func go(to room: Room) {
    guard let page = pages[room] ?? room.pages.first else { return }
    show(page)
    if room == .model, network == nil, model != nil { open(.model) }
  }
}

// MARK: Typed and pasted

extension ExplorerState {
  /// Takes a typed constructor, or opens the list where there are several.
  ///
  /// - Throws: ``NotationError`` that says why it is none, and where.
  mutating func takePyTorch(_ text: String) throws(NotationError) {
    do throws(PyTorchProblem) {
      switch try PyTorchText(reading: text) {
      case .layer(let layer): take(constructor: layer)
      case .model(let model): explore(Model(model))
      }
    } catch { throw NotationError("column \(error.column): \(error.message)") }
  }

  private mutating func take(constructor: ModelLayer) {
    var input = subject.input
    input.channels = constructor.layer.inChannels
    input.size = input.size.onAxes(constructor.layer.kernelSize.count)
    let new = constructor.subject(on: input)
    mode = .browse
    change(to: new)
    let place = network?.module.map { "in place of '\($0.name)'" }
    let notes = [place].compactMap(\.self) + constructor.notes.map(\.text)
    if !notes.isEmpty { say(notes.joined(separator: "; "), .notice) }
  }
}

extension TensorShape {
  /// Reads a shape that was asked for: all of it, or the size alone.
  fileprivate init(reading text: String, for layer: ConvLayer) throws(NotationError) {
    var subject = LayerCase(layer: layer, input: layer.proposedInput)
    try subject.assign(Assignment(.input, try Hyperparameter.input.value(text)))
    self = subject.input
  }

  /// As it is typed: `1,64,8,8`.
  var listText: String { dimensions.map(String.init).joined(separator: ",") }
}
