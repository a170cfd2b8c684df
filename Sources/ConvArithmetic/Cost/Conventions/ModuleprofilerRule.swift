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
enum ModuleprofilerRule: ConventionRule {
  static let id: StaticString = "moduleprofiler"
  static let name = "moduleprofiler"
  static let unit = OperationConvention.Unit.operations
  static let source = OperationConvention.Source(
    name: "moduleprofiler.ops", version: "0.0.4")
  static let readsUnbatchedAsBatch = true

  static func value<Q: Quantity>(_ layer: LayerQuantities<Q>) -> Q {
    let samples = layer.isUnbatched ? layer.inChannels : layer.samples
    let outputs = samples * layer.outChannels * layer.outputCells
    guard layer.isTransposed else {
      let pairs = 2 * layer.kernel * layer.inChannels.divided(by: layer.groups)
      return layer.hasBias ? outputs * pairs : outputs * (pairs - 1)
    }
    let perFilter = layer.outputCells * (layer.kernel + 1) + additions(layer)
    let total = samples * layer.filters * perFilter
    return layer.hasBias ? total : total - outputs
  }

  static func failure(_ pass: ForwardPass) -> ToolFailure? {
    guard pass.layer.direction == .transposed else { return nil }
    let size = mapSize(pass)
    let least = onednnAcceptsEmptyMap(pass) ? 0 : 1
    return min(size.height, size.width) < least ? .buildsEmptyMap(size: size) : nil
  }

  static func corrections(_ pass: ForwardPass) -> [Correction] {
    let cause = Deviation.Cause.ignoresOutputPadding(pass.layer.outputPadding)
    return [Correction(cause, pass[.documented])] + pass.stepCorrections
  }

  /// The output of the layer of ones, which is smaller by output_padding.
  private static func mapSize(_ pass: ForwardPass) -> Spatial<Int> {
    pass.axes.map { $0.output - $0.outputPadding }
  }

  /// Whether PyTorch in float32 returns an empty tensor for the layer of ones, and no error.
  ///
  /// oneDNN takes over where both kernel sides exceed 3 or the input has more than 20,480 cells,
  /// and it has nothing against an output of size 0. Source: recorded and fuzzed layers.
  private static func onednnAcceptsEmptyMap(
    _ pass: ForwardPass
  ) -> Bool {
    let (kernel, cells) = (pass.layer.kernelSize, pass.inputCells)
    return min(kernel.height, kernel.width) > 3 || cells > 20_480
  }

  private static func additions<Q: Quantity>(
    _ layer: LayerQuantities<Q>
  ) -> Q {
    let (pass, size) = (layer.pass, mapSize(layer.pass))
    guard size != pass.output.size else { return layer.additions }
    let coverage = pass.overlap.coverage
    guard let rows = coverage.height.window(0..<max(0, size.height)),
      let columns = coverage.width.window(0..<max(0, size.width))
    else { return .named("A'", 0) }
    let map = OverlapMap(coverage: Spatial(height: rows, width: columns))
    return .named("A'", map.documentedAdditions)
  }
}
