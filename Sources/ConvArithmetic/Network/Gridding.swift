/// Whether a chain of layers that only go down reads every cell from its first to its last one.
package struct Gridding: Equatable, Sendable {
  /// The first distance between taps that steps over what the smaller ones span together; `nil` for
  /// no hole.
  ///
  /// Distances are in input cells, u_l = d_l times the strides before layer l, of the layers with
  /// more than one tap.
  package let gap: Count?
  /// What divides all of the distances.
  package let divisor: Int
}

extension AxisNetwork {
  /// What dilation and stride leave out: exact, whatever the order of the layers; `nil` for a network
  /// that branches or goes up, and where a number does not fit.
  ///
  /// The cells that are read are all sums of t_l·u_l with t_l below k_l. In rising order of u, with
  /// span 1 at the start: there is a hole exactly where a u is larger than the span so far, to which
  /// it adds (k − 1)·u.
  package var gridding: Gridding? {
    guard let chain, chain.allSatisfy({ !$0.isUp }) else { return nil }
    var jump = Count(1)
    var layers: [(distance: Count, taps: Int)] = []
    for step in chain {
      let distance = jump * Count(step.dilation)
      if step.kernelSize > 1 { layers.append((distance, step.kernelSize)) }
      jump = jump * Count(step.stride)
    }
    layers.sort { $0.distance < $1.distance }
    var span = Count(1)
    var gap: Count?
    for layer in layers {
      if layer.distance > span { gap = gap ?? layer.distance }
      span = span + Count(layer.taps - 1) * layer.distance
    }
    guard !span.isOverflow else { return nil }
    let divisor = layers.reduce(0) { divisor, layer in
      Int(exactly: layer.distance).map { greatestCommonDivisor(divisor, $0) } ?? 1
    }
    return Gridding(gap: gap, divisor: divisor)
  }

  /// The distance M₂ of hybrid dilated convolution, which its authors want to be at most the kernel
  /// size; `nil` where the rule says nothing: for other layers than at least two convolutions with
  /// stride 1 and the same kernel size.
  ///
  ///     M_n = r_n,   M_i = max(M_{i+1} − 2r_i, 2r_i − M_{i+1}, r_i)
  ///
  /// It is neither necessary nor sufficient: 2, 2, 2 passes and misses cells, 1, 3, 1 fails and misses
  /// none; ``gridding`` is exact. Source: Wang et al., "Understanding Convolution for Semantic
  /// Segmentation" (2018), section 3.2.
  package var hybridDilation: (distance: Count, kernelSize: Int)? {
    let layers = chain?.filter { $0.kernelSize > 1 } ?? []
    guard let first = layers.first, let last = layers.last, layers.count > 1,
      layers.allSatisfy({ !$0.isUp && $0.stride == 1 && $0.kernelSize == first.kernelSize })
    else { return nil }
    let distance = layers.dropFirst().dropLast().reversed()
      .reduce(Count(last.dilation)) { distance, layer in
        let twice = 2 * Count(layer.dilation)
        return max(distance - twice, twice - distance, Count(layer.dilation))
      }
    return (distance, first.kernelSize)
  }
}
