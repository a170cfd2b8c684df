/// How long the cells of a single axis last, if they are samples of a sound.
struct SampleTimes {
  let pass: ForwardPass
  /// Samples of the input in a second, at least 1.
  let rate: Int

  /// What is a number of samples a second.
  static let range = 1...1_000_000_000

  /// In long and short: how long the input and the dilated kernel last, and how many cells of the
  /// output there are in a second.
  ///
  /// The kernel lies on the input of a convolution, and on the output of a transposed layer.
  var texts: [String] {
    let axis = pass.axes[0]
    let isTransposed = pass.layer.direction == .transposed
    let stride = Count(axis.stride)
    let span = Count(axis.dilation) * Count(axis.kernelSize - 1) + 1
    let input = "input \(milliseconds(Ratio(Count(axis.input)))) ms"
    let kernel =
      "kernel \(milliseconds(isTransposed ? Ratio(span, stride) : Ratio(span))) ms"
      + (isTransposed ? " of output" : "")
    let output = isTransposed ? Ratio(Count(rate) * stride) : Ratio(Count(rate), stride)
    let rates = "\(rate.grouped) → \(thousandths(output)) Hz"
    return ["\(input), \(kernel), \(rates)", "\(input), \(kernel)", input]
  }

  private func milliseconds(_ samples: Ratio) -> String {
    thousandths(Ratio(samples.numerator * 1_000, samples.denominator * Count(rate)))
  }

  /// A number with three places, marked where it has more, or without any where it is whole.
  private func thousandths(_ ratio: Ratio) -> String {
    if let whole = ratio.whole { return whole.grouped }
    let (numerator, denominator) = (ratio.numerator * 1_000, ratio.denominator)
    let rounded = Ratio(numerator * 2 + denominator, denominator * 2).floor
    return (rounded * denominator == numerator ? "" : "≈") + rounded.decimal(3)
  }
}

extension ExplorerState {
  /// The times of the layer, if it has one axis and its samples a second are known.
  var sampleTimes: SampleTimes? {
    guard let rate, let pass, pass.axes.count == 1 else { return nil }
    return SampleTimes(pass: pass, rate: rate)
  }

  /// Takes the samples of the input in a second, or none.
  mutating func takeRate(_ text: String) {
    guard !text.isEmpty, text != "none" else { return rate = nil }
    guard let number = Int(text.filter { $0 != "," }), SampleTimes.range.contains(number) else {
      return refuse("\(quoted(text)) is not a number of samples a second, such as 16000")
    }
    rate = number
    if subject.layer.axes.count > 1 { say("the times are shown for layers of one axis") }
  }
}
