/// Questions in GIFT as Moodle reads them, by its documentation,
/// <https://docs.moodle.org/en/GIFT_format>: nothing is shared with what writes them.
struct GiftReader {
  struct Question {
    var category = ""
    var title = ""
    var text = ""
    var isNumerical = false
    var answers: [Answer] = []
  }

  struct Answer {
    /// From 0 to 100.
    var fraction: Int
    var text: String
    var feedback: String
  }

  /// A character, and whether a backslash took its meaning from it.
  private struct Mark: Equatable {
    let character: Character
    let isPlain: Bool

    static func special(_ character: Character) -> Mark {
      Mark(character: character, isPlain: false)
    }
  }

  struct Fault: Error { let text: String }

  /// The questions of a file: blocks between empty lines, without those of comments.
  static func questions(_ file: String) throws -> [Question] {
    var (questions, category, block): ([Question], String, [Substring]) = ([], "", [])
    let lines: [Substring] = file.split(separator: "\n", omittingEmptySubsequences: false) + [""]
    for line in lines {
      if line.hasPrefix("//") { continue }
      guard line.allSatisfy(\.isWhitespace) else {
        block.append(line)
        continue
      }
      let text = block.joined(separator: "\n")
      block = []
      if text.isEmpty { continue }
      if text.hasPrefix("$CATEGORY: ") {
        category = String(text.dropFirst(11))
        continue
      }
      var question = try question(text)
      question.category = category
      questions.append(question)
    }
    return questions
  }

  private static func question(_ text: String) throws -> Question {
    var marks = marks(text)[...]
    var question = Question()
    if marks.starts(with: [.special(":"), .special(":")]) {
      let title = marks.dropFirst(2).prefix { $0 != .special(":") }
      guard marks.dropFirst(2 + title.count).starts(with: [.special(":"), .special(":")]) else {
        throw Fault(text: text)
      }
      question.title = plain(title)
      marks = marks.dropFirst(title.count + 4)
    }
    if marks.first == .special("[") {
      marks = marks.drop { $0 != .special("]") }.dropFirst()
    }
    guard let open = marks.firstIndex(of: .special("{")), marks.last == .special("}"),
      marks.count(where: { $0 == .special("{") }) == 1,
      marks.count(where: { $0 == .special("}") }) == 1
    else { throw Fault(text: text) }
    question.text = plain(marks[..<open])
    var answers = marks[(open + 1)...].dropLast()
    question.isNumerical = answers.first == .special("#")
    if question.isNumerical { answers = answers.dropFirst() }
    question.answers = try self.answers(answers)
    return question
  }

  /// Each answer begins with `=` where it is right, or with `~`, and may have a percentage.
  private static func answers(_ marks: ArraySlice<Mark>) throws -> [Answer] {
    var answers: [Answer] = []
    var rest = marks.drop { $0.character.isWhitespace }
    while let first = rest.popFirst() {
      guard first == .special("=") || first == .special("~") else {
        throw Fault(text: plain(rest))
      }
      var body = rest.prefix { $0 != .special("=") && $0 != .special("~") }
      rest = rest.dropFirst(body.count)
      var fraction = first == .special("=") ? 100 : 0
      if body.first == .special("%") {
        let percentage = body.dropFirst().prefix { $0 != .special("%") }
        guard let number = Int(plain(percentage)) else { throw Fault(text: plain(body)) }
        fraction = number
        body = body.dropFirst(percentage.count + 2)
      }
      let parts = body.split(separator: .special("#"), maxSplits: 1)
      answers.append(
        Answer(
          fraction: fraction, text: plain(parts.first ?? []),
          feedback: parts.count > 1 ? plain(parts[1]) : ""))
    }
    return answers
  }

  private static func marks(_ text: String) -> [Mark] {
    var marks: [Mark] = []
    var isEscaped = false
    for character in text {
      if isEscaped {
        marks.append(Mark(character: character, isPlain: true))
        isEscaped = false
      } else if character == "\\" {
        isEscaped = true
      } else {
        marks.append(.special(character))
      }
    }
    return marks
  }

  private static func plain(_ marks: ArraySlice<Mark>) -> String {
    let text = String(marks.map(\.character))
    return String(
      text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
