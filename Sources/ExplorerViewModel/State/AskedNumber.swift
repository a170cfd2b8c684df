/// What a screen can ask for, in the words of `ask`; the answer hides until it is given.
package enum AskedNumber: String, CaseIterable, Equatable, Sendable {
  case output, weight, parameters, filters, multiplications, additions, overlap

  private var kind: Question.Kind {
    switch self {
    case .output: .outputShape
    case .weight: .weightShape
    case .parameters: .parameters
    case .filters: .filters
    case .multiplications: .multiplications
    case .additions: .additionsPerFilter
    case .overlap: .maximumOverlap
    }
  }

  /// The question about a layer; `nil` for one that has no such number.
  func question(_ pass: ForwardPass) -> Question? { Question(kind, pass) }
}
