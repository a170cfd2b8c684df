/// A reason why a convention does not give the right count, and how much it makes.
package struct Deviation: Equatable, Sendable {
  package let cause: Cause
  /// What the convention counts too much on this account; negative for too little.
  package let amount: Count

  package init(cause: Cause, amount: Count) { (self.cause, self.amount) = (cause, amount) }

  package enum Cause: Equatable, Sendable {
    /// Counts a transposed layer's products by its output size, where its input's is right.
    case usesOutputSize(output: Spatial<Int>, input: Spatial<Int>)
    /// Counts nothing where the padding is a word.
    case ignoresWordPadding
    /// Reads (C, H, W) as (N, C, W): channels as samples, rows as channels.
    case readsUnbatchedAsBatch(channels: Int, height: Int)
    /// Gives the count of one sample for the batch.
    case dividesByBatch(samples: Int)
    case dividesByGroupsTwice(groups: Int)
    /// Sizes a transposed layer's output by the formula of an ordinary one.
    case usesConvolutionSize(counted: Spatial<Count>, output: Spatial<Int>)
    /// Halves an odd `same` padding for both sides, and so loses a row or a column.
    case halvesSamePadding(counted: Spatial<Count>, output: Spatial<Int>)
    /// Counts a bias as a multiply-accumulate, though nothing is multiplied.
    case countsBiasAsProduct
    /// Counts an addition for each product, though the first term of a sum needs none.
    case countsFirstTermAsAddition
    case leavesOutBias
    /// Measures the overlap as if output_padding were 0.
    case ignoresOutputPadding(Spatial<Int>)
    /// Charges the kernel for each output cell, where each input cell meets it.
    case chargesOutputCells(output: Spatial<Int>, input: Spatial<Int>)
    case countsHolesAsMinusOne(holes: Count)
    /// Leaves out the additions of cells that the crop drops.
    case leavesOutCroppedAdditions
    case contradictsSteps
  }
}

/// Why a tool gives no number for a layer that PyTorch accepts.
package enum ToolFailure: Equatable, Sendable {
  /// What the tool does with these was not recorded: it need not fail.
  case notCovered(Features)
  /// `ZeroDivisionError`: it divides by a batch of 0.
  case dividesByEmptyBatch
  /// `AssertionError`: it takes an unbatched input's rows for its channels.
  case assertsChannels(read: Int, expected: Int)
  /// `RuntimeError`: the layer of ones that it builds without output_padding has no output.
  case buildsEmptyMap(size: Spatial<Int>)

  /// Whether the tool was seen to fail on such layers.
  package var isRecorded: Bool {
    if case .notCovered = self { false } else { true }
  }
}
