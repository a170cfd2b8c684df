/// A layer that all copies of its numbers share: it is large, and each formula gets a copy.
private final class SharedPass: Sendable {
  let pass: ForwardPass

  init(_ pass: ForwardPass) { self.pass = pass }
}

/// The numbers of a layer by the names that the documents and PyTorch use, each by its formula.
///
/// A formula stands here once, its words in ``Figure``. Units: cells, elements, operations, bytes.
package struct LayerQuantities<Q: Quantity> {
  private let shared: SharedPass
  let format: NumberFormat
  private var sampleCount: Int

  init(pass: ForwardPass, format: NumberFormat = .int8) {
    (shared, self.format, sampleCount) = (SharedPass(pass), format, pass.input.samples)
  }

  var pass: ForwardPass { shared.pass }

  var ofOneSample: Self {
    var result = self
    result.sampleCount = 1
    return result
  }

  var isTransposed: Bool { pass.layer.direction == .transposed }
  var isUnbatched: Bool { pass.input.batch == nil }
  var hasBias: Bool { pass.layer.bias }

  var samples: Q { .named("N", Count(sampleCount)) }
  /// N of a tool that takes (C, H, W) for (N, C, W).
  var samplesAsRead: Q { isUnbatched ? inChannels : samples }
  var inChannels: Q { .named("C_in", Count(pass.layer.inChannels)) }
  var outChannels: Q { .named("C_out", Count(pass.layer.outChannels)) }
  var groups: Q { .named("groups", Count(pass.layer.groups)) }

  /// The size along an axis: H_in, H_out, k_h.
  func inputSide(_ axis: Axis) -> Q { .named("\(axis.letter)_in", Count(pass.axes[axis].input)) }
  func outputSide(_ axis: Axis) -> Q { .named("\(axis.letter)_out", Count(pass.axes[axis].output)) }
  func kernelSide(_ axis: Axis) -> Q {
    .named("k_\(axis.mark)", Count(pass.layer.kernelSize[axis]))
  }

  var inputCells: Q { product(inputSide) }
  var outputCells: Q { product(outputSide) }

  /// The cells of the kernel: K = k_h·k_w.
  var kernel: Q { .named("K", pass.kernelElements) }

  /// The places at which the kernel is laid down: output cells, if transposed input cells.
  var places: Q { isTransposed ? inputCells : outputCells }

  /// The product of a number of each axis; without a list, since every layer of a batch needs many.
  func product(_ number: (Axis) -> Q) -> Q {
    let count = pass.axes.count
    var product = number(Axis(place: 0, among: count))
    for place in 1..<max(1, count) { product = product * number(Axis(place: place, among: count)) }
    return product
  }
}

extension LayerQuantities {
  /// A figure; a count of one that is a fraction is rounded down.
  package subscript(figure: Figure) -> Q {
    switch figure {
    case .weights, .biases, .parameters, .inputElements, .outputElements, .columnElements:
      elements(figure)
    case .filters, .additionsPerFilter, .operationsPerFilter, .aggregation, .documentedPerSample,
      .documented, .documentedProducts, .documentedAdditions, .documentedAggregation,
      .chargedPerFilter, .formedPerFilter, .printedSummary:
      documents(figure)
    case .multiplications, .additions, .biasAdditions, .executed, .usefulMultiplications,
      .usefulAdditions, .usefulBiasAdditions, .useful, .usefulShare, .wastedPercent:
      execution(figure)
    case .overlapSum, .mostOverlap, .leastOverlap, .holes, .mostInside, .leastInside, .overlapRatio:
      overlap(figure)
    case .weightBytes, .inputBytes, .outputBytes, .peakBytes, .columnBytes, .intensity:
      memory(figure)
    case .outputLength: Q(AxisSymbols(pass.axes[.length]).size)
    case .outputDepth: Q(AxisSymbols(pass.axes[.depth]).size)
    case .outputHeight: Q(AxisSymbols(pass.axes[.height]).size)
    case .outputWidth: Q(AxisSymbols(pass.axes[.width]).size)
    }
  }

  /// The shape of the weight.
  ///
  ///     Convolution    (C_out, C_in/groups, k_h, k_w)
  ///     transposed     (C_in, C_out/groups, k_h, k_w)
  var weight: [Q] {
    let (first, second) = weightChannels
    return [first, second.divided(by: groups)] + kernelSides
  }

  /// The channels in the order in which the weight has them; the second ones are in groups.
  var weightChannels: (first: Q, second: Q) {
    isTransposed ? (inChannels, outChannels) : (outChannels, inChannels)
  }

  var kernelSides: [Q] {
    let count = pass.axes.count
    return (0..<count).map { kernelSide(Axis(place: $0, among: count)) }
  }

  /// The elements of the weight, without the biases.
  var weights: Q { filters * product(kernelSide) }

  var parameters: Q { withBiases(weights) }

  /// Some weights, and the biases of a layer that has them.
  func withBiases(_ weights: Q) -> Q { hasBias ? weights + outChannels : weights }

  /// The output elements, each of which takes a bias: N·C_out·H_out·W_out.
  var outputs: Q { samples * outChannels * outputCells }

  /// The elements of the layer and of its tensors.
  ///
  /// The column buffer is that of one group of one sample, if the layer is computed as a product of
  /// matrices:
  ///
  ///     Convolution    C_in/groups·K·H_out·W_out    filled by im2col before the product
  ///     transposed     C_out/groups·K·H_in·W_in     added up by col2im after it
  ///
  /// Source: PyTorch's slow_conv2d and slow_conv_transpose2d, which are called for each group.
  private func elements(_ figure: Figure) -> Q {
    switch figure {
    case .weights: weights
    case .biases: hasBias ? outChannels : 0
    case .parameters: parameters
    case .inputElements: samples * inChannels * inputCells
    case .outputElements: outputs
    default: (isTransposed ? outChannels : inChannels).divided(by: groups) * kernel * places
    }
  }
}

/// The operations as the two reference documents define them.
///
/// Sources: moduleprofiler, "Conv2d complexity" and "ConvTranspose2d complexity".
extension LayerQuantities {
  /// ψ = C_in/groups·C_out.
  var filters: Q { inChannels.divided(by: groups) * outChannels }

  /// A = Σ(overlap − 1) over all output cells, by its name alone.
  var additions: Q { .named("A", pass.overlap.documentedAdditions) }

  /// The operations of one filter.
  ///
  ///     Convolution    λ = H_out·W_out·(2K − 1)
  ///     transposed     λ = H_out·W_out·K + A
  var operationsPerFilter: Q {
    isTransposed ? chargedPerFilter + additions : outputCells * (2 * kernel - 1)
  }

  /// γ = C_out·H_out·W_out·(C_in/groups − 1 + [bias]).
  var aggregation: Q {
    let sums = inChannels.divided(by: groups) - 1
    return outChannels * outputCells * (hasBias ? sums + 1 : sums)
  }

  /// ψλ + γ.
  var documentedPerSample: Q {
    filters.called("ψ") * operationsPerFilter.called("λ") + aggregation.called("γ")
  }

  /// The multiplications that the documents charge for a filter.
  private var chargedPerFilter: Q { outputCells * kernel }

  private func documents(_ figure: Figure) -> Q {
    switch figure {
    case .filters: filters
    // A = Σc_h·Σc_w − H_out·W_out; a hole counts −1.
    case .additionsPerFilter: overlapSum - planeCells
    case .operationsPerFilter: operationsPerFilter
    case .aggregation: aggregation
    case .documentedPerSample: documentedPerSample
    // N(ψλ + γ), and its multiplications, its additions within filters and those across them.
    case .documented: samples * documentedPerSample
    case .documentedProducts: samples * filters * outputCells * kernel
    case .documentedAdditions:
      samples * filters * operationsPerFilter.called("λ") - self[.documentedProducts]
    case .documentedAggregation: samples * aggregation.called("γ")
    case .chargedPerFilter: chargedPerFilter
    case .formedPerFilter: places * kernel
    default: printedSummary
    }
  }

  /// The formula that the documents print at their end, literally.
  ///
  /// For a convolution it does not follow from the steps: with bias it has 2K + 1 where 2K
  /// follows, without bias C_in·(2K − groups) where 2K·C_in − groups follows.
  var printedSummary: Q {
    let filters = samples * inChannels * outChannels
    guard isTransposed else {
      let pairs = 2 * kernel
      let factor = hasBias ? pairs + 1 : pairs - groups
      return (filters * outputCells * factor).divided(by: groups)
    }
    let total = filters.divided(by: groups) * (outputCells * (kernel + 1) + additions)
    return hasBias ? total : total - outputs
  }
}
