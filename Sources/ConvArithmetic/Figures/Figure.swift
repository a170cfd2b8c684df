/// A number that a layer has; whatever shows numbers selects from these rows.
package struct Figure: Sendable {
  package enum Unit: Equatable, Sendable {
    case elements, cells, operations, products, bytes
    case intensity
    case percent
    /// The most for each of the least.
    case mostToLeast
    case share
  }

  /// Its key in JSON, and its name in the condition of a lesson.
  package let id: StaticString
  /// What it is called among others of its kind.
  package let name: String
  package let symbol: String?
  /// What it is called on its own, in a column; the name where that says enough.
  package let column: String
  package let unit: Unit
  /// What of a layer it covers besides what each layer has.
  package let covers: Features
  let formulas: Formulas
  let isOf: @Sendable (ForwardPass) -> Bool

  /// The name is the words of the id, the column's that name, and all layers have such a number,
  /// unless said otherwise.
  init(
    _ id: StaticString, name: String? = nil, symbol: String? = nil, column: String? = nil,
    _ unit: Unit, isOf: @escaping @Sendable (ForwardPass) -> Bool = { _ in true },
    covers: Features = .all, _ formulas: Formulas
  ) {
    (self.id, self.symbol, self.unit) = (id, symbol, unit)
    self.name = name ?? String(id.description.map { $0 == "_" ? " " : $0 })
    self.column = column ?? self.name
    (self.isOf, self.covers, self.formulas) = (isOf, covers, formulas)
  }

  package var word: String { id.description }

  /// Its name with its letter: `filters ψ`.
  package var label: String { symbol.map { "\(name) \($0)" } ?? name }
}

extension Figure: Hashable {
  package static func == (left: Figure, right: Figure) -> Bool { left.word == right.word }
  package func hash(into hasher: inout Hasher) { hasher.combine(word) }
}

extension LayerQuantities where Q == Count {
  /// The number itself, rounded down where it is a fraction; see the subscript of a layer.
  package subscript(figure: Figure) -> Count { figure.formulas.whole(self) }
}

extension ForwardPass {
  /// The numbers of the layer, for a reader of many.
  package var counts: LayerQuantities<Count> { LayerQuantities(pass: self) }
  package var countsOfOneSample: LayerQuantities<Count> { counts.ofOneSample }

  /// The number itself, rounded down where it is a fraction.
  ///
  /// It is for figures that every layer has, of layers with nothing that a figure does not cover;
  /// ``Figure/answer(_:_:)`` asks for both.
  package subscript(figure: Figure, format: NumberFormat = .int8) -> Count {
    figure.formulas.whole(LayerQuantities(pass: self, format: format))
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
    lack(pass) ?? .number(formulas.exact(pass, format))
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
    lack(pass) == nil ? formulas.spelled(LayerQuantities(pass: pass, format: format)) : nil
  }
}
