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

/// What follows from a cause, found anew only where that has changed; ignored like ``Derived``.
struct Kept<Cause: Equatable & Sendable, Value: Sendable>: Equatable, Sendable {
  private var last = Derived<(cause: Cause, value: Value)?>(nil)

  var value: Value? { last.value?.value }

  /// The value that was found for a cause last; `nil` for another one.
  func value(for cause: Cause) -> Value? {
    last.value.flatMap { $0.cause == cause ? $0.value : nil }
  }

  /// Finds the value for a cause; without one there is none.
  mutating func follow(_ cause: Cause?, _ find: (Cause) -> Value) {
    guard last.value?.cause != cause else { return }
    last = Derived(cause.map { ($0, find($0)) })
  }
}

private final class Box<Value: Sendable>: Sendable {
  let value: Value

  init(_ value: Value) { self.value = value }
}
