import ConvArithmetic
import LayerNotation

extension ChooserList {
  /// The input of the model, its layers, and what was not understood.
  package static let model = ChooserList(
    title: "Layers of the model", emptyText: "there are no layers", detailColumn: 34,
    previewRows: 7, hasLayers: true,
    items: { state in
      guard let model = state.model else { return ChooserItems([]) }
      return ChooserItems(index: model.index) { model.item($0) }
    },
    start: { state in state.model.map { $0.firstLayer + $0.chosen } ?? 0 },
    preview: { state, index in
      guard let model = state.model else { return ChooserPreview() }
      return model.entry(index)?.preview(model) ?? ChooserPreview()
    },
    take: { if let entry = $0.model?.entry($1) { $0.take(entry) } })
}

/// What stands in a row of the list.
enum ModelEntry: Equatable, Sendable {
  /// The input of the whole model.
  case input
  case layer(Int)
  /// Something that was not understood.
  case problem(Int)
  /// How much more was not.
  case further
}

extension Model {
  /// The row of the first layer: the input of the whole stands above, where sizes follow from it.
  var firstLayer: Int { dependsOnInput ? 1 : 0 }

  var rows: Int {
    firstLayer + layers.count + text.problems.count + (text.furtherProblems > 0 ? 1 : 0)
  }

  func item(_ row: Int) -> ChooserItem {
    entry(row)?.item(self) ?? ChooserItem("", detail: "")
  }

  /// What stands in a row; `nil` for a row that there is not.
  func entry(_ row: Int) -> ModelEntry? {
    guard (0..<rows).contains(row) else { return nil }
    let layer = row - firstLayer
    let problem = layer - layers.count
    if layer < 0 { return .input }
    if problem < 0 { return .layer(layer) }
    return problem < text.problems.count ? .problem(problem) : .further
  }
}

extension ModelEntry {
  fileprivate func item(_ model: Model) -> ChooserItem {
    switch self {
    case .input:
      return ChooserItem(
        "input of the model",
        detail: model.input?.text ?? "not given; \(KeyPress.enter.name) to give it")
    case .layer(let index):
      let layer = model.layers[index]
      let size = layer.input.map { ", on \($0.area)" } ?? ""
      return ChooserItem(
        layer.name, detail: layer.layer.shorthand + size + layer.timesText, words: layer.moduleName)
    case .problem(let index):
      let problem = model.text.problems[index]
      return ChooserItem(
        "! line \(problem.line) not understood", detail: problem.message, words: "problem")
    case .further:
      return ChooserItem(
        "! and \(model.text.furtherProblems.grouped) more", detail: "", words: "problem")
    }
  }

  func preview(_ model: Model) -> ChooserPreview {
    switch self {
    case .input: return ChooserPreview(paragraphs: inputPreview(model))
    case .layer(let index):
      let remarks = remarks(model.layers[index], model)
      if let subject = model.subject(index) { return ChooserPreview(subject, remarks: remarks) }
      let layer = model.layers[index]
      let gap = layer.gap.map { "its input is not known: \($0.text)" } ?? "its input is not known"
      return ChooserPreview(
        paragraphs: [Span(layer.layer.pytorchLine, .value), Span(gap, .notice)] + remarks)
    case .problem(let index):
      let problem = model.text.problems[index]
      return ChooserPreview(
        paragraphs: [
          Span("line \(problem.line), column \(problem.column)", .value),
          Span(problem.message, .notice),
        ])
    case .further:
      return ChooserPreview(
        paragraphs: [
          Span("The first \(model.text.problems.count) are listed above.", .plain)
        ])
    }
  }

  private func inputPreview(_ model: Model) -> [Span] {
    let known = model.layers.count { $0.input != nil }
    let shape = (model.layers.first?.layer ?? ConvLayer()).inputLetters
    let sizes = "the sizes of \(known) of \(model.layers.count) layers are known"
    return [
      Span(model.input.map { "input \($0.text)" } ?? "The input is not given.", .value),
      Span("\(KeyPress.enter.name) takes its shape, \(shape); then \(sizes)."),
    ]
  }

  private func remarks(_ layer: ModelLayer, _ model: Model) -> [Span] {
    let owner = layer.model.map { " of \(printable($0))" } ?? ""
    let assumed = layer.assumed.map {
      "\(printable($0)) is taken to apply its only child and nothing else"
    }
    let problems = model.problemSummary
    return [Span("\(layer.moduleName) in line \(layer.line)\(owner)\(layer.timesText)", .faint)]
      + (layer.notes.map(\.text) + [assumed].compactMap(\.self)).map { Span($0, .notice) }
      + [problems].compactMap(\.self).map { Span($0, .faint) }
  }
}
