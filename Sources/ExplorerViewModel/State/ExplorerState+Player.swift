import ConvArithmetic

extension ExplorerState {
  /// The steps of the layer in the chosen order; `nil` of a layer that has none.
  package var stepSequence: StepSequence? {
    trace.map { StepSequence($0, player.order(of: $0.direction)) }
  }

  /// What is done of the layer so far.
  package var stepProgress: StepProgress? {
    stepSequence?.progress(after: player.steps)
  }

  /// Whether the arrow keys go from step to step; a layer that is refused has none.
  package var isPlayerFocused: Bool {
    guard view == .steps, focus == .picture, stepProgress != nil else { return false }
    return numberGrid == nil
  }

  /// When the next step is due; `nil` while nothing moves by itself.
  ///
  /// What is hidden does not play, so the program can sleep.
  package var timeToNextStep: Duration? {
    guard view == .steps, player.isPlaying, prediction == nil, stepProgress != nil else {
      return nil
    }
    switch mode {
    case .help, .choosing: return nil
    case .browse, .typing, .typingNumber, .command, .asking:
      // The whole map stays for a while before it starts again.
      return isAtEnd ? max(.seconds(1), player.speed.interval) : player.speed.interval
    }
  }

  private var isAtEnd: Bool { lastStep.map { doneSteps >= $0 } ?? false }

  /// Goes on, as ``timeToNextStep`` has passed; after the end it pauses or starts again.
  package mutating func tick() {
    guard timeToNextStep != nil, let last = lastStep else { return }
    let steps = doneSteps
    if steps >= last, player.isLooping {
      player.steps = 0
    } else {
      go(to: (steps + Count(player.speed.stepsPerPicture)).fitting ?? last)
    }
    if player.steps >= last, !player.isLooping { player.isPlaying = false }
    // A lesson can wait for a step, whoever took it.
    followLesson(wasAskedToSkip: false)
  }

  private var lastStep: Count? { stepSequence?.count.fitting }

  /// The steps that are done, within the layer.
  private var doneSteps: Count { stepProgress?.steps ?? 0 }

  private mutating func go(to steps: Count) {
    guard let last = lastStep else { return }
    player.steps = min(max(0, steps), last)
  }

  mutating func go(by steps: Count) {
    player.isPlaying = false
    go(to: (doneSteps + steps).fitting ?? doneSteps)
  }
}

extension ExplorerState {
  /// Does something with the player, from any room.
  mutating func play(_ act: (inout ExplorerState) -> Void) {
    guard lastStep != nil else { return say("there are no steps to play") }
    if view != .steps { show(.steps) }
    act(&self)
  }

  mutating func playOrPause() {
    if !player.isPlaying, isAtEnd { player.steps = 0 }
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

  /// The end stays the end; from the midst it goes to the start, for the other steps are others.
  mutating func toggleOrder() {
    let isAtEnd = isAtEnd
    player.hasOtherOrder.toggle()
    player.steps = isAtEnd ? lastStep ?? 0 : 0
    say(player.order(of: subject.layer.direction) == .gather ? "outputs gather" : "inputs scatter")
  }

  /// Moves over the grid of the steps as a cursor does: sideways by steps, up and down by rows.
  mutating func moveStep(_ direction: Direction, by distance: Int) {
    guard let sequence = stepSequence else { return }
    let row = Count(sequence.trace.size(of: sequence.grid).width)
    let distance = Count(distance)
    switch direction {
    case .left: go(by: 0 - distance)
    case .right: go(by: distance)
    case .up: go(by: (0 - distance * row).fitting ?? 0)
    case .down: go(by: (distance * row).fitting ?? 0)
    }
  }

  mutating func jumpStep(toEnd: Bool) {
    player.isPlaying = false
    go(to: toEnd ? lastStep ?? 0 : 0)
  }

  /// Goes to the step of a cell; of one in another grid there is no step.
  mutating func goToStep(of cell: Spatial<Int>, in grid: LayerGrid) {
    guard let sequence = stepSequence, sequence.grid == grid, let step = sequence.step(at: cell),
      let done = (step + 1).fitting
    else { return }
    player.isPlaying = false
    (focus, player.grid) = (.picture, nil)
    go(to: done)
  }
}
