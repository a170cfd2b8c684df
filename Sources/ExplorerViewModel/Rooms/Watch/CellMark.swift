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

  /// A cell that the one under the cursor is tied to by several taps: directly, and through its
  /// copies.
  static let several = CellMark("&", "by several taps", .linked)

  // What a place of the stretched input holds.
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
    case .copy: CellMark("\"", "copy", .plain)
    case .padding: CellMark(".", "padding")
    case .gap: CellMark("-", "gap of the dilation")
    case .croppedBefore, .croppedAfter: CellMark("/", "cropped")
    }
  }

  /// Whether no number of the layer stands there.
  package var isHollow: Bool { [.padding, .gap, .croppedBefore, .croppedAfter].contains(self) }
}

/// How the rows or the columns of a grid are tied to the cell under the cursor.
struct AxisTie: Equatable, Sendable {
  enum Touch: Equatable, Sendable {
    case none
    /// The very row or column of the cursor.
    case own
    /// Products by taps, of very many the first ones: of the place itself, and of a cell with those
    /// through its copies. They count if one is of a real input cell in a kept output cell.
    case taps(own: [Int], all: [Int], isUseful: Bool)

    var taps: (own: [Int], all: [Int], isUseful: Bool)? {
      if case .taps(let own, let all, let isUseful) = self { (own, all, isUseful) } else { nil }
    }
  }

  /// More taps of one cell are not told apart.
  private static let mostTaps = 3

  let role: CellRole?
  let touch: Touch

  init(_ role: CellRole?, _ touch: Touch) { (self.role, self.touch) = (role, touch) }

  /// That of a row or column of a grid, where the cursor is on a row or column of the same or another.
  init(
    _ axis: AxisTrace, cursor: (grid: LayerGrid, index: Int, isInside: Bool), _ grid: LayerGrid,
    _ index: Int
  ) {
    role = axis.role(of: grid, at: index)
    guard cursor.grid != grid else {
      let source = grid == .input ? axis.source(of: index) : nil
      let isOwn = index == cursor.index || source != nil && source == axis.source(of: cursor.index)
      touch = isOwn ? .own : .none
      return
    }
    // An input cell may have thousands of copies; so its links are looked up from the other side.
    let isAsked = cursor.grid == .input
    let all =
      isAsked ? axis.links(of: grid, at: index) : axis.links(of: cursor.grid, at: cursor.index)
    func tied(_ links: Links) -> Links {
      let (other, place) = isAsked ? (cursor.grid, cursor.index) : (grid, index)
      let (end, overflow) = place.addingReportingOverflow(1)
      return links.within(place..<(overflow ? place : end), of: other)
    }
    func taps(_ links: Links) -> [Int] { links.prefix(Self.mostTaps).map(\.tap) }
    let own = tied(all)
    let read = cursor.isInside ? tied(axis.useful(all)) : .none
    let isUseful = !read.isEmpty || !axis.useful(own).isEmpty
    touch =
      own.isEmpty && read.isEmpty
      ? .none
      : .taps(own: taps(own), all: (taps(own) + taps(read)).distinct, isUseful: isUseful)
  }
}
