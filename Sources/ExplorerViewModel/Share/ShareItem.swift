/// A part of what is shown that a share line carries besides layer, view and theme; the README says
/// what each is.
///
/// What a state has in common with one that has just been opened is not said.
package struct ShareItem: Sendable {
  package let name: String
  /// The present values, each a mark of its own; an empty text is a mark without a value.
  let values: @Sendable (ExplorerState) -> [String]
  /// Adopts a value; false for an invalid one.
  let take: @Sendable (inout ExplorerState, String) -> Bool
}

extension ShareItem {
  /// A part that is written and read as a whole.
  init<Value>(
    _ name: String, _ place: any WritableKeyPath<ExplorerState, Value> & Sendable,
    texts: @escaping @Sendable (Value) -> [String], read: @escaping @Sendable (String) -> Value?
  ) {
    self.init(name: name, values: { texts($0[keyPath: place]) }) { state, text in
      guard let value = read(text) else { return false }
      state[keyPath: place] = value
      return true
    }
  }

  /// A part that may be missing.
  init<Value>(
    _ name: String, _ place: any WritableKeyPath<ExplorerState, Value?> & Sendable,
    text: @escaping @Sendable (Value) -> String, read: @escaping @Sendable (String) -> Value?
  ) {
    self.init(
      name, place, texts: { $0.map { [text($0)] } ?? [] }, read: { read($0).map { .some($0) } })
  }

  /// Something that is either on or off.
  init<Value: Equatable & Sendable>(
    _ name: String, _ place: any WritableKeyPath<ExplorerState, Value> & Sendable, is value: Value
  ) {
    self.init(
      name, place, texts: { $0 == value ? [""] : [] }, read: { $0.isEmpty ? value : nil })
  }

  /// One of some things with names.
  init<Value: Equatable & Sendable>(
    _ name: String, _ place: any WritableKeyPath<ExplorerState, Value> & Sendable,
    among named: @escaping @Sendable () -> [(name: String, value: Value)]
  ) {
    self.init(
      name, place, texts: { value in named().filter { $0.value == value }.prefix(1).map(\.name) },
      read: { text in named().first { $0.name == text }?.value })
  }
}
