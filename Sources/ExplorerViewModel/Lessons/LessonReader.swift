import ConvArithmetic
import LayerNotation

extension Lesson {
  /// Reads lessons as people write them; the README says how.
  ///
  /// - Parameter bytes: The whole file, in UTF-8.
  /// - Returns: At least one lesson.
  /// - Throws: ``LessonError`` for the first line that makes no sense.
  package static func read(_ bytes: [UInt8]) throws(LessonError) -> [Lesson] {
    guard bytes.count <= LessonLimit.bytes else {
      throw LessonError(line: 1, reason: "the file is longer than \(LessonLimit.bytes) bytes")
    }
    var reader = LessonReader()
    // Some editors write a mark of the encoding before the first line.
    let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
    do throws(LessonReason) {
      for line in content.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
        try reader.take(line.last == UInt8(ascii: "\r") ? line.dropLast() : line)
      }
      return try reader.end()
    } catch { throw LessonError(line: error.line ?? reader.number, reason: error.text) }
  }
}

/// Reads a file of lessons line by line.
struct LessonReader {
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

  mutating func take(_ bytes: ArraySlice<UInt8>) throws(LessonReason) {
    number += 1
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw LessonReason("it is not in UTF-8")
    }
    try take(text)
  }

  mutating func end() throws(LessonReason) -> [Lesson] {
    try endLesson()
    try require(!lessons.isEmpty, "there is no lesson in it", line: 1)
    return lessons
  }

  private mutating func take(_ text: String) throws(LessonReason) {
    guard let first = text.first(where: { !$0.isWhitespace }), text.first != "#" else { return }
    guard text.first == first else { return try takeText(text) }
    let name = text.prefix { $0.isLetter || $0 == "_" }
    guard let word = LessonWord(rawValue: String(name)) else {
      let words = LessonWord.allCases.map(\.rawValue).joined(separator: ", ")
      throw LessonReason(
        "\(quoted(text)) begins with none of \(words); the text of a screen is indented")
    }
    let rest = text.dropFirst(name.count)
    try take(word, String((rest.first == ":" ? rest.dropFirst() : rest).trimmed))
  }

  private mutating func take(_ word: LessonWord, _ rest: String) throws(LessonReason) {
    if word == .lesson { return try beginLesson(rest) }
    try require(lesson != nil, "\(word.rawValue) is outside any lesson")
    if word == .screen { return try beginScreen(rest) }
    try require(!rest.isEmpty, "nothing follows \(word.rawValue)")
    try require(word.isRepeatable || !used.contains(word), "there is a second \(word.rawValue)")
    used.append(word)
    switch word {
    case .relationship, .goal: try takeHead(word, rest)
    default: try takePart(word, rest)
    }
  }

  private mutating func beginLesson(_ rest: String) throws(LessonReason) {
    try endLesson()
    let colon = rest.firstIndex(of: ":") ?? rest.endIndex
    guard let number = Int(rest[..<colon].trimmed), LessonLimit.numbers.contains(number) else {
      throw LessonReason("a lesson begins with its number: lesson 8: TITLE")
    }
    try require(
      !lessons.contains(where: { $0.number == number }), "there is a second lesson \(number)")
    let title = try sentence(String(rest[colon...].dropFirst()), "title", LessonLimit.title)
    lesson = Lesson(number: number, title: title)
    lessonLine = self.number
    used = []
  }

  private mutating func takeHead(_ word: LessonWord, _ rest: String) throws(LessonReason) {
    try require(screen == nil, "\(word.rawValue) belongs before the screens")
    if word == .goal {
      let goal = try sentence(rest, "goal", LessonLimit.goal)
      lesson?.goal = goal
      return
    }
    let parts = rest.split(separator: ",", omittingEmptySubsequences: false)
    let numbers = parts.compactMap { Int($0.trimmed) }
    guard numbers.count == parts.count, numbers.allSatisfy(LessonLimit.relationships.contains),
      numbers.count <= 5
    else { throw LessonReason("\(quoted(rest)) is not up to five numbers from 1 to 15") }
    lesson?.relationships = numbers
  }

  private mutating func beginScreen(_ rest: String) throws(LessonReason) {
    try require(rest.isEmpty, "screen is followed by \(quoted(rest))")
    try endScreen()
    try require(
      (lesson?.screens.count ?? 0) < LessonLimit.screens,
      "a lesson has at most \(LessonLimit.screens) screens")
    screen = LessonScreen(line: number)
    (assignments, used) = ([], [])
  }

  private mutating func endLesson() throws(LessonReason) {
    try endScreen()
    guard let ended = lesson else { return }
    lesson = nil
    try require(!ended.goal.isEmpty, "the lesson has no goal", line: lessonLine)
    try require(!ended.screens.isEmpty, "the lesson has no screen", line: lessonLine)
    lessons.append(ended)
  }

  private mutating func endScreen() throws(LessonReason) {
    guard let ended = screen else { return }
    screen = nil
    try require(!ended.text.isEmpty, "the screen has no text", line: ended.line)
    let idle = [LessonWord.answer, .keys, .then].first(where: used.contains)
    if ended.until == nil, let idle {
      throw LessonReason("the screen has \(idle.rawValue), but no until", line: ended.line)
    }
    lesson?.screens.append(ended)
  }
}
