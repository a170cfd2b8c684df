/// Numbers in place of counts.
extension CellText {
  var numberLines: [[Span]] {
    guard scene.numbers.areShown else { return [] }
    guard scene.values != nil else { return [[Span(ExplorerState.tooLargeForNumbers, .notice)]] }
    guard scene.hasFormulas else { return [source] }
    return [source] + (scene.isStretched ? [] : formulas) + [scope]
  }

  /// What the numbers are, and how to get others.
  private var source: [Span] {
    let numbers = scene.numbers
    let changed = numbers.changes.isEmpty ? "" : ", \(numbers.changes.count) changed"
    return [
      Span("numbers", .heading), Span(": \(numbers.startingValues.name)\(changed)  "),
      Span(Command.otherNumbers.keyNames, .key),
      Span(numbers.changes.isEmpty ? " others" : " takes it back", .faint), Span("  "),
      Span(Command.page.keyNames, .key), Span(" to a cell, then type", .faint),
    ]
  }

  /// What the numbers leave out, and what they must be divided by.
  private var scope: [Span] {
    let divisor = scene.numbers.startingValues.denominator(scene.trace.size(of: .kernel))
    let isFraction = divisor > 1 && scene.numbers.changes.isEmpty
    return [
      Span("one input channel, one output channel, no bias", .faint),
      Span(isFraction ? "; divide w and y by \(divisor)" : "", .faint),
    ]
  }

  /// Both operations, the present one first and marked.
  private var formulas: [[Span]] {
    let isFlipped = scene.numbers.isFlipped
    return [isFlipped, !isFlipped].map { flips in
      let operation = SlidingSum(scene.trace.direction, isFlipped: flips)
      let isPresent = flips == isFlipped
      let name = operation.name + blanks(19 - operation.name.count)
      return [
        Span(isPresent ? "▸ " : "  ", .key), Span(name, isPresent ? .value : .faint),
        Span(operation.formula, isPresent ? .plain : .faint), Span("  \(operation.remark)", .faint),
        Span(isPresent ? "" : "  \(Command.flip.keyNames)", .key),
      ]
    }
  }
}

/// The sum that a kernel sliding over an input is, as the Conv2d document has it at its start.
///
/// Source: moduleprofiler, "Conv2d complexity", with f[k] where it prints f[n]; here f is the
/// kernel w, and g the input x, of a transposed layer its stretched input z.
struct SlidingSum {
  let name: String
  let formula: String
  /// Whose operation it is.
  let remark: String

  /// A Conv2d correlates; a ConvTranspose2d slides the flipped kernel, and so convolves.
  init(_ direction: ConvLayer.Direction, isFlipped: Bool) {
    let isTransposed = direction == .transposed
    let isConvolution = isFlipped != isTransposed
    name = isConvolution ? "convolution" : "cross-correlation"
    formula = "y[n] = Σ w[k]·\(isTransposed ? "z" : "x")[n \(isConvolution ? "−" : "+") k]"
    remark = isFlipped ? "the kernel flipped" : "as PyTorch has it"
  }
}
