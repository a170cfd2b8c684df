extension LayerQuantities {
  /// moduleprofiler's code, which is not what its documents say.
  ///
  ///     Conv2d           N·C_out·H_out·W_out·(2K·C_in/groups − 1 + [bias])
  ///     ConvTranspose2d  N·ψ·(H_out·W_out·(K + 1) + A')                          with bias
  ///                      the same − N·C_out·H_out·W_out                          without
  ///
  /// A' is the document's A of a layer of ones that is built without output_padding. For an
  /// unbatched input N is C_in, since the code asks for two dimensions where it means three.
  ///
  /// The code sums the ones in float32 and the total in float64, so what it prints can differ from
  /// this where Σ|overlap − 1| exceeds 2^24 or the total 2^53.
  var moduleprofiler: Q {
    let outputs = samplesAsRead * outChannels * outputCells
    guard isTransposed else {
      let pairs = 2 * kernel * inChannels.divided(by: groups)
      return hasBias ? outputs * pairs : outputs * (pairs - 1)
    }
    let perFilter = outputCells * (kernel + 1) + additionsOfOnes
    let total = samplesAsRead * filters * perFilter
    return hasBias ? total : total - outputs
  }

  private var additionsOfOnes: Q {
    let size = pass.sizeOfOnes
    guard size != pass.output.size else { return additions }
    let map = pass.overlap.coverage.with(size) { $0.window(0..<max(0, $1)) }.complete()
    return .named("A'", map.map { OverlapMap(coverage: $0).documentedAdditions } ?? 0)
  }
}

extension ForwardPass {
  /// The output of moduleprofiler's layer of ones, which is smaller by output_padding.
  fileprivate var sizeOfOnes: Spatial<Int> { axes.map { $0.output - $0.outputPadding } }

  /// Why moduleprofiler fails on the layer.
  ///
  /// PyTorch in float32 returns an empty tensor for the layer of ones, and no error, where oneDNN
  /// takes over: both kernel sides exceed 3 or the input has more than 20,480 cells. Source:
  /// recorded and fuzzed layers.
  var moduleprofilerFailure: ToolFailure? {
    guard layer.direction == .transposed, let side = sizeOfOnes.min() else { return nil }
    let isOnednn =
      layer.kernelSize.allSatisfy { $0 > 3 } || input.size.map { Count($0) }.product > 20_480
    return side < (isOnednn ? 0 : 1) ? .buildsEmptyMap(size: sizeOfOnes) : nil
  }
}
