package enum MapFormat: String, CaseIterable, Equatable, Sendable {
  case text, csv, svg, pgm

  /// What a file name ends with, after the last point.
  package var ending: String { self == .text ? "txt" : rawValue }

  /// The format that a file name or path asks for by its ending.
  package init?(fileName name: String) {
    let format = Self.allCases.first { name.lowercased().hasSuffix("." + $0.ending) }
    guard let format else { return nil }
    self = format
  }

  /// What is said to a name that asks for no format.
  package static var endingRule: String {
    "the name must end with one of \(allCases.map { ".\($0.ending)" }.joined(separator: " "))"
  }
}

extension ConvLayer {
  /// A name for a file about the layer that no shell and no file system takes amiss:
  /// `convtranspose2d-k3-s2-p1-op1.svg`.
  package func fileName(_ format: MapFormat) -> String {
    let parts = letters(isCall: false).compactMap { letter, value in
      switch value {
      case .perAxis(let numbers): letter + numbers.text("x")
      case .padding(.explicit(let ends)): letter + ends.text("x").replacing(":", with: "_")
      case .padding(let word): letter + word.text
      // The channels and their groups make no other map.
      default: nil
      }
    }
    return ([op.moduleName.lowercased()] + parts).joined(separator: "-") + ".\(format.ending)"
  }
}
