import ConvArithmetic
import LayerNotation

/// A part of what is shown that a share line carries besides layer, view and theme.
///
/// What a state has in common with one that has just been opened is not said.
package struct ShareItem: Sendable {
  package let name: String
  package let help: String
  /// The present values, each a mark of its own; an empty text is a mark without a value.
  let values: @Sendable (ExplorerState) -> [String]
  /// Takes a value over; false for one that makes no sense.
  let take: @Sendable (inout ExplorerState, String) -> Bool

  /// An item with one value.
  init(
    _ name: String, _ help: String, value: @escaping @Sendable (ExplorerState) -> String,
    take: @escaping @Sendable (inout ExplorerState, String) -> Bool
  ) {
    self.init(name, help, values: { [value($0)] }, take: take)
  }

  /// An item with any number of values.
  init(
    _ name: String, _ help: String, values: @escaping @Sendable (ExplorerState) -> [String],
    take: @escaping @Sendable (inout ExplorerState, String) -> Bool
  ) {
    (self.name, self.help, self.values, self.take) = (name, help, values, take)
  }

  /// Something that is only so or not.
  init(
    _ name: String, _ help: String, _ flag: any WritableKeyPath<ExplorerState, Bool> & Sendable
  ) {
    self.init(name, help, values: { $0[keyPath: flag] ? [""] : [] }) { state, value in
      state[keyPath: flag] = true
      return value.isEmpty
    }
  }

  /// One of some things with names.
  init<Value: Equatable & Sendable>(
    _ name: String, _ help: String, _ place: any WritableKeyPath<ExplorerState, Value> & Sendable,
    among named: @escaping @Sendable () -> [(name: String, value: Value)]
  ) {
    self.init(
      name, help,
      values: { state in
        named().filter { $0.value == state[keyPath: place] }.prefix(1).map(\.name)
      },
      take: { state, text in
        guard let value = named().first(where: { $0.name == text })?.value else { return false }
        state[keyPath: place] = value
        return true
      })
  }

  /// A row and a column: `3:4`.
  init(
    _ name: String, _ help: String,
    _ place: any WritableKeyPath<ExplorerState, Spatial<Int>> & Sendable
  ) {
    self.init(name, help, value: { $0[keyPath: place].shareText }) { state, text in
      guard let cell = Spatial(shareText: text) else { return false }
      state[keyPath: place] = cell
      return true
    }
  }
}

extension Spatial<Int> {
  /// Row and column without anything that a shell or a list of marks would split.
  var shareText: String { "\(height):\(width)" }

  init?(shareText: some StringProtocol) {
    let sides = shareText.split(separator: ":", omittingEmptySubsequences: false)
    guard sides.count == 2, let height = Int(sides[0]), let width = Int(sides[1]) else {
      return nil
    }
    self.init(height: height, width: width)
  }
}
