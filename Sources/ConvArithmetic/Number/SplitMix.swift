/// Numbers that look random and that a seed determines, the same on every platform and for ever.
///
/// SplitMix64: the state grows by the golden ratio of 2^64, and each state is mixed into a number.
/// Source: Steele, Lea & Flood, "Fast Splittable Pseudorandom Number Generators" (2014).
package struct SplitMix: Sendable {
  private static let step: UInt64 = 0x9E37_79B9_7F4A_7C15
  private var state: UInt64

  package init(seed: UInt64) { state = seed }

  package mutating func next() -> UInt64 {
    state &+= Self.step
    return Self.mixed(state)
  }

  /// A number of a range.
  ///
  /// Not the standard library's, which may draw others in another version. Of 2^64 numbers each
  /// has as many as the next, but for one.
  package mutating func number(in range: ClosedRange<Int>) -> Int {
    let width = UInt64(bitPattern: Int64(range.upperBound &- range.lowerBound)) &+ 1
    let offset = width.multipliedFullWidth(by: next()).high
    return range.lowerBound &+ Int(truncatingIfNeeded: offset)
  }

  /// One of some values; `nil` of none.
  package mutating func element<Value>(of values: [Value]) -> Value? {
    values.isEmpty ? nil : values[number(in: 0...values.count - 1)]
  }

  /// One case in two.
  package mutating func coin() -> Bool { next() >> 63 == 1 }

  /// A number from which no other one can be guessed; each number has its own.
  package static func mixed(_ number: UInt64) -> UInt64 {
    var mixed = number
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
