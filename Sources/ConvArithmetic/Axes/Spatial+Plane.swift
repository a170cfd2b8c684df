extension Axis {
  package static let allCases: [Axis] = axes(2)
}

extension Spatial {
  @inlinable public var height: Value {
    get { self[.height] }
    set { self[.height] = newValue }
  }

  @inlinable public var width: Value {
    get { self[.width] }
    set { self[.width] = newValue }
  }

  @inlinable public init(height: Value, width: Value) { self.init(height, width) }

  @inlinable public init(square value: Value) { self.init(value, value) }
}
