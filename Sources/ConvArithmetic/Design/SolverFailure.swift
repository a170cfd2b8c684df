/// Why no layer makes the wanted size: every reason, never none.
package struct SolverFailure: Error, Equatable, Sendable {
  /// One reason, on one axis, or on both where it is the same.
  package struct Problem: Equatable, Sendable {
    package let axis: Axis?
    package let reason: Reason
  }

  /// The numbers of a reason; the words are the interface's.
  package enum Reason: Error, Hashable, Sendable {
    case inputBelowOne(Int)
    case outputBelowOne(Int)
    case factorBelowOne(Int)
    /// A part of the input that it does not have.
    case notDivisible(input: Int, divisor: Int)
    case sizeTooLarge
    /// A Conv2d has one output for s inputs at least, so it enlarges no input by a factor.
    case enlargesNotEvery(factor: Int)
    /// A ConvTranspose2d has s outputs for each input.
    case reducesNotEvery(divisor: Int)
    /// Only a stride of the factor itself would do, and it is not within the limits.
    case strideExcluded(Int)
    /// A factor's identity, e = s + 2p − output_padding, that no numbers within the limits fulfil.
    case identityUnmet(stride: Int)
    /// No size within the limits is the wanted one; these are next to it.
    case unreachable(input: Int, output: Int, below: Int?, above: Int?)
    case limitsTooWide(candidates: Count, most: Int)
  }

  package let op: LayerOp
  package let problems: [Problem]
}

extension AxisSolver {
  var failure: SolverFailure.Reason {
    switch (goal, direction) {
    case (.size(let output), _):
      let nearest = nearest(to: output)
      return .unreachable(input: input, output: output, below: nearest.below, above: nearest.above)
    case (.times(let factor), .convolution) where factor > 1:
      return .enlargesNotEvery(factor: factor)
    case (.part(let divisor), .transposed) where divisor > 1:
      return .reducesNotEvery(divisor: divisor)
    case (.times(let stride), _), (.part(let stride), _):
      return limits[.stride].contains(stride)
        ? .identityUnmet(stride: stride) : .strideExcluded(stride)
    }
  }
}
