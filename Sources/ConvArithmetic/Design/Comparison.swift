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
  let value: @Sendable (ForwardPass, NumberFormat) throws(CountOverflow) -> Count?

  private init(
    _ group: Group, _ name: String,
    _ value: @escaping @Sendable (ForwardPass) throws(CountOverflow) -> Count?
  ) {
    self.init(group, bytes: name) { pass, _ throws(CountOverflow) in try value(pass) }
  }

  private init(
    _ group: Group, bytes name: String,
    _ value: @escaping @Sendable (ForwardPass, NumberFormat) throws(CountOverflow) -> Count?
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
    ComparedNumber(.size, "parameters") { pass throws(CountOverflow) in try pass.parameters },
  ]

  private static let documented: [ComparedNumber] = [
    ComparedNumber(.documented, "filters ψ") { pass throws(CountOverflow) in
      try pass.documented.filters
    },
    ComparedNumber(.documented, "additions A") { pass throws(CountOverflow) in
      try pass.documented.additionsPerFilter
    },
    ComparedNumber(.documented, "per filter λ") { pass throws(CountOverflow) in
      try pass.documented.operationsPerFilter
    },
    ComparedNumber(.documented, "aggregation γ") { pass throws(CountOverflow) in
      try pass.documented.aggregation
    },
    ComparedNumber(.documented, "total") { pass throws(CountOverflow) in
      try pass.documented.total
    },
  ]

  private static let executed: [ComparedNumber] = [
    ComparedNumber(.executed, "products") { pass throws(CountOverflow) in
      try pass.executed.multiplications
    },
    ComparedNumber(.executed, "additions") { pass throws(CountOverflow) in
      try pass.executed.additions
    },
    ComparedNumber(.executed, "bias additions") { pass throws(CountOverflow) in
      try pass.executed.biasAdditions
    },
    ComparedNumber(.executed, "executed") { pass throws(CountOverflow) in
      try pass.executed.total
    },
    ComparedNumber(.executed, "useful products") { pass throws(CountOverflow) in
      try pass.executed.usefulMultiplications
    },
    ComparedNumber(.executed, "useful additions") { pass throws(CountOverflow) in
      try pass.executed.usefulAdditions
    },
    ComparedNumber(.executed, "useful") { pass throws(CountOverflow) in
      try pass.executed.usefulTotal
    },
  ]

  private static let overlap: [ComparedNumber] = [
    ComparedNumber(.overlap, "most inside") { pass throws(CountOverflow) in
      try pass.overlap.interiorExtremes.most
    },
    ComparedNumber(.overlap, "least inside") { pass throws(CountOverflow) in
      try pass.overlap.interiorExtremes.least
    },
    ComparedNumber(.overlap, "most") { pass throws(CountOverflow) in try pass.overlap.maximum },
    ComparedNumber(.overlap, "least") { pass throws(CountOverflow) in try pass.overlap.minimum },
    ComparedNumber(.overlap, "holes") { pass throws(CountOverflow) in try pass.overlap.holes },
  ]

  private static let memory: [ComparedNumber] = [
    ComparedNumber(.memory, bytes: "weights") { pass, format throws(CountOverflow) in
      try pass.memory(format).weights
    },
    ComparedNumber(.memory, bytes: "input") { pass, format throws(CountOverflow) in
      try pass.memory(format).input
    },
    ComparedNumber(.memory, bytes: "output") { pass, format throws(CountOverflow) in
      try pass.memory(format).output
    },
    ComparedNumber(.memory, bytes: "peak") { pass, format throws(CountOverflow) in
      try pass.memory(format).peak
    },
    ComparedNumber(.memory, bytes: "column buffer") { pass, format throws(CountOverflow) in
      try pass.memory(format).columns
    },
  ]
}
