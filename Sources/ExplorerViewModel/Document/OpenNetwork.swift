/// What is explored: a layer on its input, and the network that it is a module of, if any.
package struct Document: Equatable, Sendable {
  package private(set) var subject: LayerCase
  /// None or one, as an array, so that each of many layers to go back to takes no more memory.
  private var networks: [OpenNetwork]
  /// What the user has said about the sizes of the open model, in the same form.
  private var modelSizes: [Model.Sizes]

  init(subject: LayerCase, network: OpenNetwork? = nil, sizes: Model.Sizes? = nil) {
    self.subject = subject
    networks = network.map { [$0] } ?? []
    modelSizes = sizes.map { [$0] } ?? []
  }

  var sizes: Model.Sizes? { modelSizes.first }

  /// The same with the present sizes of the open model, if it says nothing about them.
  func keepingSizes(of other: Document) -> Document {
    var document = self
    if modelSizes.isEmpty { document.modelSizes = other.modelSizes }
    return document
  }

  package private(set) var network: OpenNetwork? {
    get { networks.first }
    set { networks = newValue.map { [$0] } ?? [] }
  }

  /// The current layer of a network, on the input that reaches it; without one, on another input.
  init(_ network: OpenNetwork, otherwise former: LayerCase? = nil) {
    let layer = network.module?.layer ?? former?.layer ?? ConvLayer()
    let proposed = LayerCase(layer: layer, input: layer.proposedInput)
    self.init(subject: network.subject ?? proposed, network: network)
  }

  /// Takes a changed layer, and in a network all that follows from it.
  ///
  /// - Returns: Whether all of it could be taken: what comes to a later module is not its own.
  mutating func take(_ new: LayerCase) -> Bool {
    guard var network else {
      subject = new
      return true
    }
    network.take(new)
    let follows = network.takesInput || new.input == subject.input
    subject = network.subject ?? LayerCase(layer: new.layer, input: subject.input)
    self.network = network
    return follows
  }
}

/// A network, and which of its modules is the current layer.
package struct OpenNetwork: Equatable, Sendable {
  package private(set) var title: String
  /// What follows from the network.
  package private(set) var sheet: NetworkSheet
  /// The module that is selected, whatever it is.
  package private(set) var selected: Int
  /// The convolution that is the current layer: the one that was selected last.
  package private(set) var current: Int
  /// The shapes before the last change.
  private var former: Derived<[TensorShape]>

  /// `nil` for a network without a convolution.
  package init?(_ named: NamedNetwork, title: String) {
    guard let first = named.firstLayer else { return nil }
    sheet = NetworkSheet(named)
    (self.title, current, selected) = (title, first, first)
    former = Derived(sheet.flow.shapes)
  }

  /// What a network without a name of its own is called.
  package static let usualTitle = "network"

  /// The network as a line with nothing but its text opens it.
  var asOpened: OpenNetwork {
    var opened = renamed(named)
    opened.title = Self.usualTitle
    opened.select(named.firstLayer ?? current)
    return opened
  }

  /// The network under other names for its modules, without the record of its last change.
  func renamed(_ named: NamedNetwork) -> OpenNetwork {
    var network = self
    network.sheet.rename(named)
    network.former = Derived(sheet.flow.shapes)
    return network
  }

  package var named: NamedNetwork { sheet.named }

  /// The module that is the current layer.
  package var module: NamedNetwork.Module? { named.modules[at: current] }

  /// Whether the selected module is a convolution.
  var isLayerSelected: Bool { selected == current }

  /// The row of the selected module.
  var row: Int { sheet.row(of: selected) }

  /// The modules of that row.
  var places: Range<Int> { sheet.rows[row] }

  /// Whether the current layer takes the input of the network.
  var takesInput: Bool { module?.sources == [0] }

  /// The current layer on the input that reaches it; `nil` without one.
  var subject: LayerCase? { module?.subject(sheet.flow) }

  /// The nearest values that give the failing module an output, and those values in words; `nil` if
  /// there are none, or no convolution fails.
  var repair: (node: Int, layer: ConvLayer, text: String)? {
    guard let failure = sheet.flow.failure,
      let broken = named.modules[at: failure.node]?.subject(sheet.flow)
    else { return nil }
    let (fixed, changes) = broken.withRemedies(ownsInput: false)
    guard !changes.isEmpty, (try? fixed.forward()) != nil else { return nil }
    var texts = changes
    // The change that removes the reasons, if it raises no others; said once for several axes.
    if case .layer(let refusal) = failure.reason, refusal.reasons.count == changes.count,
      !refusal.reasons.contains(where: { $0.hyperparameter == .input })
    {
      texts = refusal.said.compactMap(\.nearest)
    }
    return (failure.node, fixed.layer, texts.joined(separator: ", "))
  }

  /// Whether the last change gave a row another size.
  func hasChanged(_ row: Int) -> Bool {
    let tensor = sheet.rows[row].upperBound
    return former.value[at: tensor] != sheet.flow.shapes[at: tensor]
  }

  /// Takes a changed layer, and its input where that is the network's.
  fileprivate mutating func take(_ new: LayerCase) {
    var changed = named
    changed.modules[current].layer = new.layer
    if takesInput { changed.input = new.input }
    adopt(changed)
  }

  /// Selects a module; a convolution becomes the current layer.
  mutating func select(_ module: Int) {
    guard let chosen = named.modules[at: module] else { return }
    selected = module
    if chosen.layer != nil { current = module }
  }

  /// Takes a changed network; the current layer is known by its name again.
  mutating func adopt(_ changed: NamedNetwork) {
    guard changed != named else { return }
    let name = module?.name
    former = Derived(sheet.flow.shapes)
    sheet = NetworkSheet(changed)
    let layers = changed.modules.indices.filter { changed.modules[$0].layer != nil }
    let same = layers.first { changed.modules[$0].name == name }
    current = same ?? layers.last { $0 <= current } ?? layers.first ?? 0
    selected = min(selected, changed.modules.count - 1)
  }
}

extension Document {
  /// Whether the current layer is the same module of the same network as in another document, but
  /// has changed, or has another input of its own: only then is a difference one of this layer.
  func isOfSameModule(as other: Document) -> Bool {
    guard let network, let next = other.network else {
      return network == nil && other.network == nil
    }
    guard network.module?.name == next.module?.name else { return false }
    return network.module?.layer != next.module?.layer
      || next.takesInput && network.named.input != next.named.input
  }
}

extension NamedNetwork {
  /// What was done to get from this network to another one: `brought back add`; `nil` if the
  /// modules have the same names.
  func difference(from other: NamedNetwork) -> String? {
    let (old, new) = (Set(modules.map(\.name)), Set(other.modules.map(\.name)))
    let back = other.modules.map(\.name).filter { !old.contains($0) }
    let gone = modules.map(\.name).filter { !new.contains($0) }
    let texts = [("brought back", back), ("took out", gone)].filter { !$0.1.isEmpty }
    return texts.isEmpty ? nil : texts.map { "\($0) \($1.listed)" }.joined(separator: ", ")
  }

  fileprivate var firstLayer: Int? { modules.firstIndex { $0.layer != nil } }
}

extension [String] {
  /// `a`, `a and b`, `a, b and c`, or how many where they are more.
  var listed: String {
    guard count > 1, let last else { return first ?? "" }
    if count > 4 { return "\(count.grouped) modules" }
    return dropLast().joined(separator: ", ") + " and " + last
  }
}
