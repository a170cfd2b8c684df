/// What questions are about, in names.
extension LayerQuantities where Q == Formula {
  func axis(_ axis: Axis) -> AxisSymbols { AxisSymbols(pass.axes[axis], among: axis) }

  /// The output size along an axis: H_out.
  func outputSize(_ axis: Axis) -> Formula {
    .quantity("\(axis.letter)_out", Count(pass.axes[axis].output))
  }

  /// (N, C_out, H_out, W_out) with formulas for its sizes; no N without a batch.
  func shape(_ sizes: Spatial<Formula>) -> [Formula] {
    (isUnbatched ? [] : [samples]) + [outChannels] + Array(sizes)
  }

  /// k_h·k_w.
  var kernelProduct: Formula { kernelSides.dropFirst().reduce(kernelSides[0], *) }

  /// The channels in the order in which the weight has them; the second ones are in groups.
  var weightChannels: (first: Formula, second: Formula) {
    isTransposed ? (inChannels, outChannels) : (outChannels, inChannels)
  }

  /// Learnable numbers, with one bias for each output channel if there is any.
  func withBiases(_ weights: Formula) -> Formula { hasBias ? weights + outChannels : weights }

  /// Σ c_h · Σ c_w, the products that land in the output.
  var landedProducts: Formula { product(axisSum) }

  /// The products that land in the cells of an axis: i·k, less those that are cropped.
  private func axisSum(_ axis: Axis) -> Formula {
    let symbols = self.axis(axis)
    let whole = symbols.i * symbols.k
    let cropped = whole.value - pass.overlap.coverage[axis].sum
    guard cropped != 0 else { return whole }
    return whole - .quantity("cropped_\(axis.mark)", cropped)
  }

  /// max c_h · max c_w.
  var mostProducts: Formula { product(axisMaximum) }

  /// The most products in a cell of an axis: as many as may meet, unless the borders let fewer.
  func axisMaximum(_ axis: Axis) -> Formula {
    let (ceiling, most) = (axisCeiling(axis), pass.overlap.coverage[axis].maximum)
    guard ceiling.value != most else { return ceiling }
    return .quantity("max c_\(axis.mark)", most)
  }

  /// The taps that may meet in a cell, ⌈k/s'⌉ with s' = s/gcd(s, d).
  func axisCeiling(_ axis: Axis) -> Formula {
    let symbols = self.axis(axis)
    let divisor = pass.overlap.coverage[axis].commonDivisor
    let name = "gcd(s_\(axis.mark), d_\(axis.mark))"
    let step =
      divisor == 1 ? symbols.s : symbols.s.divided(by: .quantity(name, Count(divisor)))
    return symbols.k.ceilingDivided(by: step)
  }
}
