import ConvArithmetic
import LayerNotation

extension LessonReader {
  /// Takes what a line says about the present screen.
  mutating func takePart(_ word: LessonWord, _ rest: String) throws(LessonReason) {
    guard var screen else { throw LessonReason("\(word.rawValue) is outside any screen") }
    switch word {
    case .set: screen.subject = try layer(rest)
    case .view: screen.view = try found(View(named: rest), rest, "view", View.allCases)
    case .row:
      let rows = Hyperparameter.rows
      screen.row = try found(rows.first { $0.rawValue == rest }, rest, "row", rows)
    case .until: screen.until = try LessonCondition.read(rest)
    case .hint: screen.hint = try sentence(rest, "hint", LessonLimit.sentence)
    case .answer: screen.answer = try sentence(rest, "answer", LessonLimit.sentence)
    case .keys: screen.keys = try keys(screen.keys, rest)
    case .given: screen.claims.append(try claim(.opening, rest))
    case .then: screen.claims.append(try claim(.done, rest))
    case .with: screen.claims.append(try claim(of: screen.subject, rest))
    case .lesson, .relationship, .goal, .screen: break
    }
    self.screen = screen
  }

  /// What a name stands for; one that stands for nothing is refused with those that there are.
  private func found<Value: RawRepresentable<String>>(
    _ value: Value?, _ name: String, _ kind: String, _ all: [Value]
  ) throws(LessonReason) -> Value {
    guard let value else {
      let names = all.map(\.rawValue).joined(separator: ", ")
      throw LessonReason("\(quoted(name)) is no \(kind); there are \(names)")
    }
    return value
  }

  /// The keys so far, and more of them.
  private func keys(_ first: [KeyPress], _ rest: String) throws(LessonReason) -> [KeyPress] {
    let all: [KeyPress]
    do throws(KeyScriptError) { all = first + (try KeyPress.keys(rest)) } catch {
      throw LessonReason("there is no key \(quoted("<\(error.name)>"))")
    }
    try require(all.count <= LessonLimit.keys, "a screen has at most \(LessonLimit.keys) keys")
    return all
  }

  /// The layer of all that the screen sets so far.
  private mutating func layer(_ rest: String) throws(LessonReason) -> LayerCase {
    do throws(NotationError) {
      assignments += try Assignment.read(rest)
      let subject = try LayerCase(assignments)
      // They are taken again to check their ranges, too.
      var checked = subject
      for assignment in assignments { try checked.take(assignment) }
      return subject
    } catch { throw LessonReason(error.message) }
  }

  private func claim(
    _ moment: LessonClaim.Moment, _ rest: String
  ) throws(LessonReason) -> LessonClaim {
    LessonClaim(line: number, moment: moment, condition: try LessonCondition.read(rest))
  }

  private func claim(of subject: LayerCase?, _ rest: String) throws(LessonReason) -> LessonClaim {
    guard let colon = rest.firstIndex(of: ":") else {
      throw LessonReason("write with k=5 : CONDITION")
    }
    guard var other = subject else {
      throw LessonReason("with changes the layer of a set before it")
    }
    do throws(NotationError) {
      for assignment in try Assignment.read(String(rest[..<colon])) { try other.take(assignment) }
    } catch { throw LessonReason(error.message) }
    return try claim(.of(other), String(rest[colon...].dropFirst()))
  }

  mutating func takeText(_ text: String) throws(LessonReason) {
    guard let lines = screen?.text.count else { throw LessonReason("text is outside any screen") }
    try require(
      lines < LessonLimit.lines,
      "a screen has at most \(LessonLimit.lines) lines of text; make two of it")
    let line = try sentence(text, "line", LessonLimit.columns)
    screen?.text.append(line)
  }

  /// A text of one line, no longer than there is room for.
  func sentence(_ text: String, _ name: String, _ limit: Int) throws(LessonReason) -> String {
    // One space between words, and nothing that a terminal could take for a command.
    let text = printable(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
    try require(!text.isEmpty, "the \(name) is empty")
    let length = Spelling.unicode.width(text)
    try require(length <= limit, "the \(name) has \(length) characters; at most \(limit) fit")
    return text
  }
}
