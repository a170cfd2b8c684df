/// A spatial axis, in PyTorch's order.
package enum Axis: CaseIterable, Hashable, Sendable {
  case height, width
}

/// One value for each spatial axis.
package struct Spatial<Value> {
  package var height: Value
  package var width: Value

  package init(height: Value, width: Value) {
    self.height = height
    self.width = width
  }

  /// The same value on both axes, as when PyTorch receives an `int` instead of a pair.
  package init(square value: Value) { self.init(height: value, width: value) }

  package subscript(axis: Axis) -> Value {
    get {
      switch axis {
      case .height: height
      case .width: width
      }
    }
    set {
      switch axis {
      case .height: height = newValue
      case .width: width = newValue
      }
    }
  }
}

extension Spatial: Equatable where Value: Equatable {}
extension Spatial: Hashable where Value: Hashable {}
extension Spatial: Sendable where Value: Sendable {}

extension Spatial {
  package func map<Result, Failure: Error>(
    _ transform: (Value) throws(Failure) -> Result
  ) throws(Failure) -> Spatial<Result> {
    Spatial<Result>(height: try transform(height), width: try transform(width))
  }
}
