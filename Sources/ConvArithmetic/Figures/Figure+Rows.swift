extension Figure {
  package static let weights = Figure(
    "weights", .elements, Formulas({ $0.weights }, { $0.weights }))
  package static let biases = Figure("biases", .elements, Formulas({ $0.biases }, { $0.biases }))
  package static let parameters = Figure(
    "parameters", .elements, Formulas({ $0.parameters }, { $0.parameters }))
  package static let inputElements = Figure(
    "input_elements", .elements, Formulas({ $0.inputElements }, { $0.inputElements }))
  package static let outputElements = Figure(
    "output_elements", .elements, Formulas({ $0.outputs }, { $0.outputs }))
  package static let columnElements = Figure(
    "column_elements", name: "column buffer", .elements,
    Formulas({ $0.columnElements }, { $0.columnElements }))

  package static let filters = Figure(
    "filters", symbol: "ψ", .cells, Formulas({ $0.filters }, { $0.filters }))
  package static let additionsPerFilter = Figure(
    "additions_per_filter", name: "additions", symbol: "A", .operations,
    isOf: { $0.layer.direction == .transposed },
    Formulas({ $0.additionsPerFilter }, { $0.additionsPerFilter }))
  package static let operationsPerFilter = Figure(
    "per_filter", symbol: "λ", .operations,
    Formulas({ $0.operationsPerFilter }, { $0.operationsPerFilter }))
  package static let aggregation = Figure(
    "aggregation", symbol: "γ", .operations, Formulas({ $0.aggregation }, { $0.aggregation }))
  package static let documentedPerSample = Figure(
    "per_sample", .operations, Formulas({ $0.documentedPerSample }, { $0.documentedPerSample }))
  package static let documented = Figure(
    "total", column: "documented", .operations, Formulas({ $0.documented }, { $0.documented }))
  package static let chargedPerFilter = Figure(
    "charged_per_filter", name: "products charged", .products,
    Formulas({ $0.chargedPerFilter }, { $0.chargedPerFilter }))
  package static let formedPerFilter = Figure(
    "formed_per_filter", name: "products formed", .products,
    Formulas({ $0.formedPerFilter }, { $0.formedPerFilter }))
  package static let documentedProducts = Figure(
    "documented_products", name: "products", .products,
    Formulas({ $0.documentedProducts }, { $0.documentedProducts }))
  package static let documentedAdditions = Figure(
    "documented_additions", name: "additions in filters", .operations,
    Formulas({ $0.documentedAdditions }, { $0.documentedAdditions }))
  package static let documentedAggregation = Figure(
    "documented_aggregation", name: "aggregation, bias", .operations,
    Formulas({ $0.documentedAggregation }, { $0.documentedAggregation }))
  package static let printedSummary = Figure(
    "summary", name: "total", column: "printed summary", .operations,
    Formulas(exact: { $0.printedSummary }, { $0.printedSummary }))

  package static let multiplications = Figure(
    "multiplications", name: "products", .products, Formulas({ $0.products }, { $0.products }))
  package static let additions = Figure(
    "additions", .operations, Formulas({ $0.combiningAdditions }, { $0.combiningAdditions }))
  package static let biasAdditions = Figure(
    "bias_additions", .operations, Formulas({ $0.biasAdditions }, { $0.biasAdditions }))
  package static let executed = Figure(
    "executed", .operations, Formulas({ $0.executed }, { $0.executed }))
  package static let usefulMultiplications = Figure(
    "useful_multiplications", name: "useful products", column: "useful", .products,
    Formulas({ $0.usefulProducts }, { $0.usefulProducts }))
  package static let usefulAdditions = Figure(
    "useful_additions", .operations, Formulas({ $0.usefulAdditions }, { $0.usefulAdditions }))
  package static let usefulBiasAdditions = Figure(
    "useful_bias_additions", .operations,
    Formulas({ $0.usefulBiasAdditions }, { $0.usefulBiasAdditions }))
  package static let useful = Figure("useful", .operations, Formulas({ $0.useful }, { $0.useful }))
  package static let usefulShare = Figure(
    "useful_share", .share, Formulas(exact: { $0.usefulShare }, { $0.usefulShare }))
  package static let wastedPercent = Figure(
    "wasted_percent", name: "wasted", .percent,
    Formulas({ $0.wastedPercent }, { $0.wastedPercent }))
}

/// Overlap, and how often a convolution reads its input.
extension Figure {
  package static let overlapSum = Figure(
    "sum", .products, Formulas({ $0.overlapSum }, { $0.overlapSum }))
  package static let mostOverlap = Figure(
    "max", name: "most", .products, covers: .shortCopies,
    Formulas({ $0.mostOverlap }, { $0.mostOverlap }))
  package static let leastOverlap = Figure(
    "min", name: "least", .products, covers: .shortCopies,
    Formulas({ $0.leastOverlap }, { $0.leastOverlap }))
  package static let holes = Figure(
    "holes", .cells, covers: .shortCopies, Formulas({ $0.holes }, { $0.holes }))
  package static let mostInside = Figure(
    "inside_max", name: "most inside", .products, Formulas({ $0.mostInside }, { $0.mostInside }))
  package static let leastInside = Figure(
    "inside_min", name: "least inside", .products, Formulas({ $0.leastInside }, { $0.leastInside }))
  package static let overlapRatio = Figure(
    "overlap_ratio", name: "overlap", .mostToLeast, isOf: { $0[.leastInside] > 0 },
    Formulas(
      exact: { $0.mostInside.divided(by: $0.leastInside) },
      { $0.mostInside.divided(by: $0.leastInside) }))
}

/// What the layer takes in memory, in a format of numbers.
extension Figure {
  package static let weightBytes = Figure(
    "weight_bytes", name: "weights", .bytes, Formulas({ $0.weightBytes }, { $0.weightBytes }))
  package static let inputBytes = Figure(
    "input_bytes", name: "input", .bytes, Formulas({ $0.inputBytes }, { $0.inputBytes }))
  package static let outputBytes = Figure(
    "output_bytes", name: "output", .bytes, Formulas({ $0.outputBytes }, { $0.outputBytes }))
  package static let peakBytes = Figure(
    "peak_bytes", name: "peak", .bytes, Formulas({ $0.peakBytes }, { $0.peakBytes }))
  package static let columnBytes = Figure(
    "column_bytes", name: "column buffer", column: "buffer", .bytes,
    Formulas({ $0.columnBytes }, { $0.columnBytes }))
  package static let intensity = Figure(
    "intensity", column: "op/byte", .intensity, Formulas(exact: { $0.intensity }, { $0.intensity }))
}

/// The figures by what they belong to, in reading order.
extension Figure {
  package static let ofElements: [Figure] = [
    .weights, .biases, .parameters, .inputElements, .outputElements, .columnElements,
  ]
  package static let ofDocuments: [Figure] = [
    .filters, .additionsPerFilter, .operationsPerFilter, .aggregation, .documentedPerSample,
    .documented,
  ]
  /// What the documented total is the sum of.
  package static let documentedTerms: [Figure] = [
    .documentedProducts, .documentedAdditions, .documentedAggregation,
  ]
  /// What a direct implementation does, and how much of it is useful.
  package static let ofExecution: [Figure] = [
    .multiplications, .additions, .biasAdditions, .executed, .usefulMultiplications,
    .usefulAdditions, .useful,
  ]
  package static let ofMap: [Figure] = [.overlapSum, .mostOverlap, .leastOverlap, .holes]
  package static let ofMemory: [Figure] = [
    .weightBytes, .inputBytes, .outputBytes, .peakBytes, .columnBytes,
  ]
  private static let others: [Figure] = [
    .printedSummary, .chargedPerFilter, .formedPerFilter, .usefulBiasAdditions, .usefulShare,
    .wastedPercent, .mostInside, .leastInside, .overlapRatio, .intensity,
  ]

  package static let all: [Figure] =
    ofElements + ofDocuments + documentedTerms + ofExecution + ofMap + ofMemory + others

  /// The size of the output along an axis.
  package static func output(_ axis: Axis) -> Figure {
    Figure(
      axis.outputID, name: "output \(axis.letter)", .cells, isOf: { $0.layer.axes.contains(axis) },
      Formulas(
        { AxisSymbols($0.pass.axes[axis]).size.value }, { AxisSymbols($0.pass.axes[axis]).size }))
  }
}

extension Axis {
  fileprivate var outputID: StaticString {
    switch self {
    case .length: "output_l"
    case .depth: "output_d"
    case .height: "output_h"
    case .width: "output_w"
    }
  }
}
