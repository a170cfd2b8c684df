/// One value for each spatial axis, of which there are one to three.
///
/// Public, although no other package uses it: the compiler specializes no inlinable code of
/// `package` access for other modules, which would then go through its witnesses for every number.
public struct Spatial<Value> {
  @usableFromInline var first: Value
  @usableFromInline var second: Value?
  @usableFromInline var third: Value?

  @inlinable public init(_ first: Value) { self.first = first }

  @inlinable public init(_ first: Value, _ second: Value) {
    (self.first, self.second) = (first, second)
  }

  @inlinable public init(_ first: Value, _ second: Value, _ third: Value) {
    (self.first, self.second, self.third) = (first, second, third)
  }

  /// The values in the order of the axes; `nil` unless there are one to three of them.
  @inlinable public init?(_ values: some Collection<Value>) {
    guard let first = values.first, values.count <= 3 else { return nil }
    self.first = first
    second = values.dropFirst().first
    third = values.dropFirst(2).first
  }

  /// The same value on all axes, as when PyTorch receives an `int` in place of a tuple; a count
  /// outside 1…3 counts as the nearest one.
  @inlinable public init(repeating value: Value, count: Int) {
    first = value
    if count > 1 { second = value }
    if count > 2 { third = value }
  }

  package var axes: [Axis] { Axis.axes(count) }

  /// The values on so many axes: the last axes keep theirs, and axes before them get the first one.
  @inlinable public func onAxes(_ count: Int) -> Spatial {
    var result = Spatial(repeating: first, count: count)
    for place in 1...Swift.min(result.count, self.count) {
      result[result.count - place] = self[self.count - place]
    }
    return result
  }

  /// The value of an axis; of an axis that is not among these, that of the nearest one.
  @inlinable public subscript(axis: Axis) -> Value {
    get { self[axis.place(among: count)] }
    set { self[axis.place(among: count)] = newValue }
  }
}

extension Spatial: Equatable where Value: Equatable {}
extension Spatial: Hashable where Value: Hashable {}
extension Spatial: Sendable where Value: Sendable {}

extension Spatial: RandomAccessCollection, MutableCollection {
  @inlinable public var startIndex: Int { 0 }
  @inlinable public var endIndex: Int { count }
  @inlinable public var count: Int { third != nil ? 3 : second != nil ? 2 : 1 }

  @inlinable public subscript(place: Int) -> Value {
    get {
      if place >= 2, let third { return third }
      if place >= 1, let second { return second }
      return first
    }
    set {
      if place >= 2, third != nil {
        third = newValue
      } else if place >= 1, second != nil {
        second = newValue
      } else {
        first = newValue
      }
    }
  }
}

extension Spatial {
  /// A value for each axis from the one that it has here.
  @inlinable public func map<Result, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> Spatial<Result> {
    var result = Spatial<Result>(try transform(first))
    if let second { result.second = try transform(second) }
    if let third { result.third = try transform(third) }
    return result
  }

  /// A value for each axis from its name.
  @inlinable public func along<Result, Failure: Error>(
    _ transform: (Axis) throws(Failure) -> Result
  ) throws(Failure) -> Spatial<Result> {
    let count = count
    var result = Spatial<Result>(try transform(Axis(place: 0, among: count)))
    if second != nil { result.second = try transform(Axis(place: 1, among: count)) }
    if third != nil { result.third = try transform(Axis(place: 2, among: count)) }
    return result
  }

  /// A value for each axis from the ones that it has here and in another.
  @inlinable public func with<Other, Result, Failure: Error>(
    _ other: Spatial<Other>, _ transform: (Value, Other) throws(Failure) -> Result
  ) throws(Failure) -> Spatial<Result> {
    var result = Spatial<Result>(try transform(first, other[0]))
    if let second { result.second = try transform(second, other[1]) }
    if let third { result.third = try transform(third, other[2]) }
    return result
  }

  /// The values, unless one of them is missing.
  @inlinable public func complete<Wrapped>() -> Spatial<Wrapped>? where Value == Wrapped? {
    guard let one = first else { return nil }
    var result = Spatial<Wrapped>(one)
    if let second {
      guard let two = second else { return nil }
      result.second = two
    }
    if let third {
      guard let three = third else { return nil }
      result.third = three
    }
    return result
  }
}

extension Sequence where Element: Equatable {
  /// Each element where it comes first.
  @inlinable public var distinct: [Element] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}

extension RandomAccessCollection {
  /// The element at a place; `nil` where there is none.
  @inlinable public subscript(at place: Index) -> Element? {
    indices.contains(place) ? self[place] : nil
  }
}

extension Spatial where Value: RandomAccessCollection {
  /// All ways to take one of the values of each axis, the last axis changing fastest.
  ///
  /// None where they are more than 64 bits can number.
  @inlinable public func combinations() -> [Spatial<Value.Element>] {
    // After how many of them an axis goes on to its next value.
    var steps = map { _ in 1 }
    var count = 1
    for place in indices.reversed() {
      steps[place] = count
      let (product, overflow) = count.multipliedReportingOverflow(by: self[place].count)
      guard product > 0, !overflow else { return [] }
      count = product
    }
    return (0..<count).map { number in
      with(steps) { values, step in
        values[values.index(values.startIndex, offsetBy: number / step % values.count)]
      }
    }
  }
}

extension Spatial where Value: Equatable {
  @inlinable public var isUniform: Bool {
    (second ?? first) == first && (third ?? first) == first
  }

  @inlinable public func isAll(_ value: Value) -> Bool { allSatisfy { $0 == value } }
}

extension Spatial where Value == String {
  /// The texts one after the other.
  ///
  /// The library joins those of an array faster than of any other collection, which it asks for each
  /// by its witness.
  public func joined(separator: String) -> String { Array(self).joined(separator: separator) }
}

extension Spatial where Value == Count {
  package var product: Count {
    guard let second else { return first }
    return third.map { first * second * $0 } ?? first * second
  }
}
