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
  /// All rows, the layers among them in an order.
  fileprivate func rows(by order: StageOrder) -> [Int] {
    let layers = ranks.places(by: order).map { firstLayer + $0 }
    return Array(0..<firstLayer) + layers + Array(firstLayer + layers.count..<rows)
  }

  /// A row of the list.
  func item(_ row: Int, _ order: StageOrder = .printed) -> ChooserItem {
    let words = words(of: row, order)
    let (preview, take) = use(of: row - firstLayer)
    return ChooserItem(
      name: words.name, detail: words.detail, words: words.others, preview: preview, take: take)
  }

  /// What is shown of a row, from the first layer on, and what taking it does.
  private func use(
    of place: Int
  ) -> (preview: @Sendable () -> ChooserPreview, take: @Sendable (inout ExplorerState) -> Void) {
    if place < 0 { return ({ inputPreview }, { $0.askForModelInput() }) }
    if layers.indices.contains(place) { return ({ preview(place) }, { $0.takeLayer(place) }) }
    var lines = [Span("The first \(text.problems.count) are listed above.")]
    if let problem = text.problems[at: place - layers.count] {
      lines = [
        Span("line \(problem.line), column \(problem.column)", .value),
        Span(problem.message, .notice),
      ]
    }
    return ({ [lines] in ChooserPreview(paragraphs: lines) }, { $0.open(.model) })
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
