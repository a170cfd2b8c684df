/// The operations that a direct implementation really performs, each kind by itself.
///
/// *Nominal* is all that is computed: padding zeros are multiplied and products that the crop
/// drops are formed and added. *Useful* is what remains of it where only products of a real
/// input cell count that land in a kept output cell.
///
/// Units: single multiplications and additions. Source: a count by hand over every sample,
/// channel, cell and tap; the tests do it with loops.
extension LayerQuantities {
  /// All multiplications, which are the layer's multiply-accumulates: N·ψ·K·H·W over the places.
  var products: Q { samples * filters * kernel * places }

  /// The cells in which a sum begins, over samples and channels: its first term costs no addition.
  ///
  /// The cells of a convolution are its output, none of them empty; those of a transposed layer are
  /// its result before the crop, of which U_h·U_w are reached.
  var firstTerms: Q {
    guard isTransposed else { return outputs }
    return samples * outChannels
      * product { .named("U_\($0.mark)", pass.overlap.coverage[$0].reachedCells) }
  }

  /// The additions that combine all products: terms − 1 for each cell that is not empty.
  var combiningAdditions: Q { products.called("products") - firstTerms }

  /// One addition for each output element of a layer with bias.
  var biasAdditions: Q { hasBias ? outputs : 0 }

  var executed: Q {
    products.called("products") + combiningAdditions.called("additions")
      + biasAdditions.called("biases")
  }

  /// The products of a real input cell that land in a kept output cell.
  var usefulProducts: Q { samples * filters * overlapSum }

  /// The additions that combine the useful products: n − 1 where n meet, none where none do.
  var usefulAdditions: Q { usefulProducts.called("useful products") - usefulFirstTerms }

  /// The biases that are added to something; one written into an empty cell is not an addition.
  var usefulBiasAdditions: Q { hasBias ? usefulFirstTerms : 0 }

  var useful: Q {
    usefulProducts.called("useful products") + usefulAdditions.called("additions")
      + usefulBiasAdditions.called("biases")
  }

  /// Useful operations as a share of all, from 0 to 1.
  ///
  /// It is the same for every batch; that of one sample stands for the empty one, which has no
  /// operation to divide by.
  var usefulShare: Q {
    let counted = pass.input.samples == 0 ? ofOneSample : self
    return counted.useful.called("useful").divided(by: counted.executed.called("executed"))
  }

  /// The share of products that are not useful, in percent, rounded half up.
  var wastedPercent: Q {
    let all = ofOneSample.products
    return (200 * (all - ofOneSample.usefulProducts) + all).floorDivided(by: 2 * all)
  }

  /// The output cells that a useful product reaches, over samples and channels.
  private var usefulFirstTerms: Q {
    let reached = pass.overlap.coverage.map { axis in
      isTransposed ? axis.cells(reachedAtLeast: 1) : axis.reachingPositions
    }
    return samples * outChannels * .named("cells reached", reached.product)
  }
}

/// Overlap, or the reads of a convolution, over one plane.
extension LayerQuantities {
  /// The cells of the plane: of the output, of a convolution of the input.
  var planeCells: Q { isTransposed ? outputCells : inputCells }

  var overlapSum: Q { product { .named("Σc_\($0.mark)", pass.overlap.sums[$0]) } }

  var mostOverlap: Q { ofAxes("max c") { $0.maximum } }
  var leastOverlap: Q { ofAxes("min c") { $0.minimum } }

  /// The most that a cell away from the borders gets, on inputs that are large enough to have one.
  var mostInside: Q { ofAxes("most inside") { Count($0.interiorRange.upperBound) } }
  var leastInside: Q { ofAxes("least inside") { Count($0.interiorRange.lowerBound) } }

  var holes: Q {
    let reached = pass.overlap.coverage.map { $0.cells(reachedAtLeast: 1) }
    return planeCells - .named(isTransposed ? "cells reached" : "cells read", reached.product)
  }

  /// A number of the coverage of each axis, multiplied.
  private func ofAxes(_ name: String, _ number: (Coverage) -> Count) -> Q {
    product { .named("\(name)_\($0.mark)", number(pass.overlap.coverage[$0])) }
  }
}

/// What the layer takes in memory; a batch counts with all its samples.
///
/// Nothing is said about alignment, scales of quantized numbers, or what a runtime needs for
/// itself.
extension LayerQuantities {
  private var size: Q { Q(integerLiteral: format.bytes) }

  var weightBytes: Q {
    let weights = weights.called("weight") * size
    return hasBias ? weights + outChannels * Q(integerLiteral: format.biasBytes) : weights
  }

  var inputBytes: Q { inputElements.called("input elements") * size }
  var outputBytes: Q { outputs.called("output elements") * size }

  /// Input and output, which are there at the same time; weights and buffers not included.
  ///
  /// Source: Deeplite/deeplite-profiler, issue 26.
  var peakBytes: Q { inputBytes.called("input") + outputBytes.called("output") }

  var columnBytes: Q { columnElements.called("column buffer") * size }

  /// Operations for each byte that is moved: weights, input and output once.
  ///
  /// Source: Williams, Waterman & Patterson, "Roofline", 2009.
  var intensity: Q {
    (2 * products.called("products"))
      .divided(by: weightBytes.called("weights") + peakBytes.called("peak"))
  }
}
