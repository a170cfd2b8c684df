/// What a layer may have that not every figure, way to count or library takes into account.
///
/// Each of those declares what it covers. Of a layer with anything else it gives no number or code,
/// and says so. A new feature is therefore covered by nothing until somebody says that it is.
package struct Features: OptionSet, Equatable, Sendable {
  package let rawValue: UInt16

  package init(rawValue: UInt16) { self.rawValue = rawValue }

  package static let oneAxis = Features(rawValue: 1 << 0)
  package static let threeAxes = Features(rawValue: 1 << 1)

  /// Any number of axes; two of them are no feature.
  package static let anyAxes: Features = [.oneAxis, .threeAxes]

  private static let names: [(feature: Features, name: String)] = [
    (.oneAxis, "one axis"), (.threeAxes, "three axes"),
  ]

  /// What is said in place of a number: `not counted for three axes`.
  package func refusal(_ participle: String = "counted") -> String {
    let known = Self.names.filter { contains($0.feature) }
    let isNamed = known.reduce(Features()) { $0.union($1.feature) } == self
    let names = known.map(\.name) + (isNamed ? [] : ["what else this layer has"])
    return "not \(participle) for \(names.joined(separator: ", "))"
  }
}

extension ConvLayer {
  /// What it has that not everything covers.
  package var features: Features {
    switch kernelSize.count {
    case 1: .oneAxis
    case 3: .threeAxes
    default: []
    }
  }
}
