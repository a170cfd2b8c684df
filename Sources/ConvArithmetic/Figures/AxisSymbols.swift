/// The numbers of one axis by their letters, for formulas.
///
/// Any number of them: a formula of these letters is computed and shown by the same line.
struct AxisSymbols {
  let geometry: AxisGeometry
  private var input = "i"
  private var extra = "output_padding"
  /// After each letter where several axes are in one formula: k_h, s_w.
  private var suffix = ""

  /// The letters of PyTorch's documentation, with `output_padding` by its name.
  init(_ geometry: AxisGeometry, among axis: Axis? = nil) {
    self.geometry = geometry
    if let axis { suffix = "_\(axis.mark)" }
  }

  /// The letters of Dumoulin & Visin: i' is the input of a transposed layer, a its output_padding.
  init(guide geometry: AxisGeometry) {
    self.geometry = geometry
    (input, extra) = (geometry.direction == .convolution ? "i" : "i'", "a")
  }

  /// The input cells, the taps of the kernel, the stride and the dilation.
  var i: Formula { named(input, geometry.input) }
  var k: Formula { named("k", geometry.kernelSize) }
  var s: Formula { named("s", geometry.stride) }
  var d: Formula { named("d", geometry.dilation) }
  /// The padding at either end, p, where both ends have the same.
  var p: Formula { named("p", geometry.paddingBefore) }
  var a: Formula { named(extra, geometry.outputPadding) }

  /// All padding: 2p, or the sum of both ends where they differ.
  var padding: Formula {
    guard geometry.paddingBefore != geometry.paddingAfter else { return 2 * p }
    return named("p_before", geometry.paddingBefore) + named("p_after", geometry.paddingAfter)
  }

  /// The cells from the first tap to the last: d(k − 1).
  var span: Formula { d * (k - 1) }

  var isTransposed: Bool { geometry.direction == .transposed }

  /// From the first position of a transposed layer to its last: (i − 1)s.
  var steps: Formula { (i - 1) * s }

  var size: Formula { size(padding: padding, span: span) }

  /// The output size with another padding or span.
  ///
  ///     Convolution    ⌊(i + 2p − d(k − 1) − 1)/s⌋ + 1
  ///     transposed     (i − 1)s − 2p + d(k − 1) + output_padding + 1
  ///
  /// Source: `torch.nn.Conv2d` and `torch.nn.ConvTranspose2d`, section Shape.
  func size(padding: Formula, span: Formula) -> Formula {
    isTransposed
      ? steps - padding + span + a + 1 : (i + padding - span - 1).floorDivided(by: s) + 1
  }

  private func named(_ name: String, _ value: Int) -> Formula {
    .quantity(name + suffix, Count(value))
  }
}

extension AxisGeometry {
  /// The output size as a formula of the axis' letters.
  package var sizeFormula: Formula { AxisSymbols(self).size }
}

extension ForwardPass {
  /// The shape of the weight as formulas: (C_out, C_in/groups, k_h, k_w).
  package var weightFormulas: [Formula] { LayerQuantities<Formula>(pass: self).weight }
}
