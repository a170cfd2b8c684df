import ConvArithmetic

/// What the words for padding give along an axis, as the libraries themselves answered.
///
/// Keras 3.15.1 (`compute_output_shape`), JAX 0.10.2 (`eval_shape` of `lax.conv_general_dilated`
/// and `lax.conv_transpose`) and, for ordinary layers, ONNX 1.23.2 (strict shape inference) were
/// asked for each row, at random, and agreed; Keras was not where it refuses stride with dilation.
enum RecordedPaddingWords {
  typealias Row = (
    kind: ConvLayer.Direction, input: Int, kernel: Int, stride: Int, dilation: Int, same: Int,
    valid: Int
  )

  static let rows: [Row] = [
    (.convolution, 21, 2, 4, 1, 6, 5),
    (.convolution, 35, 1, 3, 1, 12, 12),
    (.convolution, 33, 2, 1, 1, 33, 32),
    (.convolution, 28, 4, 1, 1, 28, 25),
    (.convolution, 6, 5, 4, 1, 2, 1),
    (.convolution, 8, 2, 5, 1, 2, 2),
    (.convolution, 26, 1, 2, 1, 13, 13),
    (.convolution, 9, 3, 4, 1, 3, 2),
    (.convolution, 37, 3, 5, 1, 8, 7),
    (.convolution, 37, 6, 2, 1, 19, 16),
    (.convolution, 14, 4, 5, 2, 3, 2),
    (.convolution, 30, 5, 4, 1, 8, 7),
    (.convolution, 12, 6, 2, 1, 6, 4),
    (.convolution, 34, 4, 3, 1, 12, 11),
    (.convolution, 5, 1, 5, 1, 1, 1),
    (.convolution, 22, 2, 4, 1, 6, 6),
    (.convolution, 21, 3, 3, 1, 7, 7),
    (.convolution, 30, 1, 1, 1, 30, 30),
    (.convolution, 31, 6, 1, 1, 31, 26),
    (.convolution, 20, 6, 5, 1, 4, 3),
    (.convolution, 25, 6, 3, 1, 9, 7),
    (.convolution, 23, 2, 5, 1, 5, 5),
    (.convolution, 14, 7, 3, 1, 5, 3),
    (.convolution, 26, 4, 4, 1, 7, 6),
    (.convolution, 26, 5, 3, 1, 9, 8),
    (.convolution, 36, 3, 4, 1, 9, 9),
    (.convolution, 25, 2, 2, 1, 13, 12),
    (.convolution, 15, 6, 2, 1, 8, 5),
    (.convolution, 38, 2, 3, 1, 13, 13),
    (.convolution, 27, 5, 3, 1, 9, 8),
    (.transposed, 9, 6, 5, 1, 45, 46),
    (.transposed, 4, 4, 5, 1, 20, 20),
    (.transposed, 26, 1, 4, 1, 104, 104),
    (.transposed, 5, 2, 4, 1, 20, 20),
    (.transposed, 39, 1, 1, 1, 39, 39),
    (.transposed, 37, 2, 5, 1, 185, 185),
    (.transposed, 40, 1, 1, 1, 40, 40),
    (.transposed, 40, 4, 2, 1, 80, 82),
    (.transposed, 39, 3, 4, 1, 156, 156),
    (.transposed, 32, 4, 4, 1, 128, 128),
    (.transposed, 10, 1, 3, 1, 30, 30),
    (.transposed, 11, 5, 1, 1, 11, 15),
    (.transposed, 34, 3, 2, 3, 68, 73),
    (.transposed, 34, 3, 1, 1, 34, 36),
    (.transposed, 34, 3, 2, 1, 68, 69),
    (.transposed, 35, 5, 5, 1, 175, 175),
    (.transposed, 40, 7, 2, 1, 80, 85),
    (.transposed, 15, 2, 5, 1, 75, 75),
    (.transposed, 2, 1, 3, 1, 6, 6),
    (.transposed, 39, 3, 4, 1, 156, 156),
    (.transposed, 24, 1, 2, 1, 48, 48),
    (.transposed, 13, 3, 2, 1, 26, 27),
    (.transposed, 40, 7, 1, 2, 40, 52),
    (.transposed, 23, 7, 1, 1, 23, 29),
    (.transposed, 25, 7, 2, 2, 50, 61),
    (.transposed, 28, 7, 3, 1, 84, 88),
    (.transposed, 26, 4, 4, 1, 104, 104),
    (.transposed, 11, 2, 1, 1, 11, 12),
    (.transposed, 38, 4, 2, 3, 76, 84),
    (.transposed, 31, 6, 3, 1, 93, 96),
  ]
}
