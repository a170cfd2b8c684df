import ConvArithmetic

extension SweptNumber {
  /// What it is called as a column.
  package var name: String {
    switch self {
    case .outputHeight: "output H"
    case .outputWidth: "output W"
    case .overlapRatio: "overlap"
    case .documented: "documented"
    case .usefulProducts: "useful"
    case .products: "products"
    case .parameters: "parameters"
    }
  }

  /// Its name in one word, for an option.
  package var word: String { String(name.lowercased().map { $0 == " " ? "-" : $0 }) }

  /// What it is, as the title of a plot.
  package var title: String {
    switch self {
    case .outputHeight: "output H"
    case .outputWidth: "output W"
    case .overlapRatio: "overlap, most:least"
    case .documented: "operations documented"
    case .usefulProducts: "useful products"
    case .products: "products formed"
    case .parameters: "parameters"
    }
  }

  /// A number of a plot's axis.
  package func axisText(_ number: Ratio) -> String {
    guard self == .overlapRatio else { return number.numerator.decimalText }
    return Ratio(number.numerator).quotientText(by: number.denominator).map { "\($0):1" } ?? "–"
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
    let names =
      [hyperparameter.rawValue, "valid", "output_height", "output_width"]
      + ["inside_most", "inside_least", "holes", "documented", "products", "useful_products"]
      + ["parameters", "reason"]
    return Table(names.map { Table.Column($0) }, texts: points.map(Self.texts))
  }

  private static func texts(_ point: Point) -> [String] {
    switch point.outcome {
    case .failure(let refusal):
      let reasons = refusal.reasons.map(\.line).joined(separator: "; ")
      return ["\(point.value)", "no"] + Array(repeating: "", count: 9) + [reasons]
    case .success(let pass):
      let inside = pass.overlap.interiorExtremes
      let counts = [
        inside.most, inside.least, pass.overlap.holes, pass.documented.total,
        pass.executed.multiplications, pass.executed.usefulMultiplications, pass.parameters,
      ]
      let size = pass.output.size
      return ["\(point.value)", "yes", "\(size.height)", "\(size.width)"]
        + counts.map(\.description) + [""]
    }
  }
}

/// A text that says no values to sweep over, with what is wrong.
package struct SweepError: Error, Hashable, Sendable {
  package let message: String

  package init(message: String) { self.message = message }
}

/// What to sweep, and over which values: `kernel_size=1..9`.
package struct SweepRange: Hashable, Sendable {
  /// `nil` where the text names none.
  package let hyperparameter: Hyperparameter?
  /// `nil` for the usual ones.
  package let values: SweptValues?

  /// Reads `kernel_size=1..9`, `input=16..256..16`, `groups=1,2,4`, `1..9`, `stride`.
  ///
  /// - Parameter text: A name, values, or both with `=` between them.
  /// - Throws: ``SweepError`` for what makes no sense, and more than ``Sweep/mostPoints`` values.
  package init(_ text: String) throws(SweepError) {
    let parts = text.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      .map { String($0.trimmed) }
    if parts.count == 1, let first = parts.first, first.first?.isNumber == true {
      (hyperparameter, values) = (nil, try SweptValues(first))
      return
    }
    do throws(NotationError) {
      hyperparameter = try parts.first.map { name throws(NotationError) in
        try Hyperparameter.named(name)
      }
    } catch {
      throw SweepError(message: error.message)
    }
    if hyperparameter == .op || hyperparameter == .bias {
      throw SweepError(message: "\(hyperparameter?.rawValue ?? "") has no numbers to sweep over")
    }
    values = parts.count == 2 ? try SweptValues(parts[1]) : nil
  }
}

/// Values to sweep over, and the text that says them.
package struct SweptValues: Hashable, Sendable {
  package let text: String
  package let numbers: [Int]

  /// Reads `1..9`, `16..256..16` or `1,2,4`.
  ///
  /// - Parameter text: Whole numbers of at least 0, of at most 31 bits.
  /// - Throws: ``SweepError`` for what makes no sense, and more than ``Sweep/mostPoints`` values.
  package init(_ text: String) throws(SweepError) {
    numbers = try Self.values(text)
    self.text = text.filter { !$0.isWhitespace }
  }

  private static func values(_ text: String) throws(SweepError) -> [Int] {
    let bounds = text.split(separator: "..", omittingEmptySubsequences: false).map { number($0) }
    if (2...3).contains(bounds.count), let first = bounds[0], let last = bounds[1], first <= last,
      let step = bounds.count == 3 ? bounds[2] : 1, step > 0
    {
      // Both are at least 0, so what lies between them fits.
      let steps = (last - first) / step
      guard steps < Sweep.mostPoints else {
        throw SweepError(message: "more than \(Sweep.mostPoints.grouped) values; try a longer step")
      }
      return (0...steps).map { first + $0 * step }
    }
    let list = text.split(separator: ",", omittingEmptySubsequences: false).map { number($0) }
    let values = list.compactMap { $0 }
    guard values.count == list.count, !values.isEmpty, values.count <= Sweep.mostPoints else {
      throw SweepError(
        message: "\(quoted(text)) is no range; write 1..9, 16..256..16, or 1,2,4")
    }
    return values
  }

  /// A number that a hyperparameter of the explorer can have.
  private static func number(_ text: some StringProtocol) -> Int? {
    guard let number = Int(text.trimmed), (0...Int(Int32.max)).contains(number) else { return nil }
    return number
  }
}
