import ConvArithmetic

extension JSONWriter {
  /// Everything about a network, as the batch has it; figures by axis have the keys `l`, or `h` and
  /// `w`, or `d`, `h` and `w`.
  mutating func facts(_ subject: NetworkCase) {
    let (network, shapes) = (subject.network, subject.flow.shapes)
    let axes = NetworkAxis.all(subject)
    let inputs = shapes.dropFirst(0).prefix(network.nodes.count)
    if !subject.names.isEmpty {
      list("modules", subject.names) { json, name in json.field("name", name) }
    }
    field("shapes", lists: shapes.dropFirst().map { $0.dimensions.map { Count($0) } })
    if !subject.flow.mismatches.isEmpty {
      list("mismatches", subject.flow.mismatches) { json, mismatch in
        json.field("module", mismatch.node)
        json.field("shapes", lists: mismatch.shapes.map { $0.dimensions.map { Count($0) } })
      }
    }
    let isBound = network.readsAtMost
    byAxis("receptive_field", axes) { json, axis in
      json.object { $0.receptiveField(axis, isBound) }
    }
    object("overlap") { json in
      for axis in axes {
        json.write(named: axis.key)
        json.object { $0.overlap(axis) }
      }
      if !subject.mixesUneven { json.ratio(axes) }
    }
    field("smallest_input", axes.map { try? Count($0.network.smallestFittingInput.get()) })
    byAxis("whole", axes) { $0.whole($1) }
    field(
      "unread",
      lists: zip(network.nodes.indices, inputs).map { node, _ in
        let coming = shapes[network.nodes[node].sources[0]]
        return axes.enumerated().map { place, axis in
          axis.network.nodes[node].map.unread(coming.size[place]).map { Count($0) }
        }
      })
    byAxis("clean", axes) { $0.clean($1) }
    byAxis("alignment", axes) { $0.append($1.network.alignment) }
    costs(network.costs(subject.flow))
  }

  /// An object with a value for each axis.
  private mutating func byAxis(
    _ key: StaticString, _ axes: [NetworkAxis], _ value: (inout JSONWriter, NetworkAxis) -> Void
  ) {
    object(key) { json in
      for axis in axes {
        json.write(named: axis.key)
        value(&json, axis)
      }
    }
  }

  private mutating func costs(_ costs: [StageCost]) {
    write(written: Array("\"parameters\":".utf8))
    append(costs.reduce(Count(0)) { $0 + $1.parameters })
    object("multiplications") { json in
      json.field("modules", costs.map { $0.multiplications })
      json.write(written: Array("\"total\":".utf8))
      json.append(costs.reduce(Count(0)) { $0 + $1.multiplications })
    }
  }

  private mutating func receptiveField(_ axis: NetworkAxis, _ isBound: Bool) {
    switch axis.reach {
    case .failure(let reason): field("not_counted", reason.text)
    case .success(let reach):
      let read = (try? axis.readCounts.get())?.map { $0.fitting }
      let isKnown = read?.contains(nil) == false
      field("min", reach.least)
      field("max", reach.most)
      field("read_min", isKnown ? read?.compactMap { $0 }.min() : nil)
      field("read_max", isKnown ? read?.compactMap { $0 }.max() : nil)
      field("period", reach.period)
      field("jump", reach.jump)
      if isBound { field("at_most", true) }
      guard reach.period <= 16 else { return }
      field("phases", reach.sizes)
      field("start", reach.spans.map { $0?.lowerBound })
      if isKnown, let read { field("read", read) }
    }
  }

  private mutating func overlap(_ axis: NetworkAxis) {
    switch axis.overlap {
    case .failure(let reason): field("not_counted", reason.text)
    case .success(let overlap):
      if let counts = overlap.counts { field("period", counts) }
      field("even", overlap.isEven)
    }
  }

  private mutating func ratio(_ axes: [NetworkAxis]) {
    let overlaps = axes.compactMap { try? $0.overlap.get() }
    guard overlaps.count == axes.count, let ratio = OverlapPattern.ratio(overlaps) else { return }
    field("ratio", "\(ratio.most):\(ratio.least)")
  }

  private mutating func whole(_ axis: NetworkAxis) {
    guard let strides = axis.network.wholeStrides else { return append(Count?.none) }
    object { json in
      json.field("modulus", strides.modulus)
      json.field("residues", strides.residue.map { [$0] } ?? [])
    }
  }

  private mutating func clean(_ axis: NetworkAxis) {
    switch axis.network.tile(axis.size) {
    case .failure(let reason): object { $0.field("not_counted", reason.text) }
    case .success(let tile):
      guard let clean = tile.clean else { return append(Count?.none) }
      append([clean.lowerBound, clean.upperBound])
    }
  }
}

/// A network along one axis, with the figures of its output.
private struct NetworkAxis {
  let key: String
  let size: Int
  let network: AxisNetwork
  let reach: Result<Reach, Unreached>
  let readCounts: Result<[Count], Unreached>
  let overlap: Result<OverlapPattern, Unreached>

  private init(_ network: AxisNetwork, _ key: String, _ size: Int) {
    (self.key, self.size, self.network) = (key, size, network)
    reach = network.reaches.last ?? .failure(.unknown)
    readCounts = network.readCounts
    overlap = network.overlaps.last ?? .failure(.unknown)
  }

  /// The same network along another axis.
  private init(_ other: NetworkAxis, _ key: String, _ size: Int) {
    (self.key, self.size, network) = (key, size, other.network)
    (reach, readCounts, overlap) = (other.reach, other.readCounts, other.overlap)
  }

  static func all(_ subject: NetworkCase) -> [NetworkAxis] {
    let input = subject.flow.shapes[0].size
    var all: [NetworkAxis] = []
    for (place, axis) in input.axes.enumerated() {
      let network = subject.network.axis(place, of: input.count)
      all.append(
        all.first { $0.network == network }.map { NetworkAxis($0, axis.mark, input[place]) }
          ?? NetworkAxis(network, axis.mark, input[place]))
    }
    return all
  }
}

extension NetworkCase {
  /// Whether the overlap in a plane is no product of that along its axes.
  fileprivate var mixesUneven: Bool {
    let overlaps = (0..<axes).map { network.axis($0, of: axes).overlaps }
    return network.mixesUneven(overlaps).last ?? false
  }
}
