/// Which lessons were followed to their end, and where one was left: kept for the next time.
///
///     convscope lessons 1
///     1 2 6 7:3
///
/// A lesson has its number; one that was left has its screen, from 1, after a colon.
package struct LessonRecord: Equatable, Sendable {
  package private(set) var finished: [Int] = []
  var bookmark: LessonBookmark?

  package init() {}

  mutating func finish(_ number: Int) {
    if !finished.contains(number) { finished.append(number) }
  }

  // MARK: As a file

  private static let beginning = "convscope lessons 1"
  /// More than the record of all lessons has.
  package static let mostBytes = 4_096

  package var text: String {
    let left = bookmark.map { ["\($0.number):\($0.index + 1)"] } ?? []
    let words = finished.map(String.init) + left
    return "\(Self.beginning)\n\(words.joined(separator: " "))\n"
  }

  /// Reads what a file has; what makes no sense in it was never done.
  package init(reading bytes: [UInt8]) {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n")
    guard lines.count == 2, lines[0] == Self.beginning else { return }
    for word in lines[1].split(separator: " ") {
      let parts = word.split(separator: ":", omittingEmptySubsequences: false)
      let numbers = parts.map { Int($0) ?? 0 }
      guard numbers.allSatisfy({ $0 > 0 }) else { continue }
      switch numbers.count {
      case 1: finish(numbers[0])
      case 2: bookmark = LessonBookmark(number: numbers[0], index: numbers[1] - 1)
      default: continue
      }
    }
  }
}

extension ExplorerState {
  /// What was learned so far; a lesson that is open counts as left where it is.
  package var keptRecord: LessonRecord {
    var record = lessonRecord
    if let lesson, !lesson.isOver { record.bookmark = lesson.bookmark }
    return record
  }

  mutating func forgetLessons() {
    lessonRecord = LessonRecord()
    say("no lesson is marked as done any more")
  }
}
