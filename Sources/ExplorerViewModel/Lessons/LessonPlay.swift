/// Plays a lesson by its own keys, and sees whether what it says is so.
package struct LessonPlay: Sendable {
  private var state: ExplorerState
  private var faults: [LessonError] = []

  /// What is wrong with a lesson: claims that are not so, screens that are done before anything has
  /// been done, and keys that do not do them.
  package static func faults(
    of lesson: Lesson, on size: ScreenSize = ScreenSize(columns: 80, rows: 24)
  ) -> [LessonError] {
    let capabilities = Capabilities(unicode: true, colors: 0, hasClipboard: false)
    var play = LessonPlay(state: ExplorerState(size: size, capabilities: capabilities))
    play.state.begin(lesson)
    for (index, screen) in lesson.screens.enumerated() { play.play(screen, at: index) }
    return play.faults
  }

  private mutating func play(_ screen: LessonScreen, at index: Int) {
    check(screen, .opening)
    for claim in screen.claims {
      guard case .of(let subject) = claim.moment else { continue }
      var other = state
      other.subject = subject
      check(claim, in: other)
    }
    if let until = screen.until { reach(until, of: screen) }
    // Twice, should it not be done.
    for _ in 0..<2 where state.lesson?.index == index { state.nextScreen() }
  }

  private mutating func reach(_ until: LessonCondition, of screen: LessonScreen) {
    if state.lesson?.isDone == true {
      report(screen.line, "'\(until.text)' is so before anything has been done")
    }
    guard !screen.keys.isEmpty else {
      if let claim = screen.claims.first(where: { $0.moment == .done }) {
        report(claim.line, "without keys it cannot be seen whether this is so")
      }
      return
    }
    for key in screen.keys { _ = state.press(key) }
    if state.lesson?.isDone == true {
      check(screen, .done)
    } else {
      report(screen.line, "the keys do not reach '\(until.text)'")
    }
  }

  private mutating func check(_ screen: LessonScreen, _ moment: LessonClaim.Moment) {
    for claim in screen.claims where claim.moment == moment { check(claim, in: state) }
  }

  private mutating func check(_ claim: LessonClaim, in state: ExplorerState) {
    guard !claim.condition.holds(in: state) else { return }
    let numbers = claim.condition.terms.compactMap { $0.number(state) }
    let found = numbers.isEmpty ? "" : ": " + numbers.joined(separator: ", ")
    report(claim.line, "'\(claim.condition.text)' is not so\(found)")
  }

  private mutating func report(_ line: Int, _ reason: String) {
    faults.append(LessonError(reason, line: line))
  }
}
