/// The question which layers of a direction make the wanted output of an input.
package struct SolverQuestion: Equatable, Sendable {
  /// The direction and the input, and what stays: channels, groups, bias.
  package var subject: LayerCase
  package var goal: SolverGoal
  package var limits: Spatial<AxisLimits>
  /// Whether each axis is solved for itself even where the same numbers would do for all.
  package var isPerAxis = false
  /// The layer that is undone, whose numbers come first.
  package private(set) var undone: ForwardPass?

  /// The subject gives the direction, the input and the channels, and padding that is unequal or
  /// causal; its other numbers do not matter.
  package init(_ subject: LayerCase, goal: SolverGoal, limits: Spatial<AxisLimits>? = nil) {
    (self.subject, self.goal) = (subject, goal)
    self.limits =
      limits
      ?? subject.input.size.along { axis in
        let input = subject.input.size[axis]
        let goal = try? goal.along(axis, input: max(1, input))
        var limits = AxisLimits.usual(input: input, goal: goal ?? .times(1))
        limits.keepPadding(of: subject.layer, axis)
        return limits
      }
  }

  /// The question which layers of the other direction give a layer's input size back from its
  /// output.
  ///
  /// The transposed layer of the same kernel, stride, padding and dilation comes first; its
  /// output_padding follows as any other's.
  package init(undoing pass: ForwardPass) {
    self.init(pass.reversed, goal: .size(pass.input.size))
    undone = pass
    limits = limits.with(pass.axes) {
      $0.including(kernelSize: $1.kernelSize, stride: $1.stride, dilation: $1.dilation)
    }
  }
}

/// The layers that answer a question, the best first.
package struct SolverAnswer: Equatable, Sendable {
  /// At least one; of all combinations of axes only those of the best on each axis.
  package let solutions: [LayerSolution]
  package let count: Count
  package let isSquare: Bool

  /// The same with one first, which is new or one of those that there are.
  fileprivate func preceded(by first: LayerSolution, isNew: Bool) -> SolverAnswer {
    SolverAnswer(
      solutions: [first] + solutions.filter { $0.axes != first.axes },
      count: isNew ? count + 1 : count, isSquare: isSquare)
  }
}

extension SolverQuestion {
  /// Searches the limits.
  ///
  /// - Returns: All layers, or, where the axes are solved each for itself, the combinations of the
  ///   best of each axis: 16 of each of two.
  /// - Throws: ``SolverFailure`` where there is none.
  package func answer() throws(SolverFailure) -> SolverAnswer {
    let own = undone?.undoing.map { LayerSolution($0.axes, hasUndoneNumbers: true) }
    do throws(SolverFailure) {
      let found = try solutionsOfAxes()
      let answer = combined(found)
      guard let own else { return answer }
      let isFound = found.with(own.axes) { $0.contains($1) }.isAll(true)
      return answer.preceded(by: own, isNew: !isFound || answer.isSquare && !own.isSquare)
    } catch {
      guard let own else { throw error }
      return SolverAnswer(solutions: [own], count: 1, isSquare: own.isSquare)
    }
  }

  private func combined(_ found: Spatial<[AxisGeometry]>) -> SolverAnswer {
    let square = isPerAxis ? [] : square(found).map { LayerSolution($0) }
    guard square.isEmpty else {
      return SolverAnswer(solutions: square.sorted(), count: Count(square.count), isSquare: true)
    }
    return SolverAnswer(
      solutions: combinations(found).map { LayerSolution($0) }.sorted(),
      count: found.map { Count($0.count) }.product, isSquare: false)
  }

  /// The solutions of each axis by itself, none of them empty.
  private func solutionsOfAxes() throws(SolverFailure) -> Spatial<[AxisGeometry]> {
    let results = limits.along { solutions($0) }
    if let found = results.map({ try? $0.get() }).complete() { return found }
    let problems = results.axes.compactMap { axis -> SolverFailure.Problem? in
      guard case .failure(let reason) = results[axis] else { return nil }
      return SolverFailure.Problem(axis: axis, reason: reason)
    }
    let isShared = problems.count == results.count && Set(problems.map(\.reason)).count == 1
    throw SolverFailure(
      op: subject.layer.op,
      problems: isShared
        ? problems.prefix(1).map { .init(axis: nil, reason: $0.reason) } : problems)
  }

  private func solutions(_ axis: Axis) -> Result<[AxisGeometry], SolverFailure.Reason> {
    Result { () throws(SolverFailure.Reason) in
      let (input, limits) = (subject.input.size[axis], limits[axis])
      guard input >= 1 else { throw .inputBelowOne(input) }
      let candidates = limits.candidates
      guard candidates <= Count(AxisLimits.mostCandidates) else {
        throw .limitsTooWide(candidates: candidates, most: AxisLimits.mostCandidates)
      }
      let solver = AxisSolver(
        direction: subject.layer.direction, paddingMode: subject.layer.paddingMode, input: input,
        goal: try goal.along(axis, input: input), limits: limits)
      let solutions = solver.solutions
      guard !solutions.isEmpty else { throw solver.failure }
      return solutions
    }
  }

  /// Those that have the same kernel, stride, padding and dilation on all axes.
  private func square(_ found: Spatial<[AxisGeometry]>) -> [Spatial<AxisGeometry>] {
    let solutions = found.map { axis in
      Dictionary(axis.map { ($0.squareNumbers, $0) }, uniquingKeysWith: { first, _ in first })
    }
    return found[0].compactMap { axis in solutions.map { $0[axis.squareNumbers] }.complete() }
  }

  /// All combinations of the best of each axis, of which at most 256 are ranked.
  private func combinations(_ found: Spatial<[AxisGeometry]>) -> [Spatial<AxisGeometry>] {
    let most = [256, 16, 6][found.count - 1]
    return found.map { axis in
      axis.map { LayerSolution(Spatial(repeating: $0, count: found.count)) }.sorted()
        .prefix(most).map { $0.axes[0] }
    }.combinations()
  }
}
