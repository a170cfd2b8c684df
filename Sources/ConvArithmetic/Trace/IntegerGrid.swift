/// A small plane of integers: rows and columns from 1 to 64.
package struct IntegerGrid: Hashable, Sendable {
  /// The most rows and columns: enough to be looked at, few enough to be computed at once.
  package static let largestSide = 64

  package let size: Spatial<Int>
  /// Row by row.
  private var values: [Int]

  /// A plane whose values a rule gives; `nil` for a side below 1 or above ``largestSide``, and
  /// where a value is missing.
  ///
  /// - Parameters:
  ///   - size: The rows and columns.
  ///   - value: The value of a row and a column.
  package init?(size: Spatial<Int>, value: (_ row: Int, _ column: Int) -> Int?) {
    let sides = 1...Self.largestSide
    guard sides.contains(size.height), sides.contains(size.width) else { return nil }
    self.size = size
    values = []
    for row in 0..<size.height {
      for column in 0..<size.width {
        guard let value = value(row, column) else { return nil }
        values.append(value)
      }
    }
  }

  /// A plane of rows; `nil` where they are not equally long, or too many, too long or none.
  package init?(_ rows: [[Int]]) {
    let columns = rows.first?.count ?? 0
    guard rows.allSatisfy({ $0.count == columns }) else { return nil }
    let size = Spatial(height: rows.count, width: columns)
    self.init(size: size) { row, column in rows[row][column] }
  }

  /// A value; reading outside gives 0, writing outside does nothing.
  package subscript(row: Int, column: Int) -> Int {
    get { index(row, column).map { values[$0] } ?? 0 }
    set { if let index = index(row, column) { values[index] = newValue } }
  }

  package subscript(cell: Spatial<Int>) -> Int {
    get { self[cell.height, cell.width] }
    set { self[cell.height, cell.width] = newValue }
  }

  private func index(_ row: Int, _ column: Int) -> Int? {
    guard row >= 0, row < size.height, column >= 0, column < size.width else { return nil }
    return row * size.width + column
  }

  package var rows: [[Int]] {
    (0..<size.height).map { row in (0..<size.width).map { self[row, $0] } }
  }

  /// The same values in another size: cropped at the end, or repeated from the start on.
  ///
  /// - Returns: `nil` for a side below 1 or above ``largestSide``.
  package func resized(to size: Spatial<Int>) -> IntegerGrid? {
    IntegerGrid(size: size) { self[$0 % self.size.height, $1 % self.size.width] }
  }

  /// The plane turned by half: both axes reversed, as a convolution flips its kernel.
  package var flipped: IntegerGrid {
    var copy = self
    copy.values.reverse()
    return copy
  }
}
