/// The operations that a direct implementation really performs, each kind by itself.
///
/// *Nominal* is all that is computed: padding zeros are multiplied and products that the crop
/// drops are formed and added. *Useful* is what remains of it where only products of a real
/// input cell count that land in a kept output cell.
///
/// Units: single multiplications and additions. Source: a count by hand over every sample,
/// channel, cell and tap; the tests do it with loops.
package struct ExecutedCount: Hashable, Sendable {
  private let pass: ForwardPass
  private let samples: Int

  init(_ pass: ForwardPass, samples: Int) {
    self.pass = pass
    self.samples = samples
  }

  /// The same count for one sample of the batch.
  package var perSample: ExecutedCount { ExecutedCount(pass, samples: 1) }
}

extension ExecutedCount {
  /// All products, those with padding zeros and those cropped away included.
  ///
  ///     Conv2d           N·C_out·(C_in/groups)·H_out·W_out·K
  ///     ConvTranspose2d  N·C_out·(C_in/groups)·H_in·W_in·K
  package var multiplications: Count {
    let cells = pass.layer.kind == .conv2d ? pass.outputCells : pass.inputCells
    return filters * cells * pass.kernelElements
  }

  /// The additions that combine all products: terms − 1 for each non-empty cell.
  ///
  /// The cells of a Conv2d are its output, none of them empty; those of a ConvTranspose2d are its
  /// result before the crop, of which u_h·u_w are reached.
  ///
  ///     Conv2d           multiplications − N·C_out·H_out·W_out
  ///     ConvTranspose2d  multiplications − N·C_out·u_h·u_w
  package var additions: Count { multiplications - firstTerms }

  /// One addition for each output element of a layer with bias: N·C_out·H_out·W_out.
  package var biasAdditions: Count { pass.layer.bias ? planes * pass.outputCells : 0 }

  /// The cells in which a sum begins, over samples and channels: its first term costs no addition.
  var firstTerms: Count {
    guard pass.layer.kind == .convTranspose2d else { return planes * pass.outputCells }
    let reached = pass.overlap.coverage.map { axis in
      axis.reachedCells
    }
    return planes * reached.product
  }

  /// All operations: multiplications, additions and bias additions.
  package var total: Count { multiplications + additions + biasAdditions }
}

extension ExecutedCount {
  /// The products of a real input cell that land in a kept output cell.
  ///
  ///     N·C_out·(C_in/groups)·Σc_h·Σc_w
  package var usefulMultiplications: Count { filters * pass.overlap.sum }

  /// The additions that combine the useful products: n − 1 where n meet, none where none do.
  package var usefulAdditions: Count { usefulMultiplications - usefulFirstTerms }

  /// The biases that are added to something; one written into an empty cell is no addition.
  package var usefulBiasAdditions: Count { pass.layer.bias ? usefulFirstTerms : 0 }

  /// All useful operations.
  package var usefulTotal: Count {
    usefulMultiplications + usefulAdditions + usefulBiasAdditions
  }

  /// Useful operations as a share of all, the same for any batch: from 0 to 1.
  package var usefulShare: Ratio {
    // One sample has a product at least, where an empty batch has no operation to divide by.
    Ratio(perSample.usefulTotal, perSample.total)
  }

  /// The output cells that a useful product reaches, over samples and channels.
  private var usefulFirstTerms: Count {
    let isTransposed = pass.layer.kind == .convTranspose2d
    let reached = pass.overlap.coverage.map { axis in
      isTransposed ? axis.cells(reachedAtLeast: 1) : axis.reachingPositions
    }
    return planes * reached.product
  }
}

extension ExecutedCount {
  /// The output planes of the batch: N·C_out.
  private var planes: Count { Count(samples) * Count(pass.layer.outChannels) }

  /// The planes of products, one for each filter and sample: N·C_out·(C_in/groups).
  private var filters: Count {
    planes * Count(pass.layer.inChannels / pass.layer.groups)
  }
}

extension ForwardPass {
  /// What is executed for the whole batch.
  package var executed: ExecutedCount { ExecutedCount(self, samples: input.samples) }
}
