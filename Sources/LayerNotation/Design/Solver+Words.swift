extension SolverQuestion {
  /// What is asked: `ConvTranspose2d, 8×8 → 16×16`, `ConvTranspose2d, ×2 of every input`.
  package var text: String {
    let name = subject.layer.op.moduleName
    switch goal {
    case .size(let size): return "\(name) that makes \(size.area) from \(subject.input.size.area)"
    case .times(1, let audience), .part(1, let audience):
      return "\(name) that keeps \(audience == .everyInput ? "every" : "this") size"
    case .times, .part: return "\(name) that makes \(goal.text) \(goal.audienceText)"
    }
  }

  /// What is searched: `kernel_size 1–11, stride 1–4` and so on.
  package var limitsText: String {
    let direction = subject.layer.direction
    return limits.map { $0.text(direction) }.text("; ") { "along \($0) \($1)" }
  }

  /// The same by the letters of the columns: `k 1–11, s 1–4, d 1–2, p ≤ d(k−1)`.
  package var shortLimitsText: String {
    limits.map { limits in
      let ranges = limits.ranges { $0.letter ?? $0.rawValue }
      return (ranges + ["p \(limits.given?.text ?? "≤ d(k−1)")"]).joined(separator: ", ")
    }.text("; ") { "\($0): \($1)" }
  }
}

extension AxisLimits {
  /// The padding where it is given; `nil` where it is asked for.
  fileprivate var given: ConvArithmetic.Padding? {
    switch padding {
    case .ends(let ends): .explicit(Spatial(ends))
    case .causal: .causal
    case .full, .upTo, .exactly: nil
    }
  }

  /// The lists, each after a name.
  fileprivate func ranges(_ name: (Hyperparameter) -> String) -> [String] {
    Self.listed.map { "\(name($0)) \(rangeText(self[$0]))" }
  }

  fileprivate func text(_ direction: ConvLayer.Direction) -> String {
    let padding =
      switch padding {
      case .full, .ends, .causal: given?.text ?? "up to d(k − 1)"
      case .upTo(let most): "up to \(most.grouped)"
      case .exactly(let cells): cells.grouped
      }
    let outputPadding = direction == .transposed ? self.outputPadding : nil
    let parts =
      ranges(\.rawValue) + ["padding \(padding)"]
      + (outputPadding.map { ["output_padding \($0.grouped)"] } ?? [])
    return parts.joined(separator: ", ")
  }
}

/// Rising numbers with those that follow each other drawn together: `1–11, 16`.
private func rangeText(_ numbers: [Int]) -> String {
  var ranges: [ClosedRange<Int>] = []
  for number in numbers {
    if let last = ranges.last, last.upperBound < .max, last.upperBound + 1 == number {
      ranges[ranges.count - 1] = last.lowerBound...number
    } else {
      ranges.append(number...number)
    }
  }
  return ranges.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }
    .joined(separator: ", ")
}

extension SolverAnswer {
  package var countText: String {
    guard !isSquare else { return count.counted("layer") }
    let limit = Count(solutions.count) < count ? ", the best \(solutions.count.grouped) ranked" : ""
    let isPair = solutions.first?.axes.count == 2
    return "no layer of the same numbers on \(isPair ? "both" : "all") axes;"
      + " \(count.grouped) \(isPair ? "pairs" : "triples")\(limit)"
  }

  /// How many are not listed, and how many of them could be; `nil` where all are.
  package func moreText(listed: Int) -> String? {
    let more = count - Count(listed)
    guard more > 0 else { return nil }
    let listable = solutions.count - listed
    if Count(listable) == more { return "\(more.grouped) more; --count lists them" }
    let limit = "the pairs of the best of each axis"
    return listable > 0
      ? "\(more.grouped) more; --count lists \(listable.grouped) of them, \(limit)"
      : "\(more.grouped) more, which are not listed: only \(limit) are"
  }
}

extension SolverFailure {
  package var lines: [String] {
    problems.map { problem in
      (problem.axis.map { "along \($0.letter): " } ?? "") + problem.reason.text(op)
    }
  }
}

extension SolverFailure.Reason {
  fileprivate func text(_ op: LayerOp) -> String {
    let (name, other) = (op.moduleName, op.opposite.moduleName)
    return switch self {
    case .inputBelowOne(let input): Sentence.inputBelowOne(input.grouped)
    case .outputBelowOne(let output): Sentence.outputBelowOne(output.grouped)
    case .factorBelowOne(let factor): Sentence.factorBelowOne(factor.grouped)
    case .notDivisible(let input, let divisor): Sentence.noMultiple(input.grouped, divisor.grouped)
    case .sizeTooLarge: Sentence.wantedSizeTooLarge()
    case .enlargesNotEvery(let factor): Sentence.enlargesNotEvery(name, factor.grouped, other)
    case .reducesNotEvery(let divisor): Sentence.reducesNotEvery(name, divisor.grouped, other)
    case .strideExcluded(let stride): Sentence.strideExcluded(stride.grouped)
    case .identityUnmet(let stride):
      (op.direction == .convolution ? Sentence.inequalityUnmet : .identityUnmet)(stride.grouped)
    case .unreachable(let input, let output, let below, let above):
      Sentence.unreachable(name, output.grouped, input.grouped) + nearestText(below, above)
    case .limitsTooWide(let candidates, let most):
      Sentence.limitsTooWide(candidates.grouped, most.grouped)
    }
  }

  private func nearestText(_ below: Int?, _ above: Int?) -> String {
    switch (below, above) {
    case (nil, nil): "; they allow no layer on this input"
    case (let below?, nil): "; the largest size is \(below.grouped)"
    case (nil, let above?): "; the smallest size is \(above.grouped)"
    case (let below?, let above?): "; the nearest sizes are \(below.grouped) and \(above.grouped)"
    }
  }
}
