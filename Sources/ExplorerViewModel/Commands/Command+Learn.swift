import ConvArithmetic

extension Command {
  /// What is for learners.
  static let learning: [Command] = [
    Command(
      "predict", .learn, ["g"], "predict, then see",
      hint: Hint(15) { state in
        guard let prediction = state.prediction else {
          return state.arrows == .knobs ? "predict" : nil
        }
        return prediction.exercise == nil ? "another" : "own layer"
      },
      in: [.browse, .question], act: { $0.predict() }, say: says(\.question)),
    quiz, lessons,
    Command(
      "lesson", .learn, [], "opens a lesson; alone, its screen again", argument: "8",
      read: { $0.takeLesson($1) }, say: { $0.lesson($1) }),
    nextScreen, previousScreen,
    Command(
      "leave", .learn, [], "no more questions; or leaves a lesson", in: .everywhere,
      act: { $0.leaveLearning() }, say: says(\.left)),
  ]

  static let quiz = Command(
    "quiz", .learn, ["G"], "endless quiz", argument: "2",
    hint: Hint(16) { state in
      state.prediction.map { $0.exercise == nil ? "exercises" : "another" }
    },
    in: [.browse, .question], read: { $0.takeLevel($1) }, say: says(\.question))
  static let lessons = Command(
    "lessons", .learn, ["L"], "the lessons", hint: Hint(17, "lessons"),
    act: { $0.open(.lessons) }, say: says(\.lessons))
  static let nextScreen = Command(
    "next", .learn, ["n"], "next screen of a lesson", act: { $0.nextScreen() }, say: says(\.turned))
  static let previousScreen = Command(
    "back", .learn, ["N"], "screen before", act: { $0.previousScreen() }, say: says(\.turned))

  /// The player of Watch, from any room.
  static let playing: [Command] = [
    play,
    Command("", .steps, ["."], "a step forward", act: { state in state.play { $0.go(by: 1) } }),
    Command("", .steps, [","], "a step back", act: { state in state.play { $0.go(by: -1) } }),
    Command(
      "faster", .steps, ["+", "="], "faster",
      hint: Hint(13, keys: "+/-") { $0.arrows == .steps ? "speed" : nil },
      act: { state in state.play { $0.changeSpeed(by: 1) } }),
    Command(
      "slower", .steps, ["-"], "slower", where: { $0.arrows != .numbers },
      act: { state in state.play { $0.changeSpeed(by: -1) } }),
    Command(
      "", .steps, ["-"], "a number below 0", where: { $0.arrows == .numbers },
      act: { $0.beginTyping("-") }),
    Command(
      "order", or: ["gather", "scatter"], .steps, ["o"], "gather or scatter",
      hint: Hint(9) { $0.arrows.areOfGrids ? "order" : nil },
      act: { state in state.play { $0.toggleOrder() } }),
    Command("loop", .steps, ["w"], "loop", act: { state in state.play { $0.toggleLoop() } }),
    Command(
      "numbers", .steps, ["v"], "numbers, or counts",
      hint: Hint(10) { state in
        guard state.arrows.areOfGrids else { return nil }
        return state.stepValues == nil ? "numbers" : "counts"
      },
      act: { state in state.play { $0.toggleNumbers() } }),
    otherNumbers, flip,
  ]

  static let play = Command(
    "play", or: ["pause"], .steps, [" "], "play or pause, in any room",
    hint: Hint(7) { state in
      guard state.arrows == .knobs || state.arrows.areOfGrids, !state.lacksCells else { return nil }
      return state.player.isPlaying ? "pause" : "play"
    },
    act: { state in state.play { $0.playOrPause() } })
  static let otherNumbers = Command(
    "values", .steps, ["e"], "other example values",
    hint: Hint(13) { $0.arrows == .numbers ? "others" : nil },
    act: { state in state.play { $0.cycleNumbers() } })
  static let flip = Command(
    "flip", .steps, ["F"], "flip the kernel: convolve",
    hint: Hint(14) { $0.arrows == .numbers ? "flip" : nil },
    act: { state in state.play { $0.flipKernel() } })
}
