/// The weights of the bilinear kernel along one axis, as whole numbers over a denominator.
///
/// With f = ⌊(k + 1)/2⌋ the weight of a tap is 1 − |2t − (k − 1)|/2f, where 2f is k or k + 1; of an
/// odd kernel both numbers are even. Source: `upsample_filt` of fcn.berkeleyvision.org (Long,
/// Shelhamer & Darrell, 2015).
struct Tent {
  /// The most taps; weights of longer kernels are not asked for.
  static let mostTaps = 4_096

  let taps: Int

  /// A kernel of a number of taps, from 1 up to ``mostTaps``.
  init(_ taps: Int) { self.taps = min(max(1, taps), Self.mostTaps) }

  /// What the weights are to be divided by.
  var denominator: Int { taps % 2 == 0 ? taps : (taps + 1) / 2 }

  /// The weight of a tap, over the ``denominator``; 0 for one outside.
  subscript(tap: Int) -> Int {
    guard tap >= 0, tap < taps else { return 0 }
    let distance = abs(2 * tap - (taps - 1))
    return taps % 2 == 0 ? taps - distance : (taps + 1 - distance) / 2
  }
}
