/// Where the values of the padded cells of a convolution come from, by PyTorch's words for
/// `padding_mode`.
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

  /// The input cell whose value a padded cell has.
  ///
  /// - Parameters:
  ///   - distance: How far it is before the first cell or after the last one: at least 1, at most
  ///     ``mostPadding(_:)``.
  ///   - end: The end at which it is.
  ///   - size: The cells of the input, at least 1.
  /// - Returns: `nil` for a zero.
  func source(_ distance: Int, _ end: PaddedEnd, size: Int) -> Int? {
    switch (self, end) {
    case (.zeros, _): nil
    case (.reflect, .before): distance
    case (.reflect, .after): size - 1 - distance
    case (.replicate, .before): 0
    case (.replicate, .after): size - 1
    case (.circular, .before): size - distance
    case (.circular, .after): distance - 1
    }
  }
}

/// The ends of an axis.
enum PaddedEnd { case before, after }
