/// What questions are about, in names.
extension LayerQuantities where Q == Formula {
  func axis(_ axis: Axis) -> AxisSymbols { AxisSymbols(pass.axes[axis], among: axis) }

  /// (N, C_out, H_out, W_out) with formulas for its sizes; no N without a batch.
  func shape(_ sizes: Spatial<Formula>) -> [Formula] {
    (isUnbatched ? [] : [samples]) + [outChannels, sizes.height, sizes.width]
  }

  /// Σ c_h · Σ c_w, the products that land in the output.
  var landedProducts: Formula { axisSum(.height) * axisSum(.width) }

  /// The products that land in the cells of an axis: i·k, less those that are cropped.
  private func axisSum(_ axis: Axis) -> Formula {
    let symbols = self.axis(axis)
    let whole = symbols.i * symbols.k
    let cropped = whole.value - pass.overlap.coverage[axis].sum
    guard cropped != 0 else { return whole }
    return whole - .quantity(axis == .height ? "cropped_h" : "cropped_w", cropped)
  }

  /// max c_h · max c_w.
  var mostProducts: Formula { axisMaximum(.height) * axisMaximum(.width) }

  /// The most products in a cell of an axis: as many as may meet, unless the borders let fewer.
  func axisMaximum(_ axis: Axis) -> Formula {
    let (ceiling, most) = (axisCeiling(axis), pass.overlap.coverage[axis].maximum)
    guard ceiling.value != most else { return ceiling }
    return .quantity(axis == .height ? "max c_h" : "max c_w", most)
  }

  /// The taps that may meet in a cell, ⌈k/s'⌉ with s' = s/gcd(s, d).
  func axisCeiling(_ axis: Axis) -> Formula {
    let symbols = self.axis(axis)
    let divisor = pass.overlap.coverage[axis].commonDivisor
    let name = axis == .height ? "gcd(s_h, d_h)" : "gcd(s_w, d_w)"
    let step =
      divisor == 1 ? symbols.s : symbols.s.divided(by: .quantity(name, Count(divisor)))
    return symbols.k.ceilingDivided(by: step)
  }
}
