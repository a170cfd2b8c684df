import ConvArithmetic

/// What there is to say of a network, module by module: computed once, written where it is seen.
///
/// All of it follows from the network, so that sheets of the same network are the same.
package struct NetworkSheet: Equatable, Sendable {
  package private(set) var named: NamedNetwork
  package let network: Network
  package let flow: NetworkFlow
  /// The modules of each row: one, and those after it that treat each value by itself.
  package let rows: [Range<Int>]
  package let totals: StageCost
  /// The most values that are alive at once, each module with a tensor of its own.
  package let peak: Count?
  private let costs: [StageCost]
  let told: NetworkTold
  /// What rows make in short, `64×56×56`; empty for a row without an output.
  package let outputs: [String]
  /// The longest name of a row, and the longest of the ``outputs``, in characters.
  package private(set) var nameWidth = 0
  package let outputWidth: Int
  /// The longest of ``reach(_:)`` and of ``jump(_:)``.
  package private(set) var reachWidth = 0
  package private(set) var jumpWidth = 0

  package init(_ named: NamedNetwork) {
    network = named.network
    self.named = named
    flow = network.flow(of: named.input)
    rows = named.rows
    costs = network.costs(flow)
    totals = costs.reduce(.none, +)
    peak = network.peak(flow, inPlace: false)?.elements
    told = NetworkTold(network, axes: named.input.size.count)
    let shapes = flow.shapes
    outputs = rows.map { shapes[at: $0.upperBound]?.cells ?? "" }
    outputWidth = outputs.map(\.count).max() ?? 0
    reachWidth = rows.indices.map { reach($0).count }.max() ?? 0
    jumpWidth = rows.indices.map { jump($0).count }.max() ?? 0
    rename(named)
  }

  /// Takes the same network with other names.
  package mutating func rename(_ named: NamedNetwork) {
    self.named = named
    nameWidth = rows.indices.map { name($0).count }.max() ?? 0
  }

  package static func == (left: NetworkSheet, right: NetworkSheet) -> Bool {
    left.named == right.named
  }

  package var axes: [AxisNetwork] { told.axes }
  /// Of every tensor along each axis, the network's input first.
  var reaches: [[Result<Reach, Unreached>]] { told.reaches }
  var overlaps: [[Result<OverlapPattern, Unreached>]] { told.overlaps }
  var mixesUneven: [Bool] { told.mixesUneven }

  /// The row of a module.
  package func row(of module: Int) -> Int { rows.firstIndex { $0.contains(module) } ?? 0 }

  /// What a row is called: as its first module.
  package func name(_ row: Int) -> String { named.modules[rows[row].lowerBound].name }

  /// What a row's last module makes; `nil` where nothing comes so far.
  package func output(_ row: Int) -> TensorShape? { flow.shapes[at: rows[row].upperBound] }

  package func cost(_ row: Int) -> StageCost {
    rows[row].reduce(.none) { $0 + (costs[at: $1] ?? .none) }
  }

  /// What goes through no further, or does not fit, in one line; `nil` for a row that is fine.
  package func problem(_ row: Int) -> String? {
    if let failure = flow.failure, rows[row].contains(failure.node) { return failure.reason.text }
    return flow.mismatches.first { rows[row].contains($0.node) }.map(\.text)
  }

  /// The first problem of all, with the name of its module; `nil` where all goes through and fits.
  package var problem: String? {
    let nodes = [flow.failure?.node, flow.mismatches.first?.node].compactMap(\.self)
    return nodes.min().flatMap { node in
      problem(row(of: node)).map { "\(named.modules[node].name): \($0)" }
    }
  }

  /// Whether all goes through, and all branches fit where they join.
  package var fits: Bool { flow.failure == nil && flow.mismatches.isEmpty }

  /// Whether a row goes up by a stride, so that its outputs can differ in their number of paths.
  package func goesUp(_ row: Int) -> Bool {
    let nodes = axes.flatMap { $0.nodes[rows[row]] }
    return nodes.contains { $0.map.taps?.contains { $0.isUp && $0.stride > 1 } == true }
  }

  /// The values that a network along one axis keeps between pieces of a stream; `nil` where that is
  /// not known.
  package var kept: Count? {
    guard flow.failure == nil, let state = axes.first?.state else { return nil }
    return zip(state, flow.shapes).reduce(Count(0)) { sum, tensor in
      sum + tensor.0 * Count(tensor.1.samples) * Count(tensor.1.channels)
    }
  }

  /// The joins whose branches do not see the same middle along one of the axes, with how far apart
  /// these are.
  package func centreGaps(along place: Int) -> [(module: String, gap: CentreGap)] {
    named.modules.indices.filter { named.modules[$0].sources.count > 1 }.compactMap { module in
      axes[place].centreGap(at: module, reaches[place]).flatMap {
        $0.most != Ratio(0) ? (named.modules[module].name, $0) : nil
      }
    }
  }
}

extension NamedNetwork {
  /// The name of a tensor: of the module that makes it, or `x`.
  func name(of tensor: Int) -> String { modules[at: tensor - 1]?.name ?? "x" }

  fileprivate var rows: [Range<Int>] {
    var rows: [Range<Int>] = []
    for (place, module) in modules.enumerated() {
      if let last = rows.last, module.stage.isPointwise, module.sources == [place] {
        rows[rows.count - 1] = last.lowerBound..<place + 1
      } else {
        rows.append(place..<place + 1)
      }
    }
    return rows
  }
}

extension TensorShape {
  /// Channels and cells: `64×56×56`.
  fileprivate var cells: String { ([channels] + size).map(\.plain).joined(separator: "×") }
}
