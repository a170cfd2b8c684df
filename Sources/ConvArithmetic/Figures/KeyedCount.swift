/// A whole number of a layer with its key, in as much of a figure or of a way to count as a reader
/// of many layers needs.
///
/// Its functions capture nothing. So no copy of it counts references, which cores that read at once
/// would dispute.
package struct KeyedCount: Sendable {
  package let key: StaticString
  private let covers: Features
  private let compute: @Sendable (LayerQuantities<Count>) -> Count
  private let failure: (@Sendable (ForwardPass) -> ToolFailure?)?

  /// - Parameter figure: One that every layer has.
  package init(_ figure: Figure) {
    (key, covers) = (figure.id, figure.covers)
    (compute, failure) = (figure.formulas.whole, nil)
  }

  /// - Parameter tool: One that counts whole operations.
  package init(_ tool: OperationConvention) {
    (key, covers) = (tool.key, tool.covers)
    (compute, failure) = (tool.formulas.whole, tool.toolFailure)
  }

  /// The number of a layer; `nil` where that is not covered, or the tool fails.
  package func count(_ counts: LayerQuantities<Count>) -> Count? {
    guard counts.pass.features.isSubset(of: covers), failure?(counts.pass) == nil else {
      return nil
    }
    return compute(counts)
  }
}
