/// The operations that a direct implementation really performs, each kind by itself.
///
/// *Nominal* is all that is computed: padding zeros are multiplied and products that the crop
/// drops are formed and added. *Useful* is what remains of it where only products of a real
/// input cell count that land in a kept output cell.
///
/// Units: single multiplications and additions. Source: a count by hand over every sample,
/// channel, cell and tap; the tests do it with loops.
extension LayerQuantities {
  func execution(_ figure: Figure) -> Q {
    switch figure {
    case .multiplications: products
    case .additions: combiningAdditions
    case .biasAdditions: biasAdditions
    case .executed: executed
    case .usefulMultiplications: usefulProducts
    case .usefulAdditions: usefulAdditions
    case .usefulBiasAdditions: usefulBiasAdditions
    case .useful: useful
    // Useful operations as a share of all, the same for every batch; that of one sample stands for
    // the empty one, which has no operation to divide by.
    case .usefulShare: (pass.input.samples == 0 ? ofOneSample : self).usefulShare
    default: ofOneSample.wastedPercent
    }
  }

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

  private var usefulShare: Q { useful.called("useful").divided(by: executed.called("executed")) }

  /// The share of products that are not useful, in percent, rounded half up.
  private var wastedPercent: Q {
    (200 * (products - usefulProducts) + products).floorDivided(by: 2 * products)
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

  func overlap(_ figure: Figure) -> Q {
    switch figure {
    case .overlapSum: overlapSum
    case .mostOverlap: ofAxes("max c") { $0.maximum }
    case .leastOverlap: ofAxes("min c") { $0.minimum }
    // What a cell away from the borders gets, on inputs that are large enough to have one.
    case .mostInside: ofAxes("most inside") { Count($0.interiorRange.upperBound) }
    case .leastInside: ofAxes("least inside") { Count($0.interiorRange.lowerBound) }
    case .overlapRatio: self[.mostInside].divided(by: self[.leastInside])
    default:
      planeCells
        - .named(
          isTransposed ? "cells reached" : "cells read",
          pass.overlap.coverage.map { $0.cells(reachedAtLeast: 1) }.product)
    }
  }

  /// A number of the coverage of each axis, multiplied.
  private func ofAxes(_ name: String, _ number: (Coverage) -> Count) -> Q {
    product { .named("\(name)_\($0.mark)", number(pass.overlap.coverage[$0])) }
  }
}

/// What the layer takes in memory; a batch counts with all its samples.
///
/// Nothing is said about alignment, scales of quantized numbers, or the needs of a runtime.
extension LayerQuantities {
  private var size: Q { Q(integerLiteral: format.bytes) }

  /// The peak is input and output, which are there at the same time; the intensity, operations for
  /// each byte that is moved: weights, input and output once.
  ///
  /// Sources: Deeplite/deeplite-profiler, issue 26, where weights and buffers are not included;
  /// Williams, Waterman & Patterson, "Roofline", 2009.
  func memory(_ figure: Figure) -> Q {
    switch figure {
    case .weightBytes: weightBytes
    case .inputBytes: self[.inputElements].called("input elements") * size
    case .outputBytes: outputs.called("output elements") * size
    case .peakBytes: self[.inputBytes].called("input") + self[.outputBytes].called("output")
    case .columnBytes: self[.columnElements].called("column buffer") * size
    default:
      (2 * products.called("products"))
        .divided(by: weightBytes.called("weights") + self[.peakBytes].called("peak"))
    }
  }

  private var weightBytes: Q {
    let weights = weights.called("weight") * size
    return hasBias ? weights + outChannels * Q(integerLiteral: format.biasBytes) : weights
  }
}
