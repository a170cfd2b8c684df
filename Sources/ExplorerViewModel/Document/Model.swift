/// The layers of a text from PyTorch, to be explored one after the other.
package struct Model: Sendable {
  package let text: ModelText
  /// The layers with the sizes that are known by now.
  package private(set) var layers: [ModelLayer]
  private(set) var sizes: Sizes
  /// What the layers are sorted and found by.
  private(set) var ranks: [StageRank] = []
  /// Whether sizes follow from the input of the whole model.
  let dependsOnInput: Bool
  /// The rows of its list, to be searched.
  private(set) var index = SearchIndex([])
  /// The layer that was chosen last.
  package var chosen = 0
  /// Whether that layer is the one that is explored.
  var isTaken = false

  /// What the user has said about its sizes.
  struct Sizes: Equatable, Sendable {
    /// The input of the whole model.
    var input: TensorShape?
    /// The inputs that were given to single layers, by their indices.
    var given: [Int: TensorShape] = [:]
    /// Whether modules are assumed to run in the printed order.
    var assumesPrintedOrder = false
    /// Which model they belong to: each model that is opened has its own number.
    var model = 0
  }

  /// A model with one layer at least; `input` is that of the whole, where it is known.
  package init(
    _ text: ModelText, input: TensorShape? = nil, assumingPrintedOrder: Bool = false
  ) {
    self.text = text
    sizes = Sizes(input: input, assumesPrintedOrder: assumingPrintedOrder)
    layers = text.layers
    dependsOnInput = input != nil || text.layers.contains { $0.gap?.sentence == .noModelInput }
    if input != nil { follow() } else { makeIndex() }
  }

  /// The input of the whole model.
  package var input: TensorShape? { sizes.input }

  /// Makes it a model of its own, so sizes of other models do not apply.
  mutating func number(_ number: Int) { sizes.model = number }

  /// Computes the sizes from what the user has said about them.
  mutating func take(_ new: Sizes) {
    guard new != sizes else { return }
    sizes = new
    follow()
  }

  private mutating func follow() {
    layers = text.layers(
      from: input, at: sizes.given, assumingPrintedOrder: sizes.assumesPrintedOrder)
    makeIndex()
  }

  private mutating func makeIndex() {
    ranks = rankedLayers
    let model = self
    index = SearchIndex(
      (0..<rows).lazy.map { row in
        let words = model.words(of: row)
        return (words.name, "\(words.detail) \(words.others)")
      })
  }

  /// The layer with a path.
  package func index(of path: String) -> Int? { layers.firstIndex { $0.path == path } }

  /// A layer on its input; `nil` where that is not known.
  package func subject(_ index: Int) -> LayerCase? {
    layers[at: index]?.subject(batch: input == nil ? 1 : input?.batch)
  }
}

extension Model: Equatable {
  /// A text is never read twice, and what it says is what the layers say.
  package static func == (left: Model, right: Model) -> Bool {
    left.input == right.input && left.chosen == right.chosen && left.isTaken == right.isTaken
      && left.layers == right.layers && left.text.problems == right.text.problems
  }
}

// MARK: In words

extension Model {
  /// What was not understood, in one line; `nil` if everything was.
  package var problemSummary: String? {
    guard let first = text.problems.first else { return nil }
    let count = text.problems.count + text.furtherProblems
    let others = count == 1 ? "" : ", and \(count - 1) more"
    return "not understood: line \(first.line): \(first.message)\(others)"
  }

  /// What follows from the input of the whole model; `nil` without one.
  package var inputSummary: String? {
    guard let input else { return nil }
    let known = layers.count { $0.input != nil }
    let gap = layers.first { $0.gap != nil }?.gap.map { "; \($0.text)" } ?? ""
    return "the sizes of \(known.grouped) of \(layers.count.grouped) layers follow from the input"
      + " \(input.text)\(gap)"
  }

  /// All that was not understood, one line each, as far as it is kept.
  package var problemLines: [String] {
    text.problems.map { "line \($0.line), column \($0.column): \($0.message)" }
      + (text.furtherProblems == 0 ? [] : ["and \(text.furtherProblems.grouped) more"])
  }

  /// How many layers there are, repeated ones each time.
  package var countText: String {
    let count = layers.reduce(Count(0)) { $0 + Count($1.repetitions) }
    let rows = count == Count(layers.count) ? "" : " in \(layers.count.grouped) rows"
    return count.counted("layer") + rows
  }

  /// What came of assuming the printed order.
  var orderSummary: String {
    guard sizes.assumesPrintedOrder else {
      return "modules are no longer assumed to run in the printed order"
    }
    let assumed = layers.count { !$0.assumptions.isEmpty }
    return "modules are assumed to run in the printed order: \(assumed.counted("size")) assumed"
      + (input == nil ? ", the input of the model is not given" : "")
  }

  /// The layers that are listed, in their order.
  func places(_ listing: StageListing) -> [Int] {
    let places = ranks.places(by: listing.order)
    guard !listing.filter.words.isEmpty else { return places }
    let words = SearchWords(StageMarks.searched(listing.filter))
    let found = Set(index.matches(words).places)
    return places.filter { found.contains(firstLayer + $0) }
  }

  /// A layer in one line: path, what it is, and its input.
  package func line(_ index: Int) -> String {
    guard let layer = layers[at: index] else { return "" }
    let mark = layer.assumptions.isEmpty ? "" : " (assumed)"
    let input = subject(index).map { ", input \($0.input.text)\(mark)" } ?? ", input not known"
    return "\(layer.name): \(layer.layer.shorthand)\(layer.timesText)\(input)"
  }
}

extension ModelLayer {
  /// How often it is there, where that is more than once.
  var timesText: String { repetitions == 1 ? "" : " (\(repetitions.grouped) times)" }
}
