import ConvArithmetic

/// One layer of an answer, and what it costs beside the present one.
package struct SolutionRow: Sendable {
  package let solution: LayerSolution
  /// The layer with its input.
  package let subject: LayerCase
  /// What it counts; `nil` where channels and groups do not fit each other.
  package let pass: ForwardPass?
  private let present: ForwardPass?

  /// - Parameters:
  ///   - solution: The layer.
  ///   - subject: Gives the channels, groups, bias and batch.
  ///   - present: The layer that its costs are compared with, if any.
  package init(_ solution: LayerSolution, of subject: LayerCase, present: ForwardPass? = nil) {
    self.solution = solution
    self.subject = solution.applied(to: subject)
    pass = try? self.subject.forward()
    self.present = present
  }

  /// Why it stands where it does: `even · usual · 1.78× products`.
  package var reason: String {
    let products = text(.relativeProducts)
    return (solution.hasUndoneNumbers ? "the layer's own numbers · " : "")
      + "\(solution.evennessText) · \(solution.usualnessText)"
      + (products == "–" ? "" : " · \(products) products")
  }

  package func text(_ column: SolutionColumn) -> String {
    switch column {
    case .kernelSize: numbers(\.kernelSize)
    case .stride: numbers(\.stride)
    case .padding: numbers(\.paddingBefore)
    case .dilation: numbers(\.dilation)
    case .outputPadding: numbers(\.outputPadding)
    case .overlap: solution.overlapText
    case .habit: solution.hasUndoneNumbers ? "own numbers" : solution.usualnessText
    case .scale: scale
    case .span: numbers { Int($0.dilation) * ($0.kernelSize - 1) + 1 }
    case .parameters: pass?[.parameters].fitting?.grouped(within: 16) ?? "–"
    case .products:
      pass?[.usefulMultiplications].fitting?.grouped(within: 20) ?? "–"
    case .relativeParameters: relative(.parameters)
    case .relativeProducts: relative(.usefulMultiplications)
    case .line: subject.layer.pytorchLine
    }
  }

  /// A number of each axis, once where they are the same.
  private func numbers(_ number: (AxisGeometry) -> Int) -> String {
    solution.axes.map(number).text
  }

  private var scale: String {
    let scales = solution.axes.map { $0.exactScale?.text ?? "–" }
    return scales.height == scales.width ? scales.height : "\(scales.height),\(scales.width)"
  }

  private func relative(_ figure: Figure) -> String {
    guard let present, let pass else { return "–" }
    return CostRatio(pass[figure], present[figure])?.text ?? "–"
  }
}

/// A column of an answer; the text of each row is aligned under its title.
package enum SolutionColumn: CaseIterable, Equatable, Sendable {
  case kernelSize, stride, padding, dilation, outputPadding, overlap, scale, span, parameters
  case relativeParameters, products, relativeProducts, habit, line

  /// The title, as short as the column.
  package func title(_ direction: ConvLayer.Direction) -> String {
    switch self {
    case .kernelSize: "k"
    case .stride: "s"
    case .padding: "p"
    case .dilation: "d"
    case .outputPadding: "op"
    case .overlap: direction == .convolution ? "reads" : "overlap"
    case .scale: "every input"
    case .span: "e"
    case .parameters: "parameters"
    case .relativeParameters: "params"
    case .products: "useful products"
    case .relativeProducts: "products"
    case .habit: "numbers"
    case .line: "PyTorch"
    }
  }

  /// Whether its texts end, and do not begin, below each other.
  package var isNumber: Bool {
    switch self {
    case .kernelSize, .stride, .padding, .dilation, .outputPadding, .span, .parameters, .products,
      .relativeParameters, .relativeProducts:
      true
    case .overlap, .scale, .habit, .line: false
    }
  }
}

extension LayerSolution {
  /// How often a cell is met away from the borders: `even`, or the most and the least, `4:1`.
  package var overlapText: String {
    let extremes = interiorExtremes
    guard !extremes.most.isOverflow else { return "–" }
    return extremes.least == extremes.most && extremes.least > 0
      ? "even" : "\(extremes.most.grouped):\(extremes.least.grouped)"
  }

  /// The same as a reason.
  var evennessText: String {
    let isTransposed = axes.height.direction == .transposed
    switch evenness {
    case .even: return isTransposed ? "even" : "reads every input"
    case .uneven: return "uneven \(overlapText)"
    case .gaps: return isTransposed ? "gaps \(overlapText)" : "skips inputs"
    }
  }

  /// `usual`, or what is not: `rare k, p`.
  package var usualnessText: String {
    unusual.isEmpty ? "usual" : "rare " + unusual.map(\.letter).joined(separator: ", ")
  }
}

extension Habit {
  /// The letter of its column.
  package var letter: String {
    switch self {
    case .kernelSize: "k"
    case .stride: "s"
    case .padding: "p"
    case .dilation: "d"
    case .outputPadding: "op"
    }
  }
}

/// How many times a cost is another one, in three digits: `0.44×`, `1.78×`, `16×`.
package struct CostRatio: Equatable, Sendable {
  package let text: String

  /// - Returns: `nil` without a cost to compare with, and where a number does not fit.
  package init?(_ part: Count, _ whole: Count) {
    let hundredths = (200 * part + whole).floorDivided(by: 2 * whole)
    guard whole > 0, part >= 0, !hundredths.isOverflow else { return nil }
    guard hundredths < 1_000, let small = Int(exactly: hundredths) else {
      text = (hundredths + 50).floorDivided(by: 100).grouped(within: 8) + "×"
      return
    }
    guard small > 0 || part == 0 else {
      text = "<0.01×"
      return
    }
    let fraction = small % 100
    text = "\(small / 100).\(fraction < 10 ? "0" : "")\(fraction)×"
  }
}
