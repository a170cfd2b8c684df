extension Lesson {
  /// Reads a file of one lesson at least, as people write them; the README says how.
  ///
  /// - Throws: ``LessonError`` for the first line that makes no sense.
  package static func read(
    _ bytes: [UInt8], isOutline: Bool = false
  ) throws(LessonError) -> [Lesson] {
    guard bytes.count <= LessonLimit.bytes else {
      throw LessonError("the file is longer than \(LessonLimit.bytes) bytes", line: 1)
    }
    var reader = LessonReader(isOutline: isOutline)
    // Some editors write a mark of the encoding before the first line.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    do throws(LessonError) {
      for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        try reader.take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
      }
      return try reader.end()
    } catch { throw LessonError(error.reason, line: error.line == 0 ? reader.number : error.line) }
  }
}

/// A word that a line of a lesson begins with; the README says what each is for.
package enum LessonWord: String, CaseIterable, Sendable {
  case lesson, relationship, goal, track, source, screen
  case set, view, row, show, hide, begin, ask, until, hint, answer, keys
  case given, then, with

  /// Whether it stands before the screens.
  var isOfHead: Bool { [.relationship, .goal, .track, .source].contains(self) }

  /// Whether a screen, or the head of a lesson, may have several.
  var isRepeatable: Bool {
    [.lesson, .screen, .set, .show, .hide, .begin, .keys, .given, .then, .with].contains(self)
  }
}

struct LessonReader {
  /// Whether screens are counted alone.
  private let isOutline: Bool
  private var lessons: [Lesson] = []
  private var lesson: Lesson?
  private var lessonLine = 1
  var screen: LessonScreen?
  /// The line that is being read, from 1.
  private(set) var number = 0
  /// What the screen sets so far.
  var assignments: [Assignment] = []
  /// The words of the present lesson head or screen.
  private var used: [LessonWord] = []

  init(isOutline: Bool) { self.isOutline = isOutline }

  mutating func take(_ bytes: ArraySlice<UInt8>) throws(LessonError) {
    number += 1
    if isOutline, screen != nil, !bytes.starts(with: "screen".utf8) { return }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LessonError("it is not in UTF-8")
    }
    guard let first = text.first(where: { !$0.isSpace }), text.first != "#" else { return }
    guard text.first == first else { return try takeText(text) }
    let name = text.prefix { $0.isLetter || $0 == "_" }
    guard let word = LessonWord(rawValue: String(name)) else {
      let words = LessonWord.allCases.map(\.rawValue).joined(separator: ", ")
      throw LessonError(
        "\(quoted(text)) begins with none of \(words); the text of a screen is indented")
    }
    let rest = text.dropFirst(name.count)
    try take(word, String((rest.first == ":" ? rest.dropFirst() : rest).trimmed))
  }

  mutating func end() throws(LessonError) -> [Lesson] {
    try endLesson()
    try require(!lessons.isEmpty, "there is no lesson in it", line: 1)
    return lessons
  }

  private mutating func take(_ word: LessonWord, _ rest: String) throws(LessonError) {
    if word == .lesson { return try beginLesson(rest) }
    try require(lesson != nil, "\(word.rawValue) is outside any lesson")
    if word == .screen { return try beginScreen(rest) }
    try require(!rest.isEmpty, "nothing follows \(word.rawValue)")
    try require(word.isRepeatable || !used.contains(word), "there is a second \(word.rawValue)")
    used.append(word)
    try word.isOfHead ? takeHead(word, rest) : takePart(word, rest)
  }

  private mutating func beginLesson(_ rest: String) throws(LessonError) {
    try endLesson()
    let colon = rest.firstIndex(of: ":") ?? rest.endIndex
    guard let number = Int(rest[..<colon].trimmed), LessonLimit.numbers.contains(number) else {
      throw LessonError("a lesson begins with its number: lesson 8: TITLE")
    }
    try require(
      !lessons.contains(where: { $0.number == number }), "there is a second lesson \(number)")
    let title = try sentence(String(rest[colon...].dropFirst()), "title", LessonLimit.title)
    lesson = Lesson(number: number, title: title)
    lessonLine = self.number
    used = []
  }

  private mutating func takeHead(_ word: LessonWord, _ rest: String) throws(LessonError) {
    try require(screen == nil, "\(word.rawValue) belongs before the screens")
    if let place = Self.sentences[word] {
      let text = try sentence(rest, word.rawValue, LessonLimit.goal)
      lesson?[keyPath: place] = text
      return
    }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.trimmed) }
    guard numbers.count == parts.count, numbers.allSatisfy(LessonLimit.relationships.contains),
      numbers.count <= 5
    else { throw LessonError("\(quoted(rest)) is not up to five numbers from 1 to 15") }
    lesson?.relationships = numbers
  }

  private static var sentences: [LessonWord: WritableKeyPath<Lesson, String>] {
    [.goal: \.goal, .track: \.track, .source: \.source]
  }

  private mutating func beginScreen(_ rest: String) throws(LessonError) {
    try require(rest.isEmpty, "screen is followed by \(quoted(rest))")
    try endScreen()
    try require(
      (lesson?.screenCount ?? 0) < LessonLimit.screens,
      "a lesson has at most \(LessonLimit.screens) screens")
    screen = LessonScreen(line: number)
    (assignments, used) = ([], [])
  }

  private mutating func endLesson() throws(LessonError) {
    try endScreen()
    guard let ended = lesson else { return }
    lesson = nil
    try require(!ended.goal.isEmpty, "the lesson has no goal", line: lessonLine)
    try require(ended.screenCount > 0, "the lesson has no screen", line: lessonLine)
    lessons.append(ended)
  }

  private mutating func endScreen() throws(LessonError) {
    guard let ended = screen else { return }
    screen = nil
    lesson?.screenCount += 1
    guard !isOutline else { return }
    try require(!ended.text.isEmpty, "the screen has no text", line: ended.line)
    let idle = [LessonWord.answer, .keys, .then].first(where: used.contains)
    if ended.until == nil, let idle {
      throw LessonError("the screen has \(idle.rawValue), but no until", line: ended.line)
    }
    lesson?.screens.append(ended)
  }

  mutating func takePart(_ word: LessonWord, _ rest: String) throws(LessonError) {
    guard var screen else { throw LessonError("\(word.rawValue) is outside any screen") }
    switch word {
    case .set: screen.subject = try layer(rest)
    case .view: screen.view = try found(View(named: rest), rest, "view")
    case .row:
      let rows = Hyperparameter.rows
      screen.row = try found(rows.first { $0.rawValue == rest }, rest, "row", among: rows)
    case .show: try screen.hidden.take(rest, isHidden: false)
    case .hide: try screen.hidden.take(rest, isHidden: true)
    case .begin: screen.begin = try keys(screen.begin, rest)
    case .ask: screen.asked = try found(AskedNumber(rawValue: rest), rest, "number to ask for")
    case .until: screen.until = try LessonCondition.read(rest)
    case .hint: screen.hint = try filled(rest, "hint", LessonLimit.sentence)
    case .answer: screen.answer = try filled(rest, "answer", LessonLimit.sentence)
    case .keys: screen.keys = try keys(screen.keys, rest)
    case .given: screen.claims.append(try claim(.opening, rest))
    case .then: screen.claims.append(try claim(.done, rest))
    case .with: screen.claims.append(try claim(of: screen.subject, rest))
    case .lesson, .relationship, .goal, .track, .source, .screen: break
    }
    self.screen = screen
  }

  /// What a name stands for; an unknown name is refused with a list of those that exist.
  private func found<Value: RawRepresentable<String> & CaseIterable>(
    _ value: Value?, _ name: String, _ kind: String, among all: [Value] = Array(Value.allCases)
  ) throws(LessonError) -> Value {
    guard let value else {
      let names = all.map(\.rawValue).joined(separator: ", ")
      throw LessonError("\(quoted(name)) is no \(kind); there are \(names)")
    }
    return value
  }

  /// The keys so far, and more of them.
  private func keys(_ first: [KeyPress], _ rest: String) throws(LessonError) -> [KeyPress] {
    let all: [KeyPress]
    do throws(KeyScriptError) { all = first + (try KeyPress.keys(rest)) } catch {
      throw LessonError("there is no key \(quoted("<\(error.name)>"))")
    }
    try require(all.count <= LessonLimit.keys, "a screen has at most \(LessonLimit.keys) keys")
    return all
  }

  /// The layer, from all that the screen sets so far.
  private mutating func layer(_ rest: String) throws(LessonError) -> LayerCase {
    do throws(NotationError) {
      assignments += try Assignment.read(rest)
      let subject = try LayerCase(assignments)
      // They are taken again to check their ranges, too.
      var checked = subject
      for assignment in assignments { try checked.take(assignment) }
      return subject
    } catch { throw LessonError(error.message) }
  }

  private func claim(
    _ moment: LessonClaim.Moment, _ rest: String
  ) throws(LessonError) -> LessonClaim {
    LessonClaim(line: number, moment: moment, condition: try LessonCondition.read(rest))
  }

  private func claim(of subject: LayerCase?, _ rest: String) throws(LessonError) -> LessonClaim {
    guard let colon = rest.firstIndex(of: ":") else {
      throw LessonError("write with k=5 : CONDITION")
    }
    guard var other = subject else {
      throw LessonError("with changes the layer of a set before it")
    }
    do throws(NotationError) {
      for assignment in try Assignment.read(String(rest[..<colon])) { try other.take(assignment) }
    } catch { throw LessonError(error.message) }
    return try claim(.of(other), String(rest[colon...].dropFirst()))
  }

  mutating func takeText(_ text: String) throws(LessonError) {
    guard let lines = screen?.text.count else { throw LessonError("text is outside any screen") }
    try require(
      lines < LessonLimit.lines,
      "a screen has at most \(LessonLimit.lines) lines of text; make two screens of it")
    let line = try filled(text, "line", LessonLimit.columns)
    screen?.text.append(line)
  }

  /// A text with names in braces, all of which stand for something.
  private func filled(
    _ text: String, _ name: String, _ limit: Int
  ) throws(LessonError) -> String {
    let text = try sentence(text, name, limit)
    try LessonText.check(text)
    return text
  }

  /// A text of one line, no longer than there is room for.
  func sentence(_ text: String, _ name: String, _ limit: Int) throws(LessonError) -> String {
    let plain = text.plainSentence
    // One space between words, and nothing that a terminal could take for a command.
    let text = plain ?? printable(text.words.joined(separator: " "))
    try require(!text.isEmpty, "the \(name) is empty")
    let length = plain?.utf8.count ?? Spelling.unicode.width(text)
    try require(length <= limit, "the \(name) has \(length) characters; at most \(limit) fit")
    return text
  }
}

extension String {
  /// The text without its indentation, where that is ASCII with one space between words, as nearly
  /// all lines are; these need nothing that Unicode says.
  fileprivate var plainSentence: String? {
    let plain = utf8.drop { $0 == 0x20 }
    var previous: UInt8 = 0x20
    for byte in plain {
      guard 0x20..<0x7F ~= byte, byte != 0x20 || previous != 0x20 else { return nil }
      previous = byte
    }
    return previous == 0x20 ? nil : String(Substring(plain))
  }
}
