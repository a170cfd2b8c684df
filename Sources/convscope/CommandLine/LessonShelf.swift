import ArgumentParser
import ExplorerViewModel
import LayerNotation

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The lessons that a command is about: the built-in ones, or those of a file.
nonisolated struct LessonShelf {
  let lessons: [Lesson]
  /// What the lines of its faults are lines of; `nil` for the built-in lessons.
  private let file: String?

  init() { (lessons, file) = (Lesson.builtIn, nil) }

  /// The lessons of a file.
  ///
  /// - Throws: The exit status, once it has been said why the file cannot be used.
  init(file: String) throws {
    self.file = file
    let bytes = try readOrExit { () throws(FileFailure) in
      try BoundedFile.bytes(of: file, most: LessonLimit.bytes)
    }
    do throws(LessonError) {
      lessons = try Lesson.read(bytes)
    } catch {
      complain("\(printable(file)), \(error.message)")
      throw ExitCode(EX_DATAERR)
    }
  }

  /// A lesson by its number.
  ///
  /// - Throws: A usage error that says which there are.
  func lesson(_ number: Int) throws -> Lesson {
    guard let lesson = lessons.first(where: { $0.number == number }) else {
      let numbers = lessons.map { String($0.number) }.joined(separator: ", ")
      throw ValidationError("there is no lesson \(number); there are \(numbers)")
    }
    return lesson
  }

  /// Plays all lessons by their own keys.
  ///
  /// - Throws: The exit status, once all has been said that is not so.
  func check() throws {
    let faults = lessons.flatMap { lesson in
      LessonPlay.faults(of: lesson).map { fault in
        (file.map { printable($0) } ?? "lesson \(lesson.number)") + ", \(fault.message)"
      }
    }
    for fault in faults { complain(fault) }
    if !faults.isEmpty { throw ExitCode(EX_DATAERR) }
  }
}
