/// A relationship between the sizes along one axis.
///
/// Source: Dumoulin & Visin, "A guide to convolution arithmetic for deep learning" (2018), whose
/// fifteen relationships are numbered in their order; two more are not in the paper.
package struct Relationship: Sendable {
  /// What each relationship is about; the words are the interface's.
  package enum Subject: Int, CaseIterable, Equatable, Sendable {
    case noPaddingUnitStride = 1
    case paddingUnitStride, halfPadding, fullPadding
    case noPaddingStrided, paddingStrided
    /// Of a pooling layer, which is no layer of convscope: stated, and never applied.
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
  }

  package let subject: Subject
  /// The letters that may have any value; the fewer there are, the more special it is.
  let freeLetters: String
  private let condition: @Sendable (AxisGeometry) -> Bool
  private let statement: @Sendable (AxisSymbols) -> Formula
  private let padding: (@Sendable (AxisSymbols) -> Formula)?

  /// A row of the table.
  ///
  /// - Parameters:
  ///   - subject: What it is about.
  ///   - freeLetters: Those that it leaves open.
  ///   - condition: When it applies.
  ///   - padding: The padding p' of the associated convolution, of a transposed layer.
  ///   - statement: The output size.
  init(
    _ subject: Subject, for freeLetters: String,
    _ condition: @escaping @Sendable (AxisGeometry) -> Bool,
    padding: (@Sendable (AxisSymbols) -> Formula)? = nil,
    statement: @escaping @Sendable (AxisSymbols) -> Formula
  ) {
    self.subject = subject
    self.freeLetters = freeLetters
    self.condition = condition
    self.padding = padding
    self.statement = statement
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
      .sorted { ($0.element.freedom, $0.offset) < ($1.element.freedom, $1.offset) }
    return ranked.map(\.element)
  }

  package func applies(to axis: AxisGeometry) -> Bool { condition(axis) }

  /// What it says of the output size, in the letters and numbers of an axis.
  package func output(_ axis: AxisGeometry) -> Formula { statement(AxisSymbols(guide: axis)) }

  /// The ordinary convolution that gives the same as a transposed layer; `nil` for another one.
  package func associatedConvolution(_ axis: AxisGeometry) -> AssociatedConvolution? {
    padding.map { AssociatedConvolution(AxisSymbols(guide: axis), padding: $0) }
  }

  private var freedom: Int { freeLetters.count }
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
  /// The cells of the stretched input.
  package let input: Formula
  /// The zeros between two neighbours of the input.
  package let zerosBetween: Formula
  /// The zeros after the last cell of the input.
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

extension AxisGeometry {
  /// The inputs that a Conv2d of these numbers takes to this output, which its floor makes equal.
  ///
  ///     s(o − 1) + e − 2p ≤ i < s·o + e − 2p
  ///
  /// `nil` for a transposed layer, and where a bound does not fit.
  package var inputsOfSameOutput: ClosedRange<Count>? {
    let least = leastInput(of: output)
    let most = least + Count(stride) - 1
    guard direction == .convolution, !most.isOverflow else { return nil }
    return max(1, least)...max(1, most)
  }

  /// The least input that a Conv2d of these numbers takes to an output: s(o − 1) + e − 2p.
  func leastInput(of output: Int) -> Count {
    let span = Count(dilation) * (Count(kernelSize) - 1)
    return Count(stride) * (Count(output) - 1) + span + 1 - Count(paddingBefore)
      - Count(paddingAfter)
  }
}
