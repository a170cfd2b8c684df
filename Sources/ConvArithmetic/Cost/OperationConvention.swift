/// A way to count the operations of a layer: what one tool prints, or what a document defines.
///
/// Its words are a row of `tools.tsv`; its key is the one in the output of `convscope batch`.
package enum OperationConvention: String, CaseIterable, Sendable {
  // The counters that people use.
  case torchFlopCounter = "torch_flop_counter"
  case fvcore, thop, torchinfo
  case ptflopsPytorch = "ptflops_pytorch"
  case ptflopsAten = "ptflops_aten"
  case calflopsFlops = "calflops_flops"
  case calflopsMacs = "calflops_macs"
  case deepspeedFlops = "deepspeed_flops"
  case deepspeedMacs = "deepspeed_macs"
  case moduleprofiler
  // What convscope itself gives: by the documents, and by hand.
  case documentedSteps = "documented_steps"
  case printedSummary = "printed_summary"
  case executed

  package enum Unit: String, Sendable {
    /// One multiplication and one addition together.
    case multiplyAccumulates = "MAC"
    /// Single multiplications and additions.
    case operations = "op"
  }

  package static let own: [OperationConvention] = [.documentedSteps, .printedSummary, .executed]
  package static let tools = allCases.filter { !own.contains($0) }

  private static let rows = DataRow.named(PackageResources.tools_tsv)
  private var row: DataRow? { Self.rows[id] }

  package var id: String { rawValue }
  package var name: String { row?["name"] ?? id }
  package var unit: Unit { (row?["unit"]).flatMap(Unit.init) ?? .operations }
  package var source: String { row?["source"] ?? "" }
  /// Whether (C, H, W) is taken for (N, C, W).
  private var readsUnbatchedAsBatch: Bool { row?["unbatched"] == "as batch" }

  package var covers: Features {
    switch self {
    case .torchFlopCounter, .documentedSteps, .printedSummary, .executed: .all
    default: []
    }
  }

  /// Why the tool gives no number for a layer that it covers; `nil` where it gives one.
  private func toolFailure(_ pass: ForwardPass) -> ToolFailure? {
    switch self {
    case .ptflopsPytorch: pass.input.samples == 0 ? .dividesByEmptyBatch : nil
    case .calflopsFlops, .calflopsMacs, .deepspeedFlops, .deepspeedMacs: pass.patchFailure
    case .moduleprofiler: pass.moduleprofilerFailure
    default: nil
    }
  }

  /// What to correct, in order; the last count is the right one of the unit.
  private func corrections(_ pass: ForwardPass) -> [Correction] {
    switch self {
    case .torchFlopCounter:
      [
        (.countsFirstTermAsAddition, pass[.multiplications] + pass[.additions]),
        (.leavesOutBias, pass[.executed]),
      ]
    case .fvcore: [(.ignoresWordPadding, pass[.multiplications])]
    case .thop: [pass.sizeCorrection(pass[.multiplications])]
    case .torchinfo: [pass.sizeCorrection(pass.countWithBias), pass.biasCorrection]
    case .ptflopsPytorch:
      [(.dividesByBatch(samples: pass.input.samples), pass.countWithBias), pass.biasCorrection]
    case .ptflopsAten: [pass.biasCorrection]
    case .calflopsFlops: PatchingTool.calflops.operationCorrections(pass)
    case .calflopsMacs: PatchingTool.calflops.productCorrections(pass)
    case .deepspeedFlops: PatchingTool.deepSpeed.operationCorrections(pass)
    case .deepspeedMacs: PatchingTool.deepSpeed.productCorrections(pass)
    case .moduleprofiler:
      [(.ignoresOutputPadding(pass.layer.outputPadding), pass[.documented])] + pass.stepCorrections
    case .documentedSteps: pass.stepCorrections
    case .printedSummary: [(.contradictsSteps, pass[.documented])] + pass.stepCorrections
    case .executed: []
    }
  }
}

extension LayerQuantities {
  /// What a convention counts on a layer on which its tool does not fail.
  subscript(convention: OperationConvention) -> Q {
    switch convention {
    case .torchFlopCounter: 2 * products
    case .fvcore: fvcore
    case .thop: thop
    case .torchinfo: torchinfo
    case .ptflopsPytorch: ptflopsPytorch
    case .ptflopsAten: ptflopsAten
    case .calflopsFlops: FunctionalPatch(layer: self, tool: .calflops).operations
    case .calflopsMacs: FunctionalPatch(layer: self, tool: .calflops).products
    case .deepspeedFlops: FunctionalPatch(layer: self, tool: .deepSpeed).operations
    case .deepspeedMacs: FunctionalPatch(layer: self, tool: .deepSpeed).products
    case .moduleprofiler: moduleprofiler
    case .documentedSteps: self[.documented]
    case .printedSummary: self[Figure.printedSummary]
    case .executed: executed
    }
  }
}

extension LayerQuantities where Q == Count {
  /// What a tool counts; `nil` where that is not known of such a layer, or where it fails.
  package func count(_ convention: OperationConvention) -> Count? {
    convention.failure(pass) == nil ? self[convention] : nil
  }
}

extension OperationConvention {
  /// What the convention counts for a layer; `nil` where that is not known, or the tool fails on it.
  ///
  /// Exact, where a tool that sums in floating point rounds.
  package func count(_ pass: ForwardPass) -> Ratio? {
    failure(pass) == nil ? LayerQuantities<Ratio>(pass: pass)[self] : nil
  }

  /// The formula that gives this count, down to the numbers of the layer; `nil` where there is no
  /// count.
  package func formula(_ pass: ForwardPass) -> Formula? {
    failure(pass) == nil ? LayerQuantities<Formula>(pass: pass)[self].expanded : nil
  }

  /// Why there is no number for a layer; `nil` where there is one.
  package func failure(_ pass: ForwardPass) -> ToolFailure? {
    let missing = pass.features.subtracting(covers)
    return missing.isEmpty ? toolFailure(pass) : .notCovered(missing)
  }

  /// Why the count is not the right one of its unit, cause by cause; none where it is.
  ///
  /// Each is the mistake that remains when those before it are corrected, so the amounts sum to
  /// what the convention counts more than ``Unit/rightCount(_:)``.
  package func deviations(_ pass: ForwardPass) -> [Deviation] {
    guard failure(pass) == nil else { return [] }
    var value = pass.counts[self]
    var deviations: [Deviation] = []
    for correction in allCorrections(pass) {
      let amount = value - correction.corrected
      if amount != 0 { deviations.append(Deviation(cause: correction.cause, amount: amount)) }
      value = correction.corrected
    }
    return deviations
  }

  /// The corrections, the reading of an unbatched input first: then the count is that of one
  /// sample, and what is wrong with it is wrong with a batch too.
  private func allCorrections(_ pass: ForwardPass) -> [Correction] {
    guard readsUnbatchedAsBatch, pass.input.batch == nil else { return corrections(pass) }
    var input = pass.input
    input.batch = 1
    let batched = ForwardPass(layer: pass.layer, input: input, axes: pass.axes)
    let cause = Deviation.Cause.readsUnbatchedAsBatch(
      channels: input.channels, height: input.size.height)
    return [(cause, batched.counts[self])] + corrections(batched)
  }
}

extension OperationConvention.Unit {
  /// What a count in this unit should be: the nominal work, as it is executed.
  package func rightCount(_ pass: ForwardPass) -> Count {
    switch self {
    case .multiplyAccumulates: pass[.multiplications]
    case .operations: pass[.executed]
    }
  }
}
