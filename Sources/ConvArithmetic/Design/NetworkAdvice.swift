/// A change of one layer that makes the overlap of a whole network even.
package struct NetworkAdvice: Equatable, Sendable {
  package let node: Int
  package let layer: ConvLayer
  /// What the network costs then.
  package let cost: StageCost
}

extension Network {
  /// Changes of single layers that make the overlap of the last tensor even and leave its shape,
  /// those with the fewest products first.
  ///
  /// Tried are the changes that make a transposed layer even by itself, and a kernel of one tap more
  /// or less in the others, from the last layer on: as many as `effort` modules are gone through.
  package func advice(for input: TensorShape, effort: Int = 4_000) -> [NetworkAdvice] {
    let flow = flow(of: input)
    guard flow.failure == nil, flow.mismatches.isEmpty else { return [] }
    var left = effort / max(1, nodes.count)
    var found: [NetworkAdvice] = []
    for place in nodes.indices.reversed() {
      guard case .convolution(let layer) = nodes[place].stage else { continue }
      let candidates = layer.evenCandidates(on: flow.shapes[nodes[place].sources[0]])
      for changed in candidates.prefix(left) {
        left -= 1
        let network = replacing(place, with: .convolution(changed))
        let other = network.flow(of: input)
        guard other.failure == nil, other.mismatches.isEmpty,
          other.shapes.last == flow.shapes.last, network.isEven(axes: input.size.count)
        else { continue }
        let cost = network.costs(other).reduce(.none, +)
        found.append(NetworkAdvice(node: place, layer: changed, cost: cost))
      }
    }
    return found.sorted { $0.cost.multiplications < $1.cost.multiplications }
  }

  private func replacing(_ place: Int, with stage: Stage) -> Network {
    var changed = nodes.map(Node?.some)
    changed[place] = Node(stage, of: nodes[place].sources, at: place)
    return changed.complete().flatMap { Network($0) } ?? self
  }

  /// Whether the overlap of the last tensor is even along all axes, and in the plane.
  private func isEven(axes: Int) -> Bool {
    let networks = (0..<axes).map { axis($0, of: axes) }
    var overlaps: [[Result<OverlapPattern, Unreached>]] = []
    for (place, network) in networks.enumerated() {
      let same = networks.firstIndex(of: network) ?? place
      overlaps.append(same < place ? overlaps[same] : network.overlaps)
      guard case .success(let pattern)? = overlaps[place].last, pattern.isEven else { return false }
    }
    return mixesUneven(overlaps).last == false
  }
}

extension ConvLayer {
  /// Layers near this one whose overlap may differ, with outputs of the same size on an input.
  fileprivate func evenCandidates(on input: TensorShape) -> [ConvLayer] {
    if direction == .transposed, !stride.isAll(1) {
      guard let pass = try? LayerCase(layer: self, input: input).forward() else { return [] }
      return Advice.offered(pass).prefix(4).map(\.subject.layer)
    }
    guard direction == .convolution, stride.isAll(1) else { return [] }
    return [1, -1].compactMap { step in
      var other = self
      other.kernelSize = kernelSize.map { $0.addingReportingOverflow(step).partialValue }
      guard other.kernelSize.allSatisfy({ $0 >= 1 }), other.kernelSize != kernelSize else {
        return nil
      }
      // An even kernel keeps the size only by padding that differs at the ends.
      other.padding = .same
      return other
    }
  }
}
