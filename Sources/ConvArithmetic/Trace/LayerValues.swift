/// A small layer with numbers in it: one input channel, one output channel, no bias.
///
/// An output cell is summed from all that it is made of, or of a transposed layer as the ordinary
/// convolution of a stretched input; both must agree.
package struct LayerValues: Equatable, Sendable {
  package let trace: LayerTrace
  package var input: IntegerGrid
  package var kernel: IntegerGrid
  /// Whether the kernel is flipped first: a convolution as mathematics defines it.
  ///
  /// PyTorch's layers do not flip; a Conv2d computes a cross-correlation (`torch.nn.Conv2d`).
  package var isFlipped = false

  /// Numbers for a layer; `nil` where its input or kernel is larger than an ``IntegerGrid`` can be.
  package init?(_ trace: LayerTrace, _ start: StartingValues) {
    guard let input = start.input(trace.size(of: .input)),
      let kernel = start.kernel(trace.size(of: .kernel))
    else { return nil }
    (self.trace, self.input, self.kernel) = (trace, input, kernel)
  }

  /// The weights that are multiplied: the kernel, flipped for a convolution.
  package var weights: IntegerGrid { isFlipped ? kernel.flipped : kernel }

  /// An output cell, from all that it is made of, or from that of some steps.
  package func output(at cell: Spatial<Int>, after progress: StepProgress? = nil) -> Count {
    let boxes = progress?.links(of: .output, at: cell) ?? [trace.usefulLinks(of: .output, at: cell)]
    let weights = weights
    return boxes.flatMap { $0.map(Array.init).combinations() }.reduce(0) { sum, link in
      sum + Count(weights[link[.kernel]]) * Count(input[link[.input]])
    }
  }
}
