/// A transposed layer along one axis, seen as an ordinary convolution of a stretched input.
///
/// s − 1 zeros come between the input cells and p′ = d(k − 1) − p around them, output_padding more
/// after; then the flipped kernel moves over all of it with stride 1 and dilation d:
///
///     ĩ  = (i − 1)s + 1
///     o  = ĩ + p′ + (p′ + output_padding) − d(k − 1)
///
/// Where p′ is negative, cells are taken away instead. Source: Dumoulin & Visin (2018),
/// relationships 8 to 14, whose *a* is output_padding; the dilation follows from the same
/// exchange of input and output.
package struct StretchedAxis: Equatable, Sendable {
  let geometry: AxisGeometry
  /// The input cells with the zeros between them, ĩ.
  package let stretchedSize: Int
  /// The zeros before the first cell, p′; below 0, the cells that are taken away.
  package let paddingBefore: Int
  /// The zeros after the last cell, p′ + output_padding; below 0, the cells that are taken away.
  package let paddingAfter: Int

  /// The stretched view of an axis; `nil` for a convolution, and where a size exceeds 64 bits.
  package init?(_ geometry: AxisGeometry) {
    guard geometry.direction == .transposed else { return nil }
    let stretched = (Count(geometry.input) - 1) * Count(geometry.stride) + 1
    let before = geometry.span - Count(geometry.paddingBefore)
    let after = geometry.span - Count(geometry.paddingAfter) + Count(geometry.outputPadding)
    guard let stretchedSize = Int(exactly: stretched), let paddingBefore = Int(exactly: before),
      let paddingAfter = Int(exactly: after),
      // The ends of the places, and how many there are.
      Int(exactly: stretched + max(0, after) + max(0, before)) != nil
    else { return nil }
    (self.geometry, self.stretchedSize) = (geometry, stretchedSize)
    (self.paddingBefore, self.paddingAfter) = (paddingBefore, paddingAfter)
  }

  /// The places that the kernel moves over, 0 being the first input cell.
  package var places: Range<Int> {
    -paddingBefore..<max(-paddingBefore, stretchedSize + paddingAfter)
  }

  /// What a place of the stretched input is.
  package enum Content: Equatable, Sendable {
    case input(Int)
    /// One of the s − 1 zeros between two input cells.
    case stretchingZero
    /// One of the p′ zeros on either side.
    case paddingZero
    /// One of the zeros that output_padding adds at the end.
    case outputPaddingZero
    /// Taken away, as p′ is negative.
    case cropped
    case outside
  }

  package func content(at place: Int) -> Content {
    let isMovedOver = places.contains(place)
    guard place >= 0, place < stretchedSize else {
      guard isMovedOver else { return .outside }
      let common = max(0, Int128(paddingAfter) - Int128(geometry.outputPadding))
      let isExtra = Int128(place) >= Int128(stretchedSize) + common
      return isExtra ? .outputPaddingZero : .paddingZero
    }
    guard isMovedOver else { return .cropped }
    let (cell, remainder) = place.quotientAndRemainder(dividingBy: geometry.stride)
    return remainder == 0 ? .input(cell) : .stretchingZero
  }

  /// A tap of the flipped kernel on a place of the stretched input.
  package struct Reading: Equatable, Sendable {
    /// Its number in the flipped kernel: k − 1 − the tap of the kernel as it is stored.
    package let flippedTap: Int
    package let place: Int
    package let content: Content
  }

  /// What the flipped kernel reads for an output cell, in its order; `nil` for no such cell or tap.
  package func reading(ofOutput output: Int, flippedTap index: Int) -> Reading? {
    guard output >= 0, output < geometry.output, index >= 0, index < geometry.kernelSize else {
      return nil
    }
    let offset = Int128(index) * Int128(geometry.dilation) - Int128(paddingBefore)
    let place = Int(clamping: Int128(output) + offset)
    return Reading(flippedTap: index, place: place, content: content(at: place))
  }
}
