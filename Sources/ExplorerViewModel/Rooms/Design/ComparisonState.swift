import ConvArithmetic
import LayerNotation

/// What the present layer, B, is compared with.
package struct ComparisonState: Equatable, Sendable {
  /// The layer that was kept, A.
  package internal(set) var kept: LayerCase?
  /// Whether rows that are the same in both are shown, too.
  package internal(set) var showsSame = false
}

extension ExplorerState {
  /// Keeps the present layer to compare others with.
  mutating func keepLayer() {
    comparison.kept = subject
    say("this layer is A now; change it, and compare", .good)
  }

  /// Makes A the present layer and the present one A.
  mutating func swapLayers() {
    guard let kept = comparison.kept else {
      return say("no layer is kept; \(Command.baseline.keyNames) keeps this one")
    }
    comparison.kept = subject
    change(to: kept)
    say("A and B are exchanged")
  }

  /// A and B, row by row; without a kept layer both are the present one.
  var comparisonSheet: ComparisonSheet {
    ComparisonSheet(comparison.kept ?? subject, subject, format: budget.format)
  }
}
