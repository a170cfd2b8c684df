extension ChooserList {
  /// The input of the model, its layers, and what was not understood.
  package static let model = ChooserList(
    title: "Layers of the model", remark: { $0.listRemark },
    // Letters filter the list, so its own keys are with Ctrl.
    keys: [
      ChooserList.Key(key: .control("o"), hint: "order") { $0.takeOrder("") },
      ChooserList.Key(key: .control("p"), hint: "assume order") { $0.assumePrintedOrder() },
      ChooserList.Key(key: .tab) { $0.leaveList(for: $0.view.room.next) },
      ChooserList.Key(key: .backTab) { $0.leaveList(for: $0.view.room.previous) },
    ],
    searched: StageMarks.searched, emptyText: "there are no layers", detailColumn: 34,
    previewRows: 7, hasLayers: true,
    start: { state in state.model.map { $0.firstLayer + $0.chosen } ?? 0 },
    items: { state in
      guard let model = state.model else { return ChooserItems([]) }
      let order = state.listing.order
      return ChooserItems(
        index: model.index, order: order == .printed ? nil : model.rows(by: order)
      ) { model.item($0, order) }
    })
}

extension ExplorerState {
  /// In which order the layers of the model are listed, and whether the text's order is assumed to
  /// be that of execution.
  fileprivate var listRemark: String? {
    let parts = [
      listing.order == .printed ? nil : listing.order.words,
      model?.sizes.assumesPrintedOrder == true ? "order assumed" : nil,
    ].compactMap(\.self)
    return parts.isEmpty ? nil : parts.joined(separator: ", ")
  }
}

extension Model {
  /// The row of the first layer: above it is the model's input, if sizes follow from it.
  var firstLayer: Int { dependsOnInput ? 1 : 0 }

  var rows: Int {
    firstLayer + layers.count + text.problems.count + (text.furtherProblems > 0 ? 1 : 0)
  }

  /// All rows, the layers among them in an order.
  fileprivate func rows(by order: StageOrder) -> [Int] {
    let layers = ranks.places(by: order).map { firstLayer + $0 }
    return Array(0..<firstLayer) + layers + Array(firstLayer + layers.count..<rows)
  }

  /// The kinds of rows: the input, a layer, something that was not understood, or how much more was
  /// not.
  func item(_ row: Int, _ order: StageOrder = .printed) -> ChooserItem {
    let place = row - firstLayer
    if place < 0 {
      return ChooserItem(
        name: "input of the model",
        detail: input?.text ?? "not given; \(KeyPress.enter.name) to give it",
        preview: { inputPreview }, take: { $0.askForModelInput() })
    }
    if let layer = layers[at: place] {
      let rank = ranks[at: place]
      // The mark comes first, since long texts are cut.
      let mark = layer.assumptions.isEmpty ? "on" : "assumed"
      let size = layer.input.map { ", \(mark) \($0.area)" } ?? ""
      let number = number(place, order).map { "\($0), " } ?? ""
      return ChooserItem(
        name: layer.name, detail: number + (rank?.shorthand ?? "") + size + layer.timesText,
        words: "\(layer.moduleName) \(rank?.marks.searched ?? "")",
        preview: { preview(place) }, take: { $0.takeLayer(place) })
    }
    guard let problem = text.problems[at: place - layers.count] else {
      let first = Span("The first \(text.problems.count) are listed above.")
      return ChooserItem(
        name: "! and \(text.furtherProblems.grouped) more", words: "problem",
        preview: { ChooserPreview(paragraphs: [first]) }, take: { $0.open(.model) })
    }
    let lines = [
      Span("line \(problem.line), column \(problem.column)", .value),
      Span(problem.message, .notice),
    ]
    return ChooserItem(
      name: "! line \(problem.line) not understood", detail: problem.message, words: "problem",
      preview: { ChooserPreview(paragraphs: lines) }, take: { $0.open(.model) })
  }

  private var inputPreview: ChooserPreview {
    let known = layers.count { $0.input != nil }
    let shape = (layers.first?.layer ?? ConvLayer()).inputLetters
    let sizes = "the sizes of \(known) of \(layers.count) layers are known"
    return ChooserPreview(paragraphs: [
      Span(input.map { "input \($0.text)" } ?? "The input is not given.", .value),
      Span("\(KeyPress.enter.name) asks for its shape, \(shape); \(sizes)."),
    ])
  }

  private func preview(_ index: Int) -> ChooserPreview {
    let layer = layers[index]
    let remarks = remarks(layer)
    if let subject = subject(index) { return ChooserPreview(subject, remarks: remarks) }
    let way =
      layer.gap?.sentence == .unknownModuleOrder ? "; Ctrl-P assumes the printed order" : ""
    let gap = "its input is not known" + (layer.gap.map { ": \($0.text)\(way)" } ?? "")
    let lines = [Span(layer.layer.pytorchLine, .value), Span(gap, .notice)]
    return ChooserPreview(paragraphs: lines + remarks)
  }

  private func remarks(_ layer: ModelLayer) -> [Span] {
    let owner = layer.model.map { " of \(printable($0))" } ?? ""
    let assumed = layer.assumptions.map { "its input is assumed: \($0.text)" }
    return [Span("\(layer.moduleName) in line \(layer.line)\(owner)\(layer.timesText)", .faint)]
      + (layer.notes.map(\.text) + assumed).map { Span($0, .notice) }
      + [problemSummary].compactMap(\.self).map { Span($0, .faint) }
  }
}

extension ExplorerState {
  fileprivate mutating func leaveList(for room: Room) {
    mode = .browse
    go(to: room)
  }
}
