import ConvArithmetic

extension SolverQuestion {
  /// What is asked: `ConvTranspose2d, 8×8 → 16×16`, `ConvTranspose2d, ×2 of every input`.
  package var text: String {
    let name = subject.layer.op.moduleName
    switch goal {
    case .size(let size): return "\(name) that makes \(size.area) of \(subject.input.size.area)"
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
      "k \(rangeText(limits.kernelSizes)), s \(rangeText(limits.strides)),"
        + " d \(rangeText(limits.dilations)), p \(limits.given.map(\.text) ?? "≤ d(k−1)")"
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

  fileprivate func text(_ direction: ConvLayer.Direction) -> String {
    let padding =
      switch padding {
      case .full, .ends, .causal: given?.text ?? "up to d(k − 1)"
      case .upTo(let most): "up to \(most.grouped)"
      case .exactly(let cells): cells.grouped
      }
    var parts = [
      "kernel_size \(rangeText(kernelSizes))", "stride \(rangeText(strides))",
      "dilation \(rangeText(dilations))", "padding \(padding)",
    ]
    if direction == .transposed, let outputPadding {
      parts.append("output_padding \(outputPadding.grouped)")
    }
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
    let layers = count == 1 ? "layer" : "layers"
    guard !isSquare else { return "\(count.grouped) \(layers)" }
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
    let name = op.moduleName
    switch self {
    case .inputBelowOne(let input): return "the input must be at least 1, not \(input.grouped)"
    case .outputBelowOne(let output): return "the output must be at least 1, not \(output.grouped)"
    case .factorBelowOne(let factor): return "a factor must be at least 1, not \(factor.grouped)"
    case .notDivisible(let input, let divisor):
      return "\(input.grouped) is not a multiple of \(divisor.grouped)"
    case .sizeTooLarge: return "the wanted size does not fit in 64 bits"
    case .enlargesNotEvery(let factor):
      return "no \(name) makes ×\(factor.grouped) of every input: it has one output for each"
        + " stride at most; a \(LayerOp(.transposed, axes: op.axes).moduleName) does"
    case .reducesNotEvery(let divisor):
      return "no \(name) makes ÷\(divisor.grouped) of every input: it has one stride of outputs"
        + " for each input; a \(LayerOp(.convolution, axes: op.axes).moduleName) does"
    case .strideExcluded(let stride):
      return "every input takes stride \(stride.grouped), which the limits leave out"
    case .identityUnmet(let stride):
      let identity =
        op.direction == .convolution
        ? "d(k − 1) + 1 − \(stride.grouped) ≤ 2p ≤ d(k − 1)"
        : "d(k − 1) + 1 = \(stride.grouped) + 2p − output_padding"
      return "every input takes \(identity), which nothing within the limits fulfils"
    case .unreachable(let input, let output, let below, let above):
      return "no \(name) within the limits makes \(output.grouped) of \(input.grouped)"
        + nearestText(below, above)
    case .limitsTooWide(let candidates, let most):
      return "the limits allow \(candidates.grouped) layers; at most \(most.grouped) are searched"
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
