/// What questions are about, in names.
extension LayerQuantities where Q == Formula {
  func axis(_ axis: Axis) -> AxisSymbols { AxisSymbols(pass.axes[axis], among: axis) }

  /// (N, C_out, H_out, W_out) with formulas for its sizes; no N without a batch.
  func shape(_ sizes: Spatial<Formula>) -> [Formula] {
    (isUnbatched ? [] : [samples]) + [outChannels] + Array(sizes)
  }

  /// (o − 1)s + d(k − 1) + 1 − 2p: what the last position of the kernel still needs.
  func leastInput(_ place: Axis) -> Formula {
    let axis = AxisSymbols(pass.axes[place])
    return (outputSide(place) - 1) * axis.s + axis.span + 1 - axis.padding
  }

  /// k_h·k_w.
  var kernelProduct: Formula { product(kernelSide) }

  /// Σ c_h · Σ c_w, the products that land in the output: i·k each, less those that are cropped.
  var landedProducts: Formula {
    product { place in
      let symbols = axis(place)
      let whole = symbols.i * symbols.k
      let cropped = whole.value - pass.overlap.sums[place]
      return cropped == 0 ? whole : whole - .quantity("cropped_\(place.mark)", cropped)
    }
  }

  /// The most products in a cell of an axis: as many as may meet, unless the borders let fewer.
  func axisMaximum(_ axis: Axis) -> Formula {
    let (ceiling, most) = (axisCeiling(axis), pass.overlap.coverage[axis].maximum)
    return ceiling.value == most ? ceiling : .quantity("max c_\(axis.mark)", most)
  }

  /// A count of each axis as if its padding were zeros, multiplied; `nil` where it is.
  func withoutCopies(_ name: String, _ count: (Coverage) -> Count) -> Formula? {
    guard pass.features.contains(.copies) else { return nil }
    return product { place in
      var axis = pass.axes[place]
      axis.paddingMode = .zeros
      return .quantity("\(name)_\(place.mark)", count(axis.coverage))
    }
  }

  /// The taps that may meet in a cell, ⌈k/s'⌉ with s' = s/gcd(s, d).
  func axisCeiling(_ axis: Axis) -> Formula {
    let symbols = self.axis(axis)
    let divisor = pass.overlap.coverage[axis].commonDivisor
    guard divisor > 1 else { return symbols.k.ceilingDivided(by: symbols.s) }
    let name = "gcd(s_\(axis.mark), d_\(axis.mark))"
    return symbols.k.ceilingDivided(by: symbols.s.divided(by: .quantity(name, Count(divisor))))
  }
}

extension AxisSymbols {
  /// d(k − 1)·s + d(k − 1) + 1: of two convolutions, the second one's taps are s cells apart.
  var reachOfTwo: Formula { span * s + span + 1 }
}
