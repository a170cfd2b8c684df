/// Follows sizes through a model, only where the text leaves no doubt about what comes next.
struct ModelSizes {
  private(set) var layers: [ModelLayer]
  private let isSource: Bool
  /// The inputs that a person has given to layers of their own, by their places.
  var given: [Int: TensorShape] = [:]
  /// Whether modules are taken to run in the order of the text where it does not say another one.
  var assumesOrder = false
  private var isBatched = true
  /// From 1 to 3, where all convolutions agree.
  private let axes: Int?

  /// Of source, arguments that are not written have their defaults; `print` leaves some out.
  init(layers: [ModelLayer], isSource: Bool) {
    (self.layers, self.isSource) = (layers, isSource)
    let axes = Set(layers.map { $0.layer.kernelSize.count })
    self.axes = axes.count == 1 ? axes.first : nil
  }

  /// The layers with their inputs, from the modules that no other one holds.
  ///
  /// `hidden` is why the text does not say what they are applied to.
  consuming func layers(
    of roots: [ModelNode], from input: TensorShape?, hidden: Remark?
  ) -> [ModelLayer] {
    let size = input.flatMap { shape in
      shape.size.allSatisfy { $0 >= 1 } ? shape.size : nil
    }
    isBatched = input?.batch != nil || input == nil
    var flow = ModelFlow(channels: input?.channels, size: size)
    if roots.count > 1 {
      // A forward does say it.
      let isUnread = hidden?.sentence == .forwardNotRead
      flow = .unknown(isUnread ? hidden ?? flow.gap : Remark(.severalRoots))
    } else if let hidden {
      if assumesOrder { flow.assume(Remark(.printedOrder)) } else { flow = .unknown(hidden) }
    }
    for root in roots { _ = apply(root, flow, isRoot: true) }
    return layers
  }

  /// What comes out of a module, as often as it is there; notes the input of every layer in it.
  ///
  /// The depth of the calls is that of the text's parentheses, which is bounded.
  private mutating func apply(
    _ node: ModelNode, _ flow: ModelFlow, isRoot: Bool = false
  ) -> ModelFlow {
    let output = applyOnce(node, flow, isRoot: isRoot)
    guard node.repetitions > 1, flow.size != nil,
      output.size != flow.size || output.channels != flow.channels
    else { return output }
    let gap = node.gap(.repeatedSizes, node.repetitions.grouped)
    forget(node, gap)
    return .unknown(gap)
  }

  private mutating func applyOnce(
    _ node: ModelNode, _ flow: ModelFlow, isRoot: Bool
  ) -> ModelFlow {
    if let place = node.layer { return convolve(place, node, flow) }
    if let known = ModuleClass.named(node.className), !known.isConvolution, !node.holdsLayers {
      visit(node, .unknown(node.gap(.unknownModule)))
      return pass(node, known, flow)
    }
    if isChain(node, isRoot: isRoot) {
      return node.children.reduce(flow) { flow, child in apply(child, flow) }
    }
    if assumesOrder, !isSource, node.isComplete, !node.children.isEmpty {
      var flow = flow
      flow.assume(Remark(.printedOrder))
      return node.children.reduce(flow) { flow, child in apply(child, flow) }
    }
    visit(node, .unknown(node.children.isEmpty ? node.gap(.unknownModule) : node.orderGap))
    return .unknown(node.gap(.unknownModule))
  }

  private func isChain(_ node: ModelNode, isRoot: Bool) -> Bool {
    guard node.isComplete else { return false }
    if ModuleClass.wrappers.contains(node.className) { return node.children.count == 1 }
    // A list for itself says nothing about what is done with it.
    return ModuleClass.containers.contains(node.className)
      || node.kind == .group && !(isRoot && node.children.count > 1)
  }

  /// Goes into modules of which nobody knows when they are applied.
  private mutating func visit(_ node: ModelNode, _ flow: ModelFlow) {
    for child in node.children {
      if child.kind == .group {
        visit(child, flow)
      } else {
        _ = apply(child, flow)
      }
    }
  }

  /// Takes back the inputs of all layers in a module, each of which has several.
  private mutating func forget(_ node: ModelNode, _ gap: Remark) {
    if let place = node.layer, layers[place].basis != .said {
      (layers[place].input, layers[place].basis) = (nil, .unknown(gap))
    }
    for child in node.children { forget(child, gap) }
  }

  /// Notes the input of a layer, and goes through it.
  private mutating func convolve(_ place: Int, _ node: ModelNode, _ flow: ModelFlow) -> ModelFlow {
    var flow = layers[place].isNoted(.inLoop) ? ModelFlow.unknown(Remark(.inLoop)) : flow
    if let input = given[place] {
      flow = ModelFlow(channels: input.channels, size: input.size, isSaid: true)
    }
    var layer = layers[place].layer(on: flow.size, channels: flow.channels)
    if let gap = flow.mismatch(.convolution(layer), node) { flow = .refused(gap) }
    layers[place].layer = layer
    layers[place].input = flow.size
    layers[place].basis = flow.basis
    if !node.children.isEmpty { visit(node, .unknown(node.gap(.unknownModule))) }
    // No size depends on the channels that a lazy layer has yet to see.
    if layer.inChannels < 1, layers[place].isNoted(.lazyChannels) {
      layer.inChannels = max(1, layer.groups)
    }
    flow.channels = layer.inChannels
    let isPadded = layers[place].isNoted(.padsFirst)
    let isOpen =
      layers[place].isOpen || !isPadded && node.children.contains { $0.changesSizes }
    var next = flow.through(isOpen ? [] : [.convolution(layer)], node)
    if let remark = layers[place].notes.first(where: { $0.sentence == .takenFor }) {
      next.assume(remark)
    }
    return next
  }

  /// What comes out of a module of known effect.
  private func pass(_ node: ModelNode, _ known: ModuleClass, _ flow: ModelFlow) -> ModelFlow {
    if flow.isRefused { return flow }
    guard
      let count = known.axes ?? flow.size?.count ?? axes
        ?? ([.pointwise, .mixing].contains(known.effect) ? 1 : nil)
    else { return .unknown(node.gap(.unknownModule)) }
    let call = try? ModuleCall(
      known, name: node.className, at: node.position, axes: count, node.arguments ?? [])
    switch known.effect {
    case .function: return .unknown(node.gap(.notAlongAxes))
    case .gate:
      guard node.arguments != nil, call?.unpacked.isEmpty ?? false,
        let dimension = try? call?.number("dim") ?? -1
      else { return .unknown(node.gap(.unknownModule)) }
      return flow.halved(dimension, isBatched: isBatched, node)
    default:
      let padsByInput = known.remark == .padsByInput
      if padsByInput, flow.size == nil { return flow }
      let stages = try? call?.stages(isSource: isSource, on: flow.size)
      // Along whichever dimension it is, sizes stay.
      let otherwise: [Stage] = known.parameters == ["dim"] ? [.channelwise([])] : []
      var next = flow.through(stages ?? otherwise, node)
      if padsByInput { next.assume(Remark(.padsByInput, node.className)) }
      return next
    }
  }
}

extension ModelNode {
  /// Whether layers stand in it, so that it is another class, whatever its name.
  var holdsLayers: Bool {
    children.contains { $0.layer != nil || $0.holdsLayers }
  }

  /// Whether it is more than a normalization, an activation or what is no module of space.
  fileprivate var changesSizes: Bool {
    guard layer == nil, let known = ModuleClass.named(className) else { return layer != nil }
    return ![.pointwise, .mixing, .function].contains(known.effect)
  }
}
