/// The values that came before and after the present one, for undo and redo.
struct History<Value: Equatable & Sendable>: Equatable, Sendable {
  /// How many steps are kept: more than anybody undoes, and no more than a few megabytes.
  private let limit = 10_000
  private(set) var past: [Value] = []
  private(set) var future: [Value] = []

  /// Remembers a value that is about to be replaced; what was undone is forgotten.
  mutating func remember(_ value: Value) {
    past.append(value)
    // Dropping many at once keeps the cost of a step constant on average.
    if past.count > 2 * limit { past.removeFirst(past.count - limit) }
    future.removeAll()
  }

  /// The value before `present`; `nil` at the first one.
  mutating func undo(from present: Value) -> Value? {
    guard let value = past.popLast() else { return nil }
    future.append(present)
    return value
  }

  /// The value after `present`; `nil` at the last one.
  mutating func redo(from present: Value) -> Value? {
    guard let value = future.popLast() else { return nil }
    past.append(present)
    return value
  }
}
