import ConvArithmetic

/// What a place of a grid looks like, and what the legend calls it.
package struct CellMark: Equatable, Sendable {
  package let character: Unicode.Scalar
  package let name: String
  let style: Style

  init(_ character: Unicode.Scalar, _ name: String, _ style: Style = .faint) {
    (self.character, self.name, self.style) = (character, name, style)
  }

  /// A product of the cell under the cursor; where there are letters, each is a tap.
  static func product(hasLetters: Bool) -> CellMark {
    hasLetters ? CellMark("a", "b c products by tap", .linked) : CellMark("#", "products", .linked)
  }

  // What stands in the stretched input.
  static let between = CellMark(".", "zero between")
  static let around = CellMark("o", "zero around")
  static let outputPadding = CellMark("+", "by output_padding")
  static let takenAway = CellMark("/", "taken away")
}

extension CellRole {
  /// The mark of a place; a new role asks for one here.
  package var mark: CellMark {
    switch self {
    case .cell: CellMark(" ", "", .plain)
    case .kept: CellMark("+", "kept by output_padding", .good)
    case .blind: CellMark("=", "sees padding alone", .notice)
    case .lost: CellMark("^", "all cropped", .notice)
    case .idle: CellMark("*", "idle tap", .notice)
    case .hole: CellMark("_", "hole", .notice)
    case .dead: CellMark("!", "dead", .bad)
    case .steppedOver: CellMark("~", "stepped over", .notice)
    case .leftOver: CellMark("%", "left over", .notice)
    case .padding: CellMark(".", "padding")
    case .gap: CellMark("-", "gap of the dilation")
    case .croppedBefore, .croppedAfter: CellMark("/", "cropped")
    }
  }

  /// Whether no number of the layer stands there.
  package var isHollow: Bool {
    [.padding, .gap, .croppedBefore, .croppedAfter].contains(self)
  }
}

/// How the rows or the columns of a grid are tied to the cell under the cursor.
struct AxisTie: Equatable, Sendable {
  enum Touch: Equatable, Sendable {
    case none
    /// The very row or column of the cursor.
    case own
    /// A product by a tap; it counts if it is of a real input cell in a kept output cell.
    case tap(Int, isUseful: Bool)

    var tap: (index: Int, isUseful: Bool)? {
      if case .tap(let index, let isUseful) = self { (index, isUseful) } else { nil }
    }
  }

  let role: CellRole?
  let touch: Touch

  init(_ role: CellRole?, _ touch: Touch) { (self.role, self.touch) = (role, touch) }

  /// - Parameters:
  ///   - axis: The links along the axis.
  ///   - cursor: The grid and the row or column of the cursor.
  ///   - grid: The grid of the place.
  ///   - index: The row or column of the place.
  init(_ axis: AxisTrace, cursor: (grid: LayerGrid, index: Int), _ grid: LayerGrid, _ index: Int) {
    role = axis.role(of: grid, at: index)
    guard cursor.grid != grid else {
      touch = index == cursor.index ? .own : .none
      return
    }
    let (end, overflow) = index.addingReportingOverflow(1)
    let links = axis.links(of: cursor.grid, at: cursor.index)
      .within(index..<(overflow ? index : end), of: grid)
    touch = links.first.map { .tap($0.tap, isUseful: !axis.useful(links).isEmpty) } ?? .none
  }
}
