/// What a cell asks of its row or column: numbers alone, since each of thousands asks.
private struct CellLine {
  let role: CellRole
  let isOwn: Bool
  let isTied: Bool
  let isUseful: Bool
  /// Whether the place itself has a tap, and not only a copy of it.
  let hasOwnTap: Bool

  init(_ tie: AxisTie) {
    let taps = tie.touch.taps
    (role, isOwn, isTied) = (tie.role ?? .cell, tie.touch == .own, taps != nil)
    (isUseful, hasOwnTap) = (taps?.isUseful == true, taps?.own.isEmpty == false)
  }
}

/// What the cells of a window of a grid show.
struct WatchCells {
  let scene: WatchScene
  let pane: WatchPane
  let window: Spatial<Range<Int>>
  private let ties: Spatial<[AxisTie]>
  private let lines: Spatial<[CellLine]>
  private let counts: (Spatial<Int>) -> (done: Count, all: Count)
  private let letters: TapLetters
  private let hasNumbers: Bool
  /// The marks that occur.
  private(set) var marks: [CellMark] = []

  init(_ scene: WatchScene, _ pane: WatchPane, _ window: Spatial<Range<Int>>) {
    (self.scene, self.pane, self.window, letters) = (scene, pane, window, scene.letters)
    ties = window.along { scene.ties(pane, $0, window[$0]) }
    lines = ties.map { $0.map { CellLine($0) } }
    counts = scene.counts(pane, window)
    hasNumbers = scene.values != nil
  }

  private mutating func note(_ mark: CellMark) {
    if !mark.name.isEmpty, !marks.contains(mark) { marks.append(mark) }
  }

  mutating func content(_ cell: Spatial<Int>) -> GridCell {
    let place = cell.with(window) { $0 - $1.lowerBound }
    let lines = lines.with(place) { $0[$1] }
    var role = CellRole.cell
    for line in lines { role = max(role, line.role) }
    var shown = own(cell, role)
    let tied = tied(place, lines, role)
    if let first = tied.first {
      note(.product(hasLetters: letters.areEnough))
      // A tap without a number is its letter; beside text that is not a count, one is enough.
      if pane.grid != .kernel || hasNumbers {
        let hasDigits = shown.text.utf8.contains { (0x30...0x39).contains($0) }
        shown.letter = hasDigits ? tied.joined() : first
      }
      if tied.count > 1 {
        note(.several)
        shown.mark = CellMark.several.character
      } else if role == .copy {
        // The letter stands between the mark and the number.
        (shown.mark, shown.text) = (role.mark.character, String(shown.text.dropFirst()))
      }
      if lines.allSatisfy({ $0.isUseful }) {
        (shown.style, shown.isFilled) = (letters.style(first), true)
      } else if pane.grid == .kernel {
        // A tap is not a zero; it is multiplied with one, or its product is cropped.
        let lost: CellRole = scene.trace.direction == .convolution ? .padding : .croppedAfter
        note(lost.mark)
        (shown.mark, shown.style, shown.isFilled) = (lost.mark.character, .faint, false)
      }
    } else if lines.allSatisfy({ $0.isOwn }) {
      (shown.style, shown.isFilled) = (.linked, true)
    }
    return shown
  }

  /// The letters of the taps that tie a cell to the one under the cursor.
  private func tied(_ place: Spatial<Int>, _ lines: Spatial<CellLine>, _ role: CellRole) -> [String]
  {
    // Nearly all cells are tied to none, along one axis at least.
    guard lines.allSatisfy({ $0.isTied }) else { return [] }
    // A place that is a copy along any axis has only its own.
    let isCopy = role == .copy
    guard !isCopy || lines.allSatisfy({ $0.hasOwnTap }) else { return [] }
    guard letters.areEnough else { return TapLetters.signAlone }
    let taps = ties.with(place) { $0[$1].touch.taps }
    let indices = taps.complete()?.map { isCopy ? $0.own : $0.all }
    return indices?.combinations().map { letters[$0] }.distinct ?? []
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
    if !scene.isPlayed, role != .cell, role != .kept {
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
    guard scene.isPlayed else { return GridCell.real(letter) }
    let (done, all) = counts(cell)
    let text = done == all ? letter.uppercased() : done == 0 ? letter : ","
    let word = text == letter ? "to come" : text == "," ? "begun" : "done"
    note(CellMark(text.unicodeScalars.first ?? "?", word))
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

  var countWidth: Int { showsLevels ? 1 : digits }

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
