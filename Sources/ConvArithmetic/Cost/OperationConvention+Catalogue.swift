extension OperationConvention {
  /// The counters that people use; a new one is one more row and its rule.
  package static let tools: [OperationConvention] = [
    OperationConvention(TorchFlopCounterRule.self),
    OperationConvention(FvcoreRule.self),
    OperationConvention(ThopRule.self),
    OperationConvention(TorchinfoRule.self),
    OperationConvention(PtflopsPytorchRule.self),
    OperationConvention(PtflopsAtenRule.self),
    OperationConvention(CalflopsFlopsRule.self),
    OperationConvention(CalflopsMacsRule.self),
    OperationConvention(DeepSpeedFlopsRule.self),
    OperationConvention(DeepSpeedMacsRule.self),
    OperationConvention(ModuleprofilerRule.self),
  ]

  /// What convscope itself gives: by the documents, and by hand.
  package static let own: [OperationConvention] = [
    OperationConvention(DocumentedStepsRule.self),
    OperationConvention(PrintedSummaryRule.self),
    OperationConvention(ExecutedRule.self),
  ]

  package static let all: [OperationConvention] = tools + own
}
