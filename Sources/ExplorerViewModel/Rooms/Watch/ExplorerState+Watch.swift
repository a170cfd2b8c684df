extension ExplorerState {
  /// Moves the cursor; in the grid that is played, by steps.
  mutating func moveCell(_ direction: Direction, by distance: Int) {
    guard let trace, !direction.isVertical || trace.axes.count > 1 else { return }
    if isStepping { return moveStep(direction, by: distance) }
    let grid = cellCursor.grid
    var cell = cellCursor.cell(of: grid, in: trace)
    let axis: Axis = direction.isVertical ? .height : .width
    let places = trace.axes[axis].places(of: grid)
    let moved = Int128(cell[axis]) + Int128(direction.isBack ? -distance : distance)
    cell[axis] = Int(clamping: moved).clamped(to: places)
    cellCursor.move(to: cell, of: grid)
  }

  /// Goes on to the next grid, to a cell there that the present one is tied to.
  mutating func nextGrid() {
    let (old, new) = (cellCursor.grid, cellCursor.grid.next)
    guard let trace else { return cellCursor.grid = new }
    let cell = cellCursor.cell(of: old, in: trace)
    var next = cellCursor.cell(of: new, in: trace)
    for (axis, links) in zip(trace.axes.axes, trace.links(of: old, at: cell)) {
      // For a tap, the cells that are already shown, since it is tied to cells everywhere.
      guard old != .kernel, !links.isEmpty else { continue }
      next[axis] = links[links.count / 2][new]
    }
    cellCursor.move(to: next, of: new)
  }

  /// Goes to the next slice of three axes; among the cells first to the next slice of another grid
  /// that is tied to the one under the cursor, of what is played by all steps of a slice.
  mutating func goSlice(by offset: Int) {
    guard let trace, trace.axes.count == 3, showsSlices else {
      return say("only maps and cells of layers of three axes have slices")
    }
    let isWatched = view.room == .watch
    if isWatched, player.steps != nil {
      let plane = trace.size(of: stepSequence?.grid ?? .output).dropFirst().map { Count($0) }
      return go(by: Count(offset) * plane.reduce(1) { $0 * $1 })
    }
    let grid = isWatched ? cellCursor.grid : trace.plane
    var cell = cellCursor.cell(of: grid, in: trace)
    let last = trace.links(of: grid, at: cell)[0].count - 1
    let link = min(cellCursor.link, max(0, last)) + offset
    if isWatched, link >= 0, link <= last { return cellCursor.link = link }
    let places = isWatched ? trace.axes[0].places(of: grid) : 0..<trace.size(of: grid)[0]
    let next = (cell[0] + offset).clamped(to: places)
    guard next != cell[0] else { return }
    cell[0] = next
    cellCursor.move(to: cell, of: grid)
    cellCursor.link = offset < 0 ? .max : 0
  }

  /// Takes a click or a drag: to a cell, or to the step of one.
  mutating func point(at cell: Spatial<Int>, of grid: LayerGrid) {
    focus = .picture
    if view.room == .watch, player.steps != nil, let sequence = stepSequence,
      sequence.grid == grid, let step = sequence.step(at: cell)
    {
      player.isPlaying = false
      return go(to: step + 1)
    }
    cellCursor.move(to: cell, of: grid)
  }

  // MARK: The steps of the layer

  /// When the next step is due; `nil` while nothing moves by itself.
  ///
  /// What is hidden does not play, so the program can sleep.
  package var timeToNextStep: Duration? {
    guard view.room == .watch, player.isPlaying, prediction == nil, stepProgress != nil else {
      return nil
    }
    switch mode {
    case .help, .choosing: return nil
    case .browse, .asking:
      // The whole map stays for a while before it starts again.
      return isAtEnd ? max(.seconds(1), player.speed.interval) : player.speed.interval
    }
  }

  private var isAtEnd: Bool { lastStep.map { doneSteps >= $0 } ?? false }

  /// Goes on, as ``timeToNextStep`` has passed; after the end it pauses or starts again.
  package mutating func tick() {
    guard timeToNextStep != nil, let last = lastStep else { return }
    let steps = doneSteps
    let startsAgain = steps >= last && player.isLooping
    go(to: startsAgain ? 0 : steps + Count(player.speed.stepsPerPicture))
    if isAtEnd, !player.isLooping {
      player.isPlaying = false
      let again = Command.play.keyNames
      let whole = leavesLesson ? "" : ", \(Command.goBack.keyNames) shows the whole picture"
      say("all is done; \(again) plays it again\(whole)")
    }
    // A lesson can wait for a step, whoever took it.
    followLesson(wasAskedToSkip: false)
  }

  private var lastStep: Count? { stepSequence?.count.fitting }

  /// The steps that are done, within the layer.
  private var doneSteps: Count { stepProgress?.steps ?? 0 }

  /// Plays up to a step, whose cell then is under the cursor.
  private mutating func go(to steps: Count) {
    guard let sequence = stepSequence, let last = lastStep else { return }
    let steps = min(max(0, steps.fitting ?? last), last)
    player.steps = steps
    guard let cell = sequence.cell(at: max(0, steps - 1)) else { return }
    cellCursor.move(to: cell, of: sequence.grid)
  }

  mutating func go(by steps: Count) {
    player.isPlaying = false
    // From the whole picture, a step back removes the last one.
    go(to: (player.steps == nil && steps < 0 ? lastStep ?? 0 : doneSteps) + steps)
  }

  /// Does something with the player, from any room.
  mutating func play(_ act: (inout ExplorerState) -> Void) {
    guard lastStep != nil else {
      return say((trace == nil ? pass?.traceRefusal : nil) ?? "there are no steps to play")
    }
    if view.room != .watch { show(.watch) }
    act(&self)
  }

  mutating func playOrPause() {
    if player.steps == nil || !player.isPlaying && isAtEnd { go(to: 0) }
    player.isPlaying.toggle()
  }

  mutating func toggleLoop() {
    player.isLooping.toggle()
    say(player.isLooping ? "starts again after the end" : "pauses at the end")
  }

  mutating func changeSpeed(by offset: Int) {
    player.speed.change(by: offset)
    let speed = player.speed.stepsPerSecond
    say("\(speed) step\(speed == 1 ? "" : "s") a second")
  }

  /// The end stays the end; from anywhere else it goes to the start, since the steps of the other
  /// order are different.
  mutating func toggleOrder() {
    let isAtEnd = isAtEnd
    player.hasOtherOrder.toggle()
    if player.steps != nil { go(to: isAtEnd ? lastStep ?? 0 : 0) }
    say(player.order(of: subject.layer.direction) == .gather ? "outputs gather" : "inputs scatter")
  }

  /// Moves over the grid of the steps as a cursor does: sideways by steps, up and down by rows; as
  /// far as can be, to the start or the end.
  mutating func moveStep(_ direction: Direction, by distance: Int) {
    guard let sequence = stepSequence else { return }
    let row = Count(sequence.trace.size(of: sequence.grid).width)
    let steps = Count(distance) * (direction.isVertical ? row : 1)
    if distance == .max {
      player.isPlaying = false
      return go(to: direction.isBack ? 0 : lastStep ?? 0)
    }
    go(by: direction.isBack ? 0 - steps : steps)
  }
}
