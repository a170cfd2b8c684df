/// A pooling window along one axis.
package struct PoolingWindow: Equatable, Sendable {
  package var kernelSize: Int
  package var stride: Int
  package var padding: Int
  package var dilation: Int
  /// Whether a window that begins inside may run over the end: `ceil_mode`.
  package var isCeiling: Bool

  package init(
    kernelSize: Int, stride: Int, padding: Int = 0, dilation: Int = 1, isCeiling: Bool = false
  ) {
    (self.kernelSize, self.stride, self.padding) = (kernelSize, stride, padding)
    (self.dilation, self.isCeiling) = (dilation, isCeiling)
  }

  /// `nil` where PyTorch refuses the numbers, whatever the input is.
  var taps: AxisTaps? {
    guard padding >= 0, padding <= kernelSize / 2 else { return nil }
    return AxisTaps(
      .convolution, kernelSize: kernelSize, stride: stride, dilation: dilation,
      before: Count(padding), after: Count(padding), isCeiling: isCeiling)
  }
}
