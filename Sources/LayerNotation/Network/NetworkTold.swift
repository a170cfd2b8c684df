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
    axes = (0..<count).reduce(into: []) { axes, place in
      let axis = network.axis(place, of: count)
      // One that is alike takes no place of its own.
      axes.append(axes.first { $0 == axis } ?? axis)
    }
    reaches = axes.mapOnce(\.reaches)
    overlaps = axes.mapOnce(\.overlaps)
    mixesUneven = network.mixesUneven(overlaps)
  }

  /// How even the overlap of all modules up to a tensor is.
  func overlap(_ tensor: Int) -> OverlapVerdict {
    var patterns: [OverlapPattern] = []
    for axis in overlaps {
      switch axis[tensor] {
      case .success(let pattern): patterns.append(pattern)
      case .failure(let reason): return .unknown(reason)
      }
    }
    let periods = reaches.compactMap { try? $0[tensor].get().period }
    if periods.allSatisfy({ $0 == 1 }), periods.count == patterns.count { return .flat }
    // In a plane, branches that are not even each do not add up axis by axis.
    if mixesUneven[tensor] {
      return patterns.allSatisfy(\.isEven) ? .unknown(.unknown) : .unevenInPlane
    }
    if patterns.allSatisfy(\.isEven) { return .even }
    guard let ratio = OverlapPattern.ratio(patterns) else { return .unknown(.tooLong) }
    return ratio.least == 0 ? .holes : .uneven(ratio.most, ratio.least)
  }

  /// The same in a word where it is known and something goes up.
  func knownOverlap(_ tensor: Int) -> String? {
    let verdict = overlap(tensor)
    return switch verdict {
    case .even, .holes, .uneven: verdict.text
    case .flat, .unevenInPlane, .unknown: nil
    }
  }
}

/// How even the overlap of all modules up to one is.
package enum OverlapVerdict: Equatable, Sendable {
  /// Nothing goes up yet.
  case flat
  case even
  /// The most paths to a cell against the least, in lowest terms.
  case uneven(Count, Count)
  /// Branches meet, so that no ratio of the axes is that of the plane.
  case unevenInPlane
  /// Some cells have no path at all.
  case holes
  case unknown(Unreached)

  /// In a column: `even`, `4:1`, `holes`; a dash where nothing goes up.
  package var text: String {
    switch self {
    case .flat: "–"
    case .even: "even"
    case .uneven(let most, let least): "\(most.grouped):\(least.grouped)"
    case .unevenInPlane: "uneven"
    case .holes: "holes"
    case .unknown(let reason): reason.word
    }
  }

  /// Whether some cells get more than others.
  package var isUneven: Bool {
    switch self {
    case .uneven, .unevenInPlane, .holes: true
    case .flat, .even, .unknown: false
    }
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
