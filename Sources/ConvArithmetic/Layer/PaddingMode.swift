/// Where the padded cells of a convolution take their values from: PyTorch's `padding_mode`.
package enum PaddingMode: String, CaseIterable, Hashable, Sendable {
  case zeros
  /// The cells next to the first or last one, backwards: 2 1 | 0 1 2 3 | 2 1.
  case reflect
  /// The first or last cell: 0 0 | 0 1 2 3 | 3 3.
  case replicate
  /// The cells from the other end: 2 3 | 0 1 2 3 | 0 1.
  case circular

  /// The most cells that can be added at one end of an axis; `nil` where there is no limit.
  ///
  /// Source: `torch.nn.functional.pad`, measured for PyTorch 2.15.
  package func mostPadding(_ input: Int) -> Int? {
    switch self {
    case .zeros, .replicate: nil
    case .reflect: input - 1
    case .circular: input
    }
  }

  /// Which input cell each padded cell at an end of an axis with so many cells is a copy of.
  ///
  /// - Returns: `nil` for zeros.
  func copies(_ end: PaddedEnd, size: Int) -> CopyRule? {
    let size = Int128(size)
    return switch (self, end) {
    case (.zeros, _): nil
    case (.reflect, .before): CopyRule(base: 0, slope: -1)
    case (.reflect, .after): CopyRule(base: 2 * (size - 1), slope: -1)
    case (.replicate, .before): CopyRule(base: 0, slope: 0)
    case (.replicate, .after): CopyRule(base: size - 1, slope: 0)
    case (.circular, .before): CopyRule(base: size, slope: 1)
    case (.circular, .after): CopyRule(base: -size, slope: 1)
    }
  }
}

/// The ends of an axis.
enum PaddedEnd { case before, after }

/// The padded cells at one end as copies: the place *j* has the value of the cell base + slope·j.
struct CopyRule: Equatable, Sendable {
  let base: Int128
  /// −1, 0 or 1.
  let slope: Int

  /// A cell has its own value.
  static let itself = CopyRule(base: 0, slope: 1)

  func source(_ place: Int128) -> Int { Int(clamping: base + Int128(slope) * place) }

  /// The places of a range that are copies of a cell.
  func places(ofCell cell: Int, in range: Range<Int>) -> Range<Int> {
    if slope == 0 { return cell == source(0) ? range : 0..<0 }
    let place = Int(clamping: (Int128(cell) - base) * Int128(slope))
    return range.contains(place) ? place..<place + 1 : 0..<0
  }
}
