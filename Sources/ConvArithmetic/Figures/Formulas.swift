/// A formula of a layer, in what it is computed by and in what it is spelled by.
struct Formulas: Sendable {
  let whole: @Sendable (LayerQuantities<Count>) -> Count
  private let fraction: (@Sendable (LayerQuantities<Ratio>) -> Ratio)?
  let spelled: @Sendable (LayerQuantities<Formula>) -> Formula

  /// The formula of a whole number.
  init(
    _ whole: @escaping @Sendable (LayerQuantities<Count>) -> Count,
    _ spelled: @escaping @Sendable (LayerQuantities<Formula>) -> Formula
  ) {
    (self.whole, self.spelled, fraction) = (whole, spelled, nil)
  }

  /// The formula of a fraction, whose whole number is rounded down.
  init(
    exact fraction: @escaping @Sendable (LayerQuantities<Ratio>) -> Ratio,
    _ spelled: @escaping @Sendable (LayerQuantities<Formula>) -> Formula
  ) {
    (self.fraction, self.spelled) = (fraction, spelled)
    whole = { fraction(LayerQuantities($0)).floor }
  }

  /// The exact number.
  func exact(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> Ratio {
    guard let fraction else { return Ratio(whole(LayerQuantities(pass: pass, format: format))) }
    return fraction(LayerQuantities(pass: pass, format: format))
  }
}
