extension VirtualScreen {
  mutating func perform(_ sequence: ControlSequence) {
    if sequence.final != "b" && sequence.final != "m" { wrapsNext = false }
    let isKnown =
      sequence.isPrivate
      ? performPrivate(sequence)
      : move(sequence) || erase(sequence) || shift(sequence) || set(sequence)
    if !isKnown { unknownSequences.append("\(sequence)") }
  }

  private mutating func performPrivate(_ sequence: ControlSequence) -> Bool {
    switch sequence.final {
    case "h": for mode in sequence.numbers { setMode(mode) }
    case "l": for mode in sequence.numbers { resetMode(mode) }
    case "c", "u", "m", "p": break
    default: return false
    }
    return true
  }

  private mutating func setMode(_ mode: Int) {
    mentionedModes.insert(mode)
    if modes.insert(mode).inserted && mode == 1049 { enterAlternateScreen() }
  }

  private mutating func resetMode(_ mode: Int) {
    mentionedModes.insert(mode)
    if modes.remove(mode) != nil && mode == 1049 { leaveAlternateScreen() }
  }

  private mutating func move(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    switch sequence.final {
    case "H", "f": moveCursor(row: count - 1, column: sequence.count(1) - 1)
    case "A": moveCursor(row: row - count, column: column)
    case "B", "e": moveCursor(row: row + count, column: column)
    case "C", "a": moveCursor(row: row, column: column + count)
    case "D": moveCursor(row: row, column: column - count)
    case "G", "`": moveCursor(row: row, column: count - 1)
    case "d": moveCursor(row: count - 1, column: column)
    default: return false
    }
    return true
  }

  private mutating func erase(_ sequence: ControlSequence) -> Bool {
    switch sequence.final {
    case "J":
      for line in 0..<rows { erase(line, sequence.selector) }
    case "K": eraseWithinLine(sequence.selector)
    case "X": blank(row, column..<min(columns, column + sequence.count()))
    default: return false
    }
    return true
  }

  /// Erases what of a line lies on the side of the cursor that is to be erased.
  private mutating func erase(_ line: Int, _ selector: Int) {
    switch selector {
    case 0 where line > row, 1 where line < row, 2: blank(line, 0..<columns)
    case 0 where line == row, 1 where line == row: eraseWithinLine(selector)
    default: break
    }
  }

  private mutating func eraseWithinLine(_ selector: Int) {
    switch selector {
    case 0: blank(row, column..<columns)
    case 1: blank(row, 0..<column + 1)
    default: blank(row, 0..<columns)
    }
  }

  private mutating func shift(_ sequence: ControlSequence) -> Bool {
    let count = sequence.count()
    switch sequence.final {
    case "P": shiftLine(by: -count)
    case "@": shiftLine(by: count)
    case "L": if region.contains(row) { scroll(row...region.upperBound, by: count) }
    case "M": if region.contains(row) { scroll(row...region.upperBound, by: -count) }
    case "S": scroll(region, by: -count)
    case "T": scroll(region, by: count)
    case "b": for _ in 0..<count { put(lastPrinted) }
    default: return false
    }
    return true
  }

  private mutating func set(_ sequence: ControlSequence) -> Bool {
    switch sequence.final {
    case "m":
      mentionedRenditions.formUnion(sequence.fields)
      rendition.apply(sequence.fields, unknown: &unknownSequences)
    case "r": setRegion(sequence)
    case "h", "l": if sequence.numbers.contains(4) { inserts = sequence.final == "h" }
    // Questions, window titles and cursor shapes leave no trace on the screen.
    case "t", "n", "p", "q", "c": break
    default: return false
    }
    return true
  }

  private mutating func setRegion(_ sequence: ControlSequence) {
    let top = min(rows, sequence.count()) - 1
    let bottom = min(rows, sequence.count(1, default: rows)) - 1
    if top < bottom { region = top...bottom }
    moveCursor(row: 0, column: 0)
  }
}
