struct Lessons: ParsableCommand {
  static let configuration = CommandConfiguration(
    PackageResources.lessons_txt, commandName: "lessons")

  @Argument(help: "A file of lessons; the built-in ones without it.")
  var file: String?

  @Flag(help: "Play each lesson by its keys and say what in it is not so; prints no list.")
  var check = false

  @Option(help: "The list as text, as JSON, or as a Markdown table.")
  var format = Report.Format.text

  func run() throws {
    let shelf = try file.map { try LessonShelf(file: $0) } ?? LessonShelf()
    if check { return try shelf.check() }
    let spelling = Environment.spelling
    switch format {
    case .text: try emitOrExit(shelf.lessons.listText, spelling)
    case .json: try emitOrExit(shelf.lessons.listJSON)
    case .markdown: try emitOrExit(shelf.lessons.listMarkdown, spelling)
    }
  }
}
