/// How many paths lead from one cell of a tensor to each cell of the network's input, along all axes
/// together.
///
/// With equal weights it is the influence of each cell, with independent random ones its variance:
/// the effective receptive field before training. Source: Luo, Li, Urtasun & Zemel, "Understanding
/// the Effective Receptive Field in Deep Convolutional Neural Networks" (2016).
///
/// Through a chain the numbers are products of those along the axes. Where branches meet, sums of
/// products are added, which are no products any more: then every cell is counted.
package struct PathField: Equatable, Sendable {
  /// One window of all axes, or a window of each, whose numbers multiply.
  private let parts: [CellCounts]
  package let total: Count
  /// Whether borders changed it on the way: what lies beyond is left out, or a copy of another cell.
  package let isCut: Bool

  fileprivate init(_ parts: [CellCounts], isCut: Bool) {
    (self.parts, self.isCut) = (parts, isCut)
    total = parts.reduce(1) { $0 * $1.total }
  }

  /// The paths to the cells of an axis, those to all cells of the others added up.
  package func along(_ axis: Int) -> PathWeights {
    if parts.count == 1 { return parts[0].along(axis) }
    let others = parts.indices.reduce(Count(1)) { $1 == axis ? $0 : $0 * parts[$1].total }
    let own = parts[axis].along(0)
    return PathWeights(first: own.first, counts: own.counts.map { $0 * others })
  }

  /// The paths to the cells of some rows and columns, along the last two of two axes or three.
  package func plane(rows: [Count], columns: [Count]) -> [[Count]] {
    if parts.count == 1 {
      var plane = parts[0]
      while plane.sizes.count > 2 { plane = plane.withoutFirstAxis }
      return rows.map { row in columns.map { plane[[row, $0]] } }
    }
    let others = parts.dropLast(2).reduce(Count(1)) { $0 * $1.total }
    let (down, across) = (parts[parts.count - 2], parts[parts.count - 1])
    return rows.map { row in
      columns.map { others * down[[row]] * across[[$0]] }
    }
  }
}

extension [AxisNetwork] {
  /// The paths from a cell of a tensor of the network with these axes.
  ///
  /// `sizes` are the cells of each tensor, as far as the cell's, beyond which there are none: a path
  /// through padding is no path, unless the padding copies. `nil` counts as far from all borders.
  ///
  /// - Returns: No window at all where no path reaches a cell of the input.
  package func pathField(
    from cell: [Count], in tensor: Int, sizes: [Spatial<Int>]?
  ) -> Result<PathField?, Unreached> {
    let lists = sizes.map { sizes in
      indices.map { axis in sizes.map { $0[axis] } }
    }
    return Result { () throws(Unreached) in try pathField(from: cell, in: tensor, sizes: lists) }
  }
}

extension Network {
  /// How many paths each cell of a tensor has on so many axes, far from all borders; `nil` where that
  /// depends on the cell, since a stage goes up by a stride, or is not known.
  package func pathsInside(of tensor: Int, axes: Int) -> Count? {
    var totals: [Count?] = [1]
    for (place, node) in nodes.prefix(tensor).enumerated() {
      var taps: [AxisTaps]? = []
      for axis in 0..<axes {
        taps = node.stage.map(axis, of: axes).taps.flatMap { more in taps.map { $0 + more } }
      }
      guard let taps, !taps.contains(where: { $0.isUp && $0.stride > 1 }),
        let coming = node.sources.map({ totals[$0] }).complete(), totals.count == place + 1
      else {
        totals.append(nil)
        continue
      }
      let paths = coming.reduce(Count(0)) { $0 + $1 }
      totals.append(taps.reduce(paths) { $0 * Count($1.kernelSize) })
    }
    return totals.last?.flatMap(\.fitting)
  }
}

extension AxisNetwork {
  /// The paths from one cell of a tensor, the last one unless another is named; `sizes` as in
  /// ``Swift/Array/pathField(from:in:sizes:)``.
  package func pathWeights(
    from cell: Count, in tensor: Int? = nil, sizes: [Int]? = nil
  ) -> Result<PathWeights, Unreached> {
    Result { () throws(Unreached) in
      let field = try [self].pathField(
        from: [cell], in: tensor ?? nodes.count, sizes: sizes.map { [$0] })
      return field?.along(0) ?? PathWeights(first: 0, counts: [])
    }
  }
}

extension [AxisNetwork] {
  /// Goes back from the cell, tensor by tensor, along all axes of a network.
  fileprivate func pathField(
    from cell: [Count], in tensor: Int, sizes: [[Int]]?
  ) throws(Unreached) -> PathField? {
    guard let nodes = first?.nodes, (0...nodes.count).contains(tensor),
      sizes?.allSatisfy({ $0.count > tensor }) ?? true
    else { throw .unknown }
    // Cells that are gone through in some milliseconds.
    var effort = Effort(readings: 1 << 20)
    var isCut = false
    var fields: [[CellCounts]?] = Array<[CellCounts]?>(repeating: nil, count: tensor + 1)
    fields[tensor] = cell.map { CellCounts(cell: [$0]) }
    for place in nodes[..<tensor].indices.reversed() {
      guard let here = fields[place + 1] else { continue }
      fields[place + 1] = nil
      guard let back = try passed(here, back: place, &effort) else { continue }
      for source in nodes[place].sources {
        let ends = sizes?.map { $0[source] }
        let inside = try kept(back, of: ends, place, &effort)
        isCut = isCut || inside != back
        guard let kept = inside else { continue }
        // To count further takes long, and hardly ever comes to a number that fits again.
        if kept.contains(where: \.total.isOverflow) { throw .tooLong }
        fields[source] =
          try fields[source].map { found throws(Unreached) in
            let one = try CellCounts.product(found, &effort)
            return [try one.added(CellCounts.product(kept, &effort), &effort)]
          } ?? kept
      }
    }
    let field = fields[0].map { PathField($0, isCut: isCut) }
    guard field?.total.isOverflow != true else { throw .tooLong }
    return field
  }

  /// From the outputs of a module to its inputs.
  private func passed(
    _ parts: [CellCounts], back place: Int, _ effort: inout Effort
  ) throws(Unreached) -> [CellCounts]? {
    var parts = parts
    for (axis, network) in enumerated() {
      let map = network.nodes[place].map
      if map.seesEverything { throw .everything }
      guard let taps = map.taps else { throw .unknown }
      let (part, own) = parts.count == 1 ? (0, axis) : (axis, 0)
      for step in taps.reversed() {
        guard let back = try parts[part].passed(back: step, along: own, &effort) else {
          return nil
        }
        parts[part] = back
      }
    }
    return parts
  }

  /// What lies in a tensor of so many cells.
  private func kept(
    _ parts: [CellCounts], of sizes: [Int]?, _ place: Int, _ effort: inout Effort
  ) throws(Unreached) -> [CellCounts]? {
    guard let sizes else { return parts }
    var parts = parts
    for (axis, size) in sizes.enumerated() {
      let mode = self[axis].nodes[place].map.paddingMode
      let (part, own) = parts.count == 1 ? (0, axis) : (axis, 0)
      guard let inside = try parts[part].inside(size, mode, along: own, &effort) else {
        return nil
      }
      parts[part] = inside
    }
    return parts
  }
}

extension AxisMap {
  /// Where the cells around its input take their values from; linear enlargement takes the border's.
  fileprivate var paddingMode: PaddingMode {
    switch self {
    case .convolution(_, let mode), .pad(_, _, let mode): mode
    case .scale: .replicate
    case .unchanged, .pool, .resize, .shuffle, .unshuffle, .mixed, .recorded, .unknown: .zeros
    }
  }
}
