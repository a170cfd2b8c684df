/// What a layer may have that not every figure, way to count or library takes into account.
///
/// Each of those declares what it covers. Of a layer with anything else it gives no number or code,
/// and says so. A new feature is therefore covered by nothing until somebody says that it is.
package struct Features: OptionSet, Hashable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let oneAxis = Features(rawValue: 1 << 0)
  package static let threeAxes = Features(rawValue: 1 << 1)

  /// Padding whose values are copies of the input's: reflect, replicate or circular.
  package static let copies = Features(rawValue: 1 << 2)
  /// More copies at an end than ``Coverage/mostCopies``.
  package static let longCopies = Features(rawValue: 1 << 3)
  /// Padding that PyTorch's layers cannot say: ends that differ, or `causal`.
  package static let unequalPadding = Features(rawValue: 1 << 4)

  /// Any number of axes; two of them are no feature.
  package static let anyAxes: Features = [.oneAxis, .threeAxes]

  /// What counts single cells.
  package static let shortCopies: Features = [.anyAxes, .copies, .unequalPadding]
  /// All that the formulas of figures take into account; a new feature has to be added here.
  package static let all: Features = [.anyAxes, .copies, .longCopies, .unequalPadding]

  private static let allNames: [(feature: Features, name: String)] = [
    (.oneAxis, "one axis"), (.threeAxes, "three axes"), (.copies, "padding that copies"),
    (.longCopies, "more than 4,096 copied cells"), (.unequalPadding, "unequal padding"),
  ]

  /// What is said in place of a number: `not counted for three axes`.
  package func refusal(_ participle: String = "counted") -> String {
    "not \(participle) for \(names)"
  }

  /// What there is, in words: `one axis, padding that copies`.
  package var names: String {
    let known = Self.allNames.filter { contains($0.feature) }
    let isNamed = known.reduce(Features()) { $0.union($1.feature) } == self
    let names = known.map(\.name) + (isNamed ? [] : ["what else this layer has"])
    return names.joined(separator: ", ")
  }
}

extension ConvLayer {
  /// What it has that not everything covers, whatever its input.
  package var features: Features {
    var features: Features =
      switch kernelSize.count {
      case 1: .oneAxis
      case 3: .threeAxes
      default: []
      }
    // Without padding nothing is copied.
    if paddingMode != .zeros, padding != .valid, !padding.isZero { features.insert(.copies) }
    if isPaddedUnequally { features.insert(.unequalPadding) }
    return features
  }

  /// Whether PyTorch's layers cannot say the padding.
  private var isPaddedUnequally: Bool {
    switch padding {
    case .explicit(let ends): !ends.allSatisfy { $0.before == $0.after }
    case .causal: true
    case .same, .valid: false
    }
  }
}
