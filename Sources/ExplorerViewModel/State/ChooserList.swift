/// A kind of list to choose from: a new list is one more value, and an action that opens it.
package struct ChooserList: Sendable {
  package let title: String
  /// What the heading adds, such as the order of the items.
  var remark: @Sendable (ExplorerState) -> String? = { _ in nil }
  /// Keys that do something to the list, beside those of all lists, and what the footer says.
  var keys: [Key] = []
  /// Whether it is the palette, whose line can be a command, too.
  var isPalette = false
  /// What a typed line searches for.
  var searched: @Sendable (String) -> String = { $0 }
  /// What is said if there is nothing to choose from.
  var emptyText = "nothing to choose from"
  let detailColumn: Int
  /// The lines that the preview needs on a screen of 80 columns, whichever item is selected.
  let previewRows: Int
  /// Whether the preview has a layer, whose map is shown where there is room.
  let hasLayers: Bool
  /// The item that is selected at first.
  var start: @Sendable (ExplorerState) -> Int = { _ in 0 }
  /// What there is; asked for when the list opens.
  let items: @Sendable (ExplorerState) -> ChooserItems

  subscript(key: KeyPress) -> Key? { keys.first { $0.key == key } }

  struct Key: Sendable {
    let key: KeyPress
    var hint: String?
    let act: @Sendable (inout ExplorerState) -> Void
  }
}

extension ChooserList: Equatable {
  package static func == (left: ChooserList, right: ChooserList) -> Bool {
    left.title == right.title
  }
}

package struct ChooserItem: Sendable {
  package let name: String
  /// The text beside the name.
  var detail = ""
  /// What else the search finds it by.
  var words = ""
  /// What removes it for good, where that is possible; asked for twice.
  var removal: Effect?
  let preview: @Sendable () -> ChooserPreview
  /// What taking it does, once the list is closed; the palette does this itself.
  var take: @Sendable (inout ExplorerState) -> Void = { _ in }

  var searched: (name: String, words: String) { (name, "\(detail) \(words)") }
}

/// What there is to choose from; a long list makes an item only where it is shown.
package struct ChooserItems: RandomAccessCollection, Sendable {
  package let endIndex: Int
  let index: SearchIndex
  private let item: @Sendable (Int) -> ChooserItem
  /// All places in the order in which they are listed; `nil` as they stand.
  private let order: [Int]?

  package var startIndex: Int { 0 }
  package subscript(place: Int) -> ChooserItem { item(place) }

  init(_ items: [ChooserItem]) {
    self.init(index: SearchIndex(items.lazy.map(\.searched))) { items[$0] }
  }

  /// Items that were indexed before.
  init(
    index: SearchIndex, order: [Int]? = nil, item: @escaping @Sendable (Int) -> ChooserItem
  ) {
    (endIndex, self.index, self.order, self.item) = (index.count, index, order, item)
  }

  /// Places in the order in which they are listed; all of them where none are given.
  func ordered(_ places: [Int]? = nil) -> [Int] {
    guard let order else { return places ?? Array(indices) }
    guard let places else { return order }
    var isIn = [Bool](repeating: false, count: endIndex)
    for place in places { isIn[place] = true }
    return order.filter { isIn[$0] }
  }
}

extension ChooserItems: Equatable {
  /// Items that are found by the same words are equal.
  package static func == (left: ChooserItems, right: ChooserItems) -> Bool {
    left.index == right.index && left.order == right.order
  }
}

/// More about an item, below the list.
struct ChooserPreview {
  /// Each begins on a line of its own, and wraps if it is too long.
  var paragraphs: [Span] = []
  /// The layer whose map is shown beside the list.
  var subject: LayerCase?
}

extension ChooserPreview {
  /// Any layer on its input: the PyTorch line, shapes, costs and verdict, or why it is refused; then
  /// what else there is to say.
  init(_ subject: LayerCase, remarks: [Span] = []) {
    let line = Span(subject.layer.pytorchLine, .value)
    switch subject.outcome {
    case .success(let pass):
      let words = OverlapWords(pass)
      let style: Style =
        subject.layer.direction == .convolution ? .plain : words.isEven ? .good : .notice
      let shapes = "\(pass.input.text) → \(pass.output.text)"
      let parameters = "\(pass[.parameters].words) parameters"
      let facts = [
        Span("\(shapes), \(parameters)"), Span(Self.costs(pass)), Span(words.long, style),
      ]
      self.init(paragraphs: [line] + facts + remarks, subject: subject)
    case .failure(let refusal):
      let reasons = refusal.lines.map { Span($0, .bad) }
      self.init(paragraphs: [line, Span(subject.input.text)] + reasons + remarks)
    }
  }

  private static func costs(_ pass: ForwardPass) -> String {
    let (all, useful) = (pass[.multiplications], pass[.usefulMultiplications])
    guard !all.isOverflow, !useful.isOverflow else { return "MACs: \(Count.overflowWords)" }
    let share = useful.percent(of: all).map { " (\($0))" } ?? ""
    return "\(all.grouped) MACs, \(useful == all ? "all" : useful.grouped) useful\(share)"
  }
}

extension ExplorerState {
  package var chooser: Chooser? { if case .choosing(let chooser) = mode { chooser } else { nil } }

  mutating func open(_ list: ChooserList, filteredBy text: String = "") {
    var chooser = Chooser(list, list.items(self), selected: list.start(self))
    if !text.isEmpty { chooser.filter(by: TextEntry(text)) }
    mode = .choosing(chooser)
  }
}
