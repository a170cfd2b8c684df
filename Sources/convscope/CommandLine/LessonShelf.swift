/// The lessons that a command is about: the built-in ones, or those of a file.
nonisolated struct LessonShelf {
  let lessons: [Lesson]
  /// What the lines of its faults are lines of; `nil` for the built-in lessons.
  private let file: String?

  init() { (lessons, file) = (Lesson.builtIn, nil) }

  init(file: String) throws {
    self.file = file
    let bytes = try BoundedFile.bytes(of: file, most: LessonLimit.bytes)
    do throws(LessonError) {
      lessons = try Lesson.read(bytes)
    } catch { throw Failure(data: ["\(printable(file)), \(error.message)"]) }
  }

  func lesson(_ number: Int) throws -> Lesson {
    guard let lesson = lessons.first(where: { $0.number == number }) else {
      let numbers = lessons.map { String($0.number) }.joined(separator: ", ")
      throw ValidationError("there is no lesson \(number); there are \(numbers)")
    }
    return lesson
  }

  /// Plays all lessons by their own keys, and fails with all that is not so.
  func check() throws {
    let faults = lessons.flatMap { lesson in
      LessonPlay.faults(of: lesson).map { fault in
        (file.map { printable($0) } ?? "lesson \(lesson.number)") + ", \(fault.message)"
      }
    }
    if !faults.isEmpty { throw Failure(data: faults) }
  }
}
