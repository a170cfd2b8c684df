/// The products that a direct implementation really forms, for the whole batch.
package struct ExecutedCount: Hashable, Sendable {
  private let pass: ForwardPass

  init(_ pass: ForwardPass) { self.pass = pass }

  /// N·C_out·(C_in/groups): the planes of products.
  private var planes: Count {
    get throws(CountOverflow) {
      try Count(pass.input.samples) * Count(pass.layer.outChannels)
        * Count(pass.layer.inChannels / pass.layer.groups)
    }
  }

  /// All products, those with padding zeros and those cropped away included.
  ///
  ///     Conv2d           N·C_out·(C_in/groups)·H_out·W_out·K
  ///     ConvTranspose2d  N·C_out·(C_in/groups)·H_in·W_in·K
  package var multiplications: Count {
    get throws(CountOverflow) {
      let cells = pass.layer.kind == .conv2d ? try pass.outputCells : try pass.inputCells
      return try planes * cells * pass.kernelElements
    }
  }

  /// The products of a real input cell that land in a kept output cell.
  package var usefulMultiplications: Count {
    get throws(CountOverflow) { try planes * pass.overlap.sum }
  }
}

extension ForwardPass {
  package var executed: ExecutedCount { ExecutedCount(self) }
}
