/// The `padding` of a layer: numbers, or for a convolution one of three words.
package enum Padding: Hashable, Sendable {
  /// The cells before and after each axis; mostly as many at both ends.
  case explicit(Spatial<Ends<Int>>)
  /// Dilated kernel less one in all, the odd one at the end: the output is as large as the input.
  case same
  case valid
  /// e − s cells before and s − 1 after, with e = d(k − 1) + 1, so that no output reads an input
  /// that comes after its own s cells. For one axis, and s ≤ e; the output has ⌈i/s⌉ cells.
  case causal

  /// As many cells before as after.
  package static func explicit(_ cells: Spatial<Int>) -> Padding {
    .explicit(cells.map { Ends($0, $0) })
  }

  /// The cells at either end of each axis; `nil` for a word, and where the ends differ.
  package var equal: Spatial<Int>? {
    guard case .explicit(let ends) = self, ends.allSatisfy({ $0.before == $0.after }) else {
      return nil
    }
    return ends.map { $0.before }
  }

  /// Whether it is numbers, and 0 everywhere.
  package var isZero: Bool { equal?.isAll(0) ?? false }
}

/// A value for each end of an axis.
package struct Ends<Number: Hashable & Sendable>: Hashable, Sendable {
  package let before: Number
  package let after: Number

  package init(_ before: Number, _ after: Number) { (self.before, self.after) = (before, after) }
}

extension Ends<Count> {
  /// So many cells, the odd one at the end.
  init(halving all: Count) {
    let before = all.floorDivided(by: 2)
    self.init(before, all - before)
  }
}
