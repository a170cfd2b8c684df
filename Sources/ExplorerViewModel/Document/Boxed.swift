/// A large part of a value, in a place of its own.
///
/// Every page holds the state. Were it in one piece, the code that copies it would be several
/// megabytes, and each copy would touch hundreds of references.
@propertyWrapper package struct Boxed<Value: Equatable & Sendable>: Equatable, Sendable {
  private var box: Box<Value>

  package init(wrappedValue: Value) { box = Box(wrappedValue) }

  package var wrappedValue: Value {
    get { box.value }
    set { box = Box(newValue) }
  }

  package static func == (left: Boxed, right: Boxed) -> Bool {
    left.box === right.box || left.wrappedValue == right.wrappedValue
  }
}

/// What follows from another part of a value, and is ignored when two values are compared.
struct Derived<Value: Sendable>: Equatable, Sendable {
  private let box: Box<Value>
  var value: Value { box.value }

  init(_ value: Value) { box = Box(value) }

  static func == (left: Derived, right: Derived) -> Bool { true }
}

private final class Box<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
