/// How the numbers of a tensor are stored.
package enum NumberFormat: String, CaseIterable, Equatable, Sendable {
  case int8, fp16, fp32

  /// The bytes of a weight, and of a number of an input or output.
  package var bytes: Int {
    switch self {
    case .int8: 1
    case .fp16: 2
    case .fp32: 4
    }
  }

  /// The bytes of a bias: an int32 beside int8, as it is added to sums of products.
  ///
  /// Source: TensorFlow Lite 8-bit quantization specification, CONV_2D, input 2.
  package var biasBytes: Int { self == .int8 ? 4 : bytes }
}
