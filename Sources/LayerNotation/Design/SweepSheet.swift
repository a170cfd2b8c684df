extension Figure {
  /// Its name in one word, for an option of a sweep.
  package var option: String { String(column.lowercased().map { $0 == " " ? "-" : $0 }) }

  package func axisText(_ number: Ratio) -> String {
    unit == .mostToLeast ? unit.text(number) : number.numerator.decimalText
  }
}

extension Sweep {
  /// The name of what is swept, with its axis where it is only one: `kernel_size H`.
  package var name: String {
    let name = hyperparameter.rawValue
    guard hyperparameter.isSpatial, axes.count == 1, let axis = axes.first else { return name }
    return "\(name) \(axis.letter)"
  }

  /// Exact digits throughout; what is refused has no numbers and its reasons at the end.
  package var table: Table {
    let columns = axisColumns + Self.columns
    let names = [hyperparameter.rawValue, "valid"] + columns.map(\.0) + ["reason"]
    return Table(names.map { Table.Column($0) }, texts: points.map { Self.texts($0, columns) })
  }

  private var axisColumns: [(String, Figure)] {
    (points.first?.subject.layer.axes ?? []).map { ("output_\($0)", .output($0)) }
  }

  private static let columns: [(String, Figure)] = [
    ("inside_most", .mostInside), ("inside_least", .leastInside), ("holes", .holes),
    ("documented", .documented), ("products", .multiplications),
    ("useful_products", .usefulMultiplications), ("parameters", .parameters),
  ]

  private static func texts(_ point: Point, _ columns: [(String, Figure)]) -> [String] {
    switch point.outcome {
    case .failure(let refusal):
      return ["\(point.value)", "no"] + columns.map { _ in "" }
        + [refusal.lines.joined(separator: "; ")]
    case .success(let pass):
      return ["\(point.value)", "yes"] + columns.map { pass[$0.1].description } + [""]
    }
  }
}

/// What to sweep, and over which values: `kernel_size=1..9`.
package struct SweepRange: Equatable, Sendable {
  /// `nil` where the text names none.
  package let hyperparameter: Hyperparameter?
  /// `nil` for the usual ones.
  package let values: SweptValues?

  /// Reads `kernel_size=1..9`, `input=16..256..16`, `groups=1,2,4`, `1..9`, `stride`.
  package init(_ text: String) throws(NotationError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0.trimmed) }
    if parts.count == 1, let first = parts.first, first.first?.isNumber == true {
      (hyperparameter, values) = (nil, try SweptValues(first))
      return
    }
    hyperparameter = try parts.first.map { name throws(NotationError) in
      try Hyperparameter.named(name)
    }
    if [.op, .bias, .paddingMode].contains(hyperparameter) {
      throw NotationError("\(hyperparameter?.rawValue ?? "") has no numbers to sweep over")
    }
    values = parts.count == 2 ? try SweptValues(parts[1]) : nil
  }
}

/// Values to sweep over, and the text that says them.
package struct SweptValues: Equatable, Sendable {
  package let text: String
  package let numbers: [Int]

  /// Reads `1..9`, `16..256..16` or `1,2,4`: up to ``Sweep/mostPoints`` whole numbers of at least 0,
  /// of at most 31 bits.
  package init(_ text: String) throws(NotationError) {
    numbers = try Self.values(text)
    self.text = text.filter { !$0.isWhitespace }
  }

  private static func values(_ text: String) throws(NotationError) -> [Int] {
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false).map { number($0) }
    if (2...3).contains(bounds.count), let first = bounds[0], let last = bounds[1], first <= last,
      let step = bounds.count == 3 ? bounds[2] : 1, step > 0
    {
      // Both are at least 0, so what lies between them fits.
      let steps = (last - first) / step
      guard steps < Sweep.mostPoints else {
        throw NotationError("more than \(Sweep.mostPoints.grouped) values; try a longer step")
      }
      return (0...steps).map { first + $0 * step }
    }
    let list = text.split(separator: ",", omittingEmptySubsequences: false).map { number($0) }
    let values = list.compactMap { $0 }
    guard values.count == list.count, !values.isEmpty, values.count <= Sweep.mostPoints else {
      throw NotationError("\(quoted(text)) is not a range; write 1..9, 16..256..16, or 1,2,4")
    }
    return values
  }

  /// A number that a hyperparameter of the explorer can have.
  private static func number(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text.trimmed), (0...Int(Int32.max)).contains(number) else { return nil }
    return number
  }
}
