import ConvArithmetic

/// A way to write the map into a file.
package enum MapFormat: String, CaseIterable, Equatable, Sendable {
  case text, csv, svg, pgm

  /// What a file name ends with, after the last point.
  package var ending: String {
    switch self {
    case .text: "txt"
    case .csv, .svg, .pgm: rawValue
    }
  }

  /// What it is good for.
  package var help: String {
    switch self {
    case .text: "numbers in lines, with axes and legend"
    case .csv: "a table for programs (RFC 4180)"
    case .svg: "a picture, light and dark"
    case .pgm: "a grey picture, a pixel a cell"
    }
  }

  /// The format that a file name asks for by its ending; `nil` where it ends otherwise.
  ///
  /// - Parameter name: A file name or path.
  package init?(fileName name: String) {
    guard let point = name.lastIndex(of: ".") else { return nil }
    let ending = name[name.index(after: point)...].lowercased()
    guard let format = Self.allCases.first(where: { $0.ending == ending }) else { return nil }
    self = format
  }

  /// What is said to a name that asks for no format.
  package static var endingRule: String {
    "the name must end with one of \(allCases.map { ".\($0.ending)" }.joined(separator: " "))"
  }
}

extension ConvLayer {
  /// A name for a file about the layer: `convtranspose2d-k3-s2-p1-op1.svg`.
  ///
  /// - Parameter format: What the file is; it gives the ending.
  /// - Returns: A name without anything that a shell or a file system could take amiss.
  package func fileName(_ format: MapFormat) -> String {
    let parts = letters(isCall: false).compactMap { letter, value in
      switch value {
      case .pair(let numbers): letter + numbers.text("x")
      case .padding(let word): letter + word.text
      // The channels and their groups make no other map.
      default: nil
      }
    }
    return ([op.moduleName.lowercased()] + parts).joined(separator: "-") + ".\(format.ending)"
  }
}
