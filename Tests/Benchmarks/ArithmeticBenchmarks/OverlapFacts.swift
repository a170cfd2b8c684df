import ConvArithmetic

/// What both ways have to agree on.
struct OverlapFacts: Equatable {
  let sum: Count
  let maximum: Count
  let minimum: Count
  let holes: Count
}

extension OverlapMap {
  /// The same facts in closed form.
  var facts: OverlapFacts {
    get {
      OverlapFacts(sum: try sum, maximum: try maximum, minimum: try minimum, holes: try holes)
    }
  }
}

/// The two ways give different numbers for a layer, so that their times would say nothing.
struct Disagreement: Error {
  let subject: LayerCase
}
