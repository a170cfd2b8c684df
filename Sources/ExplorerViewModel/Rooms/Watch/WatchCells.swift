/// One grid of the room: what its cells show, and how they are tied to the one under the cursor.
package struct WatchGrid {
  let scene: WatchScene
  let pane: WatchPane

  package init(_ scene: WatchScene, _ pane: WatchPane) { (self.scene, self.pane) = (scene, pane) }

  /// The grid as a panel, its window around the cell under the cursor or those tied to it.
  package func panel(_ pitch: Pitch) -> GridPanel {
    let (bounds, focus) = (scene.bounds(pane), scene.focus(pane))
    var panel = GridPanel(bounds: bounds.planar(0..<1), focus: focus.planar(0))
    let isActive = pane == WatchPane(scene.cursor.grid)
    if isActive { panel.cursor = panel.focus }
    (panel.box, panel.wanted, panel.spelling) = (
      scene.box(pane)?.planar(0..<1), pitch, scene.spelling
    )
    panel.prefersText = scene.values != nil
    panel.textWidth = max(textWidth, isActive ? scene.typed?.count ?? 0 : 0)
    let (spread, hasRows) = (scene.spread(pane).planar(1), axes > 1)
    panel.label = { axis, index in
      index % spread[axis] == 0 && (hasRows || axis == .width) ? (index / spread[axis]).plain : ""
    }
    let size = pane.grid.map(scene.trace.size) ?? bounds.map(\.count)
    let place = axes == 3 ? [Span(" D \((focus[0] / scene.spread(pane)[0]).plain)", .value)] : []
    panel.title =
      [Span(isActive ? "▸" : " ", .key), Span(name, isActive ? .value : .heading)] + place
      + [Span(" \(size.map(String.init).joined(separator: "×"))", .faint)]
    return panel
  }

  private var axes: Int { scene.trace.axes.count }
  /// The place along the first of three axes that is shown.
  private var slice: Int { axes == 3 ? scene.focus(pane)[0] : 0 }

  private var name: String {
    let isFlipped = scene.values?.isFlipped == true
    return switch pane {
    case .input: "x input"
    case .kernel: isFlipped ? "w flipped" : "w kernel"
    case .output: "y output"
    case .stretched: "z stretched"
    case .flippedKernel: isFlipped ? "w kernel" : "w flipped"
    case .stretchedOutput: "y from z"
    }
  }

  func cell(at place: Place, _ pitch: Pitch, _ size: ScreenSize) -> ExplorerState.Target? {
    panel(pitch).cell(at: place, size)
      .flatMap { scene.cell(pane, $0.raised(to: axes, slice: slice)) }
      .map { .gridCell($0.grid, $0.cell) }
  }

  package func draw(_ pitch: Pitch, _ size: ScreenSize) -> (frame: Frame, marks: [CellMark]) {
    let (panel, axes, slice) = (panel(pitch), axes, slice)
    let window = panel.window(size).raised(to: axes, slice: slice..<slice + 1)
    var cells = WatchCells(scene, pane, window)
    let frame = panel.draw(size) { cell in
      if let typed = scene.typed, cell == panel.cursor { return GridCell(typed, style: .focus) }
      return cells.content(cell.raised(to: axes, slice: slice))
    }
    return (frame, cells.marks)
  }
}

private struct WatchCells {
  let scene: WatchScene
  let pane: WatchPane
  let window: Spatial<Range<Int>>
  private let ties: Spatial<[AxisTie]>
  private let counts: (Spatial<Int>) -> (done: Count, all: Count)
  private let letters: TapLetters
  private let hasNumbers: Bool
  /// The marks that occur.
  private(set) var marks: [CellMark] = []

  init(_ scene: WatchScene, _ pane: WatchPane, _ window: Spatial<Range<Int>>) {
    (self.scene, self.pane, self.window, letters) = (scene, pane, window, scene.letters)
    ties = window.along { scene.ties(pane, $0, window[$0]) }
    counts = scene.counts(pane, window)
    hasNumbers = scene.values != nil
  }

  private mutating func note(_ mark: CellMark) {
    if !mark.name.isEmpty, !marks.contains(mark) { marks.append(mark) }
  }

  mutating func content(_ cell: Spatial<Int>) -> GridCell {
    let place = cell.with(window) { $0 - $1.lowerBound }
    let ties = ties.with(place) { $0[$1] }
    var role = CellRole.cell
    for tie in ties { role = max(role, tie.role ?? .cell) }
    var shown = own(cell, role)
    let tied = tied(ties, role)
    if let first = tied.first {
      note(.product(hasLetters: letters.areEnough))
      // A tap without a number is its letter; beside text that is not a count, one is enough.
      if pane.grid != .kernel || hasNumbers {
        shown.letter = shown.text.contains(where: \.isNumber) ? tied.joined() : first
      }
      if tied.count > 1 {
        note(.several)
        shown.mark = CellMark.several.character
      } else if role == .copy {
        // The letter stands between the mark and the number.
        (shown.mark, shown.text) = (role.mark.character, String(shown.text.dropFirst()))
      }
      if ties.allSatisfy({ $0.touch.taps?.isUseful == true }) {
        (shown.style, shown.isFilled) = (letters.style(first), true)
      } else if pane.grid == .kernel {
        // A tap is not a zero; it is multiplied with one, or its product is cropped.
        let lost: CellRole = scene.trace.direction == .convolution ? .padding : .croppedAfter
        note(lost.mark)
        (shown.mark, shown.style, shown.isFilled) = (lost.mark.character, .faint, false)
      }
    } else if ties.map({ $0.touch == .own }).isAll(true) {
      (shown.style, shown.isFilled) = (.linked, true)
    }
    return shown
  }

  /// The letters of the taps that tie a cell to the one under the cursor.
  private func tied(_ ties: Spatial<AxisTie>, _ role: CellRole) -> [String] {
    // Nearly all cells are tied to none, along one axis at least.
    for tie in ties where tie.touch.taps == nil { return [] }
    guard let taps = ties.map({ $0.touch.taps }).complete() else { return [] }
    // A place that is a copy along any axis has only its own.
    let indices = taps.map { role == .copy ? $0.own : $0.all }
    guard letters.areEnough else {
      return indices.contains(where: \.isEmpty) ? [] : [TapLetters.sign]
    }
    return indices.combinations().map { letters[$0] }.distinct
  }

  /// What a cell is without the one under the cursor.
  private mutating func own(_ cell: Spatial<Int>, _ role: CellRole) -> GridCell {
    switch pane {
    case .stretched: return stretched(cell)
    case _ where role == .copy || role.isHollow:
      note(role.mark)
      // A copy has the number of its cell; its reads are that cell's.
      let source = hasNumbers && role == .copy ? scene.trace.source(of: cell) : nil
      let number = source.flatMap { scene.values?.input[$0].plain } ?? ""
      return GridCell("\(role.mark.character)\(number)", style: role.mark.style)
    case .kernel, .flippedKernel: return tap(cell, role)
    case .output where hasNumbers:
      return sum(
        cell,
        scene.progress.map { scene.values?.output(at: cell, after: $0) }
          ?? scene.values?.output(at: cell))
    case .stretchedOutput: return stretchedOutput(cell)
    case .input, .output:
      if hasNumbers, let values = scene.values {
        return GridCell.real(values.input[cell].plain)
      }
      return pane.grid == scene.trace.plane ? heated(cell, role) : state(cell, role)
    }
  }

  private mutating func tap(_ cell: Spatial<Int>, _ role: CellRole) -> GridCell {
    guard let tap = scene.cell(pane, cell)?.cell else { return GridCell("?") }
    var shown = GridCell.real(scene.values?.weights[tap].plain ?? letters[tap])
    shown.mark = role.mark.character
    note(role.mark)
    return shown
  }

  /// A cell whose counts grow into the map: what a transposed layer writes, a Conv2d reads.
  private mutating func heated(_ cell: Spatial<Int>, _ role: CellRole) -> GridCell {
    if scene.progress == nil, role != .cell, role != .kept {
      note(role.mark)
      return GridCell(String(role.mark.character), style: role.mark.style)
    }
    var shown = scene.heat(counts(cell).done)
    if role == .kept {
      note(role.mark)
      shown.mark = role.mark.character
    }
    return shown
  }

  /// A cell of the other plane: small letters for what is to come, capitals for what is done.
  private mutating func state(_ cell: Spatial<Int>, _ role: CellRole) -> GridCell {
    let letter = pane == .input ? "x" : "y"
    guard role == .cell else {
      // It is never used: a blind output, or a lost input.
      note(role.mark)
      return GridCell(String(role.mark.character), style: role.mark.style)
    }
    guard scene.progress != nil else { return GridCell.real(letter) }
    let (done, all) = counts(cell)
    let text = done == all ? letter.uppercased() : done == 0 ? letter : ","
    let words = ["X": "done", "Y": "done", ",": "begun"]
    note(CellMark(text.unicodeScalars.first ?? "?", words[text] ?? "to come"))
    return GridCell.real(text)
  }

  private mutating func stretched(_ place: Spatial<Int>) -> GridCell {
    if let input = scene.cell(.stretched, place)?.cell {
      guard scene.isFilled(input) else { return GridCell("x", style: .faint) }
      guard hasNumbers, let values = scene.values else { return GridCell.real("x") }
      return GridCell.real(values.input[input].plain)
    }
    let contents = scene.stretched?.axes.with(place) { $0.content(at: $1) }
    let mark: CellMark =
      contents?.contains { $0 == .cropped || $0 == .outside } != false
      ? .takenAway
      : contents?.contains(.outputPaddingZero) == true
        ? .outputPadding : contents?.contains(.paddingZero) == true ? .around : .between
    note(mark)
    return GridCell(String(mark.character), style: mark.style)
  }

  private func stretchedOutput(_ cell: Spatial<Int>) -> GridCell {
    guard let stretched = scene.stretched else { return GridCell("?") }
    if hasNumbers, let values = scene.values {
      return sum(cell, values.output(at: cell, of: stretched, after: scene.progress))
    }
    return scene.heat(Count(stretched.readings(ofOutput: cell, after: scene.progress).count))
  }

  /// What is added up in an output cell so far; a dot where nothing has come yet.
  private func sum(_ cell: Spatial<Int>, _ sum: Count?) -> GridCell {
    guard let sum = sum?.fitting else { return GridCell("?", style: .bad) }
    let isBegun =
      scene.isDone(cell, of: .output)
      || scene.progress?.products(in: .output, at: cell).fitting ?? 0 > 0
    return GridCell.real(isBegun ? sum.plain : ".")
  }
}

/// Counts and numbers, and the columns that they take.
extension WatchScene {
  /// More digits are a character of the heat.
  private static let mostDigits = 3

  /// Whether counts are shown by characters, as they are too long.
  var showsLevels: Bool { digits > Self.mostDigits }

  fileprivate var countWidth: Int { showsLevels ? 1 : digits }

  /// A count in the colour of the map.
  func heat(_ count: Count) -> GridCell {
    let level = scale.level(count)
    // The map may have no level for a count that is still to grow.
    let style: Style = level.counts.upperBound > 0 ? level.style : .heat1
    return GridCell(
      showsLevels ? String(level.character) : "\(count)",
      style: isColored && count > 0 ? style : .filled, isFilled: true)
  }

  /// The products that touch each cell of a window, so far and in all.
  func counts(
    _ pane: WatchPane, _ window: Spatial<Range<Int>>
  ) -> (Spatial<Int>) -> (done: Count, all: Count) {
    guard let grid = pane.grid, grid != .kernel else { return { _ in (0, 0) } }
    if let progress {
      let counts = RunningCounts(progress, in: grid, window)
      return { counts.products(at: $0) }
    }
    guard grid == trace.plane else { return { _ in (0, 0) } }
    let counters = pass.overlap.coverage.map { CellCounter($0) }
    return { cell in
      let count = counters.with(cell) { Count($0.count(at: $1)) }.product
      return (count, count)
    }
  }
}

extension WatchGrid {
  /// The columns of the widest text that the grid can come to show, so that nothing moves.
  private var textWidth: Int {
    guard let values = scene.values else {
      let isHeated = pane.grid == scene.trace.plane
      return isHeated ? scene.countWidth : 1
    }
    switch pane {
    case .input, .stretched: return width(of: values.input)
    case .kernel, .flippedKernel: return width(of: values.kernel)
    case .output, .stretchedOutput: return sumWidth(values)
    }
  }

  private func width(of grid: IntegerGrid) -> Int {
    // No number is longer than the least or the largest one.
    [grid.values.min(), grid.values.max()].map { $0?.plain.count ?? 1 }.max() ?? 1
  }

  /// No sum is larger than the largest input times the sum of all weights.
  private func sumWidth(_ values: LayerValues) -> Int {
    let (inputs, weights) = (values.input.values, values.kernel.values)
    let largest = inputs.map(\.magnitude).max() ?? 0
    let sum = weights.reduce(0) { $0 + $1.magnitude }
    let (bound, overflow) = largest.multipliedReportingOverflow(by: sum)
    let hasSign = inputs.contains { $0 < 0 } || weights.contains { $0 < 0 }
    return (overflow ? 20 : String(bound).count) + (hasSign ? 1 : 0)
  }
}
