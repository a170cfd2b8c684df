import ConvArithmetic
import LayerNotation

/// The words below a layer that is played with numbers.
struct StepValueText {
  private let scene: StepScene
  private let values: LayerValues

  init(_ scene: StepScene, _ values: LayerValues) {
    self.scene = scene
    self.values = values
  }

  private static let mostProducts = 25

  /// The last step with its numbers, all of them or in short; nothing before the first one.
  var equations: [String] {
    guard let cell = scene.current else { return [] }
    let arithmetic = ValueArithmetic(values, scene.stepped, cell)
    return [Self.mostProducts, 0].map { arithmetic.equation(most: $0) }
  }

  /// The number of a cell on both ways of a transposed layer.
  var comparison: [Span]? {
    guard let cell = scene.current, scene.stepped == .output, let layer = scene.stretched,
      let scattered = values.output(at: cell).fitting,
      let stretched = values.output(at: cell, of: layer).fitting
    else { return nil }
    return StepText.equation(
      scattered.plain, scattered == stretched, "\(stretched.plain), window times flipped w")
  }

  /// What the numbers are, and how to get others.
  var source: [Span] {
    let numbers = scene.numbers
    let changed =
      numbers.changes.isEmpty ? "" : ", \(numbers.changes.count) changed"
    return [
      Span("numbers", .heading), Span(": \(numbers.startingValues.name)\(changed)  "),
      Span(Command.otherNumbers.keyNames, .key),
      Span(numbers.changes.isEmpty ? " others" : " takes it back", .faint), Span("  "),
      Span(Command.page.keyNames, .key), Span(" to a cell, then type", .faint),
    ]
  }

  /// What the numbers leave out, and what they are to be divided by.
  var scope: [Span] {
    let divisor = scene.numbers.startingValues.denominator(scene.trace.size(of: .kernel))
    let isFraction = divisor > 1 && scene.numbers.changes.isEmpty
    return [
      Span("one input channel, one output channel, no bias", .faint),
      Span(isFraction ? "; w and y are to be divided by \(divisor)" : "", .faint),
    ]
  }

  /// Both operations, the present one first and marked.
  var formulas: [[Span]] {
    [values.isFlipped, !values.isFlipped].map { isFlipped in
      let operation = SlidingSum(scene.trace.direction, isFlipped: isFlipped)
      let isPresent = isFlipped == values.isFlipped
      let name = operation.name + blanks(19 - operation.name.count)
      return [
        Span(isPresent ? "▸ " : "  ", .key), Span(name, isPresent ? .value : .faint),
        Span(operation.formula, isPresent ? .plain : .faint),
        Span("  \(operation.remark)", .faint),
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

  /// - Parameters:
  ///   - direction: A Conv2d correlates; a ConvTranspose2d slides the flipped kernel, and so convolves.
  ///   - isFlipped: Whether the kernel is flipped before.
  init(_ direction: ConvLayer.Direction, isFlipped: Bool) {
    let isTransposed = direction == .transposed
    let isConvolution = isFlipped != isTransposed
    name = isConvolution ? "convolution" : "cross-correlation"
    formula = "y[n] = Σ w[k]·\(isTransposed ? "z" : "x")[n \(isConvolution ? "−" : "+") k]"
    remark = isFlipped ? "the kernel flipped" : "as PyTorch has it"
  }
}
