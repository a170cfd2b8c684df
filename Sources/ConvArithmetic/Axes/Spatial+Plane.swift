extension Spatial {
  @inlinable public var height: Value { self[.height] }
  @inlinable public var width: Value { self[.width] }

  @inlinable public init(height: Value, width: Value) { self.init(height, width) }
  @inlinable public init(square value: Value) { self.init(value, value) }
}
