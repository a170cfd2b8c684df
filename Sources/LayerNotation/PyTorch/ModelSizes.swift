import ConvArithmetic

/// What is known of the tensor between two modules.
struct ModelFlow: Hashable, Sendable {
  var channels: Int?
  var size: Spatial<Int>?
  /// Why there is no size.
  var gap = SizeGap.noInput
  /// The class that is taken to apply its only child and nothing else.
  var assumed: String?

  static func unknown(_ gap: SizeGap) -> ModelFlow { ModelFlow(gap: gap) }
}

/// Follows sizes through a model, only where the text leaves no doubt about what comes next.
struct ModelSizes {
  private let nodes: [ModelNode]
  private(set) var layers: [ModelLayer]
  private let isSource: Bool
  /// 1 or 2, where all convolutions agree.
  private let axes: Int?

  /// Of source, arguments that are not written have their defaults; `print` leaves some out.
  init(_ nodes: [ModelNode], layers: [ModelLayer], isSource: Bool) {
    (self.nodes, self.layers, self.isSource) = (nodes, layers, isSource)
    let oneAxis = layers.filter { $0.moduleName.hasSuffix("1d") }.count
    axes = oneAxis == 0 ? 2 : oneAxis == layers.count ? 1 : nil
  }

  /// The layers with their inputs.
  ///
  /// - Parameter input: Of the whole model; `nil` where it is not known.
  /// - Returns: All of them, in their order.
  consuming func layers(from input: TensorShape?) -> [ModelLayer] {
    let size = input.flatMap { min($0.size.height, $0.size.width) >= 1 ? $0.size : nil }
    let roots = nodes.indices.filter { nodes[$0].isRoot }
    let flow =
      roots.count > 1
      ? ModelFlow.unknown(.severalRoots)
      : ModelFlow(
        channels: input?.channels, size: size,
        assumed: isSource ? layers.first?.model : nil)
    for root in roots { _ = apply(root, flow) }
    return layers
  }

  /// What comes out of a module; notes the input of every layer in it.
  ///
  /// The depth of the calls is that of the text's parentheses, which is bounded.
  private mutating func apply(_ place: Int, _ flow: ModelFlow) -> ModelFlow {
    guard nodes.indices.contains(place) else { return flow }
    let node = nodes[place]
    if let layer = node.layer { return convolve(layer, node, flow) }
    if let step = SizeStep(node, axes: axes, isSource: isSource) {
      visit(node, .unknown(.module(node.className, line: node.line)))
      return step.output(flow)
    }
    if isChain(node) {
      return node.children.reduce(flow) { flow, child in apply(child, flow) }
    }
    let canBeOnly = node.kind == .module || node.isRoot
    if canBeOnly, node.isComplete, node.children.count == 1,
      !Self.unordered.contains(node.className)
    {
      return applyOnly(node.children[0], of: node, flow)
    }
    let isOrdered = node.children.count < 2 && !Self.unordered.contains(node.className)
    visit(
      node,
      .unknown(
        isOrdered && node.isComplete
          ? .module(node.className, line: node.line) : .order(node.className, line: node.line)))
    return .unknown(.module(node.className, line: node.line))
  }

  /// Containers without an order of their own.
  private static let unordered: Set<String> = ["ModuleList", "ModuleDict"]

  /// Whether the children are applied one after another.
  private func isChain(_ node: ModelNode) -> Bool {
    guard node.isComplete else { return false }
    // A list for itself says nothing about what is done with it.
    return SizeRule.containers.contains(node.className)
      || node.kind == .group && !(node.isRoot && node.children.count > 1)
  }

  /// Goes into modules of which nobody knows when they are applied.
  private mutating func visit(_ node: ModelNode, _ flow: ModelFlow) {
    for child in node.children where nodes.indices.contains(child) {
      if nodes[child].kind == .group {
        visit(nodes[child], flow)
      } else {
        _ = apply(child, flow)
      }
    }
  }

  /// Goes into the only child of a class whose source is not here.
  ///
  /// Behind it the size is known only where the child does not change it, so that whatever the
  /// class adds or multiplies, as blocks with a shortcut do, fits nothing else.
  private mutating func applyOnly(
    _ child: Int, of node: ModelNode, _ flow: ModelFlow
  ) -> ModelFlow {
    if SizeRule.wrappers.contains(node.className) { return apply(child, flow) }
    var inside = flow
    inside.assumed = flow.assumed ?? node.className
    let output = apply(child, inside)
    let isKept = output.size == flow.size && output.channels == flow.channels
    return isKept && output.size != nil
      ? output : .unknown(.module(node.className, line: node.line))
  }

  private mutating func convolve(
    _ place: Int, _ node: ModelNode, _ flow: ModelFlow
  ) -> ModelFlow {
    guard layers.indices.contains(place) else { return flow }
    let layer = layers[place].layer
    var flow = flow
    if let coming = flow.channels, coming != layer.inChannels {
      flow = .unknown(
        .channels(
          coming: coming, taken: layer.inChannels, node.className, line: node.line))
    }
    layers[place].input = flow.size
    layers[place].gap = flow.size == nil ? flow.gap : nil
    layers[place].assumed = flow.size == nil ? nil : flow.assumed
    defer { visit(node, .unknown(.module(node.className, line: node.line))) }
    guard let size = flow.size else {
      flow.channels = layer.outChannels
      return flow
    }
    let subject = LayerCase(
      layer: layer, input: TensorShape(batch: 1, channels: layer.inChannels, size: size))
    guard let output = try? subject.forward().output else {
      return .unknown(.noOutput(node.className, line: node.line))
    }
    return ModelFlow(channels: output.channels, size: output.size, assumed: flow.assumed)
  }
}
