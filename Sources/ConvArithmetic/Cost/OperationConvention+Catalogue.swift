extension OperationConvention {
  /// The counters that people use; a new one is one more row.
  package static let tools: [OperationConvention] =
    productCounters
    + patches(
      "calflops", .calflops, flops: "calflops_flops", macs: "calflops_macs",
      Formulas({ $0.calflops.operations }, { $0.calflops.operations }),
      Formulas({ $0.calflops.products }, { $0.calflops.products }))
    + patches(
      "DeepSpeed", .deepSpeed, flops: "deepspeed_flops", macs: "deepspeed_macs",
      Formulas({ $0.deepSpeed.operations }, { $0.deepSpeed.operations }),
      Formulas({ $0.deepSpeed.products }, { $0.deepSpeed.products }))
    + [moduleprofiler]

  private static let productCounters: [OperationConvention] = [
    OperationConvention(
      key: "torch_flop_counter", name: "torch flop counter", unit: .operations,
      source: Source(name: "torch.utils.flop_counter.FlopCounterMode", version: "2.13.0"),
      covers: .all,
      formulas: Formulas({ 2 * $0.products }, { 2 * $0.products }),
      corrections: {
        [
          (.countsFirstTermAsAddition, $0[.multiplications] + $0[.additions]),
          (.leavesOutBias, $0[.executed]),
        ]
      }),
    OperationConvention(
      key: "fvcore", name: "fvcore", unit: .multiplyAccumulates,
      source: Source(name: "fvcore.nn.FlopCountAnalysis", version: "0.1.5.post20221221"),
      formulas: Formulas({ $0.fvcore }, { $0.fvcore }),
      corrections: { [(.ignoresWordPadding, $0[.multiplications])] }),
    OperationConvention(
      key: "thop", name: "thop", unit: .multiplyAccumulates,
      source: Source(name: "thop.profile", version: "0.1.1.post2209072238"),
      formulas: Formulas({ $0.thop }, { $0.thop }), readsUnbatchedAsBatch: true,
      corrections: { [$0.sizeCorrection($0[.multiplications])] }),
    OperationConvention(
      key: "torchinfo", name: "torchinfo", unit: .multiplyAccumulates,
      source: Source(name: "torchinfo.summary, mult-adds", version: "1.8.0"),
      formulas: Formulas({ $0.torchinfo }, { $0.torchinfo }), readsUnbatchedAsBatch: true,
      corrections: { [$0.sizeCorrection($0.countWithBias), $0.biasCorrection] }),
    OperationConvention(
      key: "ptflops_pytorch", name: "ptflops, pytorch", unit: .multiplyAccumulates,
      source: ptflops, formulas: Formulas({ $0.ptflopsPytorch }, { $0.ptflopsPytorch }),
      readsUnbatchedAsBatch: true,
      toolFailure: { $0.input.samples == 0 ? .dividesByEmptyBatch : nil },
      corrections: {
        [(.dividesByBatch(samples: $0.input.samples), $0.countWithBias), $0.biasCorrection]
      }),
    OperationConvention(
      key: "ptflops_aten", name: "ptflops, aten", unit: .multiplyAccumulates, source: ptflops,
      formulas: Formulas({ $0.ptflopsAten }, { $0.ptflopsAten }),
      corrections: { [$0.biasCorrection] }),
  ]

  /// The two counts of a tool that patches functions.
  private static func patches(
    _ name: String, _ tool: PatchingTool, flops: StaticString, macs: StaticString,
    _ operations: Formulas, _ products: Formulas
  ) -> [OperationConvention] {
    [
      OperationConvention(
        key: flops, name: "\(name) FLOPs", unit: .operations, source: tool.source,
        formulas: operations, readsUnbatchedAsBatch: true, toolFailure: { $0.patchFailure },
        corrections: tool.operationCorrections),
      OperationConvention(
        key: macs, name: "\(name) MACs", unit: .multiplyAccumulates, source: tool.source,
        formulas: products, readsUnbatchedAsBatch: true, toolFailure: { $0.patchFailure },
        corrections: tool.productCorrections),
    ]
  }

  private static let moduleprofiler = OperationConvention(
    key: "moduleprofiler", name: "moduleprofiler", unit: .operations,
    source: Source(name: "moduleprofiler.ops", version: "0.0.4"),
    formulas: Formulas({ $0.moduleprofiler }, { $0.moduleprofiler }),
    readsUnbatchedAsBatch: true, toolFailure: { $0.moduleprofilerFailure },
    corrections: {
      [(.ignoresOutputPadding($0.layer.outputPadding), $0[.documented])]
        + $0.stepCorrections
    })

  /// What convscope itself gives: by the documents, and by hand.
  package static let own: [OperationConvention] = [
    OperationConvention(
      key: "documented_steps", name: "documents, steps", unit: .operations, source: documents,
      covers: .all, formulas: Figure.documented.formulas, corrections: { $0.stepCorrections }),
    OperationConvention(
      key: "printed_summary", name: "documents, summary", unit: .operations, source: documents,
      covers: .all, formulas: Figure.printedSummary.formulas,
      corrections: { [(.contradictsSteps, $0[.documented])] + $0.stepCorrections }),
    OperationConvention(
      key: "executed", name: "executed", unit: .operations,
      source: Source(name: "a direct implementation, counted by hand"), covers: .all,
      formulas: Figure.executed.formulas),
  ]

  package static let all: [OperationConvention] = tools + own

  private static let ptflops = Source(name: "ptflops.get_model_complexity_info", version: "0.7.5")
  private static let documents = Source(
    name: "moduleprofiler, Conv2d and ConvTranspose2d complexity", version: "commit 5093602")
}
