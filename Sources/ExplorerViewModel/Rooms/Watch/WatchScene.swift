package enum WatchPane: CaseIterable, Equatable, Sendable {
  case input, kernel, output
  /// The input of a transposed layer with its zeros, and what follows from it.
  case stretched, flippedKernel, stretchedOutput

  /// The grid whose cells it shows; of the stretched input none.
  var grid: LayerGrid? {
    switch self {
    case .input: .input
    case .kernel, .flippedKernel: .kernel
    case .output, .stretchedOutput: .output
    case .stretched: nil
    }
  }

  /// The plain pane of a grid.
  init(_ grid: LayerGrid) { self = Self.allCases.first { $0.grid == grid } ?? .output }
}

/// A layer with the cell under the cursor, whole or after some steps: all that its grids ask for.
///
/// A class, since each of thousands of cells asks it.
package final class WatchScene: Sendable {
  let pass: ForwardPass
  let trace: LayerTrace
  let cursor: CellCursor
  /// That of the cell under the cursor.
  let arithmetic: CellArithmetic
  /// What has been played so far; `nil` for the whole picture.
  let progress: StepProgress?
  /// Whether there is some; asked for at every cell, which must not copy it.
  let isPlayed: Bool
  let order: StepSequence.Order
  let stretched: StretchedLayer?
  /// Whether the page is about the stretched input.
  let isStretched: Bool
  /// Whether the page says why it is these cells, and which operation it is.
  let hasFormulas: Bool
  let spelling: Spelling
  let isColored: Bool
  let scale: HeatScale
  /// Those of the largest count; asked for at every cell.
  let digits: Int
  /// The numbers that the layer is played with, if it is.
  let values: LayerValues?
  let numbers: StepNumbers
  /// A number that is being typed at the cursor.
  let typed: String?

  /// The scene of a state; `nil` for a layer without cells.
  package init?(_ state: ExplorerState) {
    guard let pass = state.pass, let trace = state.trace else { return nil }
    (self.pass, self.trace, cursor) = (pass, trace, state.cellCursor)
    let cell = cursor.cell(of: cursor.grid, in: trace)
    arithmetic = CellArithmetic(pass, trace, cursor.grid, cell)
    progress = state.stepProgress
    isPlayed = progress != nil
    order = state.player.order(of: trace.direction)
    (stretched, isStretched) = (StretchedLayer(trace), state.view == .stretched)
    (spelling, hasFormulas) = (state.spelling, state.hidden.hasFormulas)
    isColored = state.heatStyle.isColored && state.theme != .mono && state.capabilities.colors >= 8
    scale = HeatScale(pass.overlap, ramp: state.heatStyle.ramp)
    values = state.stepValues
    numbers = state.player.numbers
    digits = pass.overlap.maximum.description.count
    typed =
      if case .asking(.number, let entry) = state.mode {
        entry.text.replacing("-", with: "−")
      } else { nil }
  }

  /// The cell under the cursor, and what it is tied to.
  var cell: Spatial<Int> { arithmetic.cell }
  var links: Spatial<Links> { arithmetic.links }

  /// Whether it is a cell of the layer, and not one of the places around it.
  var isInside: Bool { trace.contains(cell, in: cursor.grid) }

  /// The letters of the taps, the same in all grids.
  var letters: TapLetters { TapLetters(trace.size(of: .kernel)) }

  /// Whether a step is done, or all of them.
  func isDone(_ cell: Spatial<Int>, of grid: LayerGrid) -> Bool {
    guard let progress, progress.sequence.count != progress.steps else { return true }
    return progress.sequence.grid == grid && progress.includes(cell)
  }

  /// Whether an input cell is in the stretched input by now: over outputs, from the start.
  func isFilled(_ input: Spatial<Int>) -> Bool { order == .gather || isDone(input, of: .input) }

  // MARK: The rows and columns of each grid

  /// A dilated kernel is drawn with its gaps up to this size, and tap by tap beyond.
  private static let largestSpread = 9

  /// The places from one tap to the next; 1 in other grids, and where the gaps are not drawn.
  func spread(_ pane: WatchPane) -> Spatial<Int> {
    let isSpread =
      pane.grid == .kernel && trace.axes.allSatisfy { $0.dilatedSize <= Self.largestSpread }
    return trace.axes.map { isSpread ? $0.geometry.dilation : 1 }
  }

  func bounds(_ pane: WatchPane) -> Spatial<Range<Int>> {
    let spread = spread(pane)
    return trace.axes.along { axis in
      guard let grid = pane.grid else {
        guard let stretched = stretched?.axes[axis] else { return 0..<0 }
        // With the cells that a negative padding takes away.
        let places = stretched.places
        return min(0, places.lowerBound)..<max(stretched.stretchedSize, places.upperBound)
      }
      let places = trace.axes[axis].places(of: grid)
      return grid == .kernel ? 0..<(places.count - 1) * spread[axis] + 1 : places
    }
  }

  /// The cell in the middle of what is shown of a grid.
  func focus(_ pane: WatchPane) -> Spatial<Int> {
    let (spread, slice) = (spread(pane), slice(pane))
    return trace.axes.along { axis in
      if axis == .depth, let slice { return slice }
      return switch pane {
      case .input, .output, .stretchedOutput: cursor.cell(of: pane.grid ?? .output, in: trace)[axis]
      case .kernel: tap(axis) * spread[axis]
      case .flippedKernel: (trace.size(of: .kernel)[axis] - 1 - tap(axis)) * spread[axis]
      case .stretched: stretchedFocus(axis)
      }
    }
  }

  /// The slice of another grid that is tied to the cell under the cursor, of three axes.
  private func slice(_ pane: WatchPane) -> Int? {
    guard trace.axes.count == 3, let link = depthLink else { return nil }
    let spread = spread(pane)[0]
    switch pane {
    case .input, .output, .stretchedOutput, .kernel:
      guard let grid = pane.grid, grid != cursor.grid else { return nil }
      return link[grid] * spread
    case .flippedKernel: return (trace.axes[0].size(of: .kernel) - 1 - link.tap) * spread
    case .stretched: return stretched?.axes[0].place(ofInput: link.input)
    }
  }

  /// The slices that are shown with that of the cursor, to which they are tied; `nil` without any.
  private var depthLink: Link? {
    let links = links[0]
    return links.isEmpty ? nil : links[min(max(0, cursor.link), links.count - 1)]
  }

  /// The first tap that the cell is tied to: a kernel may be too large to be seen as a whole.
  private func tap(_ axis: Axis) -> Int {
    cursor.grid == .kernel ? cell[axis] : links[axis].first?.tap ?? 0
  }

  private func stretchedFocus(_ axis: Axis) -> Int {
    guard let stretched = stretched?.axes[axis] else { return 0 }
    if cursor.grid == .input { return stretched.place(ofInput: cell[axis]) }
    let first = Int128(cursor.cell(of: .output, in: trace)[axis]) - Int128(stretched.paddingBefore)
    return Int(clamping: first + Int128(trace.axes[axis].dilatedSize / 2))
  }

  /// The cells that the cell under the cursor is tied to, as a box.
  func box(_ pane: WatchPane) -> Spatial<Range<Int>>? {
    let grid = pane.grid
    guard ![grid, cursor.grid].contains(.kernel), grid != cursor.grid else { return nil }
    guard let grid else { return trace.axes.along(stretchedWindow).complete() }
    return links.map { $0.hull(grid) }.complete()
  }

  private func stretchedWindow(_ axis: Axis) -> Range<Int>? {
    guard cursor.grid == .output, let stretched = stretched?.axes[axis] else { return nil }
    let first = cell[axis] - stretched.paddingBefore
    return first..<first + trace.axes[axis].dilatedSize
  }

  /// The cell of the layer at a place of a grid; a gap belongs to the tap before it.
  func cell(_ pane: WatchPane, _ place: Spatial<Int>) -> (grid: LayerGrid, cell: Spatial<Int>)? {
    let cell = place.with(spread(pane)) { $0 / $1 }
    switch pane {
    case .input: return (.input, cell)
    case .kernel: return (.kernel, cell)
    case .output, .stretchedOutput: return (.output, cell)
    case .flippedKernel: return (.kernel, cell.with(trace.size(of: .kernel)) { $1 - 1 - $0 })
    case .stretched:
      let contents = stretched?.axes.with(cell) { $0.content(at: $1) }
      return contents.flatMap { $0.map(\.input).complete() }.map { (.input, $0) }
    }
  }

  /// How the rows or columns of a window are tied to the cell under the cursor.
  func ties(_ pane: WatchPane, _ axis: Axis, _ window: Range<Int>) -> [AxisTie] {
    let cursor = (cursor.grid, cell[axis], isInside)
    let (trace, spread) = (trace.axes[axis], spread(pane)[axis])
    let last = trace.size(of: .kernel) - 1
    return window.map { place in
      guard let grid = pane.grid else { return stretchedTie(axis, place) }
      guard place % spread == 0 else { return AxisTie(.gap, .none) }
      let own = pane == .flippedKernel ? last - place / spread : place / spread
      return AxisTie(trace, cursor: cursor, grid, own)
    }
  }

  private func stretchedTie(_ axis: Axis, _ place: Int) -> AxisTie {
    guard let stretched = stretched?.axes[axis] else { return AxisTie(nil, .none) }
    let isOwn = cursor.grid == .input && stretched.place(ofInput: cell[axis]) == place
    guard cursor.grid == .output, let tap = stretched.flippedTap(on: place, ofOutput: cell[axis])
    else { return AxisTie(nil, isOwn ? .own : .none) }
    let isUseful = stretched.content(at: place).input != nil
    let own = [trace.axes[axis].size(of: .kernel) - 1 - tap]
    return AxisTie(nil, .taps(own: own, all: own, isUseful: isUseful))
  }
}
