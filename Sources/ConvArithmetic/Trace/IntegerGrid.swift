/// A small grid of integers, from 1 to 64 along each axis.
package struct IntegerGrid: Equatable, Sendable {
  /// The longest side: enough to be looked at, little enough to be computed at once.
  package static let largestSide = 64

  package let size: Spatial<Int>
  /// All numbers, the last axis running fastest.
  package private(set) var values: [Int] = []

  /// A grid whose numbers a rule gives; `nil` for a side below 1 or above ``largestSide``, and
  /// where a number is missing.
  package init?(size: Spatial<Int>, value: (Spatial<Int>) -> Int?) {
    guard size.allSatisfy((1...Self.largestSide).contains) else { return nil }
    self.size = size
    for cell in size.map({ 0..<$0 }).combinations() {
      guard let value = value(cell) else { return nil }
      values.append(value)
    }
  }

  /// A number; reading outside gives 0, writing outside does nothing.
  package subscript(cell: Spatial<Int>) -> Int {
    get { index(cell).map { values[$0] } ?? 0 }
    set { if let index = index(cell) { values[index] = newValue } }
  }

  private func index(_ cell: Spatial<Int>) -> Int? {
    var index = 0
    for (place, side) in zip(cell, size) {
      guard place >= 0, place < side else { return nil }
      index = index * side + place
    }
    return index
  }

  /// The grid turned around: all axes reversed, as a convolution flips its kernel.
  package var flipped: IntegerGrid {
    var copy = self
    copy.values.reverse()
    return copy
  }
}
