import ConvArithmetic

/// A network and the shape of its input, as far as its modules can be read and applied.
struct NetworkCase: Sendable {
  let network: Network
  let axes: Int
  let flow: NetworkFlow
  /// What the modules are called, where they have names.
  let names: [String]
  /// The first module that has no output, and why.
  let failure: (module: Int, problems: [NotationError])?

  /// Modules are built and applied one after the other, as PyTorch does.
  ///
  /// - Throws: What is wrong with the input, or with the network as a whole.
  init(_ modules: [ModuleFields], input: JSONReader.Value?) throws(NotationError) {
    guard let input else { throw NotationError("is missing", of: "input") }
    guard case .numbers(let dimensions) = input, !modules.isEmpty else {
      throw modules.isEmpty
        ? NotationError("must be a list of modules, at least one", of: "modules")
        : NotationError("must be [N, C, L], [N, C, H, W] or [N, C, D, H, W]", of: "input")
    }
    axes = modules.lazy.compactMap(\.axes).first ?? dimensions.count - 2
    guard (1...3).contains(axes), let shape = TensorShape(dimensions: dimensions, axes: axes) else {
      throw NotationError("has a rank that no module here takes", of: "input")
    }
    guard shape.samples >= 0, shape.channels >= 1, shape.size.allSatisfy({ $0 >= 1 }) else {
      throw NotationError("must have channels and sizes of at least 1", of: "input")
    }
    let (nodes, problems) = Self.nodes(modules, axes: axes, isBatched: shape.batch != nil)
    (network, names) = (Network(nodes) ?? Network(chain: []), [])
    flow = network.flow(of: shape)
    if let failure = flow.failure {
      self.failure = (failure.node, failure.reason.problems)
    } else {
      failure = problems.map { (nodes.count, $0) }
    }
  }

  init(_ named: NamedNetwork) {
    (network, axes) = (named.network, named.input.size.count)
    names = named.modules.map(\.name)
    flow = network.flow(of: named.input)
    failure = flow.failure.map { ($0.node, $0.reason.problems) }
  }

  /// The modules up to the first that cannot be built, and what is wrong with that.
  private static func nodes(
    _ modules: [ModuleFields], axes: Int, isBatched: Bool
  ) -> (nodes: [Network.Node], problems: [NotationError]?) {
    var nodes: [Network.Node] = []
    for (place, fields) in modules.enumerated() {
      do throws(CaseProblems) {
        let stage = try fields.stage(axes: axes, isBatched: isBatched)
        // Tensor 0 is the input, which has the number −1 here.
        let sources = (fields.sources ?? [place - 1]).map { $0 &+ 1 }
        guard let node = Network.Node(stage, of: sources, at: place) else {
          let message = "must be modules before this one, or −1; several only for add and cat"
          throw CaseProblems(problems: [NotationError(message, of: "from")])
        }
        nodes.append(node)
      } catch {
        return (nodes, error.problems)
      }
    }
    return (nodes, nil)
  }
}
