/// A relationship between the sizes along one axis.
///
/// Source: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning" (2018), whose
/// fifteen relationships are numbered in their order; three more are not in the paper.
package struct Relationship: Sendable {
  /// What each relationship is about; the words are the interface's.
  package enum Subject: Int, CaseIterable, Equatable, Sendable {
    case noPaddingUnitStride = 1
    case paddingUnitStride, halfPadding, fullPadding
    case noPaddingStrided, paddingStrided
    /// Of a pooling layer, which is not a layer of convscope: stated, and never applied.
    case pooling
    case transposedNoPaddingUnitStride, transposedPaddingUnitStride
    case transposedHalfPadding, transposedFullPadding
    case transposedNoPaddingStrided, transposedPaddingStrided, transposedAnyInput
    case dilated
    /// Number 14 with a dilation above 1. Not in the paper.
    case dilatedTransposed
    /// PyTorch's `same` where number 3 does not apply: with a dilation, and for an even kernel,
    /// whose padding is one cell more at the end. Not in the paper.
    case same
    /// Number 15 with other padding before than after. Not in the paper.
    case unequalPadding
  }

  package let subject: Subject
  /// The letters that may have any value; the fewer there are, the more special it is.
  ///
  /// Without theirs, stride and dilation are 1 and output_padding is 0.
  let freeLetters: String
  /// When it applies, besides its letters.
  private let condition: @Sendable (AxisGeometry) -> Bool
  /// The padding p' of the associated convolution, of a transposed layer.
  private let padding: (@Sendable (AxisSymbols) -> Formula)?
  private let statement: @Sendable (AxisSymbols) -> Formula

  init(
    _ subject: Subject, for freeLetters: String,
    _ condition: @escaping @Sendable (AxisGeometry) -> Bool,
    padding: (@Sendable (AxisSymbols) -> Formula)? = nil,
    _ statement: @escaping @Sendable (AxisSymbols) -> Formula
  ) {
    (self.subject, self.freeLetters, self.condition) = (subject, freeLetters, condition)
    (self.padding, self.statement) = (padding, statement)
  }
}

extension Relationship.Subject {
  /// The number in the paper; `nil` for what is not in it.
  package var number: Int? { rawValue <= 15 ? rawValue : nil }
}

extension Relationship {
  /// Those that apply to an axis, the most special first.
  package static func applying(to axis: AxisGeometry) -> [Relationship] {
    let ranked = all.enumerated().filter { $0.element.applies(to: axis) }
      .sorted {
        ($0.element.freeLetters.count, $0.offset) < ($1.element.freeLetters.count, $1.offset)
      }
    return ranked.map(\.element)
  }

  package func applies(to axis: AxisGeometry) -> Bool {
    (axis.direction == .transposed) == (padding != nil) && condition(axis)
      && (freeLetters.contains("s") || axis.stride == 1)
      && (freeLetters.contains("d") || axis.dilation == 1)
      && (freeLetters.contains("a") || axis.outputPadding == 0)
  }

  /// What it says of the output size, in the letters and numbers of an axis.
  package func output(_ axis: AxisGeometry) -> Formula { statement(AxisSymbols(guide: axis)) }

  /// The ordinary convolution that gives the same as a transposed layer; `nil` for another one.
  package func associatedConvolution(_ axis: AxisGeometry) -> AssociatedConvolution? {
    padding.map { AssociatedConvolution(AxisSymbols(guide: axis), padding: $0) }
  }
}

/// A transposed layer along one axis, seen as an ordinary convolution.
///
/// It moves by one cell over an input that is stretched by s − 1 zeros between its cells; a more
/// zeros are put at its end only. Its kernel has the same taps, flipped.
package struct AssociatedConvolution: Equatable, Sendable {
  /// k'.
  package let kernelSize: Formula
  /// s', which is 1.
  package let stride: Formula = 1
  /// d'.
  package let dilation: Formula
  /// p'; below 0 it crops instead, which the paper's figures never show.
  package let padding: Formula
  package let input: Formula
  package let zerosBetween: Formula
  package let zerosAtEnd: Formula

  init(_ axis: AxisSymbols, padding: (AxisSymbols) -> Formula) {
    kernelSize = axis.k
    dilation = axis.d
    self.padding = padding(axis)
    input = axis.s * (axis.i - 1) + 1
    zerosBetween = axis.s - 1
    zerosAtEnd = axis.a
  }
}
