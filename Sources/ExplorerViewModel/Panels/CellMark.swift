import ConvArithmetic

/// What a place of a grid looks like, and what the legend calls it.
package struct CellMark: Equatable, Sendable {
  package let character: Unicode.Scalar
  package let name: String
  let style: Style

  /// A product of the cell under the cursor; where there are letters, each is a tap.
  static func product(hasLetters: Bool) -> CellMark {
    hasLetters
      ? CellMark(character: "a", name: "b … products by tap", style: .linked)
      : CellMark(character: "#", name: "products", style: .linked)
  }
}

extension CellRole {
  /// The mark of a place; a new role asks for one here.
  package var mark: CellMark {
    switch self {
    case .cell: CellMark(character: ".", name: "", style: .plain)
    case .kept: CellMark(character: "+", name: "kept by output_padding", style: .good)
    case .blind: CellMark(character: "=", name: "sees padding alone", style: .notice)
    case .lost: CellMark(character: "^", name: "all cropped", style: .notice)
    case .idle: CellMark(character: "*", name: "idle tap", style: .notice)
    case .hole: CellMark(character: "_", name: "hole", style: .notice)
    case .dead: CellMark(character: "!", name: "dead", style: .bad)
    case .steppedOver: CellMark(character: "~", name: "stepped over", style: .notice)
    case .leftOver: CellMark(character: "%", name: "left over", style: .notice)
    case .padding: CellMark(character: "0", name: "padding", style: .faint)
    case .gap: CellMark(character: "-", name: "gap of the dilation", style: .faint)
    case .croppedBefore, .croppedAfter:
      CellMark(character: "/", name: "cropped", style: .faint)
    }
  }
}

/// How the rows or the columns of a grid are tied to the cell under the cursor.
struct AxisTie: Equatable, Sendable {
  enum Touch: Equatable, Sendable {
    case none
    /// The kernel covers the place between two of its taps.
    case gap
    /// A product by a tap; it counts if it is of a real input cell in a kept output cell.
    case tap(Int, isUseful: Bool)
  }

  let role: CellRole?
  let touch: Touch

  /// - Parameters:
  ///   - axis: The links along the axis.
  ///   - cursor: The grid and the row or column of the cursor.
  ///   - grid: The grid of the place.
  ///   - index: The row or column of the place.
  init(_ axis: AxisTrace, cursor: (grid: LayerGrid, index: Int), _ grid: LayerGrid, _ index: Int) {
    role = axis.role(of: grid, at: index)
    let (end, overflow) = index.addingReportingOverflow(1)
    let links = axis.links(of: cursor.grid, at: cursor.index)
      .within(index..<(overflow ? index : end), of: grid)
    if cursor.grid == grid {
      touch = .none
    } else if let link = links.first {
      touch = .tap(link.tap, isUseful: !axis.useful(links).isEmpty)
    } else {
      touch = Self.isGap(axis, cursor, grid, index) ? .gap : .none
    }
  }

  /// A place of the dilated kernel that is no tap.
  private init(gapOf axis: AxisTrace) { (role, touch) = (.gap, .none) }

  static func gap(_ axis: AxisTrace) -> AxisTie { AxisTie(gapOf: axis) }

  private static func isGap(
    _ axis: AxisTrace, _ cursor: (grid: LayerGrid, index: Int), _ grid: LayerGrid, _ index: Int
  ) -> Bool {
    switch (cursor.grid, grid) {
    case (.input, .output): axis.meeting(input: cursor.index, output: index) == .gap
    case (.output, .input): axis.meeting(input: index, output: cursor.index) == .gap
    default: false
    }
  }
}
