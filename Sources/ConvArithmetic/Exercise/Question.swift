/// A number, or a shape, that can be asked about a valid layer.
package struct Question: Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    /// (N, C_out, H_out, W_out), without N for an unbatched input.
    case outputShape
    case outputSize(Axis)
    case weightShape
    case parameters
    /// ψ of the documents.
    case filters
    /// All products of the batch, those with padding zeros and those cropped included: MACs.
    case multiplications
    /// A of the ConvTranspose2d document.
    case additionsPerFilter
    /// The most products in an output cell; for a Conv2d the most reads of an input cell.
    case maximumOverlap
    /// The cells along an axis that a cell sees through two such convolutions in a row.
    case reach(Axis)
    /// The smallest input of a convolution along an axis that has an output of the same size.
    case leastInput(Axis)
  }

  package let kind: Kind
  package let pass: ForwardPass
  package let formulas: [Formula]
  package let answer: [Count]

  /// A question about a layer; `nil` where it has no such number, or none of up to 127 bits.
  package init?(_ kind: Kind, _ pass: ForwardPass) {
    guard let formulas = kind.formulas(pass) else { return nil }
    let answer = formulas.map(\.value)
    guard !answer.contains(where: \.isOverflow) else { return nil }
    (self.kind, self.pass, self.formulas, self.answer) = (kind, pass, formulas, answer)
  }

  package var subject: LayerCase { LayerCase(layer: pass.layer, input: pass.input) }

  /// The questions that a layer has an answer to, in their order.
  package static func all(about pass: ForwardPass) -> [Question] {
    Kind.all(pass.layer.axes).compactMap { Question($0, pass) }
  }
}

extension Question.Kind {
  package static func all(_ axes: [Axis]) -> [Question.Kind] {
    [.outputShape] + axes.map { .outputSize($0) }
      + [
        .weightShape, .parameters, .filters, .multiplications, .additionsPerFilter, .maximumOverlap,
        .reach(axes[0]), .leastInput(axes[0]),
      ]
  }

  /// The axis that it is about; `nil` for a question about all of the layer.
  package var axis: Axis? {
    switch self {
    case .outputSize(let axis), .reach(let axis), .leastInput(let axis): axis
    default: nil
    }
  }

  /// How each number of the answer is computed; `nil` for a kind of layer without it.
  fileprivate func formulas(_ pass: ForwardPass) -> [Formula]? {
    let layer = LayerQuantities<Formula>(pass: pass)
    switch self {
    case .outputShape: return layer.shape(pass.axes.map { AxisSymbols($0).size })
    case .outputSize(let axis): return [AxisSymbols(pass.axes[axis]).size]
    case .weightShape: return layer.weight
    case .parameters: return [layer.parameters]
    case .filters: return [layer.filters]
    case .multiplications: return [layer.products]
    case .additionsPerFilter:
      guard layer.isTransposed else { return nil }
      return [layer.landedProducts - layer.outputCells]
    case .maximumOverlap:
      guard !pass.features.contains(.longCopies) else { return nil }
      return [layer.product(layer.axisMaximum)]
    case .reach(let axis):
      return layer.isTransposed ? nil : [AxisSymbols(pass.axes[axis]).reachOfTwo]
    case .leastInput(let axis):
      // Copies need a larger input than the kernel does.
      guard !layer.isTransposed, pass.layer.paddingMode == .zeros,
        case let least = layer.leastInput(axis), least.value >= 1
      else { return nil }
      return [least]
    }
  }
}
