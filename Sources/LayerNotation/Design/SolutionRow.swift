/// One layer of an answer, and what it costs beside the present one.
package struct SolutionRow: Sendable {
  package let solution: LayerSolution
  package let subject: LayerCase
  /// What it counts; `nil` where channels and groups do not fit each other.
  package let pass: ForwardPass?
  private let present: ForwardPass?

  /// The channels, groups, bias and batch are those of `subject`; costs are compared with `present`.
  package init(_ solution: LayerSolution, of subject: LayerCase, present: ForwardPass? = nil) {
    self.solution = solution
    self.subject = subject.with(solution.axes)
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

  package func text(_ column: SolutionColumn) -> String { column.row.text(self) }

  /// A number of each axis, once where they are the same.
  fileprivate func numbers(_ number: (AxisGeometry) -> Int) -> String {
    solution.axes.map(number).text
  }

  fileprivate func count(_ figure: Figure, within width: Int) -> String {
    pass?[figure].fitting?.grouped(within: width) ?? "–"
  }

  fileprivate func relative(_ figure: Figure) -> String {
    guard let present, let pass else { return "–" }
    return pass[figure].timesText(of: present[figure]) ?? "–"
  }
}

/// A column of an answer; the text of each row is aligned under its title.
package enum SolutionColumn: CaseIterable, Equatable, Sendable {
  case kernelSize, stride, padding, dilation, outputPadding, overlap, scale, span, parameters
  case relativeParameters, products, relativeProducts, habit, line

  package func title(_ direction: ConvLayer.Direction) -> String {
    self == .overlap && direction == .convolution ? "reads" : row.title
  }

  /// Whether its texts end, and do not begin, below each other.
  package var isNumber: Bool { row.isNumber }

  fileprivate struct Row {
    let title: String
    var isNumber = true
    let text: (SolutionRow) -> String
  }

  fileprivate var row: Row {
    switch self {
    case .kernelSize: Row(title: "k") { $0.numbers(\.kernelSize) }
    case .stride: Row(title: "s") { $0.numbers(\.stride) }
    case .padding: Row(title: "p") { $0.subject.layer.padding.text }
    case .dilation: Row(title: "d") { $0.numbers(\.dilation) }
    case .outputPadding: Row(title: "op") { $0.numbers(\.outputPadding) }
    case .overlap: Row(title: "overlap", isNumber: false) { $0.solution.overlapText }
    case .scale:
      Row(title: "every input", isNumber: false) {
        $0.solution.axes.map { $0.exactScale?.text ?? "–" }.text(",") { $1 }
      }
    case .span: Row(title: "e") { $0.numbers { Int($0.dilation) * ($0.kernelSize - 1) + 1 } }
    case .parameters: Row(title: Figure.parameters.name) { $0.count(.parameters, within: 16) }
    case .relativeParameters: Row(title: "params") { $0.relative(.parameters) }
    case .products:
      Row(title: Figure.usefulMultiplications.name) { $0.count(.usefulMultiplications, within: 20) }
    case .relativeProducts: Row(title: "products") { $0.relative(.usefulMultiplications) }
    case .habit:
      Row(title: "numbers", isNumber: false) {
        $0.solution.hasUndoneNumbers ? "own numbers" : $0.solution.usualnessText
      }
    case .line: Row(title: "PyTorch", isNumber: false) { $0.subject.layer.pytorchLine }
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
    case .gaps: return isTransposed ? "holes \(overlapText)" : "skips inputs"
    }
  }

  /// `usual`, or what is not: `rare k, p`.
  package var usualnessText: String {
    unusual.isEmpty ? "usual" : "rare " + unusual.compactMap(\.letter).joined(separator: ", ")
  }
}

extension Count {
  /// How many times a cost is another one, in three digits: `0.44×`, `1.78×`, `16×`.
  ///
  /// - Returns: `nil` without a cost to compare with, and where a number does not fit.
  package func timesText(of whole: Count) -> String? {
    let hundredths = (200 * self + whole).floorDivided(by: 2 * whole)
    guard whole > 0, self >= 0, !hundredths.isOverflow else { return nil }
    guard hundredths < 1_000 else {
      return (hundredths + 50).floorDivided(by: 100).grouped(within: 8) + "×"
    }
    return hundredths > 0 || self == 0 ? hundredths.decimal(2) + "×" : "<0.01×"
  }
}
