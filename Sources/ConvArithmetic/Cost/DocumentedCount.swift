/// The operations as the two reference documents define them step by step, for one sample.
///
/// Sources: moduleprofiler, "Conv2d complexity" and "ConvTranspose2d complexity".
package struct DocumentedCount: Hashable, Sendable {
  private let pass: ForwardPass
  private var layer: ConvLayer { pass.layer }

  init(_ pass: ForwardPass) { self.pass = pass }

  /// The filters ψ = C_in·C_out / groups.
  package var filters: Count {
    Count(layer.inChannels / layer.groups) * Count(layer.outChannels)
  }

  /// A = Σ(overlap − 1) over all output cells; `nil` for a Conv2d, whose λ needs none.
  package var additionsPerFilter: Count? {
    layer.kind == .conv2d ? nil : pass.overlap.documentedAdditions
  }

  /// The operations of one filter.
  ///
  ///     Conv2d           λ = H_out·W_out·(2K − 1)
  ///     ConvTranspose2d  λ = H_out·W_out·K + A
  package var operationsPerFilter: Count {
    let (cells, kernel) = (pass.outputCells, pass.kernelElements)
    guard let additions = additionsPerFilter else { return cells * (2 * kernel - 1) }
    return cells * kernel + additions
  }

  /// The aggregation γ = C_out·H_out·W_out·(C_in/groups − 1 + [bias]).
  package var aggregation: Count {
    let terms = Count(layer.inChannels / layer.groups) - 1 + (layer.bias ? 1 : 0)
    return Count(layer.outChannels) * pass.outputCells * terms
  }

  /// The operations of one sample: ψλ + γ.
  package var perSample: Count { filters * operationsPerFilter + aggregation }

  /// The operations of the whole batch: N(ψλ + γ).
  package var total: Count { Count(pass.input.samples) * perSample }
}

/// The formula that the documents print at their end, literally.
///
/// For a Conv2d it does not follow from the steps: with bias it has 2K + 1 where 2K follows,
/// without bias C_in·(2K − groups) where 2K·C_in − groups follows.
package struct PrintedSummary: Hashable, Sendable {
  private let pass: ForwardPass
  private var layer: ConvLayer { pass.layer }

  init(_ pass: ForwardPass) { self.pass = pass }

  /// The total by the printed formula.
  ///
  ///     Conv2d           N·C_in·C_out·H_out·W_out·(2K + 1) / groups          with bias
  ///                      N·C_in·C_out·H_out·W_out·(2K − groups) / groups     without
  ///     ConvTranspose2d  N·C_in·C_out / groups·(H_out·W_out·(K + 1) + A)     with bias
  ///                      the same − N·C_out·H_out·W_out                      without
  package var total: Ratio {
    let (cells, kernel) = (pass.outputCells, pass.kernelElements)
    let groups = Count(layer.groups)
    let samples = Count(pass.input.samples)
    let filters = samples * Count(layer.inChannels) * Count(layer.outChannels)
    guard layer.kind == .convTranspose2d else {
      let factor = 2 * kernel + (layer.bias ? 1 : 0 - groups)
      return Ratio(filters * cells * factor, groups)
    }
    let perFilter = cells * (kernel + 1) + pass.overlap.documentedAdditions
    let withoutBias = layer.bias ? 0 : samples * Count(layer.outChannels) * cells
    return Ratio(filters * perFilter - withoutBias * groups, groups)
  }

  /// What the summary counts more than the steps; negative where it counts less.
  package var excess: Count {
    let total = total
    return total.numerator.floorDivided(by: total.denominator) - pass.documented.total
  }
}

extension ForwardPass {
  package var documented: DocumentedCount { DocumentedCount(self) }
  package var summary: PrintedSummary { PrintedSummary(self) }
}

extension ForwardPass {
  /// The products of the documented total: N·ψ·H_out·W_out·K.
  package var documentedProducts: Count {
    Count(input.samples) * documented.filters * outputCells * kernelElements
  }

  /// The additions within filters of the documented total: N·ψ·λ less its products.
  package var documentedAdditions: Count {
    Count(input.samples) * documented.filters * documented.operationsPerFilter
      - documentedProducts
  }

  /// The additions across filters, bias included, of the documented total: N·γ.
  package var documentedAggregation: Count { Count(input.samples) * documented.aggregation }
}
