package enum Direction: Equatable, Sendable {
  case up, down, left, right
}

package enum Side: Equatable, Sendable {
  case left, right
}

/// Something that the user asks for, whichever key asked.
package enum Action: Hashable, Sendable {
  // Moving and changing; what moves depends on what has the focus.
  case step(Direction)
  case leap(Side)
  case pageUp, pageDown
  case toStart, toEnd
  /// Begins to type a value with the digit that was pressed.
  case typeDigit
  /// Begins to type a value; takes what is chosen in a list.
  case enter
  case leave

  // The layer.
  case cycleAxes
  case toggleKind
  case toggleBias
  case applyRemedy
  case undo, redo
  case reset
  case openPresets
  /// Keeps what is shown under a name.
  case keepSnapshot
  case openSnapshots
  case openCommandLine

  // What is shown.
  case nextRoom, previousRoom
  /// Goes to a room, and from there back to the first one.
  case visit(Room)
  /// The next page of the room; the next grid, where the keys are for the cells.
  case nextPart
  case cycleHeat
  case cycleTheme
  case toggleZoom
  case openHelp

  // Learning.
  /// Asks about the layer and hides what follows from it.
  case predict
  /// Asks about the layer of an exercise.
  case exercise
  case openLessons
  case nextScreen, previousScreen
  // The player of the steps.
  case playOrPause
  case stepForward, stepBack
  case slower, faster
  case toggleOrder
  case toggleLoop
  case toggleNumbers, cycleNumbers
  case flipKernel

  // Designing.
  /// Keeps the present layer to compare others with.
  case keepLayer
  case swapLayers

  // The program.
  case copyLine
  /// Copies the command line that opens what is shown.
  case copyShareLine
  /// Writes the map to a file.
  case exportMap
  case suspend
  case repaint
  case quit
}
