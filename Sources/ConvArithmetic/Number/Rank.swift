/// Numbers that an order follows from, the most important first.
package struct Rank: Hashable, Comparable, Sendable {
  let numbers: [Int128]

  package static func < (left: Rank, right: Rank) -> Bool {
    left.numbers.lexicographicallyPrecedes(right.numbers)
  }
}
