import ConvArithmetic

extension Figure.Unit {
  /// A number of this unit as it is read: `1,152`, `4,608 bytes, 4.5 KiB`, `76.48 op/byte`.
  package func text(_ number: Ratio) -> String {
    let quotient = { Ratio(number.numerator).quotientText(by: number.denominator) }
    switch self {
    case .elements, .cells, .operations, .products: return number.words
    case .bytes:
      let count = number.numerator
      guard !count.isOverflow else { return count.words }
      return "\(count.grouped) bytes" + (count < 1_024 ? "" : ", \(count.binaryText)")
    case .intensity: return quotient().map { "\($0) op/byte" } ?? Count.overflowWords
    case .percent: return "\(number.words) %"
    case .mostToLeast: return quotient().map { "\($0):1" } ?? "–"
    case .share: return quotient() ?? "–"
    }
  }
}

extension Figure {
  /// What it is called where it stands alone and has room.
  package var title: String { unit == .mostToLeast ? "\(column), most:least" : column }

  /// The number of a layer in words, or why there is none.
  package func text(_ pass: ForwardPass, _ format: NumberFormat = .int8) -> String {
    switch answer(pass, format) {
    case .number(let number): unit.text(number)
    case .absent: "–"
    case .notCovered(let features): features.refusal()
    }
  }
}

extension Fact {
  /// A figure of a layer, with its formula where that says more than the number.
  ///
  /// - Parameters:
  ///   - figure: What is shown.
  ///   - pass: A valid layer.
  ///   - format: How bytes are counted.
  ///   - name: What it is called, if not by its label.
  init(
    _ figure: Figure, _ pass: ForwardPass, _ format: NumberFormat = .int8, name: String? = nil
  ) {
    let value = figure.text(pass, format)
    let formula = figure.formula(pass, format).flatMap { $0.isNumber ? nil : $0 }
    let numbers = formula?.numbers(\.grouped) ?? ""
    self.init(
      name ?? figure.label, formula?.symbols ?? "", numbers == value ? "" : numbers, value: value)
  }
}

extension FactSection {
  /// The figures that a layer has.
  static func facts(_ figures: [Figure], _ pass: ForwardPass) -> [Fact] {
    figures.filter { $0.answer(pass) != .absent }.map { Fact($0, pass) }
  }
}
