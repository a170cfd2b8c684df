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
    ComparedNumber(.documented, "filters ψ") { pass in
      pass.documented.filters
    },
    ComparedNumber(.documented, "additions A") { pass in
      pass.documented.additionsPerFilter
    },
    ComparedNumber(.documented, "per filter λ") { pass in
      pass.documented.operationsPerFilter
    },
    ComparedNumber(.documented, "aggregation γ") { pass in
      pass.documented.aggregation
    },
    ComparedNumber(.documented, "total") { pass in
      pass.documented.total
    },
  ]

  private static let executed: [ComparedNumber] = [
    ComparedNumber(.executed, "products") { pass in
      pass.executed.multiplications
    },
    ComparedNumber(.executed, "additions") { pass in
      pass.executed.additions
    },
    ComparedNumber(.executed, "bias additions") { pass in
      pass.executed.biasAdditions
    },
    ComparedNumber(.executed, "executed") { pass in
      pass.executed.total
    },
    ComparedNumber(.executed, "useful products") { pass in
      pass.executed.usefulMultiplications
    },
    ComparedNumber(.executed, "useful additions") { pass in
      pass.executed.usefulAdditions
    },
    ComparedNumber(.executed, "useful") { pass in
      pass.executed.usefulTotal
    },
  ]

  private static let overlap: [ComparedNumber] = [
    ComparedNumber(.overlap, "most inside") { pass in
      pass.overlap.interiorExtremes.most
    },
    ComparedNumber(.overlap, "least inside") { pass in
      pass.overlap.interiorExtremes.least
    },
    ComparedNumber(.overlap, "most") { pass in pass.overlap.maximum },
    ComparedNumber(.overlap, "least") { pass in pass.overlap.minimum },
    ComparedNumber(.overlap, "holes") { pass in pass.overlap.holes },
  ]

  private static let memory: [ComparedNumber] = [
    ComparedNumber(.memory, bytes: "weights") { pass, format in
      pass.memory(format).weights
    },
    ComparedNumber(.memory, bytes: "input") { pass, format in
      pass.memory(format).input
    },
    ComparedNumber(.memory, bytes: "output") { pass, format in
      pass.memory(format).output
    },
    ComparedNumber(.memory, bytes: "peak") { pass, format in
      pass.memory(format).peak
    },
    ComparedNumber(.memory, bytes: "column buffer") { pass, format in
      pass.memory(format).columns
    },
  ]
}
