/// A mistake, and the count without it and those before.
typealias Correction = (cause: Deviation.Cause, corrected: Count)

extension ForwardPass {
  /// All products, and one for each output element where there is a bias.
  var countWithBias: Count { self[.multiplications] + self[.biasAdditions] }

  /// From multiply-accumulates and biases to multiply-accumulates.
  var biasCorrection: Correction { (.countsBiasAsProduct, self[.multiplications]) }

  /// From a transposed layer's products by its output to those by its input.
  func sizeCorrection(_ corrected: Count) -> Correction {
    (.usesOutputSize(output: output.size, input: input.size), corrected)
  }

  /// From the documents' steps to what is executed.
  var stepCorrections: [Correction] {
    guard layer.direction == .transposed else { return [] }
    let kept = self[.multiplications] + self[.usefulAdditions] + self[.biasAdditions]
    let holes = overlap.holes
    let planes = Count(input.samples) * Count(layer.outChannels)
    return [
      (.chargesOutputCells(output: output.size, input: input.size), kept - planes * holes),
      (.countsHolesAsMinusOne(holes: holes), kept),
      (.leavesOutCroppedAdditions, self[.executed]),
    ]
  }
}
