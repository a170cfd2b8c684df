/// What is known of the tensor between two modules.
struct ModelFlow: Equatable, Sendable {
  var channels: Int?
  var size: Spatial<Int>?
  var gap = Remark(.noModelInput)
  /// The class that is taken to apply its only child and nothing else.
  var assumed: String?

  static func unknown(_ gap: Remark) -> ModelFlow { ModelFlow(gap: gap) }
}

/// Follows sizes through a model, only where the text leaves no doubt about what comes next.
struct ModelSizes {
  private(set) var layers: [ModelLayer]
  private let isSource: Bool
  /// From 1 to 3, where all convolutions agree.
  private let axes: Int?

  /// Of source, arguments that are not written have their defaults; `print` leaves some out.
  init(layers: [ModelLayer], isSource: Bool) {
    (self.layers, self.isSource) = (layers, isSource)
    let axes = Set(layers.map { $0.layer.kernelSize.count })
    self.axes = axes.count == 1 ? axes.first : nil
  }

  /// The layers with their inputs, from the modules that no other one holds.
  consuming func layers(of roots: [ModelNode], from input: TensorShape?) -> [ModelLayer] {
    let size = input.flatMap { shape in
      shape.size.allSatisfy { $0 >= 1 } ? shape.size : nil
    }
    let flow =
      roots.count > 1
      ? ModelFlow.unknown(Remark(.severalRoots))
      : ModelFlow(
        channels: input?.channels, size: size, assumed: isSource ? layers.first?.model : nil)
    for root in roots { _ = apply(root, flow, isRoot: true) }
    return layers
  }

  /// What comes out of a module; notes the input of every layer in it.
  ///
  /// The depth of the calls is that of the text's parentheses, which is bounded.
  private mutating func apply(
    _ node: ModelNode, _ flow: ModelFlow, isRoot: Bool = false
  ) -> ModelFlow {
    let unknown = node.gap(.unknownModule)
    if let layer = node.layer { return convolve(layer, node, flow) }
    if let known = ModuleClass.named(node.className), !known.isConvolution {
      visit(node, .unknown(unknown))
      return pass(stages(node, known, flow), node, flow)
    }
    if isChain(node, isRoot: isRoot) {
      return node.children.reduce(flow) { flow, child in apply(child, flow) }
    }
    let isOrdered = node.children.count < 2 && !ModuleClass.unordered.contains(node.className)
    let isOpen = !isOrdered || !node.isComplete
    if !isOpen, node.kind == .module || isRoot, let child = node.children.first {
      return applyOnly(child, of: node, flow)
    }
    visit(node, .unknown(isOpen ? node.orderGap : unknown))
    return .unknown(unknown)
  }

  private func isChain(_ node: ModelNode, isRoot: Bool) -> Bool {
    guard node.isComplete else { return false }
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

  /// Goes into the only child of a class whose source is not here.
  ///
  /// After it the size is known only where the child does not change it, so that whatever the
  /// class adds or multiplies, as blocks with a shortcut do, fits nothing else.
  private mutating func applyOnly(
    _ child: ModelNode, of node: ModelNode, _ flow: ModelFlow
  ) -> ModelFlow {
    if ModuleClass.wrappers.contains(node.className) { return apply(child, flow) }
    var inside = flow
    inside.assumed = flow.assumed ?? node.className
    let output = apply(child, inside)
    let isKept = output.size == flow.size && output.channels == flow.channels
    return isKept && output.size != nil
      ? output : .unknown(node.gap(.unknownModule))
  }

  // MARK: Stages

  /// Notes the input of a layer, and goes through it.
  private mutating func convolve(_ place: Int, _ node: ModelNode, _ flow: ModelFlow) -> ModelFlow {
    let layer = layers[place]
    let stage = Stage.convolution(layer.layer)
    var flow = flow
    if let gap = mismatch(stage, node, flow) { flow = .unknown(gap) }
    flow.channels = layer.layer.inChannels
    layers[place].input = flow.size
    layers[place].gap = flow.size == nil ? flow.gap : nil
    layers[place].assumed = flow.size == nil ? nil : flow.assumed
    visit(node, .unknown(node.gap(.unknownModule)))
    return pass(layer.isOpen ? [] : [stage], node, flow)
  }

  /// The stages that a module of known effect may be; none where the text does not say enough.
  private func stages(_ node: ModelNode, _ known: ModuleClass, _ flow: ModelFlow) -> [Stage] {
    guard
      let count = known.axes ?? flow.size?.count ?? axes
        ?? ([.pointwise, .mixing].contains(known.effect) ? 1 : nil)
    else { return [] }
    let call = try? ModuleCall(
      known, name: node.className, at: node.position, axes: count, node.arguments ?? [])
    return (try? call?.stages(isSource: isSource)) ?? []
  }

  /// What comes out of a module that is one of some stages.
  private func pass(_ stages: [Stage], _ node: ModelNode, _ flow: ModelFlow) -> ModelFlow {
    guard let stage = stages.first else { return .unknown(node.gap(.unknownModule)) }
    if let gap = mismatch(stage, node, flow) { return .unknown(gap) }
    var next = flow
    let channels = flow.channels.map { stage.channels($0) }
    let size = flow.size.map { stage.size($0) }
    // Either is known, and there is no output.
    if channels == .some(nil) || size == .some(nil) {
      return .unknown(node.gap(.noModuleOutput))
    }
    next.channels = channels ?? nil
    guard let before = flow.size, let size else {
      next.size = stage.fixedSizes
      return next
    }
    next.size = size
    let isSame = stages.dropFirst().allSatisfy { $0.size(before) == size }
    return isSame ? next : .unknown(node.gap(.unknownRounding))
  }

  /// The axes or channels that come where a stage takes others; `nil` where they fit or are not
  /// known.
  private func mismatch(_ stage: Stage, _ node: ModelNode, _ flow: ModelFlow) -> Remark? {
    if let coming = flow.size?.count, let taken = stage.axes, coming != taken {
      return node.gap(
        .otherAxesCome, taken == 1 ? "1 axis" : "\(taken) axes",
        coming == 1 ? "1 comes" : "\(coming) come")
    }
    guard let coming = flow.channels, let taken = stage.inChannels, coming != taken else {
      return nil
    }
    return node.gap(.otherChannelsCome, "\(taken)", "\(coming)")
  }
}

extension ModelNode {
  fileprivate func gap(_ sentence: Sentence, _ taken: String = "", _ coming: String = "") -> Remark
  {
    Remark(sentence, className, line, taken, coming)
  }

  fileprivate var orderGap: Remark { gap(className.isEmpty ? .unknownOrder : .unknownModuleOrder) }
}
