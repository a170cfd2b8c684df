/// A number that two layers are compared by; another one is one more row of the table.
package struct ComparedNumber: Sendable {
  /// What numbers belong together.
  package enum Group: String, CaseIterable, Sendable {
    case size = "Sizes"
    case documented = "Operations as documented"
    case executed = "Really executed"
    case overlap = "Overlap"
    case memory = "Memory"
  }

  package let group: Group
  package let name: String
  /// `nil` where a layer has no such number.
  let value: @Sendable (ForwardPass, NumberFormat) -> Count?

  private init(
    _ group: Group, _ name: String,
    _ value: @escaping @Sendable (ForwardPass) -> Count?
  ) {
    self.init(group, bytes: name) { pass, _ in value(pass) }
  }

  private init(
    _ group: Group, bytes name: String,
    _ value: @escaping @Sendable (ForwardPass, NumberFormat) -> Count?
  ) {
    (self.group, self.name, self.value) = (group, name, value)
  }
}

extension ComparedNumber {
  /// All numbers, in reading order.
  package static let all: [ComparedNumber] = sizes + documented + executed + overlap + memory

  private static let sizes: [ComparedNumber] = [
    ComparedNumber(.size, "output H") { Count($0.axes.height.output) },
    ComparedNumber(.size, "output W") { Count($0.axes.width.output) },
    ComparedNumber(.size, "parameters") { pass in pass.parameters },
  ]

  private static let documented: [ComparedNumber] = [
    ComparedNumber(.documented, "filters ψ") { $0.documented.filters },
    ComparedNumber(.documented, "additions A") { $0.documented.additionsPerFilter },
    ComparedNumber(.documented, "per filter λ") { $0.documented.operationsPerFilter },
    ComparedNumber(.documented, "aggregation γ") { $0.documented.aggregation },
    ComparedNumber(.documented, "total") { $0.documented.total },
  ]

  private static let executed: [ComparedNumber] = [
    ComparedNumber(.executed, "products") { $0.executed.multiplications },
    ComparedNumber(.executed, "additions") { $0.executed.additions },
    ComparedNumber(.executed, "bias additions") { $0.executed.biasAdditions },
    ComparedNumber(.executed, "executed") { $0.executed.total },
    ComparedNumber(.executed, "useful products") { $0.executed.usefulMultiplications },
    ComparedNumber(.executed, "useful additions") { $0.executed.usefulAdditions },
    ComparedNumber(.executed, "useful") { $0.executed.usefulTotal },
  ]

  private static let overlap: [ComparedNumber] = [
    ComparedNumber(.overlap, "most inside") { $0.overlap.interiorExtremes.most },
    ComparedNumber(.overlap, "least inside") { $0.overlap.interiorExtremes.least },
    ComparedNumber(.overlap, "most") { pass in pass.overlap.maximum },
    ComparedNumber(.overlap, "least") { pass in pass.overlap.minimum },
    ComparedNumber(.overlap, "holes") { pass in pass.overlap.holes },
  ]

  private static let memory: [ComparedNumber] = [
    ComparedNumber(.memory, bytes: "weights") { $0.memory($1).weights },
    ComparedNumber(.memory, bytes: "input") { $0.memory($1).input },
    ComparedNumber(.memory, bytes: "output") { $0.memory($1).output },
    ComparedNumber(.memory, bytes: "peak") { $0.memory($1).peak },
    ComparedNumber(.memory, bytes: "column buffer") { $0.memory($1).columns },
  ]
}
