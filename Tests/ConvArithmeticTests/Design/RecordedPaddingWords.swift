import ConvArithmetic

/// What the words for padding give along an axis, as the libraries themselves answered.
///
/// Keras 3.15.1 (`compute_output_shape`), JAX 0.10.2 (`eval_shape` of `lax.conv_general_dilated`
/// and `lax.conv_transpose`) and, for ordinary layers, ONNX 1.23.2 (strict shape inference) were
/// asked for each row, at random, and agreed; Keras was not where it refuses stride with dilation.
enum RecordedPaddingWords {
  typealias Row = (
    kind: ConvLayer.Kind, input: Int, kernel: Int, stride: Int, dilation: Int, same: Int, valid: Int
  )

  static let rows: [Row] = [
    (.conv2d, 21, 2, 4, 1, 6, 5),
    (.conv2d, 35, 1, 3, 1, 12, 12),
    (.conv2d, 33, 2, 1, 1, 33, 32),
    (.conv2d, 28, 4, 1, 1, 28, 25),
    (.conv2d, 6, 5, 4, 1, 2, 1),
    (.conv2d, 8, 2, 5, 1, 2, 2),
    (.conv2d, 26, 1, 2, 1, 13, 13),
    (.conv2d, 9, 3, 4, 1, 3, 2),
    (.conv2d, 37, 3, 5, 1, 8, 7),
    (.conv2d, 37, 6, 2, 1, 19, 16),
    (.conv2d, 14, 4, 5, 2, 3, 2),
    (.conv2d, 30, 5, 4, 1, 8, 7),
    (.conv2d, 12, 6, 2, 1, 6, 4),
    (.conv2d, 34, 4, 3, 1, 12, 11),
    (.conv2d, 5, 1, 5, 1, 1, 1),
    (.conv2d, 22, 2, 4, 1, 6, 6),
    (.conv2d, 21, 3, 3, 1, 7, 7),
    (.conv2d, 30, 1, 1, 1, 30, 30),
    (.conv2d, 31, 6, 1, 1, 31, 26),
    (.conv2d, 20, 6, 5, 1, 4, 3),
    (.conv2d, 25, 6, 3, 1, 9, 7),
    (.conv2d, 23, 2, 5, 1, 5, 5),
    (.conv2d, 14, 7, 3, 1, 5, 3),
    (.conv2d, 26, 4, 4, 1, 7, 6),
    (.conv2d, 26, 5, 3, 1, 9, 8),
    (.conv2d, 36, 3, 4, 1, 9, 9),
    (.conv2d, 25, 2, 2, 1, 13, 12),
    (.conv2d, 15, 6, 2, 1, 8, 5),
    (.conv2d, 38, 2, 3, 1, 13, 13),
    (.conv2d, 27, 5, 3, 1, 9, 8),
    (.convTranspose2d, 9, 6, 5, 1, 45, 46),
    (.convTranspose2d, 4, 4, 5, 1, 20, 20),
    (.convTranspose2d, 26, 1, 4, 1, 104, 104),
    (.convTranspose2d, 5, 2, 4, 1, 20, 20),
    (.convTranspose2d, 39, 1, 1, 1, 39, 39),
    (.convTranspose2d, 37, 2, 5, 1, 185, 185),
    (.convTranspose2d, 40, 1, 1, 1, 40, 40),
    (.convTranspose2d, 40, 4, 2, 1, 80, 82),
    (.convTranspose2d, 39, 3, 4, 1, 156, 156),
    (.convTranspose2d, 32, 4, 4, 1, 128, 128),
    (.convTranspose2d, 10, 1, 3, 1, 30, 30),
    (.convTranspose2d, 11, 5, 1, 1, 11, 15),
    (.convTranspose2d, 34, 3, 2, 3, 68, 73),
    (.convTranspose2d, 34, 3, 1, 1, 34, 36),
    (.convTranspose2d, 34, 3, 2, 1, 68, 69),
    (.convTranspose2d, 35, 5, 5, 1, 175, 175),
    (.convTranspose2d, 40, 7, 2, 1, 80, 85),
    (.convTranspose2d, 15, 2, 5, 1, 75, 75),
    (.convTranspose2d, 2, 1, 3, 1, 6, 6),
    (.convTranspose2d, 39, 3, 4, 1, 156, 156),
    (.convTranspose2d, 24, 1, 2, 1, 48, 48),
    (.convTranspose2d, 13, 3, 2, 1, 26, 27),
    (.convTranspose2d, 40, 7, 1, 2, 40, 52),
    (.convTranspose2d, 23, 7, 1, 1, 23, 29),
    (.convTranspose2d, 25, 7, 2, 2, 50, 61),
    (.convTranspose2d, 28, 7, 3, 1, 84, 88),
    (.convTranspose2d, 26, 4, 4, 1, 104, 104),
    (.convTranspose2d, 11, 2, 1, 1, 11, 12),
    (.convTranspose2d, 38, 4, 2, 3, 76, 84),
    (.convTranspose2d, 31, 6, 3, 1, 93, 96),
  ]
}
