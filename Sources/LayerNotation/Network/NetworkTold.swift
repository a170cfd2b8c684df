import ConvArithmetic

/// What is told of the tensors of a network along each axis; axes that are alike are gone through
/// once.
struct NetworkTold: Sendable {
  let axes: [AxisNetwork]
  /// Of every tensor along each axis, the network's input first.
  let reaches: [[Result<Reach, Unreached>]]
  let overlaps: [[Result<OverlapPattern, Unreached>]]
  /// Of every tensor, whether its overlap in a plane is no product of that along its axes.
  let mixesUneven: [Bool]

  init(_ network: Network, axes count: Int) {
    axes = (0..<count).map { network.axis($0, of: count) }
    reaches = axes.mapOnce(\.reaches)
    overlaps = axes.mapOnce(\.overlaps)
    mixesUneven = network.mixesUneven(overlaps)
  }

  /// How even the overlap of all modules up to a tensor is: `even`, `4:1`, `holes`; a dash where
  /// nothing goes up yet.
  func overlap(_ tensor: Int) -> String {
    var patterns: [OverlapPattern] = []
    for axis in overlaps {
      switch axis[tensor] {
      case .success(let pattern): patterns.append(pattern)
      case .failure(let reason): return reason.word
      }
    }
    let periods = reaches.compactMap { try? $0[tensor].get().period }
    if periods.allSatisfy({ $0 == 1 }), periods.count == patterns.count { return "–" }
    // In a plane, branches that are not even each do not add up axis by axis.
    if mixesUneven[tensor] {
      return patterns.allSatisfy(\.isEven) ? Unreached.unknown.word : "uneven"
    }
    if patterns.allSatisfy(\.isEven) { return "even" }
    guard let ratio = OverlapPattern.ratio(patterns) else { return Unreached.tooLong.word }
    return ratio.least == 0 ? "holes" : "\(ratio.most.grouped):\(ratio.least.grouped)"
  }

  /// The same where it is known and something goes up.
  func knownOverlap(_ tensor: Int) -> String? {
    let text = overlap(tensor)
    return text == "even" || text == "holes" || text.contains(":") ? text : nil
  }

  /// Whether a cell of a tensor sees all of the input, however large.
  func seesEverything(_ tensor: Int) -> Bool {
    reaches.contains { $0[tensor] == .failure(.everything) }
  }

  /// The most input cells that a cell of a tensor sees along each axis; none where no axis tells.
  func reach(_ tensor: Int) -> [Count?] {
    let axes = reaches.map { try? $0[tensor].get().most }
    return axes.allSatisfy({ $0 == nil }) ? [] : axes
  }
}

extension [AxisNetwork] {
  /// A value for each axis, worked out once for axes that are alike.
  func mapOnce<Value>(_ value: (AxisNetwork) -> Value) -> [Value] {
    reduce(into: []) { values, axis in
      let place = firstIndex(of: axis) ?? values.count
      values.append(place < values.count ? values[place] : value(axis))
    }
  }
}
