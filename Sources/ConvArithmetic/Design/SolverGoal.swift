/// The output size that a layer shall have along one axis.
package enum AxisGoal: Equatable, Sendable {
  /// This many cells, of the input at hand.
  case size(Int)
  /// n times the input, whatever the input is; n is at least 1.
  case times(Int)
  /// The n-th part of every input that n divides; n is at least 1.
  case part(Int)
}

/// The output size that a layer shall have.
package enum SolverGoal: Equatable, Sendable {
  /// Whom a multiple or a part of the input is wanted for.
  package enum Audience: CaseIterable, Equatable, Sendable { case everyInput, thisInput }

  case size(Spatial<Int>)
  case times(Int, for: Audience)
  case part(Int, for: Audience)

  package static func same(for audience: Audience) -> SolverGoal { .times(1, for: audience) }

  /// The same goal for others; a size is for the input at hand alone.
  package func `for`(_ audience: Audience) -> SolverGoal {
    switch self {
    case .size: self
    case .times(let factor, _): .times(factor, for: audience)
    case .part(let divisor, _): .part(divisor, for: audience)
    }
  }

  /// The goal along one axis.
  ///
  /// - Throws: Why there is no such size of this input.
  func along(_ axis: Axis, input: Int) throws(SolverFailure.Reason) -> AxisGoal {
    switch self {
    case .size(let size):
      guard size[axis] >= 1 else { throw .outputBelowOne(size[axis]) }
      return .size(size[axis])
    case .times(let factor, let audience):
      guard factor >= 1 else { throw .factorBelowOne(factor) }
      guard audience == .thisInput else { return .times(factor) }
      let (size, overflow) = input.multipliedReportingOverflow(by: factor)
      guard !overflow else { throw .sizeTooLarge }
      return .size(size)
    case .part(let divisor, let audience):
      guard divisor >= 1 else { throw .factorBelowOne(divisor) }
      guard audience == .thisInput else { return .part(divisor) }
      guard input % divisor == 0 else { throw .notDivisible(input: input, divisor: divisor) }
      return .size(input / divisor)
    }
  }
}
