/// Plays a lesson with its own keys and in wrong ways, and checks what it says.
package struct LessonPlay: Sendable {
  private var state: ExplorerState
  private var faults: [LessonError] = []

  /// What is wrong with a lesson: false claims, numbers in its sentences that are neither on the
  /// screen nor claimed, screens that are done before anything is done, and keys that do not do
  /// them.
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
    let opened = state
    checkNumbers(of: screen, in: state)
    if let until = screen.until { reach(until, of: screen) }
    goWrong(screen, from: opened)
    // Twice, should it not be done.
    for _ in 0..<2 where state.lesson?.index == index { state.nextScreen() }
  }

  private mutating func reach(_ until: LessonCondition, of screen: LessonScreen) {
    if state.lesson?.isDone == true {
      report(screen.line, "'\(until.text)' holds before anything is done")
    }
    guard !screen.keys.isEmpty else {
      if let claim = screen.claims.first(where: { $0.moment == .done }) {
        report(claim.line, "without keys this cannot be checked")
      }
      return
    }
    for key in screen.keys { _ = state.press(key) }
    if state.lesson?.isDone == true {
      check(screen, .done)
      checkNumbers(of: screen, in: state)
    } else {
      report(screen.line, "the keys do not reach '\(until.text)'")
    }
  }

  /// Three wrong ways to the end: too far, by another value first, and what was done undone.
  private mutating func goWrong(_ screen: LessonScreen, from opened: ExplorerState) {
    guard let last = screen.keys.last else { return }
    let ways = [screen.keys + [last], [.right] + screen.keys, screen.keys + [.character("u")]]
    for way in ways {
      var wrong = opened
      for key in way { _ = wrong.press(key) }
      guard wrong.lesson?.index == opened.lesson?.index else { continue }
      checkNumbers(of: screen, in: wrong)
    }
  }

  // MARK: Claims

  private mutating func check(_ screen: LessonScreen, _ moment: LessonClaim.Moment) {
    for claim in screen.claims where claim.moment == moment { check(claim, in: state) }
  }

  private mutating func check(_ claim: LessonClaim, in state: ExplorerState) {
    guard !claim.condition.holds(in: state) else { return }
    let numbers = claim.condition.terms.compactMap { $0.number(state) }
    let found = numbers.isEmpty ? "" : ": " + numbers.joined(separator: ", ")
    report(claim.line, "'\(claim.condition.text)' is false\(found)")
  }

  // MARK: Numbers in sentences

  /// What the strip of the lesson says now must not contain a number from elsewhere.
  private mutating func checkNumbers(of screen: LessonScreen, in state: ExplorerState) {
    guard let progress = state.lesson, state.prediction == nil else { return }
    // A text about the layer at first is marked as that; what is filled in is of the layer anyway.
    var said = progress.isTextTrue ? screen.text : []
    if progress.isDone, progress.isAnswerTrue, screen.until != nil { said.append(screen.answer) }
    let known = Self.known(screen, state)
    for number in said.flatMap(\.withoutNames.wholeNumbers) where !known.contains(number) {
      report(screen.line, "\(number) is neither on the screen nor in a claim")
    }
  }

  /// The numbers of the screen, and those of what is claimed, asked for and set.
  private static func known(_ screen: LessonScreen, _ state: ExplorerState) -> Set<String> {
    let claims = screen.claims.filter { claim in
      if case .of = claim.moment { true } else { claim.condition.holds(in: state) }
    }
    var texts = claims.map(\.condition.text) + [screen.until?.text ?? "", screen.task]
    for case .of(let subject) in screen.claims.map(\.moment) { texts.append(subject.numbersText) }
    if let subject = screen.subject { texts.append(subject.numbersText) }
    texts += state.linesAboveStrip
    return Set(texts.flatMap(\.wholeNumbers))
  }

  private mutating func report(_ line: Int, _ reason: String) {
    let fault = LessonError(reason, line: line)
    if !faults.contains(fault) { faults.append(fault) }
  }
}

extension LayerCase {
  fileprivate var numbersText: String { "\(layer.pytorchLine) \(input.text)" }
}

extension ExplorerState {
  /// What the screen shows beside the words of the lesson.
  fileprivate var linesAboveStrip: [String] {
    let lines = render(self).text.split(separator: "\n", omittingEmptySubsequences: false)
    let strip = LessonStrip(self)?.rows ?? 0
    return lines.dropLast(strip + 1).map(String.init) + lines.suffix(1).map(String.init)
  }
}

extension String {
  /// The text without the names in braces.
  fileprivate var withoutNames: String {
    split(separator: "{", omittingEmptySubsequences: false).enumerated().map { index, part in
      let rest = index == 0 ? part : part.drop { $0 != "}" }.dropFirst()
      return String(rest)
    }.joined(separator: " ")
  }

  /// The numbers of a text, `5,801,984` as 5801984 and 3×3 as two of them.
  fileprivate var wholeNumbers: [String] {
    var numbers: [String] = []
    var digits = ""
    let characters = Array(utf8)
    for (place, byte) in characters.enumerated() {
      if UInt8(ascii: "0")...UInt8(ascii: "9") ~= byte {
        digits.append(Character(UnicodeScalar(byte)))
      } else if byte != UInt8(ascii: ",") || digits.isEmpty || !characters.isGroup(after: place) {
        if !digits.isEmpty { numbers.append(digits) }
        digits = ""
      }
    }
    return digits.isEmpty ? numbers : numbers + [digits]
  }
}

extension [UInt8] {
  /// Whether three digits follow, and no fourth.
  fileprivate func isGroup(after place: Int) -> Bool {
    let following = self[(place + 1)...].prefix { UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }
    return following.count == 3
  }
}
