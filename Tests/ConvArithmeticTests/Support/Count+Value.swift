import ConvArithmetic

extension Count {
  /// The number, for tests of numbers that fit.
  var value: Int128 { exact ?? .min }
}
