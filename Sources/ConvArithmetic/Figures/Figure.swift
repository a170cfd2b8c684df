/// A number that a layer has; whatever shows numbers selects from these.
///
/// Its words are a row of `figures.tsv`, which stand in reading order, and its formula is in the
/// subscript of ``LayerQuantities``.
package enum Figure: String, CaseIterable, Sendable {
  case weights, biases, parameters, inputElements, outputElements, columnElements
  case filters, additionsPerFilter, operationsPerFilter, aggregation, documentedPerSample
  case documented, documentedProducts, documentedAdditions, documentedAggregation
  case multiplications, additions, biasAdditions, executed
  case usefulMultiplications, usefulAdditions, useful
  case overlapSum, mostOverlap, leastOverlap, holes
  case weightBytes, inputBytes, outputBytes, peakBytes, columnBytes
  case printedSummary, chargedPerFilter, formedPerFilter, usefulBiasAdditions, usefulShare
  case wastedPercent, mostInside, leastInside, overlapRatio, intensity
  case outputLength, outputDepth, outputHeight, outputWidth

  package enum Unit: String, Equatable, Sendable {
    case elements, cells, operations, products, bytes
    case intensity
    case percent
    /// The most for each of the least.
    case mostToLeast
    case share
  }

  private static let rows = DataRow.named(PackageResources.figures_tsv)

  private func cell(_ column: String) -> String? {
    Self.rows[rawValue].map { $0[column] }.flatMap { $0.isEmpty ? nil : $0 }
  }

  /// Its key in JSON, and its name in the condition of a lesson.
  package var word: String { cell("key") ?? rawValue }
  /// What it is called among others of its kind.
  package var name: String { cell("name") ?? word }
  package var symbol: String? { cell("symbol") }
  /// What it is called on its own, in a column; the name where that says enough.
  package var column: String { cell("column") ?? name }
  package var unit: Unit { cell("unit").flatMap(Unit.init) ?? .elements }
  /// Its name with its letter: `filters ψ`.
  package var label: String { symbol.map { "\(name) \($0)" } ?? name }

  package static let ofDocuments = group("documents")
  /// What the documented total is the sum of.
  package static let documentedTerms = group("terms")
  /// What a direct implementation does, and how much of it is useful.
  package static let ofExecution = group("execution")
  package static let ofMap = group("map")
  /// What the layer takes in memory, in a format of numbers.
  package static let ofMemory = group("memory")
  /// What an answer in JSON has, in its order, of the documents' steps and of the exact ledger.
  package static let answered: (documented: [Figure], executed: [Figure]) = (
    [.filters, .operationsPerFilter, .additionsPerFilter, .aggregation, .documented],
    [.multiplications, .additions, .biasAdditions, .usefulMultiplications, .usefulAdditions]
  )
  /// What one layer costs more than another one.
  package static let costs: [Figure] = [.usefulMultiplications, .parameters]

  private static func group(_ name: String) -> [Figure] {
    allCases.filter { $0.cell("group") == name }
  }

  package static func output(_ axis: Axis) -> Figure {
    switch axis {
    case .length: .outputLength
    case .depth: .outputDepth
    case .height: .outputHeight
    case .width: .outputWidth
    }
  }

  /// What of a layer it covers besides what each layer has.
  package var covers: Features {
    switch self {
    case .mostOverlap, .leastOverlap, .holes: .shortCopies
    default: .all
    }
  }

  private func isOf(_ pass: ForwardPass) -> Bool {
    switch self {
    case .additionsPerFilter: pass.layer.direction == .transposed
    case .overlapRatio: pass[.leastInside] > 0
    case .outputLength, .outputDepth, .outputHeight, .outputWidth:
      pass.layer.axes.contains { .output($0) == self }
    default: true
    }
  }

  private var isFraction: Bool {
    switch self {
    case .printedSummary, .usefulShare, .overlapRatio, .intensity: true
    default: false
    }
  }
}

extension LayerQuantities where Q == Count {
  /// The number of a figure that every layer has; `nil` where this layer is not covered.
  package func count(_ figure: Figure) -> Count? {
    pass.features.isSubset(of: figure.covers) ? self[figure] : nil
  }
}

extension ForwardPass {
  /// The numbers of the layer, for a reader of many.
  package var counts: LayerQuantities<Count> { LayerQuantities(pass: self) }
  package var countsOfOneSample: LayerQuantities<Count> { counts.ofOneSample }

  /// The shape of the weight; see ``LayerQuantities/weight``.
  package var weight: [Int] { counts.weight.map { Int(exactly: $0) ?? .max } }

  /// The number itself, rounded down where it is a fraction.
  ///
  /// It is for figures that every layer has, of layers with nothing that a figure does not cover;
  /// ``Figure/answer(_:_:)`` asks for both.
  package subscript(figure: Figure, format: NumberFormat = .int8) -> Count {
    LayerQuantities(pass: self, format: format)[figure]
  }
}

extension Figure {
  package enum Answer: Equatable, Sendable {
    case number(Ratio)
    case absent
    /// The formula does not take these into account.
    case notCovered(Features)
  }

  /// The exact number of a layer, or why there is none.
  package func answer(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> Answer {
    if let lack = lack(pass) { return lack }
    guard isFraction else { return .number(Ratio(pass[self, format])) }
    return .number(LayerQuantities<Ratio>(pass: pass, format: format)[self])
  }

  /// Why a layer has no such number; `nil` where it has one.
  private func lack(_ pass: ForwardPass) -> Answer? {
    let missing = pass.features.subtracting(covers)
    guard missing.isEmpty else { return .notCovered(missing) }
    return isOf(pass) ? nil : .absent
  }

  /// The exact number; `nil` where a layer has none, or none that is covered.
  package func ratio(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> Ratio? {
    guard case .number(let number) = answer(pass, format) else { return nil }
    return number
  }

  /// The number, rounded down where it is a fraction, likewise.
  package func count(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> Count? {
    lack(pass) == nil ? pass[self, format] : nil
  }

  /// The formula that gives the number, likewise.
  package func formula(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> Formula? {
    lack(pass) == nil ? LayerQuantities<Formula>(pass: pass, format: format)[self] : nil
  }
}
