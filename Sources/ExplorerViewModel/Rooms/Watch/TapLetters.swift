/// A letter for each tap of a kernel, row by row, the same in all grids.
struct TapLetters {
  private let size: Spatial<Int>
  let areEnough: Bool

  // Without those of other cells: x, y, and the o of a zero. There are 49, for kernels of 7×7.
  private static let letters =
    "abcdefghijklmnpqrstuvwzABCDEFGHIJKLMNOPQRSTUVWXYZ".map(String.init)

  init(_ size: Spatial<Int>) {
    self.size = size
    let most = Self.letters.count
    areEnough = size.map { Count($0) }.product <= Count(most)
  }

  /// The sign of all taps, if there are too few letters.
  static let sign = "#"
  static let signAlone = [sign]

  /// The letter of a tap, or one sign for all of them.
  subscript(tap: Spatial<Int>) -> String {
    guard areEnough else { return Self.sign }
    let index = zip(tap, size).reduce(0) { $0 * $1.1 + $1.0 }
    return Self.letters[at: index] ?? Self.sign
  }

  /// The colour of a letter; beyond nine the colours repeat.
  func style(_ letter: String) -> Style {
    Self.styles[letter] ?? .linked
  }

  private static let styles = Dictionary(
    uniqueKeysWithValues: letters.enumerated().map { ($1, Style.taps[$0 % Style.taps.count]) })
}
