/// What the present layer, B, is compared with.
package struct ComparisonState: Equatable, Sendable {
  /// The layer that was kept, A.
  package internal(set) var kept: LayerCase?
  /// Whether rows that are the same in both are shown, too.
  package internal(set) var showsSame = false
}
