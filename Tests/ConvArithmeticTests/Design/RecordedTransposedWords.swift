/// What the words for padding make of transposed layers of one axis, as the libraries answered.
///
/// Recorded by Fixtures/record_words.py; the layers are random.
enum RecordedTransposedWords {
  /// Keras 3.15.1 on TensorFlow 2.21.0: whether `same` gives PyTorch's numbers without
  /// output_padding, the output_padding with which it does, and the sizes of `same` and `valid`
  /// with an output_padding of 0; `nil` where there is none or TensorFlow refuses.
  typealias Keras = (
    input: Int, kernel: Int, stride: Int, padding: Int, outputPadding: Int,
    isSame: Bool, sameOutputPadding: Int?, zeroSame: Int?, zeroValid: Int
  )

  /// The sizes of SAME_UPPER, SAME_LOWER and VALID: the reference of ONNX 1.23.2, and ONNX Runtime
  /// 1.32.0.
  typealias ONNX = (
    input: Int, kernel: Int, stride: Int, outputPadding: Int,
    upper: Int, runtimeUpper: Int, lower: Int, runtimeLower: Int, valid: Int, runtimeValid: Int
  )

  static let keras: [Keras] = [
    (5, 7, 5, 3, 2, false, nil, 21, 27),
    (3, 2, 5, 1, 0, false, nil, nil, 12),
    (2, 4, 3, 0, 0, false, nil, nil, 7),
    (2, 5, 4, 3, 0, false, nil, 5, 9),
    (2, 7, 5, 0, 0, false, nil, 6, 12),
    (2, 2, 2, 0, 1, false, nil, nil, 4),
    (4, 4, 5, 0, 0, false, 4, nil, 19),
    (4, 4, 1, 2, 0, false, nil, nil, 7),
    (5, 6, 3, 3, 0, false, nil, nil, 18),
    (4, 3, 2, 2, 1, false, nil, 7, 9),
    (2, 1, 5, 0, 2, false, 2, 6, 6),
    (2, 7, 3, 3, 0, false, 0, 4, 10),
    (2, 7, 1, 1, 0, false, nil, 2, 8),
    (2, 4, 4, 2, 2, false, nil, nil, 8),
    (5, 1, 5, 0, 2, false, 2, 21, 21),
    (4, 1, 3, 1, 0, false, nil, 10, 10),
    (5, 7, 1, 1, 0, false, nil, 5, 11),
    (3, 6, 5, 1, 2, false, nil, nil, 16),
    (3, 6, 2, 3, 1, false, nil, nil, 10),
    (2, 4, 4, 0, 0, true, nil, nil, 8),
    (4, 7, 5, 2, 0, false, 2, 16, 22),
    (3, 2, 4, 0, 0, false, 2, nil, 10),
    (3, 2, 4, 1, 0, false, nil, nil, 10),
    (4, 7, 3, 3, 0, false, 0, 10, 16),
    (2, 1, 2, 0, 0, false, 0, 3, 3),
    (4, 3, 5, 1, 0, false, 0, 16, 18),
    (5, 7, 5, 1, 2, false, nil, 21, 27),
    (3, 6, 2, 2, 0, true, nil, nil, 10),
    (3, 6, 2, 1, 0, false, nil, nil, 10),
    (5, 4, 5, 0, 2, false, nil, nil, 24),
    (2, 1, 1, 0, 0, true, 0, 2, 2),
    (3, 6, 4, 2, 2, false, nil, nil, 14),
    (5, 3, 5, 0, 0, false, 2, 21, 23),
    (3, 2, 4, 0, 2, true, nil, nil, 10),
    (3, 2, 1, 0, 0, false, nil, nil, 4),
    (5, 4, 2, 0, 0, false, nil, nil, 12),
    (3, 3, 3, 2, 0, false, nil, 7, 9),
    (2, 3, 2, 1, 1, false, nil, 3, 5),
    (3, 5, 1, 0, 0, false, nil, 3, 7),
    (4, 6, 3, 0, 0, false, nil, nil, 15),
    (2, 4, 1, 2, 0, false, nil, nil, 5),
    (4, 2, 1, 0, 0, false, nil, nil, 5),
    (4, 6, 1, 1, 0, false, nil, nil, 9),
    (4, 1, 4, 0, 2, false, 2, 13, 13),
    (2, 7, 4, 4, 0, false, nil, 5, 11),
    (5, 4, 5, 0, 0, false, 4, nil, 24),
    (4, 4, 5, 1, 2, false, nil, nil, 19),
    (5, 7, 5, 0, 0, false, nil, 21, 27),
    (4, 5, 1, 3, 0, false, nil, 4, 8),
    (3, 6, 1, 3, 0, false, nil, nil, 8),
    (3, 5, 2, 2, 1, false, nil, 5, 9),
    (5, 2, 3, 1, 1, false, nil, nil, 14),
    (3, 6, 4, 1, 0, true, nil, nil, 14),
    (5, 2, 5, 1, 0, false, nil, nil, 22),
    (2, 3, 2, 0, 1, false, nil, 3, 5),
    (5, 3, 2, 1, 1, false, nil, 9, 11),
    (5, 6, 3, 3, 1, false, nil, nil, 18),
    (2, 7, 1, 2, 0, false, nil, 2, 8),
    (4, 5, 3, 2, 0, false, 0, 10, 14),
    (3, 4, 4, 0, 0, true, nil, nil, 12),
  ]

  static let onnx: [ONNX] = [
    (4, 2, 2, 0, 8, 8, 8, 8, 8, 8),
    (2, 4, 1, 0, 2, 2, 2, 2, 5, 5),
    (3, 2, 4, 0, 12, 10, 12, 10, 10, 10),
    (2, 7, 4, 0, 8, 8, 8, 8, 11, 11),
    (3, 3, 3, 2, 9, 9, 9, 9, 11, 11),
    (3, 4, 2, 0, 6, 6, 6, 6, 8, 8),
    (5, 2, 4, 0, 20, 18, 20, 18, 18, 18),
    (2, 4, 5, 4, 10, 10, 10, 10, 13, 13),
    (4, 4, 3, 0, 12, 12, 12, 12, 13, 13),
    (2, 6, 1, 0, 2, 2, 2, 2, 7, 7),
    (5, 1, 3, 0, 15, 13, 15, 13, 13, 13),
    (4, 6, 1, 0, 4, 4, 4, 4, 9, 9),
    (2, 1, 4, 2, 8, 7, 8, 7, 7, 7),
    (5, 7, 3, 0, 15, 15, 15, 15, 19, 19),
    (3, 7, 1, 0, 3, 3, 3, 3, 9, 9),
    (3, 5, 3, 0, 9, 9, 9, 9, 11, 11),
    (5, 2, 5, 4, 25, 25, 25, 25, 26, 26),
    (5, 4, 5, 0, 25, 24, 25, 24, 24, 24),
    (5, 5, 5, 2, 25, 25, 25, 25, 27, 27),
    (3, 5, 5, 0, 15, 15, 15, 15, 15, 15),
    (4, 6, 4, 0, 16, 16, 16, 16, 18, 18),
    (3, 5, 5, 2, 15, 15, 15, 15, 17, 17),
    (2, 5, 4, 0, 8, 8, 8, 8, 9, 9),
    (2, 6, 2, 0, 4, 4, 4, 4, 8, 8),
    (5, 4, 4, 0, 20, 20, 20, 20, 20, 20),
    (5, 4, 2, 0, 10, 10, 10, 10, 12, 12),
    (5, 5, 3, 0, 15, 15, 15, 15, 17, 17),
    (5, 5, 1, 0, 5, 5, 5, 5, 9, 9),
    (2, 1, 2, 0, 4, 3, 4, 3, 3, 3),
    (2, 6, 3, 1, 6, 6, 6, 6, 10, 10),
  ]
}
